//! What crosses between the page and its modules arrives as it was sent.

use std::fs;

use offprint_core::format::Format;
use offprint_core::library::{Answer, Bar, Counts, Group};
use offprint_core::message::{AnswerMessage, AnswerSummary, LengthMismatch, ListSummary};
use offprint_core::packed::{Intake, Packed};
use offprint_core::publication::Publication;
use offprint_core::query::{Facet, Query};
use offprint_core::read::{entry, read};
use offprint_core::search::Widened;
use proptest::prelude::*;

/// Returns a list with up to 3 values per facet and up to 3 bars, as far as answers depend on it.
fn lists() -> impl Strategy<Value = ListSummary> {
    (prop::array::uniform7(0..4usize), 0..4).prop_map(|(values, bars)| ListSummary {
        values,
        bars: (0..bars).map(|year| Bar { from: year, to: year }).collect(),
        ..ListSummary::default()
    })
}

fn numbers(length: usize) -> impl Strategy<Value = Vec<u32>> {
    prop::collection::vec(any::<u32>(), length)
}

fn groups() -> impl Strategy<Value = Vec<Group>> {
    let group = (prop::option::of(any::<String>()), prop::collection::vec(any::<u32>(), 0..5));
    prop::collection::vec(group.prop_map(|(title, entries)| Group { title, entries }), 0..4)
}

fn widened() -> impl Strategy<Value = Vec<Widened>> {
    prop::collection::vec(any::<(String, String)>().prop_map(|(typed, shown)| Widened { typed, shown }), 0..3)
}

fn answers() -> impl Strategy<Value = (ListSummary, Answer)> {
    lists().prop_flat_map(|list| {
        let facets = list.values.map(numbers);
        let counts = (facets, numbers(list.bars.len()), any::<u32>());
        let counts = counts.prop_map(|(facets, bars, without_year)| Counts::new(facets, bars, without_year));
        let parts = (groups(), counts, widened(), prop::option::of(any::<String>()));
        let answer = parts.prop_map(|(groups, counts, widened, suggestion)| {
            let total = groups.iter().map(|group| group.entries.len()).sum();
            Answer { groups, total, counts, widened, suggestion }
        });
        (Just(list), answer)
    })
}

/// Returns the message on the other side: its summary has been JSON.
fn sent(answer: Answer) -> AnswerMessage {
    let message = AnswerMessage::from(answer);
    let json = serde_json::to_string(&message.summary);
    let summary = json.and_then(|json| serde_json::from_str::<AnswerSummary>(&json));
    AnswerMessage { summary: summary.unwrap_or_else(|error| panic!("{error}")), ..message }
}

proptest! {
    #[test]
    fn an_answer_arrives_as_it_was_sent((list, answer) in answers()) {
        prop_assert_eq!(sent(answer.clone()).into_answer(&list), Ok(answer));
    }

    #[test]
    fn an_answer_of_another_list_is_refused((list, answer) in answers(), facet in 0..Facet::COUNT) {
        let mut other = list;
        other.values[facet] += 1;
        let (expected, found) = (other.values.iter().sum(), other.values.iter().sum::<usize>() - 1);
        let mismatch = LengthMismatch { column: "counts", expected, found };
        prop_assert_eq!(sent(answer).into_answer(&other), Err(mismatch));
    }
}

fn packed(source: &[u8]) -> Packed {
    let mut intake = Intake::default();
    intake.feed(source);
    intake.end().unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn a_list_is_described_as_it_is() {
    let list = packed(include_bytes!("../../../data/publications.json"));
    let json = serde_json::to_string(&ListSummary::from(&list)).expect("a summary is JSON");
    let summary: ListSummary = serde_json::from_str(&json).expect("a summary is read back");
    assert_eq!((summary.length, summary.report.left_out, summary.report.cut), (12, 0, None));
    assert_eq!(&summary.histogram().bars()[0], &list.catalog().histogram().bars()[0]);
    let envelope = read(summary.envelope_text.as_bytes()).expect("the envelope is read").envelope;
    assert_eq!(&envelope, list.catalog().envelope());
    let answer = list.answer(&Query::parse("q=unikernels&author=david+scott"));
    assert_eq!(sent(answer.clone()).into_answer(&summary), Ok(answer));
}

#[test]
fn the_place_where_a_file_breaks_off_is_named() {
    let summary = ListSummary::from(&packed(b"[{\"id\": 1, \"title\": \"A\"},\n {\"id\": 2"));
    assert_eq!(summary.report.cut.map(|place| place.line), Some(2));
    assert_eq!((summary.length, summary.report.problems.len()), (1, 1));
}

#[test]
fn the_text_of_an_entry_is_read_as_the_entry() {
    let fixtures = fs::read_dir("../../tests/fixtures").expect("the fixtures are there");
    let files = fixtures.map(|file| file.expect("a file").path()).chain(["../../data/publications.json".into()]);
    let mut count = 0;
    for path in files.filter(|path| path.is_file()) {
        let Ok(mut reading) = read(&fs::read(&path).expect("the file is read")) else { continue };
        let ids = reading.publications.iter().map(|publication| format!("{:?}: \"Of its own.\"", publication.id));
        reading.add_abstracts(format!("{{{}}}", ids.collect::<Vec<_>>().join(", ")).as_bytes());
        for (publication, text) in reading.publications.iter().zip(&reading.texts) {
            let received = entry(text).expect("an entry");
            // An alias that another entry has is left out of the list; the entry alone cannot know.
            let csl_json = |publication: &Publication| {
                Format::CslJson.write([Publication { aliases: Box::default(), ..publication.clone() }])
            };
            assert_eq!(csl_json(&received), csl_json(publication), "{}", path.display());
            assert!(received.abstract_text.is_some());
            count += 1;
        }
    }
    assert!(count > 100, "{count} entries");
}

#[test]
fn names_are_parsed_as_they_are_written() {
    use offprint_core::format::Style;
    assert!(Facet::ALL.iter().all(|facet| Facet::parse(facet.name()) == Some(*facet)));
    assert!(Format::ALL.iter().all(|format| Format::parse(format.name()) == Some(*format)));
    assert!(Style::ALL.iter().all(|style| Style::parse(style.name()) == Some(*style)));
    assert_eq!((Facet::parse("Author"), Format::parse(""), Style::parse("none")), (None, None, None));
}

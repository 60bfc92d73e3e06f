//! One list through all functions, as the page calls them.

use offprint_core::format::{Format, StoredReferences, Style};
use offprint_core::message::{AnswerMessage, AnswerSummary, FacetValue, GroupSummary, ListSummary};
use offprint_core::publication::Publication;
use offprint_core::query::Query;
use offprint_core::read::{self, Unreadable};
use serde::de::DeserializeOwned;

use crate::{Engine, bibliography, stored_references, write_format};

const LIST: &str = r#"{"title": "Lamps", "abstracts": "abstracts.json", "publications": [
  {"id": "a", "title": "A lamp", "author": [{"family": "Byron", "given": "Ada"}], "issued": "2012", "type": "book"},
  {"id": "b", "title": "Another", "author": [{"family": "Byron", "given": "Ada"}, {"literal": "Group <B&amp;>"}], "abstract": "Its own."},
  {"id": "c", "title": "Lamps & <lights>", "abstract": null, "volume": 1e1, "custom": {"aliases": ["old"]}},
  {"id": "d"}
]}"#;

const ABSTRACTS: &str = r#"{"a": "Bright \"light\"\n", "b": "Not shown.", "c": "Dim light.", "x": "Nobody's."}"#;

fn parsed<T: DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"))
}

fn engine() -> (Engine, ListSummary) {
    let mut engine = Engine::new();
    LIST.as_bytes().chunks(7).for_each(|piece| engine.feed(piece));
    let summary = parsed(&engine.end().unwrap());
    ABSTRACTS.as_bytes().chunks(7).for_each(|piece| engine.feed_abstracts(piece));
    assert!(engine.end_abstracts());
    while engine.step() < 1000 {}
    (engine, summary)
}

fn texts(engine: &Engine, entries: &[u32]) -> Vec<String> {
    entries.iter().map(|entry| engine.entry(*entry).unwrap()).collect()
}

fn publication(engine: &Engine, entry: u32) -> Publication {
    engine.entry(entry).and_then(|text| read::entry(&text)).unwrap()
}

#[test]
fn a_list_is_described_when_it_ends() {
    let (_, summary) = engine();
    assert_eq!((summary.length, summary.report.left_out, summary.without_year), (3, 1, 2));
    assert_eq!(summary.values, [2, 0, 1, 0, 0, 0, 0]);
    let envelope = read::read(summary.envelope_text.as_bytes()).unwrap().envelope;
    assert_eq!(envelope.title.as_deref(), Some("Lamps"));
    let mut engine = Engine::new();
    engine.feed(b"<html>");
    let summary: ListSummary = parsed(&engine.end().unwrap());
    assert_eq!(summary.unreadable, Some(Unreadable::Html.to_string()));
}

#[test]
fn an_answer_is_read_from_its_parts() {
    let (engine, list) = engine();
    for query in ["", "q=light", "q=lamp&author=ada+byron&sort=oldest", "q=nothing"] {
        let answer = engine.answer(query).unwrap();
        let summary: AnswerSummary = parsed(&answer.summary());
        let message =
            AnswerMessage { summary, entries: answer.entries(), counts: answer.counts(), bars: answer.bars() };
        assert_eq!(message.into_answer(&list), Ok(engine.list.answer(&Query::parse(query))), "{query}");
    }
    assert_eq!(engine.answer("q=light").unwrap().entries().len(), 2, "abstracts are found");
}

#[test]
fn an_entry_has_its_abstract_wherever_that_is() {
    let (engine, _) = engine();
    let abstract_text = |entry| publication(&engine, entry).abstract_text;
    assert_eq!(abstract_text(0).as_deref(), Some("Bright \"light\"\n"));
    assert_eq!(abstract_text(1).as_deref(), Some("Its own."));
    assert_eq!(abstract_text(2).as_deref(), Some("Dim light."));
    let text = engine.entry(2).unwrap();
    assert!(text.contains("\"volume\": 1e1") && text.matches("abstract").count() == 1, "{text}");
    assert!(LIST.contains(&engine.entry(1).unwrap()), "it is as in the file");
    assert_eq!(engine.entry(3), None);
}

#[test]
fn entries_and_values_are_found_by_name() {
    let (engine, _) = engine();
    assert_eq!((engine.year(0), engine.year(1), engine.year(9)), (Some(2012), None, None));
    assert_eq!((engine.entry_by_anchor("old"), engine.entry_by_anchor("d")), (Some(2), None));
    assert_eq!(engine.find("author", "ADA BYRON").unwrap(), Some(0));
    assert_eq!(engine.find("venue", "ada byron").unwrap(), None);
    assert_eq!(engine.label("author", "ada byron").unwrap(), "Ada Byron");
    assert_eq!(engine.label("author", "nobody").unwrap(), "nobody");
    let value = |id, text: &str| FacetValue { id, label: text.to_owned(), name: text.to_owned() };
    let options = |narrow, first: &[u32], counts: &[u32], most| {
        parsed::<Vec<FacetValue>>(&engine.options("author", narrow, first, counts, false, most).unwrap())
    };
    assert_eq!(options("gr", &[0], &[], 9), [value(0, "Ada Byron"), value(1, "Group <B&amp;>")]);
    assert_eq!(options("", &[], &[], 1), [value(0, "Ada Byron")]);
    assert_eq!(options("", &[], &[0, 1], 9), [value(1, "Group <B&amp;>")]);
    assert_eq!(options("zebra", &[], &[], 9), []);
}

#[test]
fn entries_are_written_alike_from_the_list_and_from_their_texts() {
    let (engine, _) = engine();
    for format in Format::ALL.map(Format::name) {
        let written = write_format(format, texts(&engine, &[2, 0]));
        assert_eq!(written, Some(engine.write_format(format, vec![2, 0]).unwrap()), "{format}");
    }
    assert_eq!(write_format("none", texts(&engine, &[2])), None);
    assert_eq!(write_format("bibtex", Vec::new()).as_deref(), Some(""));
    let beside_none = [vec!["7".to_owned()], texts(&engine, &[0])].concat();
    assert_eq!(write_format("bibtex", beside_none), write_format("bibtex", texts(&engine, &[0])));
}

#[test]
fn references_are_taken_where_they_were_written_for_the_entry_as_it_is() {
    let (engine, _) = engine();
    let mut stored = StoredReferences::default();
    let styles = |name: &str| Style::ALL.map(|style| format!("<i>{name}</i> in {}", style.name()));
    stored.insert(&publication(&engine, 0), styles("a"));
    stored.insert(&Publication { title: "Former".into(), ..publication(&engine, 1) }, styles("b"));
    let (file, entries) = (serde_json::to_string(&stored).unwrap(), texts(&engine, &[1, 0, 2]));
    let references: Vec<Option<Vec<String>>> = parsed(&stored_references(&file, entries.clone()).unwrap());
    assert_eq!(references, [None, Some(styles("a").to_vec()), None]);
    for other in ["", "<!doctype html>", "{}", "[7]"] {
        assert_eq!(stored_references(other, entries.clone()).unwrap(), "[null,null,null]");
    }
}

#[test]
fn a_bibliography_has_each_entry_in_the_style_or_as_plain_text() {
    let (engine, _) = engine();
    let mut empty_in_acm = Style::ALL.map(|style| style.name().to_owned()).to_vec();
    empty_in_acm[Style::Acm as usize].clear();
    let references = serde_json::to_string(&[Some(empty_in_acm), None]).unwrap();
    let group = |title: &str, length| GroupSummary { title: Some(title.to_owned()), length };
    let groups = [group("A & B", 2), group("No year", 1)];
    let groups = serde_json::to_string(&groups).unwrap();
    let page = |style| bibliography("On <lamps>", style, texts(&engine, &[0, 1, 2]), &references, &groups).unwrap();
    assert!(page("mla").contains(">A &amp; B</h2>\n<ul>"), "{}", page("mla"));
    assert!(page("acm").contains(">No year</h2>\n<ol start=\"3\">"), "{}", page("acm"));
    assert!(page("mla").contains("<h1>On &lt;lamps&gt;</h1>") && page("mla").contains(">mla</li>"));
    assert!(page("acm").contains(">Ada Byron. A lamp. 2012.</li>"), "{}", page("acm"));
    assert!(page("acm").contains("Group &lt;B&amp;amp;&gt;"), "{}", page("acm"));
    assert!(page("acm").contains("Lamps &amp; &lt;lights&gt;"));
    assert_eq!(page("acm").matches("<li").count(), 3);
}

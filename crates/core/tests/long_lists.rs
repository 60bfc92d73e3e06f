//! That a long list, cut out of a stream and indexed, is read as a short one is and finds what a short one's scan finds.

use offprint_core::library::Library;
use offprint_core::packed::{Intake, Packed};
use offprint_core::query::Query;
use offprint_core::read::read;
use proptest::prelude::*;

const LIST: &str = r#"[
  {"id": "net", "type": "book", "title": "Net neutrality", "author": [{"given": "Ann", "family": "Scott"}], "issued": "2001"},
  {"id": "network", "type": "thesis", "title": "Network stacks", "author": [{"given": "David", "family": "Scott"}, {"given": "Ann", "family": "Lee"}],
   "issued": "2002", "keyword": "type inference, storage"},
  {"id": "venue", "title": "Other things", "container-title": "Network Journal", "issued": "2003", "abstract": "Plain words about deep learning."},
  {"id": "abstract", "title": "Something else", "issued": "2004", "abstract": "A network of <em>deep</em> reinforcement learning."},
  {"id": "author", "title": "Nothing", "author": [{"literal": "Network Group"}], "issued": "2005"},
  {"id": "han", "title": "深層学習の基礎 learning", "issued": "2006"},
  {"id": "undated", "title": "Undated transformers"}
]"#;

fn library(source: &str) -> Library {
    Library::new(read(source.as_bytes()).unwrap_or_else(|error| panic!("{error}")))
}

/// Returns the same list as it comes over the network, `piece` bytes at a time, and indexed to the end.
fn packed(source: &str, piece: usize) -> Packed {
    let mut intake = Intake::default();
    source.as_bytes().chunks(piece).for_each(|piece| intake.feed(piece));
    let mut packed = intake.end().unwrap_or_else(|error| panic!("{error}"));
    while packed.step() < 1000 {}
    packed
}

#[test]
fn a_long_list_is_read_as_a_short_one_is_wherever_it_is_cut() {
    let source = format!(
        "\u{feff}{{ \"title\": \"T \u{e9}\", \"people\": [{{\"name\": \"Ann Lee\", \"aliases\": [\"A. Lee\"]}}],\n \"publications\" : {LIST} , \"sections\": [{{\"id\": 7}}],\n\"introduction\": 3}}"
    );
    let reading = read(source.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    for piece in [1, 2, 3, 7, 64, 100_000] {
        let packed = packed(&source, piece);
        assert_eq!(packed.problems(), reading.problems, "{piece}");
        assert_eq!(packed.catalog().envelope(), &reading.envelope);
        assert_eq!(packed.catalog().len(), reading.publications.len());
        assert_eq!(packed.by_anchor("author"), Some(4));
    }
}

#[test]
fn a_long_list_that_breaks_off_keeps_what_is_before() {
    for end in (0..LIST.len()).filter(|end| LIST.is_char_boundary(*end)) {
        let source = &LIST[..end];
        let mut intake = Intake::default();
        source.as_bytes().chunks(50).for_each(|piece| intake.feed(piece));
        match (read(source.as_bytes()), intake.end()) {
            (Ok(reading), Ok(packed)) => {
                assert_eq!(packed.catalog().len(), reading.publications.len(), "{source}");
                assert_eq!(packed.problems(), reading.problems, "{source}");
            }
            (Err(short), Err(long)) => assert_eq!(short, long),
            (short, long) => panic!("{source}: {short:?} {:?}", long.map(|packed| packed.problems().to_vec())),
        }
    }
}

/// Words that meet each other often.
fn vocabulary() -> impl Strategy<Value = String> {
    prop_oneof!["(net|network|networks|deep|learning|learn|scott|lee|storage|\u{5b66}\u{7fd2})", "[a-c]{1,3}"]
}

fn phrases() -> impl Strategy<Value = String> {
    prop::collection::vec(vocabulary(), 0..6).prop_map(|words| words.join(" "))
}

fn lists() -> impl Strategy<Value = String> {
    let entry = (phrases(), phrases(), phrases(), prop::collection::vec(phrases(), 0..3), 1990..2020);
    prop::collection::vec(entry, 1..12).prop_map(|entries| {
        let entry = |(at, (title, venue, text, authors, year)): (usize, (String, String, String, Vec<String>, i32))| {
            let authors: Vec<_> = authors.iter().map(|name| format!(r#"{{"literal": "{name}"}}"#)).collect();
            format!(
                r#"{{"id": "{at}", "type": "book", "title": "T {title}", "container-title": "{venue}", "abstract": "{text}", "author": [{}], "issued": "{year}", "keyword": "{venue}, {title}"}}"#,
                authors.join(",")
            )
        };
        format!("[{}]", entries.into_iter().enumerate().map(entry).collect::<Vec<_>>().join(","))
    })
}

fn search_texts() -> impl Strategy<Value = String> {
    let term = (r#"-?((author|title|venue|keyword|abstract|type|year):)?"#, vocabulary(), vocabulary(), 0..4);
    let term = term.prop_map(|(start, one, other, kind)| match kind {
        0 => format!("{start}\"{one} {other}\""),
        1 => format!("{start}\"{one}\""),
        _ => format!("{start}{one}"),
    });
    prop::collection::vec(term, 1..4).prop_map(|terms| terms.join(" "))
}

/// Returns a text in which some bytes are missing, doubled or others, as after a bad transfer or a slip of the hand.
fn damaged(text: impl Strategy<Value = String>) -> impl Strategy<Value = Vec<u8>> {
    let slips = prop::collection::vec((any::<prop::sample::Index>(), 0..40usize, 0..4, any::<u8>()), 0..4);
    (text, slips).prop_map(|(text, slips)| {
        let mut bytes = text.into_bytes();
        for (at, length, kind, byte) in slips {
            let at = at.index(bytes.len().max(1)).min(bytes.len());
            let end = (at + length).min(bytes.len());
            match kind {
                0 => drop(bytes.splice(at..end, [])),
                1 => bytes.truncate(at),
                2 => drop(bytes.splice(at..at, bytes[at..end].to_vec())),
                _ => bytes.insert(at, byte),
            }
        }
        bytes
    })
}

/// Returns a file of abstracts for [`lists`].
fn abstracts() -> impl Strategy<Value = String> {
    prop::collection::vec((0..14u8, phrases()), 0..8).prop_map(|texts| {
        let members: Vec<_> = texts.iter().map(|(id, text)| format!(r#""{id}": "{text}""#)).collect();
        format!("{{{}}}", members.join(", "))
    })
}

/// At volume: `PROPTEST_CASES=100000 cargo test --release -p offprint-core`.
fn cases() -> ProptestConfig {
    let config = ProptestConfig::default();
    ProptestConfig { cases: config.cases.max(400), ..config }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_damaged_list_loses_the_same_in_pieces_as_whole(bytes in damaged(lists()), piece in 1..200usize) {
        let mut intake = Intake::default();
        bytes.chunks(piece).for_each(|piece| intake.feed(piece));
        match (read(&bytes), intake.end()) {
            (Ok(reading), Ok(packed)) => {
                let ids = |at| packed.publication(at).map(|publication| publication.id);
                let whole: Vec<_> = reading.publications.iter().map(|publication| Some(publication.id.clone())).collect();
                prop_assert_eq!((0..packed.catalog().len() as u32).map(ids).collect::<Vec<_>>(), whole);
                prop_assert_eq!(packed.left_out(), reading.left_out());
                prop_assert_eq!(packed.problems(), reading.problems);
            }
            (whole, pieces) => prop_assert_eq!(whole.is_ok(), pieces.is_ok()),
        }
    }

    #[test]
    fn a_damaged_file_of_abstracts_gives_the_same_in_pieces_as_whole(
        list in lists(), bytes in damaged(abstracts()), piece in 1..50usize
    ) {
        let list = list.replace(r#""abstract""#, r#""note""#);
        let mut reading = read(list.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
        let mut intake = Intake::default();
        intake.feed(list.as_bytes());
        let mut packed = intake.end().unwrap_or_else(|error| panic!("{error}"));
        bytes.chunks(piece).for_each(|piece| packed.feed_abstracts(piece));
        prop_assert_eq!(packed.end_abstracts(), reading.add_abstracts(&bytes));
        for (publication, at) in reading.publications.iter().zip(0..) {
            let abstract_text = packed.publication(at).and_then(|publication| publication.abstract_text);
            prop_assert_eq!(&abstract_text, &publication.abstract_text, "{}", at);
        }
    }

    #[test]
    fn the_index_of_a_long_list_answers_as_the_scan_of_a_short_one(list in lists(), text in search_texts(), piece in 1..200usize) {
        let query = Query::default().with_text(text);
        prop_assert_eq!(packed(&list, piece).answer(&query), library(&list).answer(&query));
    }

    #[test]
    fn any_text_can_be_searched(text in any::<String>(), list in lists()) {
        let query = Query::default().with_text(text);
        prop_assert_eq!(packed(&list, 100).answer(&query), library(&list).answer(&query));
    }

    #[test]
    fn any_bytes_can_be_read_in_pieces(bytes in prop::collection::vec(any::<u8>(), 0..300), piece in 1..50usize) {
        let mut intake = Intake::default();
        bytes.chunks(piece).for_each(|piece| intake.feed(piece));
        prop_assert_eq!(intake.end().is_ok(), read(&bytes).is_ok());
    }
}

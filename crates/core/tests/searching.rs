//! Searching: the language of search texts, the order of what is found, and that a short list's scan and a long list's
//! index find the same.

use offprint_core::fold::words;
use offprint_core::library::{Answer, Library};
use offprint_core::packed::{Intake, Packed};
use offprint_core::query::Query;
use offprint_core::read::read;
use offprint_core::search::{Hint, Search, mark_text, quote_word};
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

/// The same list as it comes over the network, `piece` bytes at a time, and indexed to the end.
fn packed(source: &str, piece: usize) -> Packed {
    let mut intake = Intake::default();
    source.as_bytes().chunks(piece).for_each(|piece| intake.feed(piece));
    let mut packed = intake.end().unwrap_or_else(|error| panic!("{error}"));
    while packed.step() < 1000 {}
    packed
}

fn ids(library: &Library, answer: &Answer) -> Vec<String> {
    let entries = answer.groups.iter().flat_map(|group| &group.entries);
    entries.filter_map(|entry| library.publication(*entry)).map(|publication| publication.id.to_string()).collect()
}

fn found(library: &Library, text: &str) -> Vec<String> {
    ids(library, &library.answer(&Query::default().with_text(text.to_owned())))
}

#[test]
fn a_search_text_says_where_what_and_what_not() {
    let library = library(LIST);
    for (text, expected) in [
        ("network", &["network", "author", "venue", "abstract"][..]),
        ("net", &["net", "network", "author", "venue", "abstract"]),
        ("\"net\"", &["net"]),
        ("title:net", &["net", "network"]),
        ("venue:network", &["venue"]),
        ("abstract:network", &["abstract"]),
        ("Author:network", &["author"]),
        ("author:scott", &["network", "net"]),
        ("author:\"david scott\"", &["network"]),
        ("author:\"scott ann\"", &[]),
        ("\"scott ann\"", &[]),
        ("ann scott", &["network", "net"]),
        ("\"ann scott\"", &["net"]),
        ("keyword:inference", &["network"]),
        ("keyword:\"type inference\"", &["network"]),
        ("\"inference storage\"", &[]),
        ("type:book", &["net"]),
        ("book", &[]),
        ("\"deep learning\"", &["venue"]),
        ("deep learning", &["abstract", "venue"]),
        ("\"deep learn\"", &[]),
        ("deep -reinforcement", &["venue"]),
        ("network -title:network -author:network", &["venue", "abstract"]),
        ("-scott -network -learning", &["undated"]),
        ("year:2003- network", &["author", "venue", "abstract"]),
        ("year:-2001", &["net"]),
        ("-year:2002-2006", &["net", "undated"]),
        ("year:none", &["undated"]),
        ("\u{5b66}\u{7fd2}", &["han"]),
        ("\u{5c64}\u{5b66}\u{7fd2}", &["han"]),
        ("\u{7fd2}\u{5b66}", &[]),
        ("", &["han", "author", "abstract", "venue", "network", "net", "undated"]),
    ] {
        assert_eq!(found(&library, text), expected, "{text:?}");
    }
}

#[test]
fn what_does_not_parse_is_searched_as_words_and_said() {
    let library = library(LIST);
    for (text, hint, expected) in [
        ("\"net", Some(Hint::OpenQuote), &["net", "network", "author", "venue", "abstract"][..]),
        ("author: network", Some(Hint::NoValue("author:".to_owned())), &[]),
        ("year:soon", Some(Hint::NoYear("soon".to_owned())), &[]),
        ("net -", None, &["net", "network", "author", "venue", "abstract"]),
        ("lamport: net", None, &[]),
        ("net:neutrality", None, &["net"]),
    ] {
        assert_eq!(Search::parse(text).hint, hint, "{text:?}");
        assert_eq!(found(&library, text), expected, "{text:?}");
    }
}

#[test]
fn a_typing_error_is_widened_below_what_matches_as_typed_and_not_in_quotes() {
    let library = library(LIST);
    let answer = library.answer(&Query::default().with_text("transfomer".to_owned()));
    assert_eq!(ids(&library, &answer), ["undated"]);
    assert_eq!((&*answer.widened[0].typed, &*answer.widened[0].shown), ("transfomer", "transformers"));
    assert_eq!(found(&library, "\"transfomer\""), Vec::<String>::new());
    assert_eq!(found(&library, "author:sctot"), ["network", "net"]);
    assert_eq!(found(&library, "2oo1"), Vec::<String>::new(), "a word with a digit is never widened");
    assert_eq!(quote_word("Deep Transfomer author:x", "transfomer"), "Deep \"Transfomer\" author:x");
    assert_eq!(quote_word("author:Sctot", "sctot"), "author:\"Sctot\"");
}

#[test]
fn a_rare_spelling_is_widened_only_if_its_neighbour_is_a_hundred_times_as_common() {
    let list = |common: usize| {
        let entries = (0..common).map(|at| format!(r#"{{"id": "c{at}", "title": "The transformer"}}"#));
        let rare = [r#"{"id": "rare", "title": "The transfomer", "issued": "1990"}"#.to_owned()];
        library(&format!("[{}]", rare.into_iter().chain(entries).collect::<Vec<_>>().join(",")))
    };
    let few = list(100).answer(&Query::default().with_text("transfomer".to_owned()));
    assert_eq!((few.total, few.widened.len()), (1, 0));
    let many = list(101);
    let answer = many.answer(&Query::default().with_text("transfomer".to_owned()));
    assert_eq!((answer.total, answer.widened.len()), (102, 1));
    assert_eq!(ids(&many, &answer)[0], "rare", "what was typed stands first");
}

#[test]
fn only_what_was_sought_is_marked() {
    let marked = |text: &str, query: &str| {
        let needles = Search::parse(query).needles(&[]);
        mark_text(text, &needles)
            .into_iter()
            .filter(|(_, is_match)| *is_match)
            .map(|(part, _)| part.to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(marked("Deep learning, learning deep", "\"deep learning\""), ["Deep learning"]);
    assert_eq!(marked("Net network", "\"net\""), ["Net"]);
    assert_eq!(marked("Net network", "net"), ["Net", "net"]);
    assert_eq!(marked("Net network", "-net year:2001"), Vec::<String>::new());
    assert_eq!(marked("\u{6df1}\u{5c64}\u{5b66}\u{7fd2}", "\u{5c64}\u{5b66}"), ["\u{5c64}\u{5b66}"]);
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
fn a_long_list_that_breaks_off_keeps_what_stands_before() {
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_index_of_a_long_list_answers_as_the_scan_of_a_short_one(list in lists(), text in search_texts(), piece in 1..200usize) {
        let query = Query::default().with_text(text);
        prop_assert_eq!(packed(&list, piece).answer(&query), library(&list).answer(&query));
    }

    #[test]
    fn plain_words_find_just_the_entries_with_words_that_begin_so(list in lists(), sought in prop::collection::vec("[a-c]{1,2}|net|deep", 1..3)) {
        let library = library(&list);
        let text = sought.iter().map(|word| format!("title:{word}")).collect::<Vec<_>>().join(" ");
        let answer = library.answer(&Query::default().with_text(text));
        prop_assume!(answer.widened.is_empty());
        let mut found: Vec<u32> = answer.groups.into_iter().flat_map(|group| group.entries).collect();
        found.sort_unstable();
        let has = |entry: &u32| {
            let title = library.publication(*entry).map(|publication| words(&publication.title)).unwrap_or_default();
            sought.iter().all(|sought| title.iter().any(|word| word.starts_with(sought.as_str())))
        };
        prop_assert_eq!(found, (0..library.catalog().len() as u32).filter(has).collect::<Vec<_>>());
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

//! Text of any kind in any field: it stays text, and no entry gets lost or made up.

use biblatex::{Bibliography, ChunksExt};
use offprint_core::format::Format;
use offprint_core::publication::Publication;
use proptest::prelude::*;
use roxmltree::Document;
use scraper::Html;

use crate::lists::{letters, publications, spaced};
use crate::{feed, readers, ris, table};

/// Bits that the formats are made of, put together at random.
fn hostile() -> impl Strategy<Value = String> {
    let bit = prop_oneof![
        6 => prop::sample::select(vec![
            "{", "}", "\\", "@", "@article{x,", "}\n\n@book{y, title={z}}", "\n@", "%", "$", "#", "_", "^", "~", "&", "\"",
            "=", ",", " and ", "\nER  - \n", "\r\nTY  - JOUR\r\n", "\n", "\r", "\t", "\n\n", ";", "=1+1", "-", "+", "'",
            "<script>", "</li>", "]]>", "<!--", "&lt;", "*", "`", "[", "](", ")", "!", "> ", "1. ", "http://a.b", "www.a.b",
            "\u{0}", "\u{b}", "\u{85}", "\u{2028}", "\u{fffe}", "\u{feff}", "--", "``", "é", "語", " ", "others", ":", "|",
        ]).prop_map(str::to_owned),
        2 => "[a-zA-Z0-9]{1,4}",
        1 => ".{0,3}",
    ];
    prop::collection::vec(bit, 0..8).prop_map(|bits| bits.concat())
}

/// Returns two entries with such text in every field.
fn list() -> impl Strategy<Value = Vec<Publication>> {
    let kind = prop::sample::select(vec!["book", "paper-conference", "x", "thesis"]);
    let one = (prop::collection::vec(hostile(), 14), kind);
    prop::collection::vec(one, 2).prop_map(|entries| {
        let list: Vec<_> = entries.iter().enumerate().map(|(at, (texts, kind))| entry(at, texts, kind)).collect();
        publications(serde_json::Value::from(list).to_string().as_bytes())
    })
}

fn entry(at: usize, texts: &[String], kind: &str) -> serde_json::Value {
    // A title of its own letters is found again whatever else is there.
    serde_json::json!({
        "id": format!("{}{at}", texts[0]), "type": kind, "title": format!("T{at} {}", texts[1]),
        "author": [{"family": texts[2], "given": texts[3], "suffix": texts[4]}, {"literal": format!("N{}", texts[5])}],
        "container-title": texts[6], "publisher": texts[7], "page": texts[8], "volume": texts[9],
        "keyword": texts[10], "note": texts[11], "abstract": texts[12], "issued": "2013-04",
        "editor": [{"family": texts[7], "given": texts[6]}], "custom": {"links": [
            {"kind": "pdf", "url": format!("https://a.example/{}", texts[13]), "label": texts[5]},
            {"kind": "website", "url": texts[13]}]},
    })
}

/// Braces as BibTeX counts them: those behind a backslash too.
fn is_balanced(text: &str) -> bool {
    let mut depth = 0;
    text.chars().all(|c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        depth >= 0
    }) && depth == 0
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_text_breaks_out_of_bibtex(list in list()) {
        for format in [Format::Bibtex, Format::Biblatex] {
            let written = format.write(&list);
            prop_assert!(is_balanced(&written), "{}", written);
            prop_assert_eq!(written.lines().filter(|line| line.starts_with('@')).count(), list.len(), "{}", written);
            let read = Bibliography::parse(&written);
            prop_assert!(read.is_ok(), "{:?}\n{}", read, written);
            for (entry, publication) in read.iter().flat_map(|read| read.iter()).zip(&list) {
                let title = entry.get("title").map(|title| title.format_verbatim()).unwrap_or_default();
                prop_assert_eq!(spaced(&title), spaced(&publication.plain_title()), "{}", written);
                let authors = entry.author().unwrap_or_default().len();
                // A name of nothing but controls is none.
                let named = publication.authors.iter().filter(|name| !spaced(&name.display()).is_empty());
                prop_assert_eq!(authors, named.count(), "{}", written);
            }
            prop_assert_eq!(read.map_or(0, |read| read.len()), list.len());
        }
    }

    #[test]
    fn no_text_breaks_out_of_ris(list in list()) {
        let entries = ris::entries(&Format::Ris.write(&list));
        prop_assert_eq!(entries.len(), list.len());
        for (entry, publication) in entries.iter().zip(&list) {
            prop_assert_eq!(spaced(&ris::values(entry, "TI").concat()), spaced(&publication.plain_title()));
            prop_assert!(ris::values(entry, "AU").len() <= publication.authors.len());
        }
    }

    #[test]
    fn no_text_breaks_out_of_a_table(list in list()) {
        let (header, rows) = table::rows(&Format::Csv.write(&list));
        prop_assert_eq!(rows.len(), list.len());
        for (row, publication) in rows.iter().zip(&list) {
            prop_assert_eq!(spaced(&table::cell(&header, row, "title")), spaced(&publication.plain_title()));
        }
    }

    #[test]
    fn no_text_becomes_markup(list in list()) {
        let links = list.iter().map(|publication| publication.links.len()).sum::<usize>();
        let markdown = Format::Markdown.write(&list);
        let (items, markdown_links) = readers::items(&markdown);
        prop_assert_eq!((items.len(), markdown_links.len()), (list.len(), links), "{}", markdown);
        let written = Format::Html.write(&list);
        let html = Html::parse_fragment(&written);
        let count = |element| readers::elements(&html, element).len();
        prop_assert_eq!((count("li"), count("a"), count("script")), (list.len(), links, 0), "{}", written);
        let texts = items.iter().cloned().zip(readers::elements(&html, "li"));
        for ((item, html), publication) in texts.zip(&list) {
            let title = letters(&publication.plain_title());
            prop_assert!(letters(&item).contains(&title) && letters(&html).contains(&title), "{}", written);
        }
        prop_assert_eq!(Format::Text.write(&list).lines().count(), list.len());
    }

    #[test]
    fn a_feed_is_xml_whatever_it_holds(list in list()) {
        let written = feed::write(&list);
        let document = Document::parse(&written);
        prop_assert!(document.is_ok(), "{:?}\n{}", document, written);
        let entries = document.map_or(0, |document| feed::children(document.root_element(), "entry").len());
        prop_assert_eq!(entries, list.len());
    }

    #[test]
    fn csl_json_is_read_back(list in list()) {
        let again = publications(Format::CslJson.write(&list).as_bytes());
        prop_assert_eq!(again.len(), list.len());
        for (before, after) in list.iter().zip(&again) {
            prop_assert_eq!((&before.id, &before.title, &before.authors), (&after.id, &after.title, &after.authors));
            prop_assert_eq!((&before.keywords, &before.rest), (&after.keywords, &after.rest));
        }
    }
}

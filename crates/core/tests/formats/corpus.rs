//! The payloads in every field of every format, read back: as many entries, and nothing in them that is not ours.

use std::collections::BTreeSet;

use biblatex::{Bibliography, ChunksExt};
use offprint_core::format::{Format, html_document};
use offprint_core::publication::Publication;
use roxmltree::Document;
use scraper::Html;

use crate::lists::spaced;
use crate::{feed, payloads, readers, ris, table};

fn hostile() -> Vec<Publication> {
    crate::lists::publications(payloads::list(&payloads::texts()).to_string().as_bytes())
}

/// Fails for each name that is not among those in `known`.
fn assert_known<'a>(names: impl IntoIterator<Item = &'a str>, known: &str) {
    let known: BTreeSet<&str> = known.split_whitespace().collect();
    let unknown: BTreeSet<&str> = names.into_iter().filter(|name| !known.contains(name)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

const BIBTEX: &str = "title shorttitle author editor translator keywords language note abstract journal booktitle howpublished \
    publisher school institution shortjournal shortbooktitle eventtitle type year month day date volume number eid chapter \
    edition series address location venue isbn issn pagetotal version pmid pmcid pages doi eprint archiveprefix eprinttype url \
    urldate origdate award langid part volumes pubstate library holder bookauthor organization \
    shorthowpublished shortmaintitle maintitle html pdf slides website preprint venueurl journaltitle journalsubtitle eventdate";

/// The commands that text is written with.
const COMMANDS: &str = "textbraceleft textbraceright textbackslash textasciitilde textasciicircum textit emph textbf \
    textsubscript textsuperscript texttt textsc href";

#[test]
fn bibtex_has_the_entries_fields_and_commands_that_we_write() {
    let list = hostile();
    for format in [Format::Bibtex, Format::Biblatex] {
        let written = format.write(&list);
        assert_eq!(written.lines().filter(|line| line.starts_with('@')).count(), list.len());
        let read = Bibliography::parse(&written).unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!(read.len(), list.len());
        for (entry, publication) in read.iter().zip(&list) {
            let names: Vec<_> = entry.fields.keys().map(|name| name.trim_end_matches(char::is_numeric)).collect();
            assert_known(names, BIBTEX);
            let title = entry.get("title").map(|title| title.format_verbatim()).unwrap_or_default();
            let plain = publication.plain_title();
            let at = plain.split_whitespace().find(|word| word.starts_with('T')).map(str::to_owned);
            assert!(at.is_none_or(|at| title.contains(&at)), "{title}");
            let named = publication.authors.iter().filter(|name| !spaced(&name.display()).is_empty());
            assert_eq!(entry.author().unwrap_or_default().len(), named.count(), "{:?}", publication.id);
        }
        assert_known(commands(&written), COMMANDS);
        assert!(!written.contains("^^"), "TeX reads a character behind two carets");
        assert!(!written.contains(|c: char| c.is_control() && c != '\n'));
    }
}

/// Returns the control words of a text in TeX.
fn commands(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('\\') {
        let end = after.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(after.len());
        if end == 0 {
            let sign = after.chars().next();
            assert!(sign.is_some_and(|sign| "&%$#_\\".contains(sign)), "\\{sign:?}");
        } else {
            found.push(&after[..end]);
        }
        rest = &after[end.max(1)..];
    }
    found
}

#[test]
fn no_name_is_parted_by_any_white_space() {
    let list = crate::lists::publications(
        r#"[{"id": "a", "title": "T", "author": [{"family": "A\u00a0and\u2003B\u3000AND C", "given": "D"}]}]"#
            .as_bytes(),
    );
    for format in [Format::Bibtex, Format::Biblatex] {
        assert!(format.write(&list).contains("author = {{A"), "{}", format.write(&list));
    }
}

#[test]
fn ris_has_the_entries_and_tags_that_we_write() {
    let list = hostile();
    let written = Format::Ris.write(&list);
    let entries = ris::entries(&written);
    assert_eq!(entries.len(), list.len());
    for (entry, publication) in entries.iter().zip(&list) {
        let tags = entry.iter().map(|(tag, _)| tag.as_str());
        assert_known(
            tags,
            "TY ID AU ED A4 TI ST T2 T3 C1 C2 C3 C7 JO JF JA PB CY PY DA Y2 VL IS M1 M3 ET SN SP EP DO L1 L2 L3 L4 UR LK LA KW AB N1 SV SE NV AN RP DB",
        );
        assert_eq!(spaced(&ris::values(entry, "TI").concat()), spaced(&publication.plain_title()));
    }
    // However lines are counted, they are the same ones.
    let others = |c: char| matches!(c, '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    assert!(!written.contains(others) && written.matches('\r').count() == written.matches("\r\n").count());
}

#[test]
fn no_cell_and_no_piece_of_one_is_a_formula() {
    let list = hostile();
    let (header, rows) = table::rows(&Format::Csv.write(&list));
    assert_eq!((rows.len(), header.len()), (list.len(), 31));
    for row in &rows {
        for piece in row.iter().flat_map(|cell| cell.split(table::ENDS)) {
            let is_number = piece.trim().parse::<f64>().is_ok_and(f64::is_finite);
            let is_text = is_number || piece.starts_with('\'') || !table::seen(piece).starts_with(table::FORMULA);
            assert!(is_text, "{piece:?} is a formula");
        }
    }
    for (row, publication) in rows.iter().zip(&list) {
        assert_eq!(spaced(&table::cell(&header, row, "title")), spaced(&publication.plain_title()));
    }
}

#[test]
fn csl_json_has_the_members_that_were_read() {
    let list = hostile();
    let read: Vec<serde_json::Map<String, serde_json::Value>> =
        serde_json::from_str(&Format::CslJson.write(&list)).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(read.len(), list.len());
    for (entry, publication) in read.iter().zip(&list) {
        assert_eq!(entry["id"], *publication.id);
        assert_eq!(entry["title"], *publication.title);
        assert!(entry.get("pwned").is_none());
    }
}

#[test]
fn markdown_is_text_and_links_for_every_program_that_reads_it() {
    let list = hostile();
    let written = Format::Markdown.write(&list);
    let (items, links) = readers::items(&written);
    assert_eq!(items.len(), list.len());
    assert_eq!(links.len(), list.iter().map(|publication| publication.links.len()).sum::<usize>());
    // Site generators run these before they read Markdown.
    for sign in ["{{", "{%", "{#", "${", "#{", "<%"] {
        assert!(!written.contains(sign), "{sign}");
    }
    assert_eq!(Format::Text.write(&list).lines().count(), list.len());
}

const ELEMENTS: &str = "html head body meta title style h1 h2 ol ul li a p i em b strong sub sup code br span";

fn assert_harmless(written: &str) {
    let html = Html::parse_document(written);
    for element in html.tree.nodes().filter_map(|node| node.value().as_element()) {
        assert_known([element.name()], ELEMENTS);
        assert_known(element.attrs().map(|(name, _)| name), "id lang dir href class charset start");
        if let Some(href) = element.attr("href") {
            assert!(payloads::is_followed(href), "{href}");
        }
    }
}

#[test]
fn html_has_the_elements_and_attributes_that_we_write() {
    let list = hostile();
    let written = Format::Html.write(&list);
    assert_eq!(readers::elements(&Html::parse_fragment(&written), "li").len(), list.len());
    assert_harmless(&written);
    payloads::texts()
        .iter()
        .for_each(|text| assert_harmless(&html_document(text, true, [(Some(text.clone()), vec![text.clone()])])));
}

#[test]
fn a_feed_has_the_elements_that_we_write() {
    let list = hostile();
    let written = feed::write(&list);
    let document = Document::parse(&written).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(feed::children(document.root_element(), "entry").len(), list.len());
    for element in document.descendants().filter(roxmltree::Node::is_element) {
        assert_known(
            [element.tag_name().name()],
            "feed id title link updated author name entry published category summary",
        );
        assert_known(element.attributes().map(|it| it.name()), "base rel type href title term lang");
        if element.attribute("type") == Some("html") {
            assert_harmless(element.text().unwrap_or_default());
        }
    }
}

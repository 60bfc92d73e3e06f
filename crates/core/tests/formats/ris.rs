//! RIS, read by its definition: a tag of two characters, two spaces, a hyphen, a space and the value.

use offprint_core::format::Format;
use offprint_core::publication::{LinkKind, Publication};

use crate::lists::{all, is_doi, publications, spaced, urls};

/// Returns the entries of a file, each a list of tags and values, from `TY` to `ER`.
pub(crate) fn entries(text: &str) -> Vec<Vec<(String, String)>> {
    let mut entries = Vec::new();
    let mut open: Option<Vec<(String, String)>> = None;
    for line in text.split_terminator("\r\n").filter(|line| !line.is_empty()) {
        let (tag, value) = (&line[..2], line.get(6..).unwrap_or_else(|| panic!("{line:?} has no tag")));
        assert_eq!(&line[2..6], "  - ", "{line:?}");
        match (tag, &mut open) {
            ("TY", None) => open = Some(vec![(tag.to_owned(), value.to_owned())]),
            ("ER", Some(_)) => entries.extend(open.take()),
            (_, Some(entry)) if tag != "TY" => entry.push((tag.to_owned(), value.to_owned())),
            _ => panic!("{line:?} stands in the wrong place"),
        }
    }
    assert!(open.is_none(), "the last entry has no end");
    entries
}

/// Returns the values of a tag.
pub(crate) fn values<'e>(entry: &'e [(String, String)], tag: &str) -> Vec<&'e str> {
    entry.iter().filter(|(own, _)| own == tag).map(|(_, value)| value.as_str()).collect()
}

#[test]
fn a_conference_paper_is_what_zotero_and_endnote_read() {
    let list = publications(
        r#"[{"id": "asplos", "type": "paper-conference", "title": "Unikernels: <em>library</em> operating systems",
        "author": [{"given": "Anil", "family": "Madhavapeddy"}, {"literal": "The OCaml Team"},
            {"given": "Martin", "family": "King", "suffix": "Jr."}, {"given": "Ludwig", "dropping-particle": "van", "family": "Beethoven"}],
        "editor": [{"given": "Ed", "family": "Itor"}], "container-title": "Proceedings", "container-title-short": "ASPLOS",
        "event-title": "ASPLOS '13", "event-place": "Houston", "publisher": "ACM", "publisher-place": "New York",
        "issued": {"date-parts": [[2013, 4]]}, "page": "461–472", "volume": "41", "issue": 1, "ISBN": "978",
        "abstract": "One.\n\nTwo\r\nER  - \nTY  - JOUR", "keyword": "a, b", "note": "N", "language": "en", "DOI": "10.1/a#b",
        "custom": {"links": [{"kind": "pdf", "url": "https://a.example/p.pdf"}, {"kind": "slides", "url": "s"}]}}]"#
            .as_bytes(),
    );
    let expected = "TY  - CONF|ID  - asplos|AU  - Madhavapeddy, Anil|AU  - The OCaml Team|AU  - King, Martin, Jr.|\
        AU  - van Beethoven, Ludwig|ED  - Itor, Ed|TI  - Unikernels: library operating systems|T2  - ASPLOS '13|\
        C3  - Proceedings|JO  - ASPLOS|PB  - ACM|CY  - New York|C1  - Houston|PY  - 2013|DA  - 2013/04//|VL  - 41|\
        IS  - 1|SN  - 978|SP  - 461|EP  - 472|DO  - 10.1/a#b|L1  - https://a.example/p.pdf|UR  - s|LA  - en|KW  - a|KW  - b|\
        AB  - One. Two ER - TY - JOUR|N1  - N|ER  - ||";
    assert_eq!(Format::Ris.write(&list), expected.replace('|', "\r\n"));
}

#[test]
fn a_preprint_is_a_report_that_says_what_it_is() {
    for (members, sort) in [
        ("", "Preprint"),
        (r#", "genre": "Preprint""#, "Preprint"),
        (r#", "genre": "Working paper""#, "Preprint: Working paper"),
    ] {
        let list = publications(format!(r#"[{{"id": "a", "type": "article", "title": "T"{members}}}]"#).as_bytes());
        let written = Format::Ris.write(&list);
        assert!(written.starts_with("TY  - RPRT\r\n"), "{written}");
        assert!(written.contains(&format!("M3  - {sort}\r\n")), "{written}");
    }
}

#[test]
fn dates_say_in_words_what_numbers_do_not() {
    for (issued, expected) in [
        (r#""2013""#, "2013///"),
        (r#""2013-04-09""#, "2013/04/09/"),
        (r#""2010-21""#, "2010///Spring"),
        (r#""2004-06/2006-08""#, "2004/06//2004-06 to 2006-08"),
        (r#""circa 1998""#, "1998///circa 1998"),
        (r#""0800""#, "0800///"),
    ] {
        let list = publications(format!(r#"[{{"id": 1, "title": "T", "issued": {issued}}}]"#).as_bytes());
        let entries = entries(&Format::Ris.write(&list));
        assert_eq!(values(&entries[0], "DA"), [expected], "{issued}");
    }
}

#[test]
fn every_list_is_read_back_with_all_that_it_says() {
    for (name, list) in all() {
        let read = entries(&Format::Ris.write(&list));
        assert_eq!(read.len(), list.len(), "{name}");
        read.iter().zip(&list).for_each(|(entry, publication)| compare(entry, publication));
    }
}

fn compare(entry: &[(String, String)], publication: &Publication) {
    let id = &publication.id;
    assert_eq!(values(entry, "ID"), [spaced(id)]);
    assert_eq!(values(entry, "TI").concat(), spaced(&publication.plain_title()), "{id}");
    assert_eq!(values(entry, "AU").len(), publication.authors.len(), "{id}");
    assert_eq!(values(entry, "PY").len(), usize::from(publication.issued.is_some()), "{id}");
    let keywords: Vec<_> = publication.keywords.iter().map(|keyword| spaced(keyword)).collect();
    assert_eq!(values(entry, "KW"), keywords, "{id}");
    let pdfs = publication.links.iter().filter(|link| link.kind == LinkKind::Pdf).count();
    assert_eq!(values(entry, "L1").len(), pdfs, "{id}");
    assert_eq!(values(entry, "DO").len(), usize::from(publication.links.iter().any(is_doi)), "{id}");
    let kept = |text: &str| entry.iter().any(|(_, value)| *value == spaced(text));
    let names = [
        &publication.container,
        &publication.container_short,
        &publication.event,
        &publication.publisher,
        &publication.genre,
        &publication.language,
    ];
    names.into_iter().flatten().for_each(|name| assert!(kept(name), "{id}: {name} is not in {entry:?}"));
    urls(publication).iter().for_each(|one| assert!(kept(one), "{id}: {one} is not in {entry:?}"));
    for variable in ["volume", "issue", "number", "edition", "collection-title", "publisher-place", "ISBN", "ISSN"] {
        let value = publication.other(variable).unwrap_or_default();
        assert!(value.is_empty() || kept(&value), "{id}: {value} is not in {entry:?}");
    }
}

//! CSL-JSON, which holds all that an entry has.

use offprint_core::format::Format;
use offprint_core::publication::{Link, Publication};

use crate::lists::{all, publications};

#[test]
fn csl_json_is_read_back_as_what_it_was() {
    for (name, list) in all() {
        let after = publications(Format::CslJson.write(&list).as_bytes());
        assert_eq!(after.len(), list.len(), "{name}");
        for (before, after) in list.into_iter().zip(after) {
            assert_eq!(sorted(before), sorted(after), "{name}");
        }
    }
    assert_eq!(Format::CslJson.write::<&Publication>([]), "[\n\n]\n");
}

/// CSL's own URL has no place among the links, and an entry without a type is written as a document.
fn sorted(mut publication: Publication) -> Publication {
    let key = |link: &Link| (link.kind, link.href.to_string(), link.label.clone());
    publication.links.sort_by_key(key);
    if publication.kind.is_empty() {
        publication.kind = "document".into();
    }
    publication
}

#[test]
fn an_approximate_date_stays_one() {
    for issued in [r#"{"date-parts": [[1998, 4]], "circa": true}"#, r#""1998-04~""#, r#"{"raw": "circa April 1998"}"#] {
        let list = publications(format!(r#"[{{"id": "a", "title": "T", "issued": {issued}}}]"#).as_bytes());
        let csl: serde_json::Value = serde_json::from_str(&Format::CslJson.write(&list)).expect(issued);
        assert_eq!(csl[0]["issued"], serde_json::json!({"date-parts": [[1998, 4]], "circa": true}), "{issued}");
        assert!(Format::Biblatex.write(&list).contains("date = {1998-04~}"), "{issued}");
        assert!(Format::Ris.write(&list).contains("DA  - 1998/04//circa April 1998\r\n"), "{issued}");
    }
}

#[test]
fn csl_json_is_json_to_others() {
    // Others give up on a number out of range and on deep nesting, which are written as they were read.
    for (name, list) in all().into_iter().filter(|(name, _)| !name.ends_with("odd-json") && !name.ends_with("deep")) {
        let written: serde_json::Value = serde_json::from_str(&Format::CslJson.write(&list)).expect(name);
        let items = written.as_array().expect(name);
        assert_eq!(items.len(), list.len(), "{name}");
        for (item, publication) in items.iter().zip(&list) {
            assert_eq!(item["id"], *publication.id, "{name}");
            assert_eq!(item["title"], *publication.title, "{name}");
        }
    }
}

#[test]
fn members_that_are_not_json_are_never_written() {
    let list = br#"[{"id": "a", "title": "T", "volume": 1 2, "c\olour": "red", "custom": {"x": nothing, "y": 1e999}}]"#;
    let written = Format::CslJson.write(publications(list));
    assert_eq!(
        written,
        "[\n{\n  \"id\": \"a\",\n  \"type\": \"document\",\n  \"title\": \"T\",\n  \"custom\": { \"y\": 1e999 }\n}\n]\n"
    );
}

#[test]
fn keywords_and_links_stay_apart() {
    for (keyword, links) in [
        (r#"["a, b"]"#, ""),
        (r#"["a, b", "c"]"#, ""),
        (r#"["a; b", "c, d"]"#, ""),
        (r#""a, b""#, ""),
        (
            r#""a""#,
            r#"{"kind": "doi", "url": "http://dx.doi.org/10.1/a"}, {"kind": "doi", "url": "https://doi.org/10.1/b"}"#,
        ),
        (r#""a""#, r#"{"kind": "doi", "url": "https://doi.org/10.1/a", "label": "Paper"}"#),
        (r#""a""#, r#"{"kind": "publisher", "url": "https://doi.org/10.1/a%3Cb"}"#),
        (r#""a""#, r#"{"kind": "website", "url": "a"}, {"kind": "website", "url": "b"}"#),
    ] {
        let list = format!(
            r#"[{{"id": 1, "title": "T", "keyword": {keyword}, "DOI": "10.1/<x>", "custom": {{"links": [{links}]}}}}]"#
        );
        let before = publications(list.as_bytes()).remove(0);
        let written = Format::CslJson.write([&before]);
        assert_eq!(sorted(publications(written.as_bytes()).remove(0)), sorted(before), "{written}");
    }
}

#[test]
fn a_type_that_zotero_refuses_is_written_as_a_document_and_read_back() {
    for (kind, written_as) in [("software", "document"), ("my-own", "document"), ("book", "book"), ("", "document")] {
        let list = format!(r#"[{{"id": "a", "title": "T", "type": "{kind}"}}]"#);
        let written = Format::CslJson.write(publications(list.as_bytes()));
        let items: serde_json::Value = serde_json::from_str(&written).expect(kind);
        assert_eq!(items[0]["type"], written_as, "{written}");
        let again = publications(written.as_bytes());
        assert_eq!(&*again[0].kind, if kind.is_empty() { "document" } else { kind });
    }
}

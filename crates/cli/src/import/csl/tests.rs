//! The story of a CSL-JSON file.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::read;
use crate::import::item::Item;
use crate::import::report::Report;
use crate::import::source::Source;

fn import(text: &str) -> (Vec<Item>, Report) {
    let mut report = Report::default();
    let imported = read(&Source::decode("a.json".to_owned(), text.as_bytes()), &mut report);
    (imported.items, report)
}

#[test]
fn entries_come_over_as_they_are() {
    let entry = json!({ "id": "a", "title": "<i>A</i>", "x-own": [1, { "b": null }], "custom": { "section": "s" }, "note": "n" });
    for text in [json!([entry]), json!({ "publications": [entry] }), json!({ "items": [entry] }), entry.clone()] {
        let (items, report) = import(&text.to_string());
        let mut expected = entry.clone();
        expected.as_object_mut().expect("an object").shift_remove("id");
        assert_eq!(Value::Object(items[0].members.clone()), expected);
        assert_eq!((items[0].key.as_deref(), report.findings.len()), (Some("a"), 0));
    }
}

#[test]
fn one_faulty_entry_never_costs_another() {
    let (items, report) = import(
        r#"[{"id":1,"title":"One"}, {"id":2,"title":"Two",,}, 7, {"title":""}, {"title":"Three"}, {"title":"Fo"#,
    );
    let titles: Vec<_> = items.iter().filter_map(|item| item.text("title")).collect();
    assert_eq!(titles, ["One", "Three"]);
    let told: Vec<String> = report.findings.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "a.json:1:26: entry left out: this is not JSON: key must be a string",
            "a.json:1:52: entry left out: an entry is an object",
            "a.json:1:55: entry left out: title: an entry needs a title",
            "a.json:1:88: the rest is lost: the file ends here, before the list is complete",
        ]
    );
}

#[test]
fn crossrefs_shapes_become_csl() {
    let text = json!({
        "indexed": {}, "type": "proceedings-article", "title": ["Unikernels"], "subtitle": ["library operating systems"],
        "container-title": ["Proceedings"], "short-container-title": ["P"], "issued": { "date-parts": [[null]] },
        "published-online": { "date-parts": [[2013, 3, 16]] }, "DOI": "10.1145/2451116", "URL": "http://dx.doi.org/10.1145/2451116",
        "author": [{ "given": "Anil", "family": "Madhavapeddy", "sequence": "first", "affiliation": [] }, { "name": "A Group" }],
        "event": { "name": "ASPLOS '13", "location": "Houston" }, "subject": ["Software"], "reference-count": 3, "ISSN": ["1234-5678", "2"],
    });
    let (items, report) = import(&text.to_string());
    assert_eq!(
        Value::Object(items[0].members.clone()),
        json!({
            "type": "paper-conference", "title": "Unikernels: library operating systems", "container-title": "Proceedings",
            "container-title-short": "P", "issued": { "date-parts": [[2013, 3, 16]] }, "DOI": "10.1145/2451116",
            "author": [{ "given": "Anil", "family": "Madhavapeddy" }, { "literal": "A Group" }],
            "event-title": "ASPLOS '13", "event-place": "Houston", "keyword": "Software", "ISSN": "1234-5678",
        })
    );
    assert!(report.findings.is_empty(), "Crossref's own members are no news: {:?}", report.findings);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn any_text_is_read_without_a_panic(text in "([\\[\\]{}\",:\\\\ 0-9-]|\"title\":\"a\"|\"publications\":|\\PC){0,60}") {
        import(&text);
        import(&format!("[{text}"));
    }
}

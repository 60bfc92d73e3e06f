//! The page of the project's own, against its list.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::read;
use crate::import::item::Imported;
use crate::import::report::Report;
use crate::import::source::Source;

fn import(text: &str) -> (Imported, Report) {
    let mut report = Report::default();
    let imported = read(&Source::decode("papers.html".to_owned(), text.as_bytes()), &mut report);
    (imported, report)
}

#[test]
fn the_former_page_gives_the_projects_list() {
    let page = include_str!("../../../../../tests/fixtures/seed-page.html");
    let list: Value = serde_json::from_str(include_str!("../../../../../data/publications.json")).expect("the list");
    let (imported, report) = import(page);
    assert_eq!((report.counts.read, report.findings.len()), (12, 0), "{:?}", report.findings);
    for name in ["introduction", "sections"] {
        assert_eq!(imported.envelope[name], list[name]);
    }
    let entries = list["publications"].as_array().expect("entries");
    assert_eq!(imported.items.len(), entries.len());
    for (item, entry) in imported.items.into_iter().zip(entries) {
        let mut expected = entry.clone();
        let mut members = Value::Object(item.members);
        members["id"] = json!(item.key);
        if entry["id"] == "cacm" {
            // The page has only the full name of this one.
            expected.as_object_mut().expect("an object").shift_remove("container-title-short");
        }
        if entry["id"] == "eurosys" {
            // The page breaks off here.
            let text = expected["abstract"].as_str().expect("an abstract").trim_end_matches(").").to_owned();
            expected["abstract"] = json!(text);
        }
        assert_eq!(members, expected);
    }
}

#[test]
fn another_page_is_said_to_be_none() {
    let (imported, report) = import("<!DOCTYPE html><h1>Not found</h1>");
    assert!(imported.items.is_empty() && report.has_losses());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn any_page_is_read_without_a_panic(text in "(<h4>|</h4>|<p>|<i>|</i>|<br/>|<a href=\"x\">|</a>|, |\\PC|2013|<h2>|<blockquote>){0,40}") {
        import(&text);
    }
}

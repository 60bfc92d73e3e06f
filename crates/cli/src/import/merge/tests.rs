//! What an import may change, and what it may not.

use offprint_core::problem::Place;
use proptest::prelude::*;
use serde_json::json;

use super::*;

fn item(key: &str, members: Value) -> Item {
    let members = members.as_object().expect("an object").clone();
    let key = if key.is_empty() { None } else { Some(key.to_owned()) };
    Item { file: String::new(), place: Place::default(), key, members }
}

fn list(entries: Value) -> Document {
    Document::parse(entries.to_string().as_bytes()).expect("a list")
}

fn ids(document: &Document) -> Vec<&str> {
    document.entries().iter().filter_map(|entry| entry["id"].as_str()).collect()
}

#[test]
fn what_a_person_wrote_stays_and_what_is_missing_comes_in() {
    let own = json!([{ "id": "asplos", "title": "My title", "DOI": "10.1/A", "custom": { "section": "papers", "links": [] } }]);
    let mut document = list(own);
    let given = json!({
        "title": "Their title", "DOI": "10.1/a", "volume": "1",
        "custom": { "section": "x", "aliases": ["old"] }
    });
    let changes = merge(&mut document, vec![item("key13", given)]);
    let entry = &document.entries()[0];
    assert_eq!(entry["title"], "My title");
    assert_eq!(entry["volume"], "1");
    assert_eq!(entry["custom"], json!({ "section": "papers", "links": [], "aliases": ["old"] }));
    assert_eq!(changes[0].filled, ["volume", "custom.aliases"]);
    assert_eq!(
        changes[0].kept.iter().map(|kept| kept.member.as_str()).collect::<Vec<_>>(),
        ["title", "custom.section"]
    );
}

#[test]
fn entries_are_known_by_doi_then_id_then_title_and_year() {
    let own = json!([
        { "id": "a", "title": "One", "DOI": "10.1/1" },
        { "id": "b", "title": "Two", "custom": { "aliases": ["old-b"] } },
        { "id": "c", "title": "Über Drei", "issued": { "date-parts": [["2010"]] } },
    ]);
    for (key, given, expected) in [
        ("b", json!({ "title": "X", "DOI": "https://doi.org/10.1/1" }), 0),
        ("old-b", json!({ "title": "Two!" }), 1),
        ("z", json!({ "title": "<i>uber</i>  drei", "issued": "2010-04" }), 2),
        ("z", json!({ "title": "uber drei", "issued": "2011" }), 3),
        ("c", json!({ "title": "Something else", "issued": "2020" }), 3),
    ] {
        let mut document = list(own.clone());
        merge(&mut document, vec![item(key, given.clone())]);
        let entry = document.entries().iter().position(|entry| entry["id"] == own[expected.min(2)]["id"]);
        assert_eq!(document.entries().len(), expected.max(2) + 1, "{key} {given}");
        assert!(entry.is_some());
    }
}

#[test]
fn a_former_id_is_known_beside_the_entry_itself() {
    let own = json!([
        { "id": "a", "title": "One", "DOI": "10.1/1", "custom": { "aliases": ["old-a", "b"] } },
        { "id": "b", "title": "Two" },
    ]);
    let mut document = list(own);
    let items = || {
        vec![
            item("a", json!({ "title": "One", "DOI": "10.1/1" })),
            item("old-a", json!({ "title": "One, first", "DOI": "10.1/1", "volume": "7" })),
            item("old-a", json!({ "title": "None of it", "issued": "2001", "DOI": "10.1/2" })),
            item("b", json!({ "title": "Two", "page": "9" })),
        ]
    };
    merge(&mut document, items());
    // Another publication does not disappear because somebody has used its key.
    assert_eq!(ids(&document), ["a", "b", "old-a-2"]);
    assert_eq!((&document.entries()[0]["volume"], &document.entries()[1]["page"]), (&json!("7"), &json!("9")));
    let once = document.clone();
    merge(&mut document, items());
    assert_eq!(document, once);

    let mut fresh = Document::empty();
    let named = json!({ "title": "One", "DOI": "10.1/1", "custom": { "aliases": ["old"] } });
    merge(&mut fresh, vec![item("a", named), item("old", json!({ "title": "One, first", "DOI": "10.1/1" }))]);
    assert_eq!(ids(&fresh), ["a"]);
}

#[test]
fn what_is_twice_goes_by_the_anchor_that_it_has() {
    let mut document = list(json!([{ "id": "ours", "title": "One", "DOI": "10.1/1" }]));
    let items = || vec![item("k", json!({ "title": "One", "DOI": "10.1/1" })); 2];
    let changes = merge(&mut document, items());
    let found: Vec<_> = changes.iter().map(|change| (change.item, change.id.as_str())).collect();
    assert_eq!(found, [(0, "ours"), (1, "ours")]);
}

#[test]
fn importing_twice_changes_nothing() {
    let items = || {
        vec![
            item("k", json!({ "title": "One", "DOI": "10.1/1" })),
            item("k", json!({ "title": "Two", "volume": "2" })),
            item("l", json!({ "title": "Editorial", "issued": "2010" })),
            item("m", json!({ "title": "Editorial", "issued": "2010", "volume": "9" })),
            item("n", json!({ "title": "Chapter", "DOI": "10.1/1", "page": "3" })),
            item("k", json!({ "title": "One", "DOI": "10.1/1", "page": "7" })),
            item("", json!({ "title": "No key", "author": [{ "family": "Ōe" }] })),
            item("", json!({ "title": "No limits", "author": [{ "family": "Ōe" }] })),
        ]
    };
    let mut document = Document::empty();
    merge(&mut document, items());
    assert_eq!(ids(&document), ["k", "k-2", "l", "m", "n", "oeno", "oeno-2"]);
    let once = document.clone();
    let changes = merge(&mut document, items());
    assert_eq!(document, once);
    assert!(changes.iter().all(|change| !change.is_new && change.filled.is_empty()), "{changes:#?}");
}

fn any_item() -> impl Strategy<Value = Item> {
    let some = |values: &'static [&'static str]| prop::sample::select(values.to_vec());
    let parts = (some(&["", "k", "l", "k-2"]), some(&["One", "Two", "Editorial"]), some(&["", "10.1/a", "10.1/b"]));
    let more =
        (some(&["", "2010", "2011"]), some(&["", "1", "2"]), some(&["", "k", "old"]), some(&["", "http://a.example/"]));
    (parts, more).prop_map(|((key, title, doi), (year, volume, alias, url))| {
        let mut members = Map::new();
        for (name, text) in [("title", title), ("DOI", doi), ("issued", year), ("volume", volume), ("URL", url)] {
            if !text.is_empty() {
                members.insert(name.to_owned(), json!(text));
            }
        }
        if !alias.is_empty() {
            members.insert("custom".to_owned(), json!({ "aliases": [alias] }));
        }
        item(key, Value::Object(members))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn whatever_is_imported_twice_changes_nothing_the_second_time(
        own in prop::collection::vec(any_item(), 0..5), items in prop::collection::vec(any_item(), 0..7)
    ) {
        let mut document = Document::empty();
        merge(&mut document, own);
        let before = document.clone();
        merge(&mut document, items.clone());
        for (own, now) in before.entries().iter().zip(document.entries()) {
            for (name, value) in own.as_object().expect("an object") {
                prop_assert!(name == "custom" || now[name] == *value, "{name} of {own}");
            }
        }
        let once = document.clone();
        merge(&mut document, items);
        prop_assert_eq!(document.to_text(), once.to_text());
        let mut ids: Vec<_> = once.entries().iter().filter_map(|entry| entry["id"].as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), once.entries().len());
    }
}

#[test]
fn items_without_keys_are_one_publication_only_where_nothing_disagrees() {
    let keyless = |members: Value| item("", members);
    let editorial = |more: Value| {
        let mut members = json!({ "type": "article-journal", "title": "Editorial", "issued": "2002",
            "author": [{ "family": "One" }], "container-title": "Journal A" });
        let more = more.as_object().cloned().unwrap_or_default();
        members.as_object_mut().into_iter().for_each(|members| members.extend(more.clone()));
        keyless(members)
    };
    let items = || {
        vec![
            editorial(json!({ "volume": "4", "issue": "1" })),
            editorial(json!({ "volume": 4, "issue": "2" })),
            editorial(json!({ "volume": "4", "issue": 1, "page": "3" })),
            editorial(json!({ "type": "chapter", "container-title": "Handbook", "volume": "4", "issue": "1" })),
            editorial(json!({ "author": [{ "family": "Two" }], "volume": "4", "issue": "1" })),
        ]
    };
    let (mut document, mut report) = (Document::empty(), Report::default());
    merge_and_tell(&mut document, items(), &mut report);
    let issues: Vec<_> = document.entries().iter().map(|entry| entry["issue"].clone()).collect();
    assert_eq!(issues, [json!("1"), json!("2"), json!("1"), json!("1")]);
    assert_eq!(document.entries()[0]["page"], "3");
    let messages: Vec<_> = report.in_order().into_iter().map(ToString::to_string).collect();
    assert_eq!(messages.len(), 1, "{messages:?}");
    assert!(messages[0].contains("same publication as"), "{messages:?}");
    let once = document.clone();
    merge(&mut document, items());
    assert_eq!(document, once);
}

#[test]
fn a_key_beats_an_alias() {
    let items = vec![
        item("a", json!({ "title": "Wafers", "custom": { "aliases": ["b", "old"] } })),
        item("b", json!({ "title": "Wires" })),
    ];
    let (mut document, mut report) = (Document::empty(), Report::default());
    merge_and_tell(&mut document, items, &mut report);
    assert_eq!(ids(&document), ["a", "b"]);
    assert_eq!(document.entries()[0]["custom"]["aliases"], json!(["old"]));
    assert!(report.in_order().iter().any(|finding| finding.to_string().contains("“b” is the key of another entry")));
}

#[test]
fn a_made_id_is_no_evidence_by_itself() {
    let members = |more: Value| {
        let mut members =
            json!({ "type": "book", "title": "Graphs", "issued": "2002", "author": [{ "family": "One" }] });
        let more = more.as_object().cloned().unwrap_or_default();
        members.as_object_mut().into_iter().for_each(|members| members.extend(more.clone()));
        members
    };
    for (first, second) in [
        (json!({ "edition": "1" }), json!({ "edition": 2 })),
        (json!({ "ISBN": "1" }), json!({ "ISBN": "2" })),
        (json!({ "number": "TR-1" }), json!({ "number": "TR-2" })),
        (json!({ "issued": { "date-parts": [[2002, 3]] } }), json!({ "issued": { "date-parts": [[2002, 4]] } })),
        (json!({ "event-title": "A" }), json!({ "event-title": "B" })),
    ] {
        let mut document = Document::empty();
        merge(&mut document, vec![item("", members(first.clone()))]);
        merge(&mut document, vec![item("", members(second.clone()))]);
        assert_eq!(document.entries().len(), 2, "{first} {second}");
        let once = document.clone();
        merge(&mut document, vec![item("", members(first)), item("", members(second))]);
        assert_eq!(document, once);
    }
    let mut document = Document::empty();
    merge(&mut document, vec![item("", members(json!({ "page": "3", "URL": "http://a.example/x/" })))]);
    merge(&mut document, vec![item("", members(json!({ "page": "3-9", "URL": "https://a.example/x" })))]);
    assert_eq!(document.entries().len(), 1);
}

#[test]
fn an_alias_that_leads_elsewhere_is_named() {
    let mut document = list(json!([{ "id": "b", "title": "Two" }]));
    let mut report = Report::default();
    let named = json!({ "title": "One", "custom": { "aliases": ["b"] } });
    merge_and_tell(&mut document, vec![item("a", named)], &mut report);
    assert_eq!(ids(&document), ["b", "a"]);
    assert!(report.in_order().iter().any(|finding| finding.to_string().contains("“b” leads to another entry")));
}

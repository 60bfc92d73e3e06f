//! What DOI content negotiation gives: titles in lists, Crossref's own types, and its housekeeping.

use serde_json::{Value, json};

use crate::document::Members;
use crate::import::item::{is_doi_url, put_text};

/// Members that say nothing about the publication, or say again what another says.
const HOUSEKEEPING: [&str; 42] = [
    "indexed",
    "reference",
    "reference-count",
    "references-count",
    "is-referenced-by-count",
    "license",
    "content-domain",
    "created",
    "deposited",
    "score",
    "prefix",
    "member",
    "resource",
    "relation",
    "link",
    "alternative-id",
    "update-policy",
    "assertion",
    "issn-type",
    "isbn-type",
    "published",
    "published-print",
    "published-online",
    "published-other",
    "original-title",
    "subtitle",
    "short-title",
    "funder",
    "journal-issue",
    "posted",
    "accepted",
    "approved",
    "institution",
    "subtype",
    "archive",
    "group-title",
    "update-to",
    "content-created",
    "content-updated",
    "clinical-trial-number",
    "free-to-read",
    "aliases",
];

const TYPES: [(&str, &str); 18] = [
    ("journal-article", "article-journal"),
    ("proceedings-article", "paper-conference"),
    ("book-chapter", "chapter"),
    ("book-section", "chapter"),
    ("book-part", "chapter"),
    ("reference-entry", "entry"),
    ("monograph", "book"),
    ("edited-book", "book"),
    ("reference-book", "book"),
    ("proceedings", "book"),
    ("dissertation", "thesis"),
    ("posted-content", "article"),
    ("report-component", "report"),
    ("peer-review", "review"),
    ("journal", "periodical"),
    ("journal-issue", "periodical"),
    ("database", "dataset"),
    ("component", "document"),
];

/// Brings an entry of Crossref's into the form of CSL-JSON; any other stays as it is.
pub(super) fn repair(members: &mut Members) {
    let is_list = |name: &str| members.get(name).is_some_and(Value::is_array);
    let is_crossref = is_list("title")
        || ["indexed", "content-domain", "reference-count"].iter().any(|name| members.contains_key(*name));
    if !is_crossref {
        return;
    }
    titles(members);
    for name in ["container-title-short", "ISSN", "ISBN", "publisher", "event-title", "short-container-title"] {
        first_of_list(members, name);
    }
    for (theirs, ours) in [
        ("short-container-title", "container-title-short"),
        ("publisher-location", "publisher-place"),
        ("article-number", "number"),
        ("edition-number", "edition"),
    ] {
        if let Some(value) = members.shift_remove(theirs) {
            members.entry(ours).or_insert(value);
        }
    }
    if let Some((_, kind)) = TYPES.iter().find(|(theirs, _)| members.get("type").is_some_and(|kind| kind == theirs)) {
        members.insert("type".to_owned(), json!(kind));
    }
    date(members);
    names(members);
    event(members);
    keywords(members);
    let is_own_url = members.get("URL").and_then(Value::as_str).is_some_and(is_doi_url);
    if is_own_url && members.contains_key("DOI") {
        members.shift_remove("URL");
    }
    if members.get("source").is_some_and(|source| source == "Crossref") {
        members.shift_remove("source");
    }
    for name in HOUSEKEEPING {
        members.shift_remove(name);
    }
}

fn first(value: &Value) -> Option<String> {
    value.as_array().map_or(Some(value), |list| list.first())?.as_str().map(str::to_owned)
}

fn first_of_list(members: &mut Members, name: &str) {
    if members.get(name).is_some_and(Value::is_array) {
        let text = members.shift_remove(name).as_ref().and_then(first).unwrap_or_default();
        put_text(members, name, &text);
    }
}

fn titles(members: &mut Members) {
    let subtitle = members.get("subtitle").and_then(first).unwrap_or_default();
    first_of_list(members, "title");
    first_of_list(members, "container-title");
    if let (false, Some(title)) = (subtitle.is_empty(), members.get("title").and_then(Value::as_str)) {
        let lower = title.to_lowercase();
        if !lower.contains(&subtitle.to_lowercase()) {
            members.insert("title".to_owned(), json!(format!("{title}: {subtitle}")));
        }
    }
}

/// `{"date-parts": [[null]]}` is no date; one of the others may be.
fn date(members: &mut Members) {
    let has_year = |date: &Value| date["date-parts"][0][0].is_number() || date["date-parts"][0][0].is_string();
    if members.get("issued").is_some_and(has_year) {
        return;
    }
    let others = ["published", "published-print", "published-online", "posted", "created"];
    match others.iter().filter_map(|name| members.get(*name)).find(|date| has_year(date)) {
        Some(date) => drop(members.insert("issued".to_owned(), json!({ "date-parts": date["date-parts"] }))),
        None => drop(members.shift_remove("issued")),
    }
}

fn names(members: &mut Members) {
    for list in ["author", "editor", "translator", "chair"] {
        let Some(names) = members.get_mut(list).and_then(Value::as_array_mut) else { continue };
        for name in names.iter_mut().filter_map(Value::as_object_mut) {
            if let Some(group) = name.shift_remove("name") {
                name.entry("literal").or_insert(group);
            }
            let is_csl =
                |key: &str| key.ends_with("particle") || ["given", "family", "suffix", "literal"].contains(&key);
            name.retain(|key, _| is_csl(key));
        }
    }
}

fn event(members: &mut Members) {
    if let Some(Value::Object(event)) = members.get("event").cloned() {
        members.shift_remove("event");
        for (theirs, ours) in [("name", "event-title"), ("location", "event-place")] {
            put_text(members, ours, event.get(theirs).and_then(Value::as_str).unwrap_or_default());
        }
    }
}

fn keywords(members: &mut Members) {
    if let Some(Value::Array(subjects)) = members.shift_remove("subject") {
        let subjects: Vec<&str> = subjects.iter().filter_map(Value::as_str).collect();
        let between = if subjects.iter().any(|subject| subject.contains(',')) { "; " } else { ", " };
        put_text(members, "keyword", &subjects.join(between));
    }
}

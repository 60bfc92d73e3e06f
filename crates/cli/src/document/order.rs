//! The order of members, so that two people who add the same thing add it at the same place.

use super::Members;

const ENVELOPE: [&str; 6] = ["$schema", "title", "introduction", "sections", "people", "abstracts"];

/// First what it is, by whom, where and when; then what it says; then how to find it.
const ENTRY: [&str; 42] = [
    "id",
    "type",
    "title",
    "title-short",
    "author",
    "editor",
    "translator",
    "container-author",
    "container-title",
    "container-title-short",
    "collection-title",
    "collection-number",
    "event-title",
    "event-place",
    "event-date",
    "genre",
    "publisher",
    "publisher-place",
    "edition",
    "version",
    "volume",
    "number-of-volumes",
    "issue",
    "number",
    "chapter-number",
    "page",
    "number-of-pages",
    "status",
    "issued",
    "original-date",
    "abstract",
    "note",
    "keyword",
    "language",
    "DOI",
    "ISBN",
    "ISSN",
    "PMID",
    "PMCID",
    "URL",
    "accessed",
    "annote",
];

/// Returns an envelope's members: those that are known, others as they was, the list.
pub(super) fn envelope(members: &Members) -> Members {
    ordered(members, &ENVELOPE, "publications")
}

/// Returns an entry's members: those that are known, others as they was, `custom`.
pub(super) fn entry(members: &Members) -> Members {
    ordered(members, &ENTRY, "custom")
}

fn ordered(members: &Members, first: &[&str], last: &str) -> Members {
    let known = first.iter().filter_map(|key| members.get_key_value(*key));
    let others = members.iter().filter(|(key, _)| *key != last && !first.contains(&key.as_str()));
    let copy = |(key, value): (&String, &serde_json::Value)| (key.clone(), value.clone());
    known.chain(others).chain(members.get_key_value(last)).map(copy).collect()
}

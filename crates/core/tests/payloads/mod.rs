//! The payloads of `tests/fixtures/hostile`, put into every text and link of a list.
#![allow(dead_code, reason = "each test takes what it needs")]

use std::collections::BTreeMap;

use serde_json::{Value, json};
use url::Url;

/// Returns whether a browser is led by a URL to a place, and is made to run nothing.
pub(crate) fn is_followed(href: &str) -> bool {
    let page = Url::parse("https://page.example/papers/").unwrap_or_else(|error| panic!("{error}"));
    // What is no URL does not exist.
    page.join(href).map_or(true, |seen| ["http", "https", "mailto"].contains(&seen.scheme()))
}

/// Returns all payloads.
pub(crate) fn texts() -> Vec<String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/hostile/payloads.json");
    let file = std::fs::read(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let kinds: BTreeMap<String, Vec<BTreeMap<String, String>>> =
        serde_json::from_slice(&file).unwrap_or_else(|error| panic!("{path}: {error}"));
    kinds.into_values().flatten().map(|mut payload| payload.remove("text").unwrap_or_default()).collect()
}

/// Returns a list with two entries for each of these texts, which are around it too.
pub(crate) fn list(texts: &[String]) -> Value {
    around(texts, texts, texts.iter().enumerate().flat_map(|(at, text)| [bare(at, text), within(at, text)]).collect())
}

/// Returns a list with one entry for each, in turn of either kind, and few sections and people: what costs time is done
/// to all.
pub(crate) fn short_list(texts: &[String]) -> Value {
    let entry = |(at, text): (usize, &String)| if at % 2 == 0 { bare(at, text) } else { within(at, text) };
    let some: Vec<_> = texts.iter().step_by(9).cloned().collect();
    around(texts, &some, texts.iter().enumerate().map(entry).collect())
}

fn around(texts: &[String], some: &[String], entries: Vec<Value>) -> Value {
    json!({
        "title": texts.join(" "),
        "introduction": texts.join("\n\n"),
        "sections": some.iter().map(|text| json!({ "id": text, "title": text })).collect::<Vec<_>>(),
        "people": some.iter().map(|text| person(text)).collect::<Vec<_>>(),
        "publications": entries,
    })
}

fn person(text: &str) -> Value {
    json!({ "name": format!("P {text}"), "aliases": [text], "url": text, "orcid": text })
}

/// Returns an entry in which each field is the text itself. Its title has letters of its own, so that it is never
/// empty.
pub(crate) fn bare(at: usize, text: &str) -> Value {
    let mut entry = fields(text);
    entry["id"] = json!(text);
    entry["title"] = json!(format!("{text} T{at}"));
    entry["DOI"] = json!(text);
    entry["URL"] = json!(text);
    entry["custom"] = json!({
        "section": text, "venue-url": text, "aliases": [format!("{text} alias {at}")], text: text,
        "links": [{ "kind": "pdf", "url": text, "label": text }, { "kind": text, "url": text, "label": text }],
    });
    entry
}

/// Returns an entry in which the text is behind what makes it a name, a DOI or a URL.
pub(crate) fn within(at: usize, text: &str) -> Value {
    let mut entry = fields(&format!("W{at} {text}"));
    let url = |host: &str| format!("https://{host}.example/{text}");
    entry["id"] = json!(format!("w{at} {text}"));
    entry["title"] = json!(format!("T{at} {text}"));
    entry["DOI"] = json!(format!("10.1/{text}"));
    entry["URL"] = json!(url("url"));
    entry["issued"] = json!("2013-04");
    entry["type"] = json!(["book", "article-journal", "paper-conference", "thesis"][at % 4]);
    entry["custom"] = json!({
        "section": text, "venue-url": url("venue"),
        "links": [{ "kind": "pdf", "url": url("pdf") }, { "kind": "slides", "url": url("slides"), "label": text },
            { "kind": "preprint", "url": format!("https://arxiv.org/abs/{text}") }],
    });
    entry
}

/// Returns the fields that are nothing but text, and one that no tool knows.
fn fields(text: &str) -> Value {
    let names = json!([{ "family": text, "given": text, "suffix": text }, { "literal": text },
        { "family": text, "non-dropping-particle": text, "dropping-particle": text }]);
    let mut entry = json!({ "author": names, "editor": names, "translator": names, "issued": text, "accessed": text });
    for field in [
        "type",
        "abstract",
        "note",
        "keyword",
        "language",
        "container-title",
        "container-title-short",
        "event-title",
        "event-place",
        "publisher",
        "publisher-place",
        "genre",
        "volume",
        "issue",
        "number",
        "edition",
        "page",
        "number-of-pages",
        "collection-title",
        "chapter-number",
        "title-short",
        "version",
        "ISBN",
        "ISSN",
        "PMID",
    ] {
        entry[field] = json!(text);
    }
    entry[text] = json!(text);
    entry["__proto__"] = json!({ "pwned": true });
    entry
}

//! Publications as the formatter wants them.
//!
//! Hayagriva stops the whole program at a date that is a range or has no year, and reads no item in which any value has
//! an unusual type. So each value is taken over by itself: what is sound goes in, the rest costs only itself.

use std::collections::BTreeMap;

use hayagriva::citationberg::json::{Item, Value};
use offprint_core::format::csl_json;
use offprint_core::publication::Publication;
use offprint_core::rich::RichText;
use serde_json::{Map, Value as Json};

use super::mask::mask_words;
use super::quotes::curly;
use super::{dates, links, names, numbers};

/// Members that no reference shows: our own, and what is long.
const LEFT_OUT: [&str; 5] = ["custom", "abstract", "annote", "keyword", "categories"];

/// Returns the CSL item of a publication; none where it is not JSON, which [`csl_json`] never writes.
pub(super) fn item(publication: &Publication) -> Option<Item> {
    let members: Map<String, Json> = serde_json::from_str(&csl_json(publication)).ok()?;
    let members = members.into_iter().filter(|(key, _)| !LEFT_OUT.contains(&key.as_str()));
    let mut item: BTreeMap<String, Value> =
        members.filter_map(|(key, value)| self::value(&key, &value).map(|value| (key, value))).collect();
    if publication.has_other_authors
        && let Some(Value::Names(authors)) = item.get_mut("author")
    {
        authors.push(names::others());
    }
    if let Some(url) = links::url(publication).filter(|_| !has_url(&item)) {
        item.insert("URL".to_owned(), Value::String(url.to_owned()));
    }
    item.entry("type".to_owned()).or_insert_with(|| Value::String("document".to_owned()));
    Some(Item(item))
}

fn has_url(item: &BTreeMap<String, Value>) -> bool {
    item.contains_key("DOI") || item.contains_key("URL")
}

/// Members whose words a style may write in title case or in lower case.
const TEXTS: [&str; 11] = [
    "title",
    "title-short",
    "container-title",
    "container-title-short",
    "collection-title",
    "event-title",
    "genre",
    "original-title",
    "publisher",
    "reviewed-title",
    "volume-title",
];

fn value(key: &str, value: &Json) -> Option<Value> {
    match value {
        Json::String(text) => plain(text).map(|text| Value::String(kept(key, text))),
        Json::Number(number) => Some(Value::String(number.to_string())),
        Json::Array(items) => names::names(items).map(Value::Names),
        Json::Object(date) => dates::date(date).map(Value::Date),
        Json::Null | Json::Bool(_) => None,
    }
}

/// Returns text of which the formatter changes no fact.
fn kept(key: &str, text: String) -> String {
    if numbers::VARIABLES.contains(&key) {
        numbers::number(&text)
    } else if key == "page" {
        numbers::pages(&text)
    } else if TEXTS.contains(&key) {
        mask_words(&curly(&text))
    } else {
        text
    }
}

/// Returns rich text as its words, in one line.
fn plain(text: &str) -> Option<String> {
    let plain = if text.contains(['<', '&']) { RichText::parse_inline(text).0.plain() } else { text.to_owned() };
    let words: Vec<&str> = plain.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

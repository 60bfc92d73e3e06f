//! Writing entries that the caller hands over, each as its CSL-JSON text.

use offprint_core::fold;
use offprint_core::format::{Format, StoredReferences, Style, html_document};
use offprint_core::message::GroupSummary;
use offprint_core::read;
use offprint_core::rich::RichText;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::json::{named, to_json};

/// Writes entries in the format of this name; `None` where there is no such format. Text that is no entry is left out.
#[wasm_bindgen]
pub fn write_format(format: &str, entries: Vec<String>) -> Option<String> {
    Some(Format::parse(format)?.write(entries.iter().filter_map(|entry| read::entry(entry))))
}

/// Returns the references of entries out of a file `references/*.json`, as the JSON of a `Vec<Option<Vec<String>>>`: for each
/// entry one HTML text per style, `None` where the file has none for the entry as it is now.
///
/// A file of any other form has none for any entry: a server may send a web page in its place.
///
/// # Errors
/// Never.
#[wasm_bindgen]
pub fn stored_references(file: &str, entries: Vec<String>) -> Result<String, JsError> {
    let stored: StoredReferences = serde_json::from_str(file).unwrap_or_default();
    let references = entries.iter().map(|entry| stored.of(&read::entry(entry)?));
    to_json(&references.collect::<Vec<_>>())
}

/// Returns an HTML page to print, with the references of entries in one style; `references` is the JSON of a
/// `Vec<Option<Vec<String>>>`, as [`stored_references`] and the citation formatter give it, and `groups` that of a
/// `Vec<GroupSummary>`, which part the entries. In styles without numbers the references of a group are by author. An entry without a reference in the style is written as plain text.
///
/// # Errors
/// If there is no such style, or `references` or `groups` is not JSON of this form.
#[wasm_bindgen]
pub fn bibliography(
    title: &str,
    style: &str,
    entries: Vec<String>,
    references: &str,
    groups: &str,
) -> Result<String, JsError> {
    let style = named(Style::parse, style)?;
    let references: Vec<Option<Vec<String>>> = serde_json::from_str(references)?;
    let reference = |at: usize| references.get(at)?.as_ref()?.get(style as usize).filter(|text| !text.is_empty());
    let groups: Vec<GroupSummary> = serde_json::from_str(groups)?;
    let mut items = entries.iter().enumerate().map(|(at, entry)| {
        let entry = read::entry(entry)?;
        let plain = || Format::Text.write([entry]).replace('&', "&amp;").replace('<', "&lt;");
        Some(reference(at).cloned().unwrap_or_else(plain))
    });
    let groups = groups.into_iter().map(|GroupSummary { title, length }| {
        let mut references: Vec<String> = items.by_ref().take(length).flatten().collect();
        if !style.is_numbered() {
            references.sort_by_cached_key(|reference| fold::key(&RichText::parse_inline(reference).0.plain()));
        }
        (title, references)
    });
    Ok(html_document(title, style.is_numbered(), groups))
}

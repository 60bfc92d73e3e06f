//! Writing entries that the caller hands over as a CSL-JSON array.

use offprint_core::format::{Format, StoredReferences, Style, html_document};
use offprint_core::message;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::json::{named, to_json};

/// Writes entries in the format of this name; `None` where there is no such format.
///
/// # Errors
/// If `csl_json` is not a JSON array.
#[wasm_bindgen]
pub fn write_format(format: &str, csl_json: &str) -> Result<Option<String>, JsError> {
    let Some(format) = Format::parse(format) else { return Ok(None) };
    Ok(Some(format.write(message::entries(csl_json)?.into_iter().flatten())))
}

/// Returns the references of entries out of a file `references/*.json`, as the JSON of a `Vec<Option<Vec<String>>>`: for each
/// entry one HTML text per style, `None` where the file has none for the entry as it is now.
///
/// A file of any other form has none for any entry: a server may send a web page in its place.
///
/// # Errors
/// If `csl_json` is not a JSON array.
#[wasm_bindgen]
pub fn stored_references(file: &str, csl_json: &str) -> Result<String, JsError> {
    let stored: StoredReferences = serde_json::from_str(file).unwrap_or_default();
    let entries = message::entries(csl_json)?;
    let references = entries.iter().map(|entry| entry.as_ref().and_then(|entry| stored.of(entry)));
    to_json(&references.collect::<Vec<_>>())
}

/// Returns an HTML page to print, with the references of entries in one style; `references` is the JSON of a
/// `Vec<Option<Vec<String>>>`, as [`stored_references`] and the citation formatter give it. An entry without a reference in
/// the style is written as plain text.
///
/// # Errors
/// If there is no such style, or an argument is not JSON of this form.
#[wasm_bindgen]
pub fn bibliography(title: &str, style: &str, csl_json: &str, references: &str) -> Result<String, JsError> {
    let style = named(Style::parse, style)? as usize;
    let references: Vec<Option<Vec<String>>> = serde_json::from_str(references)?;
    let entries = message::entries(csl_json)?;
    let reference = |at: usize| references.get(at)?.as_ref()?.get(style).filter(|text| !text.is_empty());
    let items = entries.iter().enumerate().filter_map(|(at, entry)| {
        let plain = || Format::Text.write(entry).replace('&', "&amp;").replace('<', "&lt;");
        entry.is_some().then(|| reference(at).cloned().unwrap_or_else(plain))
    });
    Ok(html_document(title, &items.collect::<Vec<_>>()))
}

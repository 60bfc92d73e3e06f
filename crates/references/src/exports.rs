//! What the page calls.

use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::json::format_json;

/// Formats entries, each given as its CSL-JSON text, and returns the JSON of a `Vec<Vec<String>>`: for each entry one HTML text per
/// style in the order of `Style::ALL`, empty where the style has no reference.
///
/// The first call also unpacks the styles, which takes a tenth of a second.
///
/// # Errors
/// Never.
#[wasm_bindgen]
pub fn format_references(entries: Vec<String>) -> Result<String, JsError> {
    Ok(format_json(&entries)?)
}

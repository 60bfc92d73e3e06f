//! Values as they cross to JavaScript.

use serde::Serialize;
use wasm_bindgen::JsError;

/// Serializes a message.
///
/// # Errors
/// Never for the messages of this module; the error is thrown in JavaScript.
pub(crate) fn to_json(message: &impl Serialize) -> Result<String, JsError> {
    Ok(serde_json::to_string(message)?)
}

/// Returns what a name stands for.
///
/// # Errors
/// If nothing has this name; the error is thrown in JavaScript.
pub(crate) fn named<T>(parse: fn(&str) -> Option<T>, name: &str) -> Result<T, JsError> {
    parse(name).ok_or_else(|| JsError::new(&format!("unknown name: {name}")))
}

//! Values in the several shapes that Hayagriva allows.

use serde_json::{Value, json};

use crate::document::Members;
use crate::import::item::put_text;

/// Returns one or many.
pub(super) fn list(value: Option<&Value>) -> Vec<&Value> {
    match value {
        Some(Value::Array(items)) => items.iter().collect(),
        Some(Value::Null) | None => Vec::new(),
        Some(one) => vec![one],
    }
}

/// Returns a text, a number, or the `value` of a map; braces that keep the case of words go.
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.replace(['{', '}'], "").split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Number(number) => number.to_string(),
        Value::Object(map) => map.get("value").or(map.get("name")).map(text).unwrap_or_default(),
        _ => String::new(),
    }
}

/// `Family, Given`, `Family, Suffix, Given`, or a map.
pub(super) fn name(value: &Value) -> Option<Value> {
    if let Some(map) = value.as_object() {
        let mut name = Members::new();
        for (theirs, ours) in
            [("given-name", "given"), ("prefix", "non-dropping-particle"), ("name", "family"), ("suffix", "suffix")]
        {
            put_text(&mut name, ours, &map.get(theirs).map(text).unwrap_or_default());
        }
        return name.contains_key("family").then_some(Value::Object(name));
    }
    let text = text(value);
    let parts: Vec<&str> = text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    match parts[..] {
        [] => None,
        [whole] if whole.contains(' ') => Some(json!({ "literal": whole })),
        [family] => Some(json!({ "family": family })),
        [family, given] => Some(json!({ "given": given, "family": family })),
        [family, suffix, ref given @ ..] => {
            Some(json!({ "given": given.join(", "), "family": family, "suffix": suffix }))
        }
    }
}

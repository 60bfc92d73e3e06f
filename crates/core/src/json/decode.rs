//! Decodes JSON strings and numbers to text.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Visitor};

/// Decodes a JSON string; returns `None` where `raw` is none. A lone surrogate becomes U+FFFD.
pub fn string(raw: &str) -> Option<String> {
    if !raw.starts_with('"') {
        return None;
    }
    serde_json::from_str(raw).ok().or_else(|| with_lone_surrogates(raw))
}

/// Decodes a JSON string, or returns the digits of a JSON number as they are written.
pub fn scalar(raw: &str) -> Option<String> {
    match raw.as_bytes().first()? {
        b'"' => string(raw),
        b'-' | b'0'..=b'9' if super::is_valid(raw) => Some(raw.to_owned()),
        _ => None,
    }
}

/// Decodes a string that serde_json refuses as a `String` because of surrogates without their other half, which tools
/// that cut texts by UTF-16 units write.
fn with_lone_surrogates(raw: &str) -> Option<String> {
    let Lossy(text) = super::is_valid(raw).then(|| serde_json::from_str(raw).ok())??;
    Some(text)
}

struct Lossy(String);

impl<'de> Deserialize<'de> for Lossy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(LossyVisitor)
    }
}

struct LossyVisitor;

impl Visitor<'_> for LossyVisitor {
    type Value = Lossy;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Lossy, E> {
        // As bytes, serde_json writes a lone surrogate in WTF-8: three bytes, each of which is invalid by itself.
        Ok(Lossy(String::from_utf8_lossy(bytes).replace("\u{fffd}\u{fffd}\u{fffd}", "\u{fffd}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_decoded() {
        for (raw, text) in [
            (r#""a\n\"b\"\\\/""#, "a\n\"b\"\\/"),
            (r#""\u00e9 \ud83d\ude00""#, "é 😀"),
            (r#""\ud83d, \ude00 \ud83dA""#, "\u{fffd}, \u{fffd} \u{fffd}A"),
        ] {
            assert_eq!(string(raw).as_deref(), Some(text), "from {raw}");
        }
        for raw in [r#""\x""#, r#""\u12""#, "\"a", "\"\n\"", "\"\\ud83d\n\"", "a", "\"", ""] {
            assert_eq!(string(raw), None, "from {raw}");
        }
    }

    #[test]
    fn numbers_keep_their_digits() {
        assert_eq!(scalar("12.50").as_deref(), Some("12.50"));
        assert_eq!(scalar("1e999").as_deref(), Some("1e999"));
        for raw in ["-", "012", "true", "[1]", ""] {
            assert_eq!(scalar(raw), None, "from {raw}");
        }
    }
}

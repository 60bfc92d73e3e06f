//! JSON, taken apart and put together without building a tree of it.

mod split;
mod text;

pub use split::{End, Member, Members, value};
pub(crate) use text::is_valid;
pub use text::string;

/// The text of a JSON string, or the digits of a number as they stand.
pub fn scalar(raw: &str) -> Option<String> {
    match raw.as_bytes().first()? {
        b'"' => string(raw),
        b'-' | b'0'..=b'9' if is_valid(raw) => Some(raw.to_owned()),
        _ => None,
    }
}

/// The value of a member of the object that `object` is the text of; the last one counts.
pub(crate) fn member<'a>(object: &'a str, key: &str) -> Option<&'a str> {
    Members::of(object).filter(|member| member.key == key).last().map(|member| member.value)
}

/// A text as a JSON string.
pub(crate) fn quote(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\0'..='\u{1f}' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quoted_text_is_read_back() {
        for text in ["", "plain", "a \"b\" \\ c\n\t\u{1}", "é \u{1f600}"] {
            assert_eq!(string(&quote(text)).as_deref(), Some(text));
        }
    }

    #[test]
    fn numbers_keep_their_digits() {
        assert_eq!(scalar("12.50").as_deref(), Some("12.50"));
        assert_eq!(scalar("-"), None);
        assert_eq!(scalar("true"), None);
        assert_eq!(member(r#"{"a": 1, "b": "x", "a": 2}"#, "a"), Some("2"));
    }
}

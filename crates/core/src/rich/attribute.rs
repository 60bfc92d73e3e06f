//! The attributes of a tag.

use super::entity;

/// Returns the value of the first attribute of that name, entities decoded; empty where it has none.
///
/// `attributes` is what is between a tag's name and its `>`.
pub(super) fn value(attributes: &str, name: &str) -> Option<String> {
    let mut rest = attributes;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return None;
        }
        let (found, after) = split_name(rest);
        let (value, after) = split_value(after);
        if found.eq_ignore_ascii_case(name) {
            return Some(entity::decode_all(value));
        }
        rest = after;
    }
}

/// Returns a name takes at least one byte of text that is not empty, which keeps `value` moving.
fn split_name(text: &str) -> (&str, &str) {
    let ends = |b: u8| b.is_ascii_whitespace() || matches!(b, b'/' | b'=');
    text.split_at(text.bytes().skip(1).position(ends).map_or(text.len(), |at| at + 1))
}

/// Returns the value, quoted or bare, if an equals sign comes next.
fn split_value(text: &str) -> (&str, &str) {
    let Some(after) = text.trim_ascii_start().strip_prefix('=') else {
        return ("", text);
    };
    let after = after.trim_ascii_start();
    for quote in ['"', '\''] {
        if let Some(quoted) = after.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    after.split_at(after.bytes().position(|b| b.is_ascii_whitespace()).unwrap_or(after.len()))
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn values_are_found_however_they_are_quoted() {
        for (attributes, href) in [
            (r#" href="a b""#, Some("a b")),
            (" href='a\"b'", Some("a\"b")),
            (" href=http://a.example/", Some("http://a.example/")),
            ("\n HREF \t=\n 'x' ", Some("x")),
            (r#" class="href" title='href=no' href=yes"#, Some("yes")),
            (r#" download href="x"/"#, Some("x")),
            (r#" href="first" href="second""#, Some("first")),
            (r#" href="?a=1&amp;b=2&copy=3""#, Some("?a=1&b=2&copy=3")),
            (" href", Some("")),
            (" data-href='x'", None),
            (" = / = ", None),
            ("", None),
        ] {
            assert_eq!(value(attributes, "href").as_deref(), href, "in {attributes:?}");
        }
    }
}

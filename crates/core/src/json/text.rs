//! The text of JSON strings, and whether a text is JSON at all.
//!
//! Our own, since the page asks for no more than this: serde_json would be 4 kB (brotli) of its bytes, and gives up on
//! the lone surrogates that other tools write.

/// The text of a JSON string. A lone surrogate becomes U+FFFD.
pub fn string(raw: &str) -> Option<String> {
    let mut rest = raw.strip_prefix('"')?.strip_suffix('"')?.chars();
    let mut text = String::with_capacity(raw.len());
    while let Some(c) = rest.next() {
        match c {
            '\\' => text.push(escaped(&mut rest)?),
            '"' | '\0'..='\u{1f}' => return None,
            _ => text.push(c),
        }
    }
    Some(text)
}

/// The character that stands behind a backslash.
fn escaped(rest: &mut std::str::Chars<'_>) -> Option<char> {
    Some(match rest.next()? {
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => return unit(rest).map(|unit| paired(unit, rest)),
        c @ ('"' | '\\' | '/') => c,
        _ => return None,
    })
}

/// Four hexadecimal digits.
fn unit(rest: &mut std::str::Chars<'_>) -> Option<u32> {
    let mut unit = 0;
    for _ in 0..4 {
        unit = unit * 16 + rest.next()?.to_digit(16)?;
    }
    Some(unit)
}

/// The character of a UTF-16 unit, which may need the unit after it.
fn paired(high: u32, rest: &mut std::str::Chars<'_>) -> char {
    let mut ahead = rest.clone();
    if (0xd800..0xdc00).contains(&high)
        && ahead.next() == Some('\\')
        && ahead.next() == Some('u')
        && let Some(low @ 0xdc00..0xe000) = unit(&mut ahead)
    {
        *rest = ahead;
        return char::from_u32(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)).unwrap_or('\u{fffd}');
    }
    char::from_u32(high).unwrap_or('\u{fffd}')
}

/// Whether a text is one JSON value, however deep it nests.
pub(crate) fn is_valid(raw: &str) -> bool {
    let mut walks = Vec::new();
    let mut value = raw;
    loop {
        match value.as_bytes().first() {
            Some(b'[' | b'{') => walks.push(super::Members::of(value)),
            Some(b'"') if string(value).is_some() => {}
            _ if is_number(value) || matches!(value, "true" | "false" | "null") => {}
            _ => return false,
        }
        value = loop {
            let Some(walk) = walks.last_mut() else { return true };
            match (walk.next(), walk.end()) {
                (Some(member), None) => break member.value,
                (None, Some(super::End::Closed)) if walk.is_all() => walks.pop(),
                _ => return false,
            };
        };
    }
}

/// `-12.5e3`, without a leading zero before other digits.
fn is_number(raw: &str) -> bool {
    let (number, exponent) = raw.split_once(['e', 'E']).unwrap_or((raw, "0"));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    let whole = whole.strip_prefix('-').unwrap_or(whole);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    digits(whole) && (whole == "0" || !whole.starts_with('0')) && digits(fraction) && digits(exponent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn escapes_become_what_they_stand_for() {
        for (raw, text) in [
            (r#""a\n\"b\"\\\/""#, "a\n\"b\"\\/"),
            (r#""\u00e9 \ud83d\ude00""#, "é 😀"),
            (r#""\ud83d, \ude00 \ud83dA""#, "\u{fffd}, \u{fffd} \u{fffd}A"),
        ] {
            assert_eq!(string(raw).as_deref(), Some(text), "from {raw}");
        }
        for raw in [r#""\x""#, r#""\u12""#, "\"a", "\"\n\"", "a", "\""] {
            assert_eq!(string(raw), None, "from {raw}");
        }
    }

    #[test]
    fn depth_is_no_obstacle() {
        assert!(is_valid(&("[".repeat(50_000) + &"]".repeat(50_000))));
        assert!(!is_valid(&"[".repeat(50_000)));
    }

    proptest! {
        #[test]
        fn what_serde_json_reads_is_read_and_nothing_else(raw in "[\\[\\]{}:,\"0-9a-e\\\\.+ntrufls-]{0,12}") {
            let raw = raw.trim();
            let theirs = serde_json::from_str::<serde::de::IgnoredAny>(raw).is_ok();
            prop_assert_eq!(is_valid(raw), theirs, "{}", raw);
        }

        #[test]
        fn a_string_is_what_serde_json_says(text in ".{0,20}") {
            let raw = serde_json::to_string(&text).unwrap();
            prop_assert_eq!(string(&raw), Some(text));
        }
    }
}

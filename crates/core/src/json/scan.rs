//! Reading one JSON value: the text of a string, and whether a text is JSON at all.
//!
//! Written here and not taken from serde_json for its bytes: a parser for any type, with its numbers and its errors,
//! is a tenth of the whole page, and all other numbers and errors are Offprint's own. It also reads what strict readers
//! give up on though the grammar allows it: half a surrogate pair (as �), numbers out of range, and any depth.
//! The tests compare it with serde_json.

/// A place in a text.
struct Scan<'a> {
    source: &'a str,
    at: usize,
}

/// The text of a JSON string; nothing if `source` is anything else or goes on behind it.
pub(crate) fn string(source: &str) -> Option<String> {
    let mut scan = Scan { source, at: 0 };
    let mut text = String::new();
    scan.string(&mut text)?;
    (scan.at == source.len()).then_some(text)
}

/// Whether a text is JSON.
pub(crate) fn is_valid(source: &str) -> bool {
    let mut scan = Scan { source, at: 0 };
    scan.value().is_some() && scan.at == source.len()
}

impl Scan<'_> {
    fn peek(&self) -> Option<u8> {
        self.source.as_bytes().get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    /// Moves past `byte`, if it comes next.
    fn take(&mut self, byte: u8) -> bool {
        let comes = self.peek() == Some(byte);
        self.at += usize::from(comes);
        comes
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    /// Moves past a value and the white space around it. A stack in place of recursion lets it be nested at will.
    fn value(&mut self) -> Option<()> {
        let mut awaited = Vec::new();
        let mut unused = String::new();
        loop {
            self.skip_space();
            let close = match self.peek()? {
                b'[' => b']',
                b'{' => b'}',
                _ => 0,
            };
            if close == 0 {
                unused.clear();
                self.scalar(&mut unused)?;
            } else {
                self.at += 1;
                awaited.push(close);
                self.skip_space();
                if self.peek()? != close {
                    self.key(close, &mut unused)?;
                    continue;
                }
            }
            self.skip_space();
            while let Some(close) = awaited.last()
                && self.take(*close)
            {
                awaited.pop();
                self.skip_space();
            }
            let Some(&close) = awaited.last() else { return Some(()) };
            if !self.take(b',') {
                return None;
            }
            self.key(close, &mut unused)?;
        }
    }

    /// Moves past `"key":` inside an object; inside an array there is none.
    fn key(&mut self, close: u8, unused: &mut String) -> Option<()> {
        if close == b'}' {
            unused.clear();
            self.skip_space();
            self.string(unused)?;
            self.skip_space();
            if !self.take(b':') {
                return None;
            }
        }
        Some(())
    }

    fn scalar(&mut self, text: &mut String) -> Option<()> {
        for word in ["true", "false", "null"] {
            if self.source.as_bytes()[self.at..].starts_with(word.as_bytes()) {
                self.at += word.len();
                return Some(());
            }
        }
        if self.peek() == Some(b'"') { self.string(text) } else { self.number() }
    }

    fn number(&mut self) -> Option<()> {
        self.take(b'-');
        if !self.take(b'0') {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _sign = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        Some(())
    }

    /// Moves past digits, at least one.
    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    /// Moves from a string's opening quote to behind its closing one, and appends its text.
    fn string(&mut self, text: &mut String) -> Option<()> {
        if !self.take(b'"') {
            return None;
        }
        loop {
            let start = self.at;
            while !matches!(self.peek()?, b'"' | b'\\' | 0..b' ') {
                self.at += 1;
            }
            text.push_str(self.source.get(start..self.at)?);
            match self.next()? {
                b'"' => return Some(()),
                b'\\' => text.push(self.escaped()?),
                _ => return None,
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        Some(match self.next()? {
            byte @ (b'"' | b'\\' | b'/') => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => self.code_point()?,
            _ => return None,
        })
    }

    /// One code point from one or two UTF-16 units.
    fn code_point(&mut self) -> Option<char> {
        let high = self.unit()?;
        let behind = self.at;
        if (0xd800..0xdc00).contains(&high) && self.take(b'\\') && self.take(b'u') {
            let low = self.unit()?;
            if (0xdc00..0xe000).contains(&low) {
                return char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00));
            }
        }
        self.at = behind;
        Some(char::from_u32(high).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Option<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit << 4 | char::from(self.next()?).to_digit(16)?;
        }
        Some(unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_strict_readers_refuse_is_read() {
        assert_eq!(string(r#""half: \ud83d""#).as_deref(), Some("half: \u{fffd}"));
        assert_eq!(string(r#""\ud83d\ud83d\ude00""#).as_deref(), Some("\u{fffd}\u{1f600}"));
        assert_eq!(string(r#""\ude00\n""#).as_deref(), Some("\u{fffd}\n"));
        assert!(is_valid("1e999") && is_valid(r#"{"a": 1, "a": 2}"#));
        assert!(is_valid(&["[".repeat(100_000), "]".repeat(100_000)].concat()));
        assert!(!is_valid(&"[".repeat(100_000)));
    }

    /// serde_json gives up on the four things that the module's documentation names, so those are kept out of here.
    #[cfg(not(target_arch = "wasm32"))]
    mod compared_with_serde_json {
        use proptest::prelude::*;

        fn json() -> impl Strategy<Value = String> {
            let scalar = prop_oneof![
                Just("null".to_owned()),
                Just("true".to_owned()),
                "-?(0|[1-9][0-9]{0,9})(\\.[0-9]{1,4})?([eE][+-]?[0-9]{1,2})?",
                "\"([ !#-Z]|\\PC|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-cA-C][0-9a-fA-F]{3}|\\\\ud83d\\\\ude00)*\"",
            ];
            scalar.prop_recursive(5, 24, 4, |inner| {
                let members = proptest::collection::vec(inner, 0..4);
                (members, any::<bool>(), "[ \t\n\r]?").prop_map(|(members, is_list, space)| {
                    let members: Vec<_> = members.into_iter().map(|member| if is_list { member } else { format!("\"k\"{space}:{member}") }).collect();
                    let (open, close) = if is_list { ('[', ']') } else { ('{', '}') };
                    format!("{open}{space}{}{space}{close}", members.join(&format!("{space},{space}")))
                })
            })
        }

        fn agrees(text: &str) -> Result<(), TestCaseError> {
            prop_assert_eq!(super::is_valid(text), serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok(), "{}", text);
            if text.trim_ascii() == text {
                prop_assert_eq!(super::string(text), serde_json::from_str::<String>(text).ok(), "{}", text);
            }
            Ok(())
        }

        proptest! {
            #[test]
            fn on_json(text in json()) {
                agrees(&text)?;
                prop_assert!(super::is_valid(&text));
            }

            #[test]
            fn on_json_with_a_fault(text in json(), at in any::<prop::sample::Index>(), byte in "[\\[\\]{}:,\"0-9.eE+\\\\ntfu -]?") {
                let cut = text.floor_char_boundary(at.index(text.len() + 1));
                let after = text.ceil_char_boundary((cut + 1).min(text.len()));
                agrees(&[&text[..cut], &byte, &text[after..]].concat())?;
            }

            #[test]
            fn on_strings_of_any_characters(text in any::<String>()) {
                agrees(&format!("\"{text}\""))?;
                agrees(&super::super::quote(&text))?;
            }
        }
    }
}

//! Numbers that keep their digits.
//!
//! serde_json reads a number as one of Rust's, and would write `1.50` as `1.5`. Its feature `arbitrary_precision` keeps
//! the digits, but for every crate of the build, some of which then cannot read numbers any more. So a number that would
//! change is kept as a text with a mark before it, and written without quotes.

use serde_json::Number;

/// A code point that Unicode keeps out of all text.
const MARK: char = '\u{fdd0}';

/// Returns the digits of a number that is kept as text.
pub(super) fn digits(text: &str) -> Option<&str> {
    text.strip_prefix(MARK)
}

/// Returns a text of valid JSON with its numbers kept, if any of them needs it.
pub(super) fn kept(json: &str) -> Option<String> {
    let mut out = String::new();
    let mut written = 0;
    let mut walk = json.char_indices().peekable();
    while let Some((at, c)) = walk.next() {
        match c {
            '"' => {
                while let Some((_, c)) = walk.next() {
                    match c {
                        '\\' => drop(walk.next()),
                        '"' => break,
                        _ => {}
                    }
                }
            }
            '-' | '0'..='9' => {
                let in_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '+' | '-');
                while walk.next_if(|(_, c)| in_number(*c)).is_some() {}
                let end = walk.peek().map_or(json.len(), |(end, _)| *end);
                if !survives(&json[at..end]) {
                    out.extend([&json[written..at], "\"", &MARK.to_string(), &json[at..end], "\""]);
                    written = end;
                }
            }
            _ => {}
        }
    }
    (written > 0).then(|| out + &json[written..])
}

fn survives(number: &str) -> bool {
    number.parse::<Number>().is_ok_and(|read| read.to_string() == number)
}

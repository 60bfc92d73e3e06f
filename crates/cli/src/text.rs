//! Text on its way to a terminal.
//!
//! What is in files, and the names of files, is anybody's. Whatever of it is said goes through here: it cannot steer the
//! terminal, nor turn its own direction, nor begin a line that looks as if this program had said it.

/// Returns text in one line that is fit for a terminal.
pub(crate) fn printable(text: &str) -> String {
    text.chars().map(visible).collect()
}

/// Returns text whose line ends are meant.
pub(crate) fn printable_lines(text: &str) -> String {
    text.split('\n').map(printable).collect::<Vec<_>>().join("\n")
}

/// JSON that says the same without a character that would steer a terminal; such ones are in its strings only.
pub(crate) fn printable_json(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if c != '\n' && steers(c) {
            out.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    out
}

/// Returns a character as a terminal can print it: a control character as its control picture (U+2400 and on), another one that would
/// move the cursor or reverse the text as �.
pub(crate) fn visible(c: char) -> char {
    match c {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        c if steers(c) => '\u{fffd}',
        c => c,
    }
}

/// Returns whether a character is a control, ends a line, or changes the direction of what follows it.
fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Returns whether an error means that nobody reads the output any more.
pub(crate) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<std::io::Error>())
        .any(|cause| cause.kind() == std::io::ErrorKind::BrokenPipe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_is_printable() {
        let text = "a\u{1b}[31m\u{9b}31m\r\u{7f}\nb\u{202e}c\u{2028}é";
        assert_eq!(printable(text), "a␛[31m�31m␍␡␊b�c�é");
        assert_eq!(printable_lines(text), "a␛[31m�31m␍␡\nb�c�é");
        assert_eq!(printable_json("{\n\"\u{9b}\u{202e}é\": 1}"), "{\n\"\\u009b\\u202eé\": 1}");
    }
}

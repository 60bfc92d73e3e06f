//! Quotation marks and apostrophes as they are printed.

use super::mask::mask;

/// Returns text with curly quotation marks and apostrophes in place of straight ones.
///
/// An apostrophe is masked: Hayagriva takes it for the end of a quotation, and then changes the wrong marks in a title that it
/// quotes itself.
pub(super) fn curly(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut before = ' ';
    let mut is_open = false;
    while let Some(c) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        let opens = (before.is_whitespace() || matches!(before, '(' | '[' | '{' | '"' | '“' | '‘' | '—' | '–'))
            && !next.is_whitespace();
        match c {
            '"' if opens => out.push('“'),
            '"' => out.push('”'),
            // A year without its century, as in "’13", begins with an apostrophe.
            '\'' | '‘' if opens && !next.is_numeric() => {
                is_open = true;
                out.push('‘');
            }
            '\'' | '’' if is_open && !next.is_alphanumeric() => {
                is_open = false;
                out.push('’');
            }
            '\'' | '’' => out.push_str(&mask("’")),
            _ => out.push(c),
        }
        before = c;
    }
    out
}

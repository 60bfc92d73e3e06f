//! The part of a line that is drawn: an abstract is a single line of thousands of characters.

use std::ops::Range;

use super::source::Source;
use crate::text::visible;

/// How many characters are before what is pointed at.
const BEFORE: usize = 40;

/// How many characters of what is pointed at are drawn.
const MOST: usize = 60;

/// How many characters are drawn in all.
const WIDTH: usize = 100;

/// A part of one line of a file, fit for a terminal.
#[derive(Debug, PartialEq)]
pub(super) struct Window {
    /// Line and column of what is pointed at, from one.
    pub(super) line: usize,
    pub(super) column: usize,
    /// The part of the line, with … where it is cut.
    pub(super) text: String,
    /// What is pointed at, as bytes of `text`.
    pub(super) at: Range<usize>,
}

impl Window {
    /// Returns the part of a file around a span; of a span over several lines the first line is pointed at.
    pub(super) fn around(source: &Source, span: &Range<usize>) -> Self {
        let place = source.place(span.start);
        let (before, rest) = source.text.split_at_checked(span.start).unwrap_or((&source.text, ""));
        // A line that fits is drawn whole.
        let (most_before, most) = if fits(before, rest) { (WIDTH, WIDTH) } else { (BEFORE, MOST) };
        let mut text = left(before, most_before);
        let start = text.len();
        let most_behind = WIDTH - text.chars().count().min(WIDTH);
        let mut end = start;
        for (shown, (at, c)) in rest.char_indices().take_while(|(_, c)| !matches!(c, '\n' | '\r')).enumerate() {
            let inside = at < span.len();
            let full = shown >= most_behind || (inside && shown >= most);
            text.push(if full { '…' } else { drawn(c) });
            if inside {
                end = text.len();
            }
            if full {
                break;
            }
        }
        Self { line: place.line, column: place.column, text, at: start..end }
    }
}

/// Returns whether a line, of which both sides of a place are given with what is beyond them, has at most [`WIDTH`]
/// characters.
fn fits(before: &str, rest: &str) -> bool {
    let length = |side: &mut dyn Iterator<Item = char>| side.take(WIDTH + 1).take_while(|c| *c != '\n').count();
    length(&mut before.chars().rev()) + length(&mut rest.chars()) <= WIDTH
}

/// Returns what is before it in its line, at most so many characters.
fn left(before: &str, most: usize) -> String {
    let mut ahead = before.chars().rev().take_while(|c| *c != '\n');
    let mut kept: Vec<char> = ahead.by_ref().take(most).collect();
    if ahead.next().is_some() {
        kept.push('…');
    }
    kept.into_iter().rev().filter(|c| *c != '\u{feff}').map(drawn).collect()
}

fn drawn(c: char) -> char {
    if c == '\t' { ' ' } else { visible(c) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(text: &str, span: Range<usize>) -> (String, String) {
        let source = Source::new("x", None, text.as_bytes());
        let Window { text, at, .. } = Window::around(&source, &span);
        let pointed = text[at].to_owned();
        (text, pointed)
    }

    #[test]
    fn a_short_line_is_drawn_whole() {
        assert_eq!(window("a\n  bcd e\nf", 4..7), ("  bcd e".to_owned(), "bcd".to_owned()));
        assert_eq!(window("{\n}", 0..3), ("{".to_owned(), "{".to_owned()));
        assert_eq!(window("a", 1..1), ("a".to_owned(), String::new()));
    }

    #[test]
    fn a_long_line_is_cut_around_what_is_pointed_at() {
        let line = format!("{}HERE{}", "é".repeat(500), "x".repeat(500));
        let (text, pointed) = window(&line, 1000..1004);
        assert_eq!((text.chars().count(), pointed.as_str()), (101, "HERE"));
        assert!(text.starts_with("…éé") && text.ends_with("xx…"), "{text}");
        let (text, pointed) = window(&line, 1000..1504);
        assert!(pointed.starts_with("HERExx") && pointed.ends_with("xx…") && text.ends_with(&pointed), "{text}");
    }

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(window("a\t\u{1b}[0m\u{202e}z", 2..3).0, "a ␛[0m�z");
    }
}

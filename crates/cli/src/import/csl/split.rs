//! Cutting a file into entries, so that a fault in one is a fault of that one.

use serde_json::{Deserializer, Value};

/// A piece of the file, with its byte.
#[derive(Debug)]
pub(super) enum Piece {
    /// An entry.
    Entry(usize, Value),
    /// An entry that is not JSON, and why.
    Fault(usize, String),
    /// The list has no end.
    End(usize),
    /// There is no list, and no entry.
    NoList(usize),
}

/// The entries of a file.
pub(super) struct Entries<'a> {
    text: &'a str,
    at: usize,
    state: State,
}

enum State {
    InList,
    Single,
    None,
    Done,
}

impl<'a> Entries<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let start = text.len() - text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').len();
        let list = if text[start..].starts_with('{') { list_in(text) } else { Some(start) };
        match list.filter(|at| text[*at..].starts_with('[')) {
            Some(at) => Self { text, at: at + 1, state: State::InList },
            None if text[start..].starts_with('{') => Self { text, at: start, state: State::Single },
            None => Self { text, at: start, state: State::None },
        }
    }

    fn entry(&mut self) -> Piece {
        let start = self.at;
        let rest = &self.text[start..];
        let mut values = Deserializer::from_str(rest).into_iter::<Value>();
        match values.next() {
            Some(Ok(value)) => {
                self.at += values.byte_offset().max(1);
                Piece::Entry(start, value)
            }
            Some(Err(error)) => match end_of_value(rest) {
                Some(length) => {
                    self.at += length;
                    let whole = error.to_string();
                    Piece::Fault(start, whole.split(" at line ").next().unwrap_or(&whole).to_owned())
                }
                None => {
                    self.state = State::Done;
                    Piece::End(start)
                }
            },
            None => {
                self.state = State::Done;
                Piece::End(start)
            }
        }
    }
}

impl Iterator for Entries<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        match self.state {
            State::Done => None,
            State::None => {
                self.state = State::Done;
                Some(Piece::NoList(self.at))
            }
            State::Single => {
                self.state = State::Done;
                Some(self.entry())
            }
            State::InList => {
                let rest = self.text[self.at..].trim_start_matches(|c: char| c.is_whitespace() || c == ',');
                self.at = self.text.len() - rest.len();
                if rest.starts_with(']') {
                    self.state = State::Done;
                    return None;
                }
                Some(self.entry())
            }
        }
    }
}

/// Returns where the list of an envelope begins.
fn list_in(text: &str) -> Option<usize> {
    ["\"publications\"", "\"items\"", "\"references\""].iter().find_map(|key| {
        text.match_indices(key).find_map(|(at, _)| {
            let rest = text[at + key.len()..].trim_start().strip_prefix(':')?.trim_start();
            rest.starts_with('[').then_some(text.len() - rest.len())
        })
    })
}

/// Returns how long a value is by its brackets alone; at least a character.
fn end_of_value(text: &str) -> Option<usize> {
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if in_text => escaped = true,
            '"' => in_text = !in_text,
            _ if in_text => {}
            '{' | '[' => depth += 1,
            ']' if depth == 0 => return Some(at.max(1)),
            ',' if depth == 0 => return Some(at + 1),
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

//! Lines with a tag, and those that go on with what is above.

/// A tag and its text.
#[derive(Debug)]
pub(super) struct Line {
    /// Two letters.
    pub(super) tag: &'static str,
    /// What it says.
    pub(super) text: String,
    /// Where it is.
    pub(super) at: usize,
}

/// The lines of a file.
pub(super) struct Lines<'a> {
    source: &'a str,
    at: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn of(source: &'a str) -> Self {
        Self { source, at: 0 }
    }

    fn line(&mut self) -> Option<(usize, &'a str)> {
        let start = self.at;
        let rest = &self.source[start..];
        let length = rest.find('\n').map_or(rest.len(), |end| end + 1);
        self.at += length;
        (length > 0).then(|| (start, rest[..length].trim_end()))
    }
}

impl Iterator for Lines<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        let (at, tag, text) = loop {
            let (at, line) = self.line()?;
            if let Some((tag, text)) = tagged(line) {
                break (at, tag, text);
            }
        };
        let mut text = text.to_owned();
        loop {
            let start = self.at;
            match self.line() {
                Some((_, line)) if tagged(line).is_none() => {
                    if !line.trim().is_empty() {
                        text.push(' ');
                        text.push_str(line.trim());
                    }
                }
                _ => {
                    self.at = start;
                    break;
                }
            }
        }
        Some(Line { tag, text: text.trim().to_owned(), at })
    }
}

/// `TY  - JOUR`; the spaces are often others than the two and one that RIS has.
fn tagged(line: &str) -> Option<(&'static str, &str)> {
    let line = line.trim_start_matches(['\u{feff}', ' ']);
    let name = line.get(..2)?;
    let rest = line[2..].trim_start_matches([' ', '\t']);
    let text = rest.strip_prefix('-')?;
    let is_spaced =
        rest.len() < line.len() - 2 && (text.is_empty() || text.starts_with([' ', '\t']) || line.starts_with("ER"));
    is_spaced.then(|| super::kind::tag(name)).flatten().map(|tag| (tag, text.trim()))
}

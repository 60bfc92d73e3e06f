//! Lines and columns of a text, found from byte offsets and back.

use offprint_core::problem::Place;

/// How far apart the marks are: a place is found by going through at most this many bytes, however long its line is.
const STRIDE: usize = 4096;

/// Where lines and columns fall, as marks at regular distances.
#[derive(Debug)]
pub(super) struct Lines {
    marks: Vec<(usize, Place)>,
}

impl Lines {
    /// Goes through a text once.
    pub(super) fn of(text: &str) -> Self {
        let mut place = Place { line: 1, column: 1 };
        let mut marks = vec![(0, place)];
        let mut next = STRIDE;
        for (at, c) in text.char_indices() {
            if at >= next {
                marks.push((at, place));
                next = at + STRIDE;
            }
            place = behind(place, c);
        }
        Self { marks }
    }

    /// Returns the place of a byte offset of the same text.
    pub(super) fn place(&self, text: &str, offset: usize) -> Place {
        let mark = self.marks.partition_point(|(at, _)| *at <= offset).saturating_sub(1);
        let (start, place) = self.marks[mark];
        text.get(start..offset).unwrap_or_default().chars().fold(place, behind)
    }

    /// Returns the byte offset of a place in the same text, which is its end where it has no such place.
    pub(super) fn offset(&self, text: &str, wanted: Place) -> usize {
        let key = |place: Place| (place.line, place.column);
        let mark = self.marks.partition_point(|(_, place)| key(*place) <= key(wanted)).saturating_sub(1);
        let (start, mut place) = self.marks[mark];
        for (at, c) in text[start..].char_indices() {
            if key(place) >= key(wanted) {
                return start + at;
            }
            place = behind(place, c);
        }
        text.len()
    }
}

/// Returns the place behind a character.
fn behind(place: Place, c: char) -> Place {
    match c {
        '\n' => Place { line: place.line + 1, column: 1 },
        // No editor counts a byte order mark.
        '\u{feff}' => place,
        _ => Place { column: place.column + 1, ..place },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_leads_back_to_its_offset() {
        let text = format!("a\né{}\n\nz", "日本x".repeat(3000));
        let lines = Lines::of(&text);
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let place = lines.place(&text, at);
            assert_eq!(lines.offset(&text, place), at, "{place:?}");
        }
        assert_eq!(lines.place(&text, 2), Place { line: 2, column: 1 });
        assert_eq!(lines.place(&text, text.len()), Place { line: 4, column: 2 });
    }
}

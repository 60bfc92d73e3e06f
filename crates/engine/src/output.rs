//! What the host reads.

use offprint_core::library::{Answer, Bar};
use offprint_core::packed::Packed;
use offprint_core::problem::Loss;
use offprint_core::query::Facet;
use offprint_core::read::Unreadable;

/// In place of the number of something that there is not.
pub const NONE: u32 = u32::MAX;

/// Between texts that are written one behind the other; no text holds it, as JSON allows it only escaped and folding drops it.
pub(crate) const SEPARATOR: char = '\u{1f}';

/// The answer to one call.
#[derive(Debug, Default)]
pub struct Output {
    /// Numbers, in an order that each function tells.
    pub numbers: Vec<u32>,
    /// Text.
    pub text: String,
}

impl Output {
    /// Empties it for another answer.
    pub fn clear(&mut self) {
        self.numbers.clear();
        self.text.clear();
    }

    /// Appends a text and a separator.
    pub fn push_text(&mut self, text: &str) {
        self.text.extend(text.chars().filter(|c| *c != SEPARATOR));
        self.text.push(SEPARATOR);
    }

    /// Why a file is no list: 0, the kind, line, column and the character found.
    pub fn push_unreadable(&mut self, why: &Unreadable) {
        let numbers = match why {
            Unreadable::Empty => [0, 0, 0, 0, NONE],
            Unreadable::Html => [0, 1, 0, 0, NONE],
            Unreadable::NotJson { line, column, found } => {
                [0, 2, *line as u32, *column as u32, found.map_or(NONE, u32::from)]
            }
            Unreadable::OtherShape => [0, 3, 0, 0, NONE],
        };
        self.numbers.extend(numbers);
    }

    /// What a list is like: 1; how many entries, how many without a year, how many left out; line and column of where the
    /// file breaks off, or 0; how many values each facet has; first and last year of each bar. Text: the envelope, then
    /// each problem.
    pub fn push_list(&mut self, packed: &Packed) {
        let catalog = packed.catalog();
        let cut = packed.problems().iter().find(|problem| problem.loss == Loss::Rest);
        let (line, column) = cut.map_or((0, 0), |cut| (cut.place.line as u32, cut.place.column as u32));
        self.numbers.extend([1, catalog.len() as u32, catalog.without_year(), packed.left_out() as u32, line, column]);
        self.numbers.extend(Facet::ALL.map(|facet| catalog.column(facet).values().len() as u32));
        let bars = catalog.histogram().bars().iter();
        self.numbers.extend(bars.flat_map(|Bar { from, to }| [*from as u32, *to as u32]));
        self.push_text(packed.envelope_text());
        packed.problems().iter().for_each(|problem| self.push_text(&problem.to_string()));
    }

    /// An answer: how many results; how many groups, and of each whether it has a title and how many entries; the entries,
    /// group by group; the counts of each facet's values and of the bars; how many are without a year; how many words were
    /// widened. Text: the titles; the widened words, as typed and as shown; and the suggestion, if
    /// there is one.
    pub fn push_answer(&mut self, answer: &Answer) {
        self.numbers.extend([answer.total as u32, answer.groups.len() as u32]);
        for group in &answer.groups {
            self.numbers.extend([u32::from(group.title.is_some()), group.entries.len() as u32]);
            group.title.iter().for_each(|title| self.push_text(title));
        }
        answer.groups.iter().for_each(|group| self.numbers.extend_from_slice(&group.entries));
        Facet::ALL.iter().for_each(|facet| self.numbers.extend_from_slice(answer.counts.of(*facet)));
        self.numbers.extend_from_slice(&answer.counts.bars);
        self.numbers.extend([answer.counts.without_year, answer.widened.len() as u32]);
        for widened in &answer.widened {
            self.push_text(&widened.typed);
            self.push_text(&widened.shown);
        }
        answer.suggestion.iter().for_each(|suggestion| self.push_text(suggestion));
    }
}

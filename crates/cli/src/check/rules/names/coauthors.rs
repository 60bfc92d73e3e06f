//! Who writes with whom.

use std::collections::HashSet;

use super::super::super::list::List;
use super::spelling::Spelling;

/// The spellings of each entry, by number.
pub(super) struct Coauthors {
    entries: Vec<Vec<usize>>,
}

impl Coauthors {
    pub(super) fn of(list: &List<'_>, spellings: &[Spelling]) -> Self {
        let mut entries = vec![Vec::new(); list.entries.len()];
        for (number, spelling) in spellings.iter().enumerate() {
            spelling.entries.iter().for_each(|entry| entries[*entry].push(number));
        }
        Self { entries }
    }

    /// Returns whether somebody writes with both.
    pub(super) fn common(&self, one: &Spelling, other: &Spelling) -> bool {
        let others: HashSet<usize> = self.with(one).collect();
        // Neither is in the other's entries, so what is common is somebody else.
        self.with(other).any(|number| others.contains(&number))
    }

    fn with(&self, spelling: &Spelling) -> impl Iterator<Item = usize> {
        spelling.entries.iter().flat_map(|entry| &self.entries[*entry]).copied()
    }
}

//! Occurrences that wait to be put into the index together.

use crate::search::Field;

/// Occurrences, which are put into the index term by term: one by one, each would have to fetch the places of its term
/// into the processor's cache.
#[derive(Debug, Default)]
pub(super) struct Batch {
    /// The entry that the others are counted from.
    first: u32,
    occurrences: Vec<Occurrence>,
    sorted: Vec<Occurrence>,
}

/// One occurrence of a term: of its place 10 bits are the entry, 3 the field and 19 the position.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Occurrence {
    term: u32,
    place: u32,
}

/// As many occurrences as are sorted within the cache.
const FULL: usize = 1 << 15;
const MOST_ENTRIES: u32 = 1 << 10;
const MOST_POSITIONS: u32 = (1 << 19) - 1;

impl Occurrence {
    /// Returns where in the head or the body it is.
    pub(super) fn position(self) -> u32 {
        self.place & MOST_POSITIONS
    }

    fn is_beside(&self, other: &Self) -> bool {
        self.term == other.term && self.place >> 19 == other.place >> 19
    }
}

impl Batch {
    /// Returns whether the occurrences that wait must be taken before some of this entry are added.
    pub(super) fn is_full(&self, entry: u32) -> bool {
        let is_far = entry < self.first || entry - self.first >= MOST_ENTRIES;
        self.occurrences.len() >= FULL || is_far && !self.occurrences.is_empty()
    }

    pub(super) fn push(&mut self, term: u32, entry: u32, field: Field, position: u32) {
        if self.occurrences.is_empty() {
            self.first = entry;
        }
        let place = (entry - self.first) << 22 | (field as u32) << 19 | position.min(MOST_POSITIONS);
        self.occurrences.push(Occurrence { term, place });
    }

    /// Takes all occurrences, term by term, in the order in which they were added. `take` gets a term, an entry, the number
    /// of a field, and what occurrences there are.
    pub(super) fn drain(&mut self, mut take: impl FnMut(u32, u32, u32, &[Occurrence])) {
        self.sort();
        for run in self.occurrences.chunk_by(Occurrence::is_beside) {
            let Occurrence { term, place } = run[0];
            take(term, self.first + (place >> 22), place >> 19 & 7, run);
        }
        self.occurrences.clear();
    }

    /// Orders the occurrences by term; those of one term keep their order.
    fn sort(&mut self) {
        self.sorted.resize(self.occurrences.len(), Occurrence::default());
        for shift in [0, 11] {
            let digit = |occurrence: &Occurrence| (occurrence.term >> shift) as usize & 0x7ff;
            let mut starts = vec![0u32; 0x801];
            self.occurrences.iter().for_each(|occurrence| starts[digit(occurrence) + 1] += 1);
            (1..starts.len()).for_each(|at| starts[at] += starts[at - 1]);
            for occurrence in &self.occurrences {
                let start = &mut starts[digit(occurrence)];
                self.sorted[*start as usize] = *occurrence;
                *start += 1;
            }
            std::mem::swap(&mut self.occurrences, &mut self.sorted);
        }
    }
}

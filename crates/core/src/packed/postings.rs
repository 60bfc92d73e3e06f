//! The inverted index: for each word, where it stands.
//!
//! What a list shows of an entry at a glance, its head, and its abstract, its body, are indexed apart: heads as they are
//! read, bodies afterwards, while the list is in use already. Both go through the entries in order, so that a posting
//! needs only the difference to the one before.

use super::arena::{Arena, Chain};
use crate::fold;
use crate::index::Index;
use crate::search::{Field, Shape, weight};

/// Positions of two values, such as two names, are this far apart: no phrase reaches over the border.
const GAP: u32 = 2;

/// The inverted index of a list.
#[derive(Debug, Default)]
pub(super) struct Postings {
    terms: Index,
    lists: Vec<List>,
    /// By term: what tells quickly that it is not near a word.
    shapes: Vec<Shape>,
    arena: Arena,
    batch: Batch,
    frequent: Frequent,
    /// Terms in the order of their texts, once all are known; until then only those from one border in `sorting` to the
    /// next stand together, of which the first `ordered` are in order.
    sorted: Vec<u32>,
    sorting: Vec<u32>,
    ordered: usize,
    /// What the beginning of a word weighs in each title and abstract.
    title_weights: Vec<u16>,
    abstract_weights: Vec<u8>,
}

/// Where one term stands.
#[derive(Debug, Default)]
struct List {
    head: Places,
    body: Places,
}

/// Where one term stands in heads, or in bodies.
#[derive(Debug, Default)]
struct Places {
    /// For each occurrence the difference to the entry before and, in the lowest three bits, the field.
    entries: Chain,
    /// For each occurrence its position.
    positions: Chain,
    last: u32,
}

impl Places {
    fn put(&mut self, arena: &mut Arena, entry: u32, field: u32, position: u32) {
        arena.put(&mut self.entries, (entry - self.last) << 3 | field);
        arena.put(&mut self.positions, position);
        self.last = entry;
    }
}

/// Occurrences that wait to be put into their lists together, term by term: one by one, each would have to fetch its list
/// into the processor's cache.
#[derive(Debug, Default)]
struct Batch {
    /// The entry that the others are counted from.
    first: u32,
    /// Terms, each with the entry (10 bits), the field (3) and the position (19).
    occurrences: Vec<(u32, u32)>,
    sorted: Vec<(u32, u32)>,
}

/// As many occurrences as fit into the cache with their lists.
const BATCH: usize = 1 << 15;
const MOST_ENTRIES: u32 = 1 << 10;
const MOST_POSITIONS: u32 = (1 << 19) - 1;

impl Batch {
    fn push(&mut self, term: u32, entry: u32, field: Field, position: u32) {
        let place = (entry - self.first) << 22 | (field as u32) << 19 | position.min(MOST_POSITIONS);
        self.occurrences.push((term, place));
    }

    /// Orders the occurrences by term; those of one term keep their order.
    fn sort(&mut self) {
        self.sorted.resize(self.occurrences.len(), (0, 0));
        for shift in [0, 11] {
            let digit = |term: u32| (term >> shift) as usize & 0x7ff;
            let mut starts = vec![0u32; 0x801];
            self.occurrences.iter().for_each(|(term, _)| starts[digit(*term) + 1] += 1);
            (1..starts.len()).for_each(|at| starts[at] += starts[at - 1]);
            for occurrence in &self.occurrences {
                let start = &mut starts[digit(occurrence.0)];
                self.sorted[*start as usize] = *occurrence;
                *start += 1;
            }
            std::mem::swap(&mut self.occurrences, &mut self.sorted);
        }
    }
}

/// Terms met lately, by their texts: nine of ten words are found here without a look into the whole dictionary, which
/// is far larger than the processor's cache.
#[derive(Debug)]
struct Frequent {
    /// A word of up to 16 bytes, filled up with zeros, and its number.
    slots: Vec<([u64; 2], u32)>,
}

const FREQUENT: usize = 1 << 14;

impl Default for Frequent {
    fn default() -> Self {
        Self { slots: vec![([0; 2], 0); FREQUENT] }
    }
}

impl Frequent {
    #[inline(always)]
    fn get(&mut self, word: &str, number: impl FnOnce() -> u32) -> u32 {
        let mut bytes = [0; 16];
        let Some(start) = bytes.get_mut(..word.len()) else { return number() };
        start.copy_from_slice(word.as_bytes());
        let (halves, _) = bytes.as_chunks::<8>();
        let key = [u64::from_le_bytes(halves[0]), u64::from_le_bytes(halves[1])];
        let hash = (key[0] ^ key[1].rotate_left(23)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let slot = &mut self.slots[(hash >> 50) as usize % FREQUENT];
        if slot.0 != key {
            *slot = (key, number());
        }
        slot.1
    }
}

/// One occurrence of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Occurrence {
    pub(super) entry: u32,
    pub(super) field: Field,
    /// Heads and bodies are counted apart.
    pub(super) position: u32,
}

/// Adds the head of one entry.
pub(super) struct Head<'a> {
    postings: &'a mut Postings,
    entry: u32,
    position: u32,
}

impl Head<'_> {
    /// Adds a value of a field.
    pub(super) fn add(&mut self, field: Field, text: &str) {
        let length = self.postings.add(self.entry, field, self.position, text);
        self.position += length + GAP;
        if field == Field::Title {
            self.postings.title_weights[self.entry as usize] = weight(field, length, false) as u16;
        }
    }
}

impl Postings {
    /// Starts the next entry.
    pub(super) fn head(&mut self) -> Head<'_> {
        let entry = self.title_weights.len() as u32;
        self.title_weights.push(1);
        self.abstract_weights.push(1);
        self.make_room(entry);
        Head { postings: self, entry, position: 0 }
    }

    /// Adds an entry's abstract, when all heads are flushed; entries come in order.
    pub(super) fn add_body(&mut self, entry: u32, text: &str) {
        self.make_room(entry);
        let length = self.add(entry, Field::Abstract, 0, text);
        self.abstract_weights[entry as usize] = weight(Field::Abstract, length, false) as u8;
    }

    /// Adds a text; how many words it has.
    fn add(&mut self, entry: u32, field: Field, position: u32, text: &str) -> u32 {
        let mut length = 0;
        fold::each_word(text, |word| {
            let term = self.number(word);
            self.batch.push(term, entry, field, position + length);
            length += 1;
        });
        length
    }

    /// The number of a term, which is new if need be.
    fn number(&mut self, word: &str) -> u32 {
        let terms = &mut self.terms;
        let number = self.frequent.get(word, || {
            let new = terms.len() as u32;
            *terms.get_or_insert(word, new)
        });
        if number as usize == self.lists.len() {
            self.lists.push(List::default());
            self.shapes.push(Shape::of(word));
        }
        number
    }

    fn make_room(&mut self, entry: u32) {
        if self.batch.occurrences.len() >= BATCH || entry - self.batch.first >= MOST_ENTRIES || entry < self.batch.first
        {
            self.flush();
        }
        if self.batch.occurrences.is_empty() {
            self.batch.first = entry;
        }
    }

    /// Makes everything that was added findable.
    pub(super) fn flush(&mut self) {
        self.batch.sort();
        for run in self.batch.occurrences.chunk_by(|(one, _), (other, _)| one == other) {
            let list = &mut self.lists[run[0].0 as usize];
            for &(_, place) in run {
                let field = place >> 19 & 7;
                let places = if field == Field::Abstract as u32 { &mut list.body } else { &mut list.head };
                places.put(&mut self.arena, self.batch.first + (place >> 22), field, place & MOST_POSITIONS);
            }
        }
        self.batch.occurrences.clear();
        self.batch.first = 0;
    }

    /// How many entries there are.
    pub(super) fn entries(&self) -> usize {
        self.title_weights.len()
    }

    /// Calls `each` for every term that so many edits can make of `word`, and for some others.
    pub(super) fn each_near(&self, word: &str, most: usize, each: &mut dyn FnMut(&str)) {
        let shape = Shape::of(word);
        let near = self.shapes.iter().zip(0..).filter(|(other, _)| shape.can_reach(**other, most));
        near.for_each(|(_, term)| each(self.terms.text(term)));
    }

    /// Puts some more terms in order, so that in the end those beginning with a word are found at once; whether there is
    /// more to do. To be called when no more text is to come.
    pub(super) fn sort_terms(&mut self) -> bool {
        if self.sorting.is_empty() {
            self.gather_terms();
        } else if let Some(&[start, end]) = self.sorting.windows(2).nth(self.ordered) {
            let terms = &self.terms;
            self.sorted[start as usize..end as usize].sort_unstable_by(|a, b| terms.text(*a).cmp(terms.text(*b)));
            self.ordered += 1;
        }
        self.ordered + 1 < self.sorting.len()
    }

    /// Puts the terms together that begin with the same byte.
    fn gather_terms(&mut self) {
        let first = |term: u32| usize::from(self.terms.text(term).as_bytes()[0]);
        let mut starts = vec![0u32; 0x101];
        (0..self.lists.len() as u32).for_each(|term| starts[first(term) + 1] += 1);
        (1..starts.len()).for_each(|at| starts[at] += starts[at - 1]);
        self.sorting = starts.clone();
        self.sorted = vec![0; self.lists.len()];
        for term in 0..self.lists.len() as u32 {
            let start = &mut starts[first(term)];
            self.sorted[*start as usize] = term;
            *start += 1;
        }
    }

    /// Calls `each` for every term that begins with `word`.
    pub(super) fn beginning(&self, word: &str, each: &mut dyn FnMut(u32)) {
        if self.ordered > 0 && self.ordered + 1 == self.sorting.len() {
            let start = self.sorted.partition_point(|term| self.terms.text(*term) < word);
            self.sorted[start..]
                .iter()
                .take_while(|term| self.terms.text(**term).starts_with(word))
                .for_each(|term| each(*term));
        } else {
            (0..self.lists.len() as u32).filter(|term| self.terms.text(*term).starts_with(word)).for_each(each);
        }
    }

    /// The term that is this word.
    pub(super) fn exactly(&self, word: &str) -> Option<u32> {
        self.terms.get(word)
    }

    /// What an occurrence of a beginning weighs.
    pub(super) fn weight(&self, entry: u32, field: Field) -> u32 {
        match field {
            Field::Title => u32::from(self.title_weights[entry as usize]),
            Field::Abstract => u32::from(self.abstract_weights[entry as usize]),
            _ => weight(field, 0, false),
        }
    }

    /// Adds to `weights` by entry what the occurrences of a term weigh, in one field or in all but the type.
    pub(super) fn weigh(&self, term: u32, field: Option<Field>, factor: u32, weights: &mut [u32]) {
        let list = &self.lists[term as usize];
        let sought = |own: Field| own.is_searched(field);
        let fixed = Field::ALL.map(|own| if sought(own) { weight(own, 0, false) * factor } else { 0 });
        let title_factor = if sought(Field::Title) { factor } else { 0 };
        let mut entry = 0;
        self.arena.each(list.head.entries, |number| {
            entry += (number >> 3) as usize;
            let own = (number & 7) as usize;
            let title = u32::from(self.title_weights[entry]) * title_factor;
            weights[entry] += if own == Field::Title as usize { title } else { fixed[own % fixed.len()] };
        });
        if sought(Field::Abstract) {
            let mut entry = 0;
            self.arena.each(list.body.entries, |number| {
                entry += (number >> 3) as usize;
                weights[entry] += u32::from(self.abstract_weights[entry]) * factor;
            });
        }
    }

    /// The entries that have a term, each as often as it is there; in one field or in all but the type.
    pub(super) fn occurrences_in(&self, term: u32, field: Option<Field>, each: &mut dyn FnMut(u32)) {
        let list = &self.lists[term as usize];
        for places in [&list.head, &list.body] {
            let mut entry = 0;
            self.arena.each(places.entries, |number| {
                entry += number >> 3;
                if Field::ALL[(number & 7) as usize % Field::ALL.len()].is_searched(field) {
                    each(entry);
                }
            });
        }
    }

    /// All occurrences of a term, in heads and then in bodies, each in order; in one field or in all but the type.
    pub(super) fn occurrences(&self, term: u32, field: Option<Field>, each: &mut dyn FnMut(Occurrence)) {
        let list = &self.lists[term as usize];
        for places in [&list.head, &list.body] {
            let mut entry = 0;
            self.arena.each_pair(places.entries, places.positions, |number, position| {
                entry += number >> 3;
                let own = Field::ALL[(number & 7) as usize % Field::ALL.len()];
                if own.is_searched(field) {
                    each(Occurrence { entry, field: own, position });
                }
            });
        }
    }
}

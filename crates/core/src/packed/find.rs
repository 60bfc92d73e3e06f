//! Searching by the index.

use super::postings::{Occurrence, Postings};
use crate::fold::Needle;
use crate::library::Catalog;
use crate::search::{Corpus, Field, Found};

/// What a whole word weighs against a beginning.
const WHOLE_WORD: u32 = 2;

/// A list whose words are indexed.
pub(super) struct Indexed<'a> {
    pub(super) postings: &'a Postings,
    pub(super) catalog: &'a Catalog,
}

impl Corpus for Indexed<'_> {
    fn entries(&self) -> u32 {
        self.postings.entries() as u32
    }

    fn weigh(&self, field: Option<Field>, needle: &Needle) -> Found {
        let words: Vec<&str> = needle.words().collect();
        let letter = match words[..] {
            [word] if field.is_none() && !needle.is_whole() => self.postings.weigh_letter(word),
            _ => None,
        };
        Found::new(letter.unwrap_or_else(|| match words[..] {
            [word] => {
                let mut terms = Vec::new();
                each_end(self.postings, word, needle.is_whole(), &mut |term, factor| terms.push((term, factor)));
                self.postings.weigh(&terms, field)
            }
            _ => side_by_side(self.postings, field, &words, needle.is_whole()),
        }))
    }

    fn weigh_any(&self, field: Option<Field>, words: &[String]) -> Found {
        let terms: Vec<_> = words.iter().filter_map(|word| Some((self.postings.exactly(word)?, WHOLE_WORD))).collect();
        // Most forms are no words, and this is done for each key.
        if terms.is_empty() { Found::nothing() } else { Found::new(self.postings.weigh(&terms, field)) }
    }

    fn each_named(&self, words: &[&str], take: &mut dyn FnMut(u32)) {
        self.postings.each_named(words, take);
    }

    fn holding(&self, field: Option<Field>, needle: &Needle) -> u32 {
        let words: Vec<&str> = needle.words().collect();
        let [word] = words[..] else { return self.weigh(field, needle).holding };
        let mut entries = vec![0u64; self.postings.entries().div_ceil(64)];
        each_end(self.postings, word, needle.is_whole(), &mut |term, _| {
            self.postings.entries_of(term, field, &mut |entry| entries[entry as usize / 64] |= 1 << (entry % 64));
        });
        entries.iter().map(|bits| bits.count_ones()).sum()
    }

    fn each_near(&self, word: &str, most: usize, take: &mut dyn FnMut(&str)) {
        self.postings.each_near(word, most, take);
    }

    fn year(&self, entry: u32) -> Option<i32> {
        self.catalog.year(entry)
    }
}

/// Calls `each` with every term that the last word of a phrase can be, and what it weighs against a beginning.
fn each_end(postings: &Postings, word: &str, whole: bool, each: &mut dyn FnMut(u32, u32)) {
    let exact = postings.exactly(word);
    if whole {
        exact.into_iter().for_each(|term| each(term, WHOLE_WORD));
    } else {
        postings.beginning(word, &mut |term| each(term, if exact == Some(term) { WHOLE_WORD } else { 1 }));
    }
}

/// Weighs the occurrences of words that are side by side.
fn side_by_side(postings: &Postings, field: Option<Field>, words: &[&str], whole: bool) -> Vec<u32> {
    let mut weights = vec![0; postings.entries()];
    let Some((last, before)) = words.split_last() else { return weights };
    let mut ends: Option<Vec<Occurrence>> = None;
    for word in before {
        let mut next = Vec::new();
        if let Some(term) = postings.exactly(word) {
            postings.occurrences(term, field, &mut |occurrence| {
                if ends.as_ref().is_none_or(|ends| follows(ends, occurrence)) {
                    next.push(occurrence);
                }
            });
        }
        next.sort_unstable_by_key(place);
        ends = Some(next);
    }
    let ends = ends.unwrap_or_default();
    each_end(postings, last, whole, &mut |term, factor| {
        postings.occurrences(term, field, &mut |occurrence| {
            if follows(&ends, occurrence) {
                let weight = postings.weight(occurrence.entry, occurrence.field);
                weights[occurrence.entry as usize] += weight * factor;
            }
        });
    });
    weights
}

/// Returns whether one of `ends` is right before the occurrence.
fn follows(ends: &[Occurrence], next: Occurrence) -> bool {
    let before = next.position.checked_sub(1).map(|position| Occurrence { position, ..next });
    before.is_some_and(|before| ends.binary_search_by_key(&place(&before), place).is_ok())
}

/// Returns something by which occurrences are ordered: entry by entry, the head and the body of each apart.
fn place(occurrence: &Occurrence) -> (u32, bool, u32) {
    (occurrence.entry, occurrence.field == Field::Abstract, occurrence.position)
}

//! Typing errors: the word that was probably meant.

use std::cmp::Reverse;

use super::clause::{Clause, Field, Sought};
use super::distance::{Typed, edits_allowed};
use super::texts::{Found, Texts};
use crate::fold::Needle;

/// A word is taken for a typing error where a near word is in more than this many times as many entries.
const RARE: u64 = 100;

/// A word that is searched beside the one that was typed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Widened {
    /// As typed, folded.
    pub typed: String,
    /// The near word.
    pub shown: String,
}

impl Widened {
    /// Adds it to others, unless it is there: a word may be searched in two fields.
    pub(super) fn join(self, others: &mut Vec<Self>) {
        if !others.contains(&self) {
            others.push(self);
        }
    }
}

impl Clause {
    /// The word in which typing errors are forgiven: one that is to be found, and not quoted.
    pub fn plain_word(&self) -> Option<&str> {
        match &self.sought {
            Sought::Phrase { words, whole: false, .. } if !self.excluded && words.len() == 1 => Some(&words[0]),
            _ => None,
        }
    }
}

/// Whether the entries of a near word are shown too: it is in `near` entries, the word as typed in `typed`, both as
/// beginnings of words.
pub fn is_widened(typed: u32, near: u32) -> bool {
    u64::from(typed) * RARE < u64::from(near)
}

/// Whether one near word of `typed` is to be preferred to another as near: by how many entries have it, then by its first
/// letter, then by the alphabet.
pub fn is_better(typed: &str, (holding, word): (u32, &str), (other_holding, other): (u32, &str)) -> bool {
    let alike = |word: &str| word.chars().next() == typed.chars().next();
    (holding, alike(word), Reverse(word)) > (other_holding, alike(other), Reverse(other))
}

/// A near word, and where it was found.
pub(super) struct Near<'t> {
    pub(super) word: &'t str,
    pub(super) found: Found,
}

impl Texts {
    /// The near word whose entries are shown too, for a word that `holding` entries have as typed.
    pub(super) fn widen(&self, word: &str, field: Option<Field>, holding: u32) -> Option<Near<'_>> {
        if !is_widened(holding, self.len() as u32) {
            return None;
        }
        self.nearest(word, field).filter(|near| is_widened(holding, near.found.holding))
    }

    /// The near word with the fewest edits, of those the best. Words that begin with the one typed are found as it is.
    pub(super) fn nearest(&self, word: &str, field: Option<Field>) -> Option<Near<'_>> {
        let mut most = edits_allowed(word);
        if most == 0 {
            return None;
        }
        let typed = Typed::new(word);
        let mut nearest: Vec<&str> = Vec::new();
        self.each_word(field, &mut |known| {
            let Some(edits) = typed.distance(known, most).filter(|_| !known.starts_with(word)) else { return };
            if edits < most {
                nearest.clear();
                most = edits;
            }
            if !nearest.contains(&known) {
                nearest.push(known);
            }
        });
        let mut best: Option<Near<'_>> = None;
        for known in nearest {
            let found = self.weigh(field, &Needle::word(known, false));
            let is_first = |best: &Near<'_>| is_better(word, (found.holding, known), (best.found.holding, best.word));
            if best.as_ref().is_none_or(is_first) {
                best = Some(Near { word: known, found });
            }
        }
        best
    }
}

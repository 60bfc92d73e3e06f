//! Typing errors: the word that was probably meant.

use std::cmp::Reverse;

use rapidfuzz::distance::osa;

use super::clause::{Clause, Field, Sought};
use super::distance::edits_allowed;
use super::find::{Corpus, Found};
use crate::fold::Needle;

/// A word is taken for a typing error where a near word is in more than this many times as many entries.
const RARE: u64 = 100;

/// A word that is searched beside the one that was typed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
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
    /// Returns the word that is found in other forms too: one that is to be there, and not quoted.
    pub fn plain_word(&self) -> Option<&str> {
        match &self.sought {
            Sought::Phrase { words, whole: false, .. } if !self.excluded && words.len() == 1 => Some(&words[0]),
            _ => None,
        }
    }

    /// Returns the word in which typing errors are forgiven: a plain one, as it was typed.
    pub fn forgiven_word(&self) -> Option<&str> {
        self.plain_word().filter(|_| matches!(self.sought, Sought::Phrase { is_form: false, .. }))
    }
}

/// Returns whether the entries of a near word are shown too: it is in `near` entries, the word as typed in `typed`,
/// both as beginnings of words.
pub fn is_widened(typed: u32, near: u32) -> bool {
    u64::from(typed) * RARE < u64::from(near)
}

/// Returns whether one near word of `typed` is to be preferred to another as near: by how many entries have it, then by
/// its first letter, then by the alphabet.
pub fn is_better(typed: &str, (holding, word): (u32, &str), (other_holding, other): (u32, &str)) -> bool {
    let alike = |word: &str| word.chars().next() == typed.chars().next();
    (holding, alike(word), Reverse(word)) > (other_holding, alike(other), Reverse(other))
}

/// A near word, and where it was found.
pub(super) struct Near {
    pub(super) word: String,
    pub(super) found: Found,
}

/// Returns the near word whose entries are shown too, for a word that `holding` entries have as typed.
pub(super) fn widen(corpus: &dyn Corpus, word: &str, field: Option<Field>, holding: u32) -> Option<Near> {
    if !is_widened(holding, corpus.entries()) {
        return None;
    }
    nearest(corpus, word, field, holding).filter(|near| is_widened(holding, near.found.holding))
}

/// Of the near words that the field has, the best of those with the fewest edits. Two are forgiven only in a word that no
/// entry has: "coreference" is no slip for "conference".
pub(super) fn nearest(corpus: &dyn Corpus, word: &str, field: Option<Field>, holding: u32) -> Option<Near> {
    let most = edits_allowed(word).min(if holding == 0 { usize::MAX } else { 1 });
    let near = near_words(corpus, word, most);
    near.chunk_by(|(one, _), (other, _)| one == other).find_map(|near| best(corpus, word, field, near))
}

/// Returns the near words, those with one edit before those with more, each once. Words that begin with the one typed
/// are found as it is.
fn near_words(corpus: &dyn Corpus, word: &str, most: usize) -> Vec<(usize, String)> {
    let mut near: Vec<(usize, String)> = Vec::new();
    if most == 0 {
        return near;
    }
    let typed = osa::BatchComparator::new(word.chars());
    let args = osa::Args::default().score_cutoff(most);
    corpus.each_near(word, most, &mut |known| {
        let Some(edits) = typed.distance_with_args(known.chars(), &args).filter(|_| !known.starts_with(word)) else {
            return;
        };
        if let Err(at) = near.binary_search_by(|(other, near)| (*other, near.as_str()).cmp(&(edits, known))) {
            near.insert(at, (edits, known.to_owned()));
        }
    });
    near
}

/// Returns the best of words with as many edits.
fn best(corpus: &dyn Corpus, typed: &str, field: Option<Field>, near: &[(usize, String)]) -> Option<Near> {
    let mut best: Option<(u32, &str)> = None;
    for (_, word) in near {
        let holding = corpus.holding(field, &Needle::word(word, false));
        if best.is_none_or(|best| is_better(typed, (holding, word), best))
            && corpus.holding(field, &Needle::word(word, true)) > 0
        {
            best = Some((holding, word));
        }
    }
    best.map(|(_, word)| Near { word: word.to_owned(), found: corpus.weigh(field, &Needle::word(word, false)) })
}

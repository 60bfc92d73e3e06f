//! How near entries come to a search that finds nothing, such as a pasted reference.

use super::clause::{Search, Sought};
use super::find::Corpus;
use super::rank::{rarity, saturated};
use crate::fold::Needle;

/// A longer text is cut: whoever pastes a page has other ways.
const MOST_WORDS: usize = 60;

/// What the plain words of a search find, word by word.
pub(crate) struct Near {
    /// By entry how well it matches.
    pub(crate) scores: Vec<u32>,
    /// By entry what its words are worth.
    worth: Vec<u32>,
    /// What all words are worth that any entry has.
    all: u32,
}

impl Near {
    /// Looks for each plain word of a search, without its quotes and operators. The rarer a word is, the more it is worth. A single
    /// word has no part that could be found.
    pub(crate) fn of(corpus: &dyn Corpus, text: &str) -> Self {
        let entries = corpus.entries();
        let mut near = Self { scores: vec![0; entries as usize], worth: vec![0; entries as usize], all: 0 };
        let (mut parts, mut words): (usize, Vec<String>) = (0, Vec::new());
        for clause in &Search::parse(text).clauses {
            let mut is_part = false;
            clause.each_phrase(&mut |phrase| {
                let Sought::Phrase { words: own, .. } = &phrase.sought else { return };
                is_part = true;
                for word in own {
                    if words.len() < MOST_WORDS && !words.contains(word) {
                        words.push(word.clone());
                    }
                }
            });
            parts += usize::from(is_part);
        }
        if parts < 2 {
            return near;
        }
        for word in &words {
            let found = corpus.weigh(None, &Needle::word(word, true));
            let rarity = if found.holding > 0 { rarity(found.holding, entries) } else { 0 };
            near.all += rarity;
            for (at, weights) in found.weights.iter().enumerate().filter(|(_, weights)| **weights > 0) {
                near.worth[at] += rarity;
                near.scores[at] += rarity * saturated(*weights);
            }
        }
        near
    }

    /// Returns whether an entry has words worth at least half of the search.
    pub(crate) fn holds(&self, entry: u32) -> bool {
        self.all > 0 && self.worth.get(entry as usize).is_some_and(|worth| 2 * worth >= self.all)
    }
}

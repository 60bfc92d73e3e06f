//! Which entries match a search, and how well.

use super::clause::{Field, Search, Sought};
use super::rank::{AS_TYPED, rarity, saturated, with_clause};
use super::widen::{Widened, widen};
use crate::fold::Needle;

/// What is searched: the texts of a short list, or the index of a long one.
pub(crate) trait Corpus {
    /// Returns how many entries there are.
    fn entries(&self) -> u32;
    /// Looks for words that are side by side.
    fn weigh(&self, field: Option<Field>, needle: &Needle) -> Found;
    /// Returns how many entries have words side by side.
    fn holding(&self, field: Option<Field>, needle: &Needle) -> u32 {
        self.weigh(field, needle).holding
    }
    /// Hands over every word of any field that so many edits can make of `word`, and others; a scan does so again for each
    /// time that one is there.
    fn each_near(&self, word: &str, most: usize, take: &mut dyn FnMut(&str));
    /// Returns the year of an entry.
    fn year(&self, entry: u32) -> Option<i32>;
}

/// Where something was found.
pub(crate) struct Found {
    /// By entry: the sum of the weights of all places; 0 where there is none.
    pub(crate) weights: Vec<u32>,
    /// How many entries have any.
    pub(crate) holding: u32,
}

impl Found {
    pub(crate) fn new(weights: Vec<u32>) -> Self {
        let holding = weights.iter().filter(|weight| **weight > 0).count() as u32;
        Self { weights, holding }
    }
}

/// Which entries match, and how well.
#[derive(Debug)]
pub struct Hits {
    scores: Vec<u32>,
    /// Words that were searched beside those that were typed.
    pub widened: Vec<Widened>,
}

impl Hits {
    /// By entry how well it matches; 0 if not.
    pub fn scores(&self) -> &[u32] {
        &self.scores
    }

    /// Returns whether the entry matches.
    pub fn contains(&self, entry: u32) -> bool {
        self.scores.get(entry as usize).is_some_and(|score| *score > 0)
    }

    /// Drops entries.
    fn retain(&mut self, keeps: &dyn Fn(usize) -> bool) {
        for (entry, score) in self.scores.iter_mut().enumerate() {
            if !keeps(entry) {
                *score = 0;
            }
        }
    }

    /// Scores one more clause. An entry that has what was typed is scored by that alone, another by the near word.
    fn add(&mut self, typed: &Found, near: Option<&Found>) {
        let entries = self.scores.len() as u32;
        let rarity_of = |found: &Found| rarity(found.holding, entries);
        let (typed_rarity, near) = (rarity_of(typed), near.map(|near| (near, rarity_of(near))));
        for (entry, score) in self.scores.iter_mut().enumerate().filter(|(_, score)| **score > 0) {
            let near = || near.map_or((0, 0), |(near, rarity)| (near.weights[entry], rarity));
            *score = match (typed.weights[entry], near) {
                (0, near) => match near() {
                    (0, _) => 0,
                    (weights, rarity) => with_clause(*score, rarity * saturated(weights), false),
                },
                (weights, _) => with_clause(*score, typed_rarity * saturated(weights), true),
            };
        }
    }
}

/// Finds the entries for which all clauses hold.
///
/// A clause is scored by how many entries hold it whether or not they match in all else.
pub(crate) fn find(corpus: &dyn Corpus, search: &Search) -> Hits {
    let mut hits = Hits { scores: vec![AS_TYPED; corpus.entries() as usize], widened: Vec::new() };
    for clause in &search.clauses {
        match &clause.sought {
            Sought::Years(years) => {
                hits.retain(&|entry| years.contains(corpus.year(entry as u32)) != clause.excluded);
            }
            Sought::Phrase { field, words, whole } => {
                let typed = corpus.weigh(*field, &Needle::new(words, *whole));
                if clause.excluded {
                    hits.retain(&|entry| typed.weights[entry] == 0);
                    continue;
                }
                let near = clause.plain_word().and_then(|word| widen(corpus, word, *field, typed.holding));
                hits.add(&typed, near.as_ref().map(|near| &near.found));
                if let (Some(near), Some(word)) = (near, words.first()) {
                    Widened { typed: word.clone(), shown: near.word }.join(&mut hits.widened);
                }
            }
        }
    }
    hits
}

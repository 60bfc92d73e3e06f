//! Which entries match a search, and how well.

use super::clause::{Search, Sought};
use super::rank::{AS_TYPED, clause_score, with_clause};
use super::texts::{Found, Texts};
use super::widen::Widened;
use crate::fold::Needle;

/// Which entries match, and how well.
#[derive(Debug)]
pub struct Hits {
    scores: Vec<u32>,
    /// Words that were searched beside those that were typed.
    pub widened: Vec<Widened>,
}

impl Hits {
    /// Whether the entry matches.
    pub fn contains(&self, entry: u32) -> bool {
        self.score(entry) > 0
    }

    /// How well it matches; 0 if not.
    pub fn score(&self, entry: u32) -> u32 {
        self.scores.get(entry as usize).copied().unwrap_or(0)
    }

    /// Drops entries.
    fn retain(&mut self, keeps: impl Fn(usize) -> bool) {
        for (entry, score) in self.scores.iter_mut().enumerate() {
            if !keeps(entry) {
                *score = 0;
            }
        }
    }

    /// Scores one more clause. An entry that has what was typed is scored by that alone, another by the near word.
    fn add(&mut self, typed: &Found, near: Option<&Found>) {
        let entries = self.scores.len() as u32;
        let of = |found: &Found, entry: usize| match found.weights[entry] {
            0 => None,
            weights => Some(clause_score(weights, found.holding, entries)),
        };
        for (entry, score) in self.scores.iter_mut().enumerate().filter(|(_, score)| **score > 0) {
            *score = match (of(typed, entry), near.and_then(|near| of(near, entry))) {
                (Some(clause), _) => with_clause(*score, clause, true),
                (None, Some(clause)) => with_clause(*score, clause, false),
                (None, None) => 0,
            };
        }
    }
}

impl Texts {
    /// Finds the entries for which all clauses hold. `year` gives the year of an entry.
    ///
    /// A clause is scored by how many entries hold it whether or not they match in all else.
    pub fn find(&self, search: &Search, year: &dyn Fn(u32) -> Option<i32>) -> Hits {
        let mut hits = Hits { scores: vec![AS_TYPED; self.len()], widened: Vec::new() };
        for clause in &search.clauses {
            match &clause.sought {
                Sought::Years(years) => {
                    hits.retain(|entry| years.contains(year(entry as u32)) != clause.excluded);
                }
                Sought::Phrase { field, words, whole } => {
                    let typed = self.weigh(*field, &Needle::new(words, *whole));
                    if clause.excluded {
                        hits.retain(|entry| typed.weights[entry] == 0);
                        continue;
                    }
                    let near = clause.plain_word().and_then(|word| self.widen(word, *field, typed.holding));
                    hits.add(&typed, near.as_ref().map(|near| &near.found));
                    if let (Some(near), Some(word)) = (near, words.first()) {
                        Widened { typed: word.clone(), shown: near.word.to_owned() }.join(&mut hits.widened);
                    }
                }
            }
        }
        hits
    }
}

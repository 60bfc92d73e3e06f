//! Taking a search text apart.

use super::{Clause, Search, Sought, words};

impl Search {
    /// Takes a search text apart.
    pub fn parse(text: &str) -> Self {
        let phrase = |word| Sought::Phrase { field: None, words: vec![word], whole: false };
        let clauses = words(text).into_iter().map(|word| Clause { excluded: false, sought: phrase(word) });
        Self { clauses: clauses.collect(), hint: None }
    }
}

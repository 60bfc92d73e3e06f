//! Names of the same words in another order: the given name in the place of the family name, or "Scott, David" unparted.

use std::collections::HashMap;

use super::Pair;
use super::spelling::Spelling;

/// Each spelling whose words another has in another order.
pub(super) fn pairs(spellings: &[Spelling]) -> Vec<Pair> {
    let mut firsts: HashMap<Vec<&str>, usize> = HashMap::new();
    let mut pairs = Vec::new();
    for (at, spelling) in spellings.iter().enumerate().filter(|(_, spelling)| spelling.words.len() > 1) {
        let mut words: Vec<&str> = spelling.words.iter().map(String::as_str).collect();
        words.sort_unstable();
        let first = *firsts.entry(words).or_insert(at);
        if spellings[first].words != spelling.words {
            pairs.push(Pair::of(spellings, at, first, "the same words in another order"));
        }
    }
    pairs
}

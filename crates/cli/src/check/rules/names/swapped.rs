//! Names of the same words in another order: the given name in the place of the family name, or "Scott, David" unparted.
//!
//! "Yu Yang" and "Yang Yu" are two people more often than not, so words like these need a co-author in common.

use std::collections::HashMap;

use super::Pair;
use super::spelling::Spelling;

/// Returns each spelling whose words another has in another order.
pub(super) fn pairs(spellings: &[Spelling]) -> Vec<Pair> {
    let mut firsts: HashMap<Vec<&str>, usize> = HashMap::new();
    let mut pairs = Vec::new();
    for (at, spelling) in spellings.iter().enumerate().filter(|(_, spelling)| spelling.words.len() > 1) {
        let mut words: Vec<&str> = spelling.words.iter().map(String::as_str).collect();
        words.sort_unstable();
        let first = *firsts.entry(words).or_insert(at);
        if spellings[first].words != spelling.words {
            let needs_coauthor = spelling.words.iter().all(|word| may_be_pinyin(word));
            let pair = Pair::of(spellings, at, first, "the same words in another order");
            pairs.push(Pair { needs_coauthor, ..pair });
        }
    }
    pairs
}

/// Returns whether a word may be a Chinese name, which is given or family name alike: it is short and ends as its
/// syllables do.
fn may_be_pinyin(word: &str) -> bool {
    word.chars().count() <= 6 && word.ends_with(['a', 'e', 'i', 'o', 'u', 'n', 'g'])
}

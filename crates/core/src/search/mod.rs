//! Searching: every word of the query must be the beginning of a word of the entry.

mod clause;
mod mark;
mod parse;
mod rank;
mod suggest;
mod texts;

pub use clause::{Clause, Field, Hint, Search, Sought};
pub use mark::{mark_rich, mark_text};
pub use rank::{AS_TYPED, clause_score, weight};
pub use texts::{Hits, Texts};

use crate::fold;

/// The folded words of a search text, each once.
pub fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in fold::words(text) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

/// Whether each of `words`, which are folded, is the beginning of a word of `text`.
pub fn matches(text: &str, words: &[String]) -> bool {
    let mut folded = String::new();
    fold::push_words(text, &mut folded);
    words.iter().all(|word| folded.split(' ').any(|known| known.starts_with(word.as_str())))
}

//! Searching: what a search text asks for, which entries have it, and where.

mod clause;
mod distance;
mod find;
mod mark;
mod parse;
mod rank;
mod texts;

pub use clause::{Clause, Field, Hint, Search, Sought, Widened};
pub use distance::Typed;
pub(crate) use find::{Corpus, find};
pub use mark::{mark_rich, mark_text};
pub use parse::quote_word;
pub use rank::{AS_TYPED, clause_score, weight};
pub use texts::{Hits, Texts};
pub(crate) use texts::{each_value, with_plain};

use crate::fold;

/// The folded words of a text, each once.
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

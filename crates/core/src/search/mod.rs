//! Searching: what a search text asks for, which entries have it, how well they match, and where.

mod clause;
mod distance;
mod fields;
mod find;
mod forms;
mod line;
mod mark;
mod near;
mod number;
mod parse;
mod rank;
mod rewrite;
mod texts;
mod typed;
mod widen;

pub use clause::{Clause, Field, Hint, Search, Sought};
pub(crate) use distance::Shape;
pub use distance::edits_allowed;
pub(crate) use fields::with_plain;
pub use fields::{Part, each_text};
pub use find::Hits;
pub(crate) use find::{Corpus, Found, find};
pub use forms::forms;
pub use line::abstract_line;
pub use mark::{Mark, is_marked, mark_rich, mark_text};
pub(crate) use near::Near;
pub use parse::parts;
pub use rank::{AS_FORM, AS_NAME, AS_TYPED, LEVEL, clause_score, weight, with_clause};
pub use rewrite::quote;
pub(crate) use rewrite::suggest;
pub use texts::Texts;
pub use widen::{Widened, is_better, is_widened};

use crate::fold::{self, Needle};

/// Returns what narrows a list of values: the words of `text`, each as the beginning of a word.
pub fn needles(text: &str) -> Vec<Needle> {
    fold::runs(text).iter().map(|words| Needle::new(words, false)).collect()
}

/// Returns whether each of `needles` is in `text`.
pub fn matches(text: &str, needles: &[Needle]) -> bool {
    let mut folded = String::new();
    fold::push_words(text, &mut folded);
    needles.iter().all(|needle| needle.is_in(&folded))
}

//! The entries that come near a search that finds nothing.

use super::Catalog;
use super::order::by_score;
use crate::query::{Query, Sort};
use crate::search::{Corpus, Near};

/// No more are shown.
const MOST: usize = 10;

impl Catalog {
    /// Returns the entries, within the filters of a query, that have words worth at least half of its search, the best first.
    ///
    /// Cost: one pass over all entries for each word.
    pub(crate) fn closest(&self, corpus: &dyn Corpus, query: &Query) -> Vec<u32> {
        let near = Near::of(corpus, &query.text);
        let mut entries =
            self.admitted(&query.with_text(String::new())).in_order(self.orders.by(Sort::Newest, &self.titles));
        entries.retain(|entry| near.holds(*entry));
        by_score(&mut entries, &near.scores);
        entries.truncate(MOST);
        entries
    }
}

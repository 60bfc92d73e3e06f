//! Ways out of a query that finds nothing.

use super::Collection;
use crate::query::{Filter, Query};
use crate::search;

/// No more words of a search are tried: whoever pastes a whole reference has other ways.
const MOST_WORDS: usize = 12;

/// A smaller query that finds something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayOut {
    /// What it leaves out.
    pub without: Without,
    /// The query.
    pub query: Query,
    /// How many entries it finds.
    pub count: usize,
}

/// What a smaller query leaves out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Without {
    /// A filter, or the whole search.
    Filter(Filter),
    /// One word or phrase of the search, as it is written.
    Word(String),
}

/// Returns every query without one of the filters or one of the words that finds something, the one that finds most
/// first.
///
/// Cost: one answer for each.
pub fn ways_out(list: &dyn Collection, query: &Query) -> Vec<WayOut> {
    let (filters, words) = (Filter::all(query), search::parts(&query.text));
    // The whole search is one of several filters, or it is all there is.
    let is_offered = |filter: &Filter| !matches!(filter, Filter::Search(_)) || (filters.len() > 1 && words.len() > 1);
    let without_filters = filters
        .iter()
        .filter(|filter| is_offered(filter))
        .map(|filter| (Without::Filter(filter.clone()), filter.removed_from(query)));
    let without_words = words.iter().enumerate().take(MOST_WORDS).map(|(at, word)| {
        let others = words.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| *other);
        (Without::Word((*word).to_owned()), query.with_text(others.collect::<Vec<_>>().join(" ")))
    });
    let mut ways: Vec<WayOut> = Vec::new();
    for (without, query) in without_filters.chain(without_words).filter(|(_, query)| query.is_narrowed()) {
        let count = list.answer(&query).total;
        if count > 0 {
            let at = ways.partition_point(|way| way.count >= count);
            ways.insert(at, WayOut { without, query, count });
        }
    }
    ways
}

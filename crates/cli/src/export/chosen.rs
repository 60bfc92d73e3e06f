//! Which entries are exported, and in which order.

use clap::ValueEnum;
use offprint_core::library::{Answer, Group, Library};
use offprint_core::query::{GroupBy, Query, Sort, UrlQuery};
use offprint_core::search::{Hint, Search};

use crate::list::say;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Order {
    /// Latest first
    Newest,
    /// Earliest first
    Oldest,
    /// By title
    Title,
    /// Best match first
    Relevance,
}

impl Order {
    fn sort(self) -> Sort {
        match self {
            Self::Newest => Sort::Newest,
            Self::Oldest => Sort::Oldest,
            Self::Title => Sort::Title,
            Self::Relevance => Sort::Relevance,
        }
    }
}

/// Returns the entries that the page would list, in its order and in its groups.
pub(super) fn groups(
    library: &Library,
    words: Option<&str>,
    order: Option<Order>,
    group: Option<GroupBy>,
) -> Vec<Group> {
    let mut query = query(words.unwrap_or_default());
    query.group = group.or(query.group);
    if let Some(order) = order {
        query.sort = Some(order.sort());
    }
    let answer = library.answer(&query);
    tell(&query, &answer);
    answer.groups
}

/// Words, or a URL where they begin as one.
fn query(words: &str) -> Query {
    if !words.starts_with('?') {
        return Query::default().with_text(words.to_owned());
    }
    let UrlQuery { query, foreign, ignored } = UrlQuery::parse(words);
    for value in ignored {
        say(&format!("“{}={}” is not understood, and ignored", value.parameter, value.value));
    }
    if !foreign.is_empty() {
        say(&format!("“{foreign}” is no part of a search, and ignored"));
    }
    query
}

/// Says what was searched in another way than it was written, and where nothing was found.
fn tell(query: &Query, answer: &Answer) {
    if let Some(hint) = Search::parse(&query.text).hint {
        say(&meaning(&hint));
    }
    for widened in &answer.widened {
        say(&format!("“{}” is in few entries, so “{}” is searched too", widened.typed, widened.shown));
    }
    if answer.total == 0 && query.is_narrowed() {
        let instead = answer.suggestion.as_ref().map(|text| format!("; “{text}” would find some")).unwrap_or_default();
        say(&format!("no publication is found{instead}"));
    }
}

fn meaning(hint: &Hint) -> String {
    match hint {
        Hint::OpenQuote => "the quotation mark has no second one: the words are searched one by one".to_owned(),
        Hint::NoValue(field) => format!("nothing follows “{field}:”, so it is searched as a word"),
        Hint::NoYear(value) => format!("“{value}” is no year and no range of years, so it is searched as words"),
        Hint::NoWords => "the search has no letter or digit, so it finds nothing".to_owned(),
        Hint::NothingExcluded => "to leave out a word, put the minus sign directly before it".to_owned(),
    }
}

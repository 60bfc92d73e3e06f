//! What narrows the list, each with a way to remove it.

use offprint_core::query::{Facet, Query, Years};

use crate::data::Collection;
use crate::words;

/// Something that narrows the list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum ActiveFilter {
    /// The search text.
    Search(String),
    /// A chosen value, as the query has it.
    Value(Facet, String),
    /// Chosen years, as a URL writes them.
    Years(String),
}

impl ActiveFilter {
    /// Returns everything that narrows the list, in the order of URLs.
    pub(crate) fn all(query: &Query) -> Vec<Self> {
        let mut filters = Vec::new();
        if query.is_search() {
            filters.push(Self::Search(query.text.trim().to_owned()));
        }
        for facet in Facet::ALL {
            filters.extend(query.values(facet).iter().map(|value| Self::Value(facet, value.clone())));
            if facet == Facet::Author {
                filters.extend(query.years.iter().map(|years| Self::Years(years.to_string())));
            }
        }
        filters
    }

    /// Returns the group and the value: "Author Anil Madhavapeddy", "Year 2010–2014", "Search lamp".
    pub(crate) fn label(&self, list: &dyn Collection) -> String {
        match self {
            Self::Search(text) => words::filter(words::SEARCH, text),
            Self::Value(facet, value) => words::filter(facet.label(), &list.label(*facet, value)),
            Self::Years(years) => {
                words::filter(words::YEAR, &Years::parse(years).map(Years::label).unwrap_or_default())
            }
        }
    }

    /// Returns the query without it.
    pub(crate) fn removed_from(&self, query: &Query) -> Query {
        let mut query = query.clone();
        match self {
            Self::Search(_) => query.text.clear(),
            Self::Value(facet, value) => query.toggle(*facet, value),
            Self::Years(years) => query.years.retain(|chosen| chosen.to_string() != *years),
        }
        query
    }
}

//! Active filters, each with a button that takes it back.

use offprint_core::query::{Facet, Query, Years};

use super::Collection;

/// Something that narrows the list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Chip {
    /// The search text.
    Search(String),
    /// A chosen value, as the query has it.
    Value(Facet, String),
    /// Chosen years, as an address writes them.
    Years(String),
}

impl Chip {
    /// Everything that narrows the list, in the order of addresses.
    pub fn all(query: &Query) -> Vec<Self> {
        let mut chips = Vec::new();
        if query.is_search() {
            chips.push(Self::Search(query.text.trim().to_owned()));
        }
        for facet in Facet::ALL {
            chips.extend(query.values(facet).iter().map(|value| Self::Value(facet, value.clone())));
            if facet == Facet::Author {
                chips.extend(query.years.iter().map(|years| Self::Years(years.to_string())));
            }
        }
        chips
    }

    /// The group and the value: "Author Anil Madhavapeddy", "Year 2010–2014", "Search lamp".
    pub fn label(&self, collection: &dyn Collection) -> String {
        match self {
            Self::Search(text) => format!("Search {text}"),
            Self::Value(facet, value) => format!("{} {}", facet.label(), collection.label(*facet, value)),
            Self::Years(years) => format!("Year {}", Years::parse(years).map(Years::label).unwrap_or_default()),
        }
    }

    /// The query without it.
    pub fn removed_from(&self, query: &Query) -> Query {
        let mut query = query.clone();
        match self {
            Self::Search(_) => query.text.clear(),
            Self::Value(facet, value) => query.toggle(*facet, value),
            Self::Years(years) => query.years.retain(|chosen| chosen.to_string() != *years),
        }
        query
    }
}

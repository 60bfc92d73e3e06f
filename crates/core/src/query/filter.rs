//! One thing that narrows a list.

use super::years::{cover, toggle};
use super::{Facet, Query, Years};

/// A search text, a value of a facet, or years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filter {
    /// The search text.
    Search(String),
    /// A value of a facet, by its name.
    Value(Facet, String),
    /// Years, or none.
    Years(Years),
}

impl Filter {
    /// Returns every filter of a query, in the order of URLs.
    pub fn all(query: &Query) -> Vec<Self> {
        let mut filters = Vec::new();
        if query.is_search() {
            filters.push(Self::Search(query.text.trim().to_owned()));
        }
        for facet in Facet::ALL {
            filters.extend(query.values(facet).iter().map(|value| Self::Value(facet, value.clone())));
            if facet == Facet::Author {
                filters.extend(query.years.iter().copied().map(Self::Years));
            }
        }
        filters
    }

    /// Returns the query with this filter alone.
    pub fn alone(&self) -> Query {
        let mut query = Query::default();
        self.toggle(&mut query);
        query
    }

    /// Returns whether a query has this filter; a range of years is one too where others cover it.
    pub fn is_in(&self, query: &Query) -> bool {
        match self {
            Self::Search(text) => query.text.trim() == text,
            Self::Value(facet, value) => !query.values(*facet).is_empty() && query.has(*facet, value),
            Self::Years(years) => match years.bounds() {
                Some((from, to)) => cover(&query.years, from, to),
                None => query.years.contains(years),
            },
        }
    }

    /// Adds the filter to a query, or removes it; years replace other years.
    pub fn toggle(&self, query: &mut Query) {
        match self {
            Self::Search(text) => query.text = if self.is_in(query) { String::new() } else { text.clone() },
            Self::Value(facet, value) => query.toggle(*facet, value),
            Self::Years(years) => match years.bounds() {
                Some((from, to)) if self.is_in(query) => query.set_years(toggle(&query.years, from, to)),
                Some(_) => query.set_years([*years]),
                None => {
                    let others = query.years.iter().copied().filter(|other| other != years);
                    let own = (!self.is_in(query)).then_some(*years);
                    query.set_years(others.chain(own).collect::<Vec<_>>());
                }
            },
        }
    }

    /// Returns a query without this filter, which [`Filter::all`] has listed.
    pub fn removed_from(&self, query: &Query) -> Query {
        let mut query = query.clone();
        match self {
            Self::Search(_) => query.text.clear(),
            Self::Value(facet, value) => query.toggle(*facet, value),
            Self::Years(years) => query.years.retain(|chosen| chosen != years),
        }
        query
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_filter_of_a_query_is_listed_and_can_be_removed() {
        let query = Query::parse("q=lamp&author=Ada%20Lovelace&year=2010-2014&year=none&venue=ICFP");
        let filters = Filter::all(&query);
        assert_eq!(filters.len(), 5);
        let none = filters.iter().fold(query.clone(), |query, filter| filter.removed_from(&query));
        assert!(!none.is_narrowed(), "{none:?}");
        assert!(filters.iter().all(|filter| filter.is_in(&query) && !filter.is_in(&none)));
    }

    #[test]
    fn a_year_replaces_other_years_and_is_cut_out_of_a_range() {
        let year = Filter::Years(Years::single(2012));
        let mut query = Query::parse("year=2003");
        year.toggle(&mut query);
        assert_eq!(query.to_search(), "year=2012");
        let mut query = Query::parse("year=2010-2014");
        assert!(year.is_in(&query));
        year.toggle(&mut query);
        assert_eq!(query.years, Query::parse("year=2010-2011&year=2013-2014").years);
    }

    #[test]
    fn entries_without_a_year_are_chosen_beside_years() {
        let none = Filter::Years(Years::Unknown);
        let mut query = Query::parse("year=2003");
        none.toggle(&mut query);
        assert_eq!(query.years, Query::parse("year=2003&year=none").years);
        none.toggle(&mut query);
        assert_eq!(query.to_search(), "year=2003");
    }
}

//! Queries that are offered above the list.

use leptos::prelude::*;
use offprint_core::library::Collection;
use offprint_core::query::{Facet, Query};

use super::listing::Listing;
use crate::words;

/// Names of more words are looked for in the order in which they are typed.
const MOST_PERMUTED: usize = 3;

/// A query that is offered, and the label of the link to it.
pub(crate) type Offer = (String, Query);

impl Listing {
    /// Returns, for each author or venue whose name the search is, that filter in the place of the search.
    pub(crate) fn named_by_search(self) -> Vec<Offer> {
        self.with_list(|list| self.visitor.with(|query| named(list, query)))
    }

    /// Returns all publications of the only chosen author, if there is one, whatever else is set.
    pub(crate) fn all_by_author(self) -> Vec<Offer> {
        let alone = self.filters.with(|query| match query.values(Facet::Author) {
            [name] => Some((name.clone(), query.cleared())),
            _ => None,
        });
        let Some((name, mut alone)) = alone else { return Vec::new() };
        alone.choose(Facet::Author, &name);
        let (count, label) = self.with_list(|list| (list.answer(&alone).total, list.label(Facet::Author, &name)));
        vec![(words::all_by_author(count, &label), alone)]
    }
}

fn named(list: &dyn Collection, query: &Query) -> Vec<Offer> {
    let words: Vec<&str> = query.text.split(' ').filter(|word| !word.is_empty()).collect();
    let mut offers: Vec<Offer> = Vec::new();
    for facet in [Facet::Author, Facet::Venue] {
        for name in orders(&words) {
            if list.find(facet, &name).is_none() || query.has(facet, &name) {
                continue;
            }
            let label = list.label(facet, &name);
            let mut filtered = query.with_text(String::new());
            filtered.choose(facet, &label);
            let count = list.answer(&filtered).total;
            let offer = (words::offered_filter(facet.label(), &label, count), filtered);
            if count > 0 && !offers.contains(&offer) {
                offers.push(offer);
            }
        }
    }
    offers
}

/// Returns the words in every order, as one text each.
fn orders(words: &[&str]) -> Vec<String> {
    if words.len() > MOST_PERMUTED {
        return vec![words.join(" ")];
    }
    let mut orders: Vec<Vec<&str>> = vec![Vec::new()];
    for word in words {
        let longer = orders
            .iter()
            .flat_map(|order| (0..=order.len()).map(move |at| [&order[..at], &[*word], &order[at..]].concat()));
        orders = longer.collect();
    }
    orders.into_iter().map(|order| order.join(" ")).filter(|name| !name.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_looked_for_in_every_order() {
        assert_eq!(orders(&["wei", "wang"]), ["wang wei", "wei wang"]);
        assert_eq!(orders(&["a", "b", "c"]).len(), 6);
        assert_eq!(orders(&["a", "b", "c", "d"]), ["a b c d"]);
        assert_eq!(orders(&[]), [""; 0]);
    }
}

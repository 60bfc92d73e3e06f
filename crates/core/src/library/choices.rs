//! Which values of a facet are offered, and in which order.

use super::Catalog;
use super::order::sort;
use crate::fold;
use crate::message::FacetValue;
use crate::query::Facet;
use crate::search;

/// What a filter is to offer.
#[derive(Debug, Clone, Copy, Default)]
pub struct Choices<'a> {
    /// The beginnings of words that were typed to narrow the values.
    pub narrow: &'a str,
    /// The values that come before all others.
    pub first: &'a [u32],
    /// How many results each value has, for the order; empty for the order of the whole list.
    pub counts: &'a [u32],
    /// Whether values without results are offered too, behind the others.
    pub with_zeros: bool,
    /// At most so many values.
    pub most: usize,
}

impl Choices<'_> {
    fn count(&self, id: u32) -> u32 {
        self.counts.get(id as usize).copied().unwrap_or(0)
    }
}

impl Catalog {
    /// Returns the values that a filter offers, in order.
    pub fn options(&self, facet: Facet, choices: &Choices<'_>) -> Vec<FacetValue> {
        let values = self.column(facet).values();
        let option = |id: u32| {
            let value = values.get(id as usize)?;
            Some(FacetValue { id, label: value.label.to_string(), name: value.name().to_owned() })
        };
        self.choices(facet, choices).into_iter().filter_map(option).collect()
    }

    /// Returns the numbers of the values that a filter offers: the first ones, then by their number of results, then by
    /// name, folded, then by code points.
    ///
    /// Cost: one pass over the values, and a sort of those that compete for the last place with equal counts.
    fn choices(&self, facet: Facet, choices: &Choices<'_>) -> Vec<u32> {
        let (column, narrow) = (self.column(facet), search::needles(choices.narrow));
        let is_offered = |id: &u32| {
            !choices.first.contains(id)
                && (choices.counts.is_empty() || choices.with_zeros || choices.count(*id) > 0)
                && (narrow.is_empty() || column.matches(*id, &narrow))
        };
        let mut others: Vec<u32> = (0..column.values().len() as u32).filter(is_offered).collect();
        let most = choices.most.saturating_sub(choices.first.len());
        if !choices.counts.is_empty() {
            self.sort_by_count(facet, choices, &mut others, most);
        }
        others.truncate(most);
        choices.first.iter().copied().chain(others).collect()
    }

    /// Keeps the values with the highest counts, as many as are offered and those with as many as the last of them, and
    /// puts them in order.
    fn sort_by_count(&self, facet: Facet, choices: &Choices<'_>, ids: &mut Vec<u32>, most: usize) {
        let least = least_offered(ids.iter().map(|id| choices.count(*id)), most);
        ids.retain(|id| choices.count(*id) >= least);
        let values = self.column(facet).values();
        let label = |id: u32| values.get(id as usize).map_or("", |value| &value.label);
        let keys: Vec<String> = ids.iter().map(|id| fold::key(label(*id))).collect();
        let mut order: Vec<u32> = (0..ids.len() as u32).collect();
        sort(&mut order, &|a, b| {
            let (a, b) = (a as usize, b as usize);
            let by_count = choices.count(ids[b]).cmp(&choices.count(ids[a]));
            by_count.then_with(|| keys[a].cmp(&keys[b])).then_with(|| label(ids[a]).cmp(label(ids[b])))
        });
        *ids = order.into_iter().map(|at| ids[at as usize]).collect();
    }
}

/// Returns the count that at least `most` values have, or 0 where there are fewer. Cost: the values and the highest count.
fn least_offered(counts: impl Iterator<Item = u32> + Clone, most: usize) -> u32 {
    let mut values = vec![0_usize; counts.clone().max().unwrap_or(0) as usize + 1];
    counts.for_each(|count| values[count as usize] += 1);
    let mut offered = 0;
    let is_enough = |(_, values): &(usize, &usize)| {
        offered += **values;
        offered >= most
    };
    values.iter().enumerate().rev().find(is_enough).map_or(0, |(count, _)| count as u32)
}

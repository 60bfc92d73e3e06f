//! What the filters offer: values, and how many results each would leave.

use offprint_core::library::Bar;
use offprint_core::query::{Facet, Years, cover};
use offprint_core::search;
use reactive_graph::graph::untrack;
use reactive_graph::prelude::*;

use super::Session;

/// One value of a filter, as it is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its number in the facet's column.
    pub id: u32,
    /// Its text.
    pub label: String,
    /// Its name in addresses.
    pub name: String,
}

impl Session {
    /// The values of a facet that match what was typed to narrow them, `first` before all others, at most `most`.
    pub fn choices(&self, facet: Facet, narrow: &str, first: Vec<u32>, most: usize) -> Vec<Choice> {
        let collection = self.signals().collection.get();
        let values = collection.column(facet).values();
        let narrow = search::needles(narrow);
        let matches = |id: &u32| search::matches(&values[*id as usize].label, &narrow);
        let others = (0..values.len() as u32).filter(|id| !first.contains(id)).filter(matches);
        let room = most.saturating_sub(first.len());
        let choice = |id: u32| {
            let value = values.get(id as usize)?;
            Some(Choice { id, label: value.label.to_string(), name: value.name().to_owned() })
        };
        first.iter().copied().chain(others.take(room)).filter_map(choice).collect()
    }

    /// How many values of a facet there are.
    pub fn choice_count(&self, facet: Facet) -> usize {
        self.signals().collection.with(|collection| collection.column(facet).values().len())
    }

    /// The chosen values of a facet, by number.
    pub fn chosen_ids(&self, facet: Facet) -> Vec<u32> {
        let collection = self.signals().collection.get();
        let mut ids: Vec<u32> = Vec::new();
        self.signals().query.with(|query| {
            for id in query.values(facet).iter().filter_map(|name| collection.column(facet).find(name)) {
                if let Err(at) = ids.binary_search(&id) {
                    ids.insert(at, id);
                }
            }
        });
        ids
    }

    /// Whether a value is chosen.
    pub fn is_chosen(&self, facet: Facet, id: u32) -> bool {
        self.chosen_ids(facet).contains(&id)
    }

    /// How many results a value would leave.
    pub fn count(&self, facet: Facet, id: u32) -> u32 {
        self.signals().answer.with(|answer| answer.counts.of(facet).get(id as usize).copied().unwrap_or(0))
    }

    /// How many results a bar of the histogram would leave.
    pub fn bar_count(&self, at: usize) -> u32 {
        self.signals().answer.with(|answer| answer.counts.bars.get(at).copied().unwrap_or(0))
    }

    /// The results that the tallest bar would leave, at least one.
    pub fn tallest_bar(&self) -> u32 {
        self.signals().answer.with(|answer| answer.counts.bars.iter().copied().max().unwrap_or(0).max(1))
    }

    /// The same, once.
    pub fn bar_count_untracked(&self, at: usize) -> u32 {
        untrack(|| self.bar_count(at))
    }

    /// Whether all years of a bar are chosen, once.
    pub fn is_bar_chosen_untracked(&self, bar: Bar) -> bool {
        untrack(|| self.is_bar_chosen(bar))
    }

    /// Whether all years of a bar are chosen.
    pub fn is_bar_chosen(&self, bar: Bar) -> bool {
        self.signals().query.with(|query| cover(&query.years, bar.from, bar.to))
    }

    /// How many results have no year.
    pub fn without_year_count(&self) -> u32 {
        self.signals().answer.with(|answer| answer.counts.without_year)
    }

    /// Whether entries without a year are chosen.
    pub fn is_without_year_chosen(&self) -> bool {
        self.signals().query.with(|query| query.years.contains(&Years::Unknown))
    }

    /// The ends of the chosen range, where exactly one is chosen.
    pub fn range(&self) -> (Option<i32>, Option<i32>) {
        self.signals().query.with(|query| match query.years[..] {
            [Years::Range(from, to)] => (from, to),
            _ => (None, None),
        })
    }

    /// The same, once.
    pub fn range_untracked(&self) -> (Option<i32>, Option<i32>) {
        untrack(|| self.range())
    }
}

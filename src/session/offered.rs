//! What the filters offer: values, and how many results each would leave.

use offprint_core::library::Bar;
use offprint_core::query::{Facet, Years, cover};
use reactive_graph::graph::untrack;

use super::{Choice, Session};

impl Session {
    /// The values of a facet that match what was typed to narrow them, `first` before all others, at most `most`.
    pub fn choices(&self, facet: Facet, narrow: &str, first: Vec<u32>, most: usize) -> Vec<Choice> {
        self.signals().collection.get().choices(facet, narrow, &first, most)
    }

    /// How many values of a facet there are.
    pub fn choice_count(&self, facet: Facet) -> usize {
        self.signals().collection.with(|collection| collection.choice_count(facet))
    }

    /// The chosen values of a facet, by number.
    pub fn chosen_ids(&self, facet: Facet) -> Vec<u32> {
        let collection = self.signals().collection.get();
        let mut ids: Vec<u32> = Vec::new();
        self.signals().query.with(|query| {
            for id in query.values(facet).iter().filter_map(|name| collection.find(facet, name)) {
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

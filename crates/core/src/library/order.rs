//! Entries in the orders that a visitor can ask for.

use std::cmp::Ordering;
use std::sync::OnceLock;

use super::Dates;
use crate::query::Sort;

/// All entries in each order; the order by title, seldom asked for, is made when it first is.
#[derive(Debug, Default)]
pub(super) struct Orders {
    newest: Vec<u32>,
    oldest: Vec<u32>,
    title: OnceLock<Vec<u32>>,
}

impl Orders {
    pub(super) fn of(dates: &Dates) -> Self {
        let by = |key: &dyn Fn(i32) -> u32| {
            let mut entries: Vec<u32> = (0..dates.len() as u32).collect();
            // An entry without a date is last in both.
            let keys: Vec<u32> = (0..dates.len() as u32).map(|entry| dates.of(entry).map_or(0, key)).collect();
            by_score(&mut entries, &keys);
            entries
        };
        let ascending = |date: i32| date as u32 ^ 1 << 31;
        Self { newest: by(&ascending), oldest: by(&|date| !ascending(date)), title: OnceLock::new() }
    }

    /// Entries in this order; Relevance breaks its ties by Newest. `titles` are folded.
    pub(super) fn by(&self, order: Sort, titles: &[Box<str>]) -> &[u32] {
        match order {
            Sort::Newest | Sort::Relevance => &self.newest,
            Sort::Oldest => &self.oldest,
            Sort::Title => self.title.get_or_init(|| {
                let mut entries = self.newest.clone();
                sort(&mut entries, &|a, b| titles[a as usize].cmp(&titles[b as usize]));
                entries
            }),
        }
    }
}

/// Puts entries in descending order of their scores; equals keep their order. Cost: at most three passes over the entries.
pub(super) fn by_score(entries: &mut [u32], scores: &[u32]) {
    // Scores lie beside the entries, since each would have to be fetched from another place at each pass.
    let mut scored: Vec<(u32, u32)> = entries.iter().map(|entry| (!scores[*entry as usize], *entry)).collect();
    let mut sorted = vec![(0, 0); entries.len()];
    for shift in [0, 11, 22] {
        let digit = |key: u32| (key >> shift & 0x7ff) as usize;
        let mut starts = vec![0u32; 0x801];
        scored.iter().for_each(|(key, _)| starts[digit(*key) + 1] += 1);
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        for &one in &scored {
            let start = &mut starts[digit(one.0)];
            sorted[*start as usize] = one;
            *start += 1;
        }
        std::mem::swap(&mut scored, &mut sorted);
    }
    entries.iter_mut().zip(scored).for_each(|(entry, (_, sorted))| *entry = sorted);
}

/// Sorts numbers by what they stand for; equals keep their order. One piece of code for all orders: each comparison of
/// a type of its own would bring a sort of its own into the page.
pub(super) fn sort(numbers: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering) {
    numbers.sort_by(|a, b| compare(*a, *b));
}

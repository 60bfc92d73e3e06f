//! Entries in the orders that a visitor can ask for.

use std::cmp::Ordering;
use std::sync::OnceLock;

use crate::fold;
use crate::publication::Publication;
use crate::query::Sort;

/// All entries in each order; the order by title, seldom asked for, is made when it first is.
#[derive(Debug, Default)]
pub(super) struct Orders {
    newest: Vec<u32>,
    oldest: Vec<u32>,
    title: OnceLock<Vec<u32>>,
}

impl Orders {
    pub(super) fn of(publications: &[Publication]) -> Self {
        let dates: Vec<_> =
            publications.iter().map(|publication| publication.issued.as_ref().map(|date| date.order())).collect();
        let date = |entry: u32| dates[entry as usize];
        let mut newest: Vec<u32> = (0..publications.len() as u32).collect();
        let mut oldest = newest.clone();
        // An entry without a date stands last in both.
        sort(&mut newest, &|a, b| date(b).cmp(&date(a)));
        sort(&mut oldest, &|a, b| date(a).is_none().cmp(&date(b).is_none()).then(date(a).cmp(&date(b))));
        Self { newest, oldest, title: OnceLock::new() }
    }

    /// Entries in this order; Relevance breaks its ties by Newest.
    pub(super) fn by(&self, order: Sort, publications: &[Publication]) -> &[u32] {
        match order {
            Sort::Newest | Sort::Relevance => &self.newest,
            Sort::Oldest => &self.oldest,
            Sort::Title => self.title.get_or_init(|| {
                let mut keys = Vec::new();
                for publication in publications {
                    let mut words = String::new();
                    fold::push_words(&publication.plain_title(), &mut words);
                    keys.push(words);
                }
                let mut entries = self.newest.clone();
                sort(&mut entries, &|a, b| keys[a as usize].cmp(&keys[b as usize]));
                entries
            }),
        }
    }
}

/// Sorts numbers by what they stand for; equals keep their order. One piece of code for all orders: each comparison of
/// a type of its own would bring a sort of its own into the page.
pub(super) fn sort(numbers: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering) {
    numbers.sort_by(|a, b| compare(*a, *b));
}

//! What a list must be able to do.

use std::borrow::Cow;

use offprint_core::library::{Answer, Histogram, Library};
use offprint_core::publication::Publication;
use offprint_core::query::{Facet, Query};
use offprint_core::read::Envelope;

use crate::browser::engine::Shared;

/// Takes the answer to a query when it is there.
pub type Reply = Box<dyn FnOnce(Answer)>;

/// One value of a filter, as it is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its number in the facet.
    pub id: u32,
    /// Its text.
    pub label: String,
    /// Its name in addresses.
    pub name: String,
}

/// A list of publications, wherever it lies.
///
/// Answers may come later; everything else is at hand. A short list is a [`Library`] in memory, a long one lies in the
/// engine.
pub trait Collection: Send + Sync {
    /// Answers a query.
    fn answer(&self, query: &Query, reply: Reply);
    /// Title, introduction, sections and people.
    fn envelope(&self) -> &Envelope;
    /// How many entries there are.
    fn len(&self) -> usize;
    /// Whether there is none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// An entry that an answer has named.
    fn publication(&self, entry: u32) -> Option<Cow<'_, Publication>>;
    /// The year of an entry.
    fn year(&self, entry: u32) -> Option<i32>;
    /// The entry that an anchor leads to.
    fn by_anchor(&self, anchor: &str) -> Option<u32>;
    /// The values of a facet that match what was typed to narrow them, `first` before all others, at most `most`.
    fn choices(&self, facet: Facet, narrow: &str, first: &[u32], most: usize) -> Vec<Choice>;
    /// How many values a facet has.
    fn choice_count(&self, facet: Facet) -> usize;
    /// The number of a value, by its name or another spelling.
    fn find(&self, facet: Facet, name: &str) -> Option<u32>;
    /// The years of the list.
    fn histogram(&self) -> &Histogram;
    /// How many entries have no year.
    fn without_year(&self) -> u32;
    /// A chosen value in the list's own spelling.
    fn label(&self, facet: Facet, value: &str) -> String;
    /// The engine that holds the list, if one does.
    fn engine(&self) -> Option<Shared> {
        None
    }
}

impl Collection for Library {
    fn answer(&self, query: &Query, reply: Reply) {
        reply(self.answer(query));
    }

    fn envelope(&self) -> &Envelope {
        self.catalog().envelope()
    }

    fn len(&self) -> usize {
        self.catalog().len()
    }

    fn publication(&self, entry: u32) -> Option<Cow<'_, Publication>> {
        self.publication(entry).map(Cow::Borrowed)
    }

    fn year(&self, entry: u32) -> Option<i32> {
        self.catalog().year(entry)
    }

    fn by_anchor(&self, anchor: &str) -> Option<u32> {
        self.by_anchor(anchor)
    }

    fn choices(&self, facet: Facet, narrow: &str, first: &[u32], most: usize) -> Vec<Choice> {
        let values = self.catalog().column(facet).values();
        let choice = |id: u32| {
            let value = values.get(id as usize)?;
            Some(Choice { id, label: value.label.to_string(), name: value.name().to_owned() })
        };
        self.catalog().choices(facet, narrow, first, most).into_iter().filter_map(choice).collect()
    }

    fn choice_count(&self, facet: Facet) -> usize {
        self.catalog().column(facet).values().len()
    }

    fn find(&self, facet: Facet, name: &str) -> Option<u32> {
        self.catalog().column(facet).find(name)
    }

    fn histogram(&self) -> &Histogram {
        self.catalog().histogram()
    }

    fn without_year(&self) -> u32 {
        self.catalog().without_year()
    }

    fn label(&self, facet: Facet, value: &str) -> String {
        self.catalog().label(facet, value)
    }
}

//! What every list can do, wherever its entries are.

use std::borrow::Cow;

use super::{Answer, Choices, Histogram, Library};
use crate::format::Format;
use crate::message::FacetValue;
use crate::publication::Publication;
use crate::query::{Facet, Query};
use crate::read::Envelope;

/// A list of publications, wherever it is: in memory ([`Library`]), or in another module or service.
///
/// Who shows a list does not know which one it is. Entries and values are numbers; strings are for the edges.
pub trait Collection: Send + Sync {
    /// Answers a query.
    fn answer(&self, query: &Query) -> Answer;
    /// Returns up to ten entries, within the filters of a query, that have words worth at least half of its search, the best
    /// first: what a pasted reference means.
    fn closest(&self, query: &Query) -> Vec<u32>;
    /// Returns title, introduction, sections and people.
    fn envelope(&self) -> &Envelope;
    /// Returns the number of entries.
    fn len(&self) -> usize;
    /// Returns whether the list has no entry.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// Returns an entry that an answer has named.
    fn publication(&self, entry: u32) -> Option<Cow<'_, Publication>>;
    /// Returns whether a title, abstract or note has a formula, where that is known without reading all entries.
    fn has_math(&self) -> bool {
        false
    }
    /// Returns the year of an entry.
    fn year(&self, entry: u32) -> Option<i32>;
    /// Returns the entry that an anchor leads to, be it an id or an alias.
    fn entry_by_anchor(&self, anchor: &str) -> Option<u32>;
    /// Returns the values of a facet that a filter offers, in order.
    fn options(&self, facet: Facet, choices: &Choices<'_>) -> Vec<FacetValue>;
    /// Returns how many values a facet has.
    fn option_count(&self, facet: Facet) -> usize;
    /// Returns the number of a value, by its name or another spelling.
    fn find(&self, facet: Facet, name: &str) -> Option<u32>;
    /// Returns the histogram of years.
    fn histogram(&self) -> &Histogram;
    /// Returns how many entries have no year.
    fn without_year(&self) -> u32;
    /// Returns a chosen value in the list's own spelling.
    fn label(&self, facet: Facet, value: &str) -> String;
    /// Returns the CSL-JSON text of an entry as in its file, for the modules that cite and export.
    fn text(&self, entry: u32) -> Option<Cow<'_, str>>;
    /// Writes entries in a format of reference managers, where the backend can do that itself.
    fn export(&self, _entries: &[u32], _format: Format) -> Option<String> {
        None
    }
}

impl Collection for Library {
    fn answer(&self, query: &Query) -> Answer {
        self.answer(query)
    }

    fn closest(&self, query: &Query) -> Vec<u32> {
        self.closest(query)
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

    fn has_math(&self) -> bool {
        self.publications().iter().any(Publication::has_math)
    }

    fn year(&self, entry: u32) -> Option<i32> {
        self.catalog().year(entry)
    }

    fn entry_by_anchor(&self, anchor: &str) -> Option<u32> {
        self.by_anchor(anchor)
    }

    fn options(&self, facet: Facet, choices: &Choices<'_>) -> Vec<FacetValue> {
        self.catalog().options(facet, choices)
    }

    fn option_count(&self, facet: Facet) -> usize {
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

    fn text(&self, entry: u32) -> Option<Cow<'_, str>> {
        self.entry_text(entry).map(Cow::Borrowed)
    }
}

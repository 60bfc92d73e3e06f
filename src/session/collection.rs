//! What a list must be able to do.

use offprint_core::library::{Answer, Column, Histogram, Library};
use offprint_core::publication::Publication;
use offprint_core::query::{Facet, Query};
use offprint_core::read::{Envelope, Person};

/// Takes the answer to a query when it is there.
pub type Reply = Box<dyn FnOnce(Answer)>;

/// A list of publications, wherever it lies.
///
/// Answers may come later; everything else is at hand. The library in memory is the first of its kind.
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
    fn publication(&self, entry: u32) -> Option<&Publication>;
    /// The entry that an anchor leads to.
    fn by_anchor(&self, anchor: &str) -> Option<u32>;
    /// The values of a facet.
    fn column(&self, facet: Facet) -> &Column;
    /// The years of the list.
    fn histogram(&self) -> &Histogram;
    /// How many entries have no year.
    fn without_year(&self) -> u32;
    /// A chosen value in the list's own spelling.
    fn label(&self, facet: Facet, value: &str) -> String;
    /// What is known of a person, by any spelling.
    fn person(&self, name: &str) -> Option<&Person>;
}

impl Collection for Library {
    fn answer(&self, query: &Query, reply: Reply) {
        reply(self.answer(query));
    }

    fn envelope(&self) -> &Envelope {
        self.envelope()
    }

    fn len(&self) -> usize {
        self.len()
    }

    fn publication(&self, entry: u32) -> Option<&Publication> {
        self.publication(entry)
    }

    fn by_anchor(&self, anchor: &str) -> Option<u32> {
        self.by_anchor(anchor)
    }

    fn column(&self, facet: Facet) -> &Column {
        self.column(facet)
    }

    fn histogram(&self) -> &Histogram {
        self.histogram()
    }

    fn without_year(&self) -> u32 {
        self.without_year()
    }

    fn label(&self, facet: Facet, value: &str) -> String {
        self.label(facet, value)
    }

    fn person(&self, name: &str) -> Option<&Person> {
        self.person(name)
    }
}

//! A list in memory: its entries, what they can be filtered by, and the answers to queries.

mod catalog;
mod choices;
mod closest;
mod collection;
mod column;
mod dates;
mod group;
mod histogram;
mod order;
mod rows;
mod select;
mod set;
mod ways_out;

pub use catalog::Catalog;
pub(crate) use catalog::CatalogBuilder;
pub use choices::Choices;
pub use collection::Collection;
pub use column::{Column, Value};
pub use group::Group;
pub use histogram::{Bar, Histogram};
pub use rows::{Block, Extent, Row};
pub use select::{Answer, Counts};
pub use ways_out::{WayOut, Without, ways_out};

use std::collections::HashMap;

use crate::publication::Publication;
use crate::query::Query;
use crate::read::{Person, Reading};
use crate::search::Texts;
use dates::Dates;

/// A list that does not change once it is read, whole in memory. Entries are numbered from 0 in file order.
#[derive(Debug, Default)]
pub struct Library {
    catalog: Catalog,
    publications: Vec<Publication>,
    anchors: HashMap<Box<str>, u32>,
    texts: Texts,
    entry_texts: Vec<Box<str>>,
}

impl Library {
    /// Takes over what was read and prepares it for filtering; its problems stay behind.
    pub fn new(reading: Reading) -> Self {
        let Reading { envelope, publications, texts: entry_texts, .. } = reading;
        let mut catalog = CatalogBuilder::new(&envelope.people);
        publications.iter().for_each(|publication| catalog.add(publication));
        Self {
            anchors: anchors(&publications),
            texts: Texts::of(&publications, |name| canonical_name(&envelope.people, name)),
            catalog: catalog.finish(envelope),
            publications,
            entry_texts,
        }
    }

    /// Returns a part of a list, in file order, as a list of its own.
    pub fn part(list: &dyn Collection, has: impl Fn(u32) -> bool) -> Self {
        let entries = (0..list.len() as u32).filter(|entry| has(*entry));
        let part = |entry| Some((list.publication(entry)?.into_owned(), list.text(entry)?.into()));
        let (publications, texts) = entries.filter_map(part).unzip();
        Self::new(Reading { envelope: list.envelope().clone(), publications, texts, problems: Vec::new() })
    }

    /// Returns what the entries can be filtered by.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// Returns an entry by its number.
    pub fn publication(&self, entry: u32) -> Option<&Publication> {
        self.publications.get(entry as usize)
    }

    /// Returns all entries.
    pub fn publications(&self) -> &[Publication] {
        &self.publications
    }

    /// Returns the CSL-JSON text of an entry as in its file.
    pub fn entry_text(&self, entry: u32) -> Option<&str> {
        self.entry_texts.get(entry as usize).map(AsRef::as_ref)
    }

    /// Returns the entry that an anchor leads to, be it an id or an alias.
    pub fn by_anchor(&self, anchor: &str) -> Option<u32> {
        self.anchors.get(anchor).copied()
    }

    /// Returns the entries that come near a search that finds nothing: see [`Collection::closest`].
    pub fn closest(&self, query: &Query) -> Vec<u32> {
        self.catalog.closest(&self.texts, query)
    }

    /// Answers a query. Cost: one pass over all texts for each word.
    pub fn answer(&self, query: &Query) -> Answer {
        self.catalog.answer(&self.texts, query)
    }
}

/// Returns what is known of a person, by any spelling of the name.
pub fn person<'a>(people: &'a [Person], name: &str) -> Option<&'a Person> {
    let key = crate::fold::key(name);
    let is_known_as = |spelling: &String| crate::fold::key(spelling) == key;
    people.iter().find(|person| is_known_as(&person.name) || person.aliases.iter().any(is_known_as))
}

/// Returns whether a name, in any spelling, is that of one of the list's own people.
pub fn is_member(people: &[Person], name: &str) -> bool {
    people.iter().any(|person| person.member) && person(people, name).is_some_and(|person| person.member)
}

/// Returns the name that a spelling counts under, where that is another one.
pub(crate) fn canonical_name<'a>(people: &'a [Person], name: &str) -> Option<&'a str> {
    if people.iter().all(|person| person.aliases.is_empty()) {
        return None;
    }
    person(people, name).map(|person| person.name.as_str()).filter(|canonical| *canonical != name)
}

/// Ids come first: a former anchor never hides one.
fn anchors(publications: &[Publication]) -> HashMap<Box<str>, u32> {
    let mut anchors = HashMap::new();
    for (publication, entry) in publications.iter().zip(0..) {
        anchors.entry(publication.id.clone()).or_insert(entry);
    }
    for (publication, entry) in publications.iter().zip(0..) {
        for alias in &publication.aliases {
            anchors.entry(alias.clone()).or_insert(entry);
        }
    }
    anchors
}

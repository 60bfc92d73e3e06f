//! A list in memory: its entries, what they can be filtered by, and the answers to queries.

mod column;
mod histogram;
mod order;
mod select;

pub use column::{Column, Value};
pub use histogram::{Bar, Histogram};
pub use select::{Answer, Counts, Group};

use crate::fold;
use crate::index::Index;
use crate::publication::{Publication, type_label};
use crate::query::Facet;
use crate::read::{Envelope, Person, Reading};
use crate::search::Texts;
use column::ColumnBuilder;
use order::Orders;

/// A list that does not change once it is read. Entries are numbered from 0 in file order.
#[derive(Debug, Default)]
pub struct Library {
    envelope: Envelope,
    publications: Vec<Publication>,
    anchors: Index,
    columns: [Column; Facet::COUNT],
    histogram: Histogram,
    without_year: u32,
    texts: Texts,
    orders: Orders,
}

impl Library {
    /// Takes over what was read and prepares it for filtering; its problems stay behind.
    pub fn new(reading: Reading) -> Self {
        let Reading { envelope, publications, .. } = reading;
        let years = || publications.iter().map(Publication::year);
        Self {
            anchors: anchors(&publications),
            columns: columns(&envelope, &publications),
            histogram: Histogram::over(years().flatten()),
            without_year: years().filter(Option::is_none).count() as u32,
            texts: Texts::of(&publications, |name| canonical_name(&envelope, name)),
            orders: Orders::of(&publications),
            envelope,
            publications,
        }
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.publications.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.publications.is_empty()
    }

    /// Title, introduction, sections and people.
    pub fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    /// An entry by its number.
    pub fn publication(&self, entry: u32) -> Option<&Publication> {
        self.publications.get(entry as usize)
    }

    /// The entry that an anchor leads to, be it an id or an alias.
    pub fn by_anchor(&self, anchor: &str) -> Option<u32> {
        self.anchors.get(anchor)
    }

    /// The values of a facet.
    pub fn column(&self, facet: Facet) -> &Column {
        &self.columns[facet as usize]
    }

    /// The years of the list.
    pub fn histogram(&self) -> &Histogram {
        &self.histogram
    }

    /// How many entries have no year.
    pub fn without_year(&self) -> u32 {
        self.without_year
    }

    /// A chosen value as the page shows it: in the list's own spelling, where the list has it.
    pub fn label(&self, facet: Facet, value: &str) -> String {
        let column = self.column(facet);
        let found = column.find(value).and_then(|id| column.values().get(id as usize));
        let title = || {
            let section = self.envelope.sections.iter().find(|section| fold::key(&section.id) == fold::key(value));
            section.and_then(|section| section.title.clone())
        };
        match facet {
            Facet::Section => title().unwrap_or_else(|| value.to_owned()),
            _ => found.map_or_else(|| value.to_owned(), |found| found.label.to_string()),
        }
    }

    /// What is known of a person, by any spelling of the name.
    pub fn person(&self, name: &str) -> Option<&Person> {
        person(&self.envelope, name)
    }
}

fn person<'a>(envelope: &'a Envelope, name: &str) -> Option<&'a Person> {
    let key = fold::key(name);
    let is_known_as = |spelling: &String| fold::key(spelling) == key;
    envelope.people.iter().find(|person| is_known_as(&person.name) || person.aliases.iter().any(is_known_as))
}

/// The name that a spelling counts under, where that is another one.
fn canonical_name<'a>(envelope: &'a Envelope, name: &str) -> Option<&'a str> {
    if envelope.people.iter().all(|person| person.aliases.is_empty()) {
        return None;
    }
    person(envelope, name).map(|person| person.name.as_str()).filter(|canonical| *canonical != name)
}

/// Ids come first: a former anchor never hides one.
fn anchors(publications: &[Publication]) -> Index {
    let mut anchors = Index::default();
    for (publication, entry) in publications.iter().zip(0..) {
        anchors.get_or_insert(&publication.id, entry);
    }
    for (publication, entry) in publications.iter().zip(0..) {
        for alias in &publication.aliases {
            anchors.get_or_insert(alias, entry);
        }
    }
    anchors
}

fn columns(envelope: &Envelope, publications: &[Publication]) -> [Column; Facet::COUNT] {
    Facet::ALL.map(|facet| {
        let mut builder = ColumnBuilder::default();
        if facet == Facet::Author {
            for person in &envelope.people {
                person.aliases.iter().for_each(|alias| builder.alias(alias, &person.name));
            }
        }
        for publication in publications {
            builder.next_entry();
            fill(&mut builder, facet, publication);
        }
        builder.finish()
    })
}

fn fill(builder: &mut ColumnBuilder, facet: Facet, publication: &Publication) {
    let mut add = |name: &str, label: &str| {
        if !name.trim().is_empty() {
            builder.add(name.trim(), label.trim());
        }
    };
    let mut plain = |value: &str| add(value, value);
    match facet {
        Facet::Author => publication.authors.iter().for_each(|name| plain(&name.display())),
        Facet::Venue => plain(publication.venue().unwrap_or_default()),
        Facet::Keyword => publication.keywords.iter().for_each(|keyword| plain(keyword)),
        Facet::Section => plain(publication.section.as_deref().unwrap_or_default()),
        Facet::Type => add(&publication.kind, &type_label(&publication.kind)),
        Facet::Available => publication.links.iter().for_each(|link| add(link.kind.name(), link.kind.label())),
    }
}

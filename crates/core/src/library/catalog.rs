//! What a list can be filtered and ordered by, wherever its entries lie.

use super::column::{Column, ColumnBuilder};
use super::dates::Dates;
use super::histogram::{Histogram, Years};
use super::order::Orders;
use crate::fold;
use crate::publication::{Publication, type_label};
use crate::query::Facet;
use crate::read::{Envelope, Person};

/// The values and dates of all entries, numbered from 0 in file order.
#[derive(Debug, Default)]
pub struct Catalog {
    pub(super) envelope: Envelope,
    pub(super) columns: [Column; Facet::COUNT],
    pub(super) histogram: Histogram,
    pub(super) dates: Dates,
    pub(super) orders: Orders,
    /// The folded words of each title.
    pub(super) titles: Vec<Box<str>>,
    pub(super) years: Years,
}

impl Catalog {
    /// Returns how many entries there are.
    pub fn len(&self) -> usize {
        self.dates.len()
    }

    /// Returns whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns title, introduction, sections and people.
    pub fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    /// Returns the values of a facet.
    pub fn column(&self, facet: Facet) -> &Column {
        &self.columns[facet as usize]
    }

    /// Returns the years of the list.
    pub fn histogram(&self) -> &Histogram {
        &self.histogram
    }

    /// Returns the year of an entry.
    pub fn year(&self, entry: u32) -> Option<i32> {
        self.dates.year(entry)
    }

    /// Returns how many entries have no year.
    pub fn without_year(&self) -> u32 {
        self.years.without()
    }

    /// Returns a chosen value as the page shows it: in the list's own spelling, where the list has it.
    pub fn label(&self, facet: Facet, value: &str) -> String {
        let column = self.column(facet);
        let found = column.find(value).and_then(|id| column.values().get(id as usize));
        match facet {
            Facet::Section => self.envelope.section_title(value).unwrap_or(value).to_owned(),
            Facet::Selected => facet.label().to_owned(),
            _ => found.map_or_else(|| value.to_owned(), |found| found.label.to_string()),
        }
    }
}

/// Makes a [`Catalog`], entry by entry.
#[derive(Debug, Default)]
pub(crate) struct CatalogBuilder {
    columns: [ColumnBuilder; Facet::COUNT],
    dates: Dates,
    titles: Vec<Box<str>>,
}

impl CatalogBuilder {
    /// For a list in which these people go by several names.
    pub(crate) fn new(people: &[Person]) -> Self {
        let mut builder = Self::default();
        builder.know(people);
        builder
    }

    /// Counts the spellings of these people as one from here on.
    pub(crate) fn know(&mut self, people: &[Person]) {
        for person in people {
            let authors = &mut self.columns[Facet::Author as usize];
            person.aliases.iter().for_each(|alias| authors.alias(alias, &person.name));
        }
    }

    /// Adds the next entry.
    pub(crate) fn add(&mut self, publication: &Publication) {
        for facet in Facet::ALL {
            let column = &mut self.columns[facet as usize];
            column.next_entry();
            fill(column, facet, publication);
        }
        self.dates.add(publication.issued.as_ref());
        let mut words = String::new();
        fold::push_words(&publication.plain_title(), &mut words);
        self.titles.push(words.into_boxed_str());
    }

    /// Puts everything in order.
    pub(crate) fn finish(self, envelope: Envelope) -> Catalog {
        let years = || (0..self.dates.len() as u32).map(|entry| self.dates.year(entry));
        let histogram = Histogram::over(years().flatten());
        Catalog {
            years: Years::new(&histogram, years()),
            histogram,
            orders: Orders::of(&self.dates),
            columns: self.columns.map(ColumnBuilder::finish),
            dates: self.dates,
            titles: self.titles,
            envelope,
        }
    }
}

fn fill(builder: &mut ColumnBuilder, facet: Facet, publication: &Publication) {
    let mut add = |name: &str, label: &str| {
        if !name.trim().is_empty() {
            builder.add(name.trim(), label.trim());
        }
    };
    let mut plain = |value: &str| add(value, value);
    match facet {
        Facet::Author => publication.creators().iter().for_each(|name| plain(&name.display())),
        Facet::Venue => plain(publication.venue().unwrap_or_default()),
        Facet::Keyword => publication.keywords.iter().for_each(|keyword| plain(keyword)),
        Facet::Section => plain(publication.section.as_deref().unwrap_or_default()),
        Facet::Type => add(&publication.kind, &type_label(&publication.kind)),
        Facet::Selected => plain(if publication.selected { Facet::YES } else { "" }),
        Facet::Available => publication.links.iter().for_each(|link| add(link.kind.name(), link.kind.label())),
    }
}

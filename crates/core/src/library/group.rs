//! The results under their headings.

use super::Catalog;
use super::order::by_score;
use crate::query::{Facet, GroupBy, Query};

/// Entries under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Group {
    /// The heading: a section, a year, a type, a venue, or that there is none; a flat list and a section without a title have no
    /// heading.
    pub title: Option<String>,
    /// Entries in order.
    pub entries: Vec<u32>,
}

impl Catalog {
    /// Parts entries, which are in their order, into the groups that a query asks for.
    pub(super) fn groups(&self, entries: Vec<u32>, query: &Query) -> Vec<Group> {
        let facet = match self.envelope.grouping(query.group) {
            _ if entries.is_empty() => return Vec::new(),
            _ if !query.is_by_time() => return flat(entries),
            GroupBy::None => return flat(entries),
            GroupBy::Section => return self.by_section(entries),
            GroupBy::Year => return self.by_year(&entries),
            GroupBy::Type => Facet::Type,
            GroupBy::Venue => Facet::Venue,
        };
        self.by_value(entries, facet)
    }

    /// The orders by time have the years together already.
    fn by_year(&self, entries: &[u32]) -> Vec<Group> {
        let year = |entry| self.year(entry);
        let groups = entries.chunk_by(|a, b| year(*a) == year(*b));
        let group = |entries: &[u32]| Group {
            title: Some(year(entries[0]).map_or_else(|| GroupBy::Year.absence(), |year| year.to_string())),
            entries: entries.to_vec(),
        };
        groups.map(group).collect()
    }

    /// The sections of the file in its order. Entries of no known section join the first one without a heading, else they are
    /// before all others.
    fn by_section(&self, entries: Vec<u32>) -> Vec<Group> {
        let (sections, column) = (&self.envelope.sections, self.column(Facet::Section));
        let values: Vec<_> = sections.iter().map(|section| column.find(&section.id)).collect();
        let untitled = sections.iter().position(|section| section.title.is_none());
        let place = |entry| {
            let own = column.of(entry).first();
            let at = values.iter().position(|value| value.is_some() && value.as_ref() == own).or(untitled);
            at.map_or(0, |at| at as u32 + 1)
        };
        self.by_place(entries, &place, &|place| sections.get(place.checked_sub(1)? as usize)?.title.clone())
    }

    /// The values of a facet in their order: by how many entries of the whole list have them, then by name.
    fn by_value(&self, entries: Vec<u32>, facet: Facet) -> Vec<Group> {
        let column = self.column(facet);
        let group = if facet == Facet::Type { GroupBy::Type } else { GroupBy::Venue };
        let place = |entry| column.of(entry).first().copied().unwrap_or(u32::MAX);
        self.by_place(entries, &place, &|place| {
            let value = column.values().get(place as usize);
            Some(value.map_or_else(|| group.absence(), |value| value.label.to_string()))
        })
    }

    /// Puts entries in the order of their places, equals as they are, and those of one place under one heading.
    fn by_place(
        &self,
        mut entries: Vec<u32>,
        place: &dyn Fn(u32) -> u32,
        title: &dyn Fn(u32) -> Option<String>,
    ) -> Vec<Group> {
        let scores: Vec<u32> = (0..self.len() as u32).map(|entry| !place(entry)).collect();
        by_score(&mut entries, &scores);
        let groups = entries.chunk_by(|a, b| place(*a) == place(*b));
        groups.map(|entries| Group { title: title(place(entries[0])), entries: entries.to_vec() }).collect()
    }
}

fn flat(entries: Vec<u32>) -> Vec<Group> {
    vec![Group { title: None, entries }]
}

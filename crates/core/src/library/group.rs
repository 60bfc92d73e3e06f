//! The results under their headings.

use serde::{Deserialize, Serialize};

use super::Catalog;
use super::order::by_score;
use crate::query::{Facet, GroupBy, Query};

/// Entries under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Group {
    /// What they have in common.
    pub heading: Heading,
    /// Entries in order.
    pub entries: Vec<u32>,
}

/// What the entries of a group have in common.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Heading {
    /// Nothing that has a name: of a flat list, and of a section without a title.
    #[default]
    Untitled,
    /// A section, a year, a type or a venue, as the page shows it.
    Value(String),
    /// That they have no year, type or venue.
    Without(GroupBy),
}

impl Heading {
    /// Returns its text, if it has one.
    pub fn text(&self) -> Option<String> {
        match self {
            Self::Untitled => None,
            Self::Value(text) => Some(text.clone()),
            Self::Without(group) => Some(format!("No {}", group.name())),
        }
    }
}

impl Catalog {
    /// Parts entries, which are in their order, into the groups that a query asks for.
    pub(super) fn groups(&self, entries: Vec<u32>, query: &Query) -> Vec<Group> {
        if entries.is_empty() {
            return Vec::new();
        }
        match self.envelope.grouping(query.group) {
            _ if !query.is_by_time() => flat(entries),
            GroupBy::Section => self.by_section(entries),
            // The orders by time have the years together already.
            GroupBy::Year => self.parted(
                &entries,
                |entry| self.year(entry),
                |year| match year {
                    Some(year) => Heading::Value(year.to_string()),
                    None => Heading::Without(GroupBy::Year),
                },
            ),
            GroupBy::Type => self.by_value(entries, Facet::Type, GroupBy::Type),
            GroupBy::Venue => self.by_value(entries, Facet::Venue, GroupBy::Venue),
            GroupBy::None => flat(entries),
        }
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
        let title = |place: u32| sections.get(place.checked_sub(1)? as usize)?.title.clone();
        self.in_places(entries, place, |place| title(place).map_or(Heading::Untitled, Heading::Value))
    }

    /// The values of a facet in their order: by how many entries of the whole list have them, then by name.
    fn by_value(&self, entries: Vec<u32>, facet: Facet, group: GroupBy) -> Vec<Group> {
        let column = self.column(facet);
        let place = |entry| column.of(entry).first().copied().unwrap_or(u32::MAX);
        self.in_places(entries, place, |place| match column.values().get(place as usize) {
            Some(value) => Heading::Value(value.label.to_string()),
            None => Heading::Without(group),
        })
    }

    /// Puts entries in the order of their places, equals as they are, and those of one place under one heading.
    fn in_places(
        &self,
        mut entries: Vec<u32>,
        place: impl Fn(u32) -> u32,
        heading: impl Fn(u32) -> Heading,
    ) -> Vec<Group> {
        let scores: Vec<u32> = (0..self.len() as u32).map(|entry| !place(entry)).collect();
        by_score(&mut entries, &scores);
        self.parted(&entries, place, heading)
    }

    fn parted<K: PartialEq>(
        &self,
        entries: &[u32],
        key: impl Fn(u32) -> K,
        heading: impl Fn(K) -> Heading,
    ) -> Vec<Group> {
        let groups = entries.chunk_by(|a, b| key(*a) == key(*b));
        groups.map(|entries| Group { heading: heading(key(entries[0])), entries: entries.to_vec() }).collect()
    }
}

fn flat(entries: Vec<u32>) -> Vec<Group> {
    vec![Group { heading: Heading::Untitled, entries }]
}

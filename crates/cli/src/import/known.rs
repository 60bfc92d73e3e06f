//! The entries of a list, by all that identifies one.

use std::collections::{HashMap, HashSet};

use offprint_core::fold;
use offprint_core::rich::RichText;
use serde_json::Value;

use super::facts::Facts;
use super::{ids, item};
use crate::document::{Document, Members};

/// Who holds which id, DOI and title.
#[derive(Debug, Default)]
pub(crate) struct Known {
    ids: HashMap<String, usize>,
    own_ids: HashSet<String>,
    aliases: HashMap<String, usize>,
    dois: HashMap<String, Vec<usize>>,
    titles: HashMap<(String, Option<i64>), Vec<usize>>,
    prints: Vec<Print>,
    facts: Vec<Facts>,
}

/// What makes an item an entry, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Evidence {
    ExactId,
    Everything,
    Alias,
    DoiAndTitle,
    DoiAndId,
    Doi,
    IdAndTitle,
    Id,
    Title,
}

impl Evidence {
    const ALL: [Self; 9] = [
        Self::ExactId,
        Self::Everything,
        Self::Alias,
        Self::DoiAndTitle,
        Self::DoiAndId,
        Self::Doi,
        Self::IdAndTitle,
        Self::Id,
        Self::Title,
    ];
}

impl Evidence {
    fn is_doi(self) -> bool {
        matches!(self, Self::DoiAndTitle | Self::DoiAndId | Self::Doi)
    }
}

/// An item whose entry is sought.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sought<'a> {
    pub(crate) id: &'a str,
    /// Whether its file gave it that id; one that was made from author, year and title says no more than these.
    pub(crate) has_key: bool,
    pub(crate) members: &'a Members,
}

/// What identifies an entry.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(crate) struct Print {
    doi: Option<String>,
    title: String,
    year: Option<i64>,
}

impl Print {
    /// Returns the print of an entry or an item.
    pub(crate) fn of(members: &Members) -> Self {
        let text = |name: &str| members.get(name).and_then(Value::as_str);
        let title = RichText::parse_inline(text("title").unwrap_or_default()).0.plain();
        Self {
            doi: text("DOI").and_then(item::doi).map(|doi| doi.to_ascii_lowercase()),
            title: fold::words(&title).join(" "),
            year: members.get("issued").and_then(ids::year),
        }
    }

    /// Returns what no two items of one import share, unless they are one publication that is there twice.
    pub(crate) fn identity(self, id: &str) -> (String, String, Option<i64>) {
        match self.doi {
            Some(doi) => (doi, self.title, None),
            None => (id.to_owned(), self.title, self.year),
        }
    }

    /// Returns whether it has a DOI.
    pub(crate) fn has_doi(&self) -> bool {
        self.doi.is_some()
    }

    /// Returns the title and the year, unless there is no title.
    pub(crate) fn title_and_year(&self) -> Option<(String, Option<i64>)> {
        (!self.title.is_empty()).then(|| (self.title.clone(), self.year))
    }

    /// Returns whether both have a DOI and it is not the same.
    pub(crate) fn has_other_doi(&self, other: &Self) -> bool {
        self.doi.is_some() && other.doi.is_some() && self.doi != other.doi
    }

    /// Returns whether a common id can be no more than an accident.
    fn is_other(&self, other: &Self) -> bool {
        let other_year = self.year.is_some() && other.year.is_some() && self.year != other.year;
        self.title != other.title && (other_year || self.has_other_doi(other))
    }
}

impl Known {
    /// Knows the entries of a list.
    pub(crate) fn of(document: &Document) -> Self {
        let mut known = Self::default();
        for (position, entry) in document.entries().iter().enumerate() {
            known.add(position, entry.as_object().unwrap_or(&Members::new()));
        }
        known
    }

    /// Adds an entry that is at the end of the list.
    pub(crate) fn add(&mut self, position: usize, members: &Members) {
        let print = Print::of(members);
        let id = match members.get("id") {
            Some(Value::String(id)) => Some(id.clone()),
            Some(Value::Number(id)) => Some(id.to_string()),
            _ => None,
        };
        let aliases = members.get("custom").and_then(|custom| custom["aliases"].as_array()).into_iter().flatten();
        if let Some(id) = id {
            let was_alias = self.aliases.remove(&id).is_some();
            self.own_ids.insert(id.clone());
            let holder = self.ids.entry(id).or_insert(position);
            *holder = if was_alias { position } else { *holder };
        }
        for alias in aliases.filter_map(Value::as_str) {
            self.add_alias(alias, position);
        }
        if let Some(doi) = print.doi.clone() {
            self.dois.entry(doi).or_default().push(position);
        }
        if !print.title.is_empty() {
            self.titles.entry((print.title.clone(), print.year)).or_default().push(position);
        }
        self.prints.push(print);
        self.facts.push(Facts::of(members));
    }

    /// Returns whether an id leads to an entry.
    pub(crate) fn has_id(&self, id: &str) -> bool {
        self.ids.contains_key(id)
    }

    /// Returns the entry that an id or an alias leads to.
    pub(crate) fn holder(&self, id: &str) -> Option<usize> {
        self.ids.get(id).copied()
    }

    /// Knows that an alias leads to an entry from now on.
    pub(crate) fn add_alias(&mut self, alias: &str, position: usize) {
        self.ids.entry(alias.to_owned()).or_insert(position);
        if !self.own_ids.contains(alias) {
            self.aliases.entry(alias.to_owned()).or_insert(position);
        }
    }

    /// Returns the entry that each item is, if there is one: by a former id, then by DOI, then by id, then by title and
    /// year.
    ///
    /// An entry is at most one item's, and all items are asked by the strongest evidence before any is by the next: what
    /// was added by a former import is recognised by all that it has, so that importing twice changes nothing. Items
    /// whose key is a former id come on top of that: with the alias, somebody said what they are.
    pub(crate) fn assign(&self, items: &[Sought<'_>]) -> Vec<Option<usize>> {
        let prints: Vec<_> = items.iter().map(|item| (Print::of(item.members), Facts::of(item.members))).collect();
        let mut claimed = HashSet::new();
        let mut assigned = vec![None; items.len()];
        for evidence in Evidence::ALL {
            for (at, item) in items.iter().enumerate() {
                if assigned[at].is_none() {
                    let is_alias = evidence == Evidence::Alias;
                    let fits = |position: &usize| is_alias || !claimed.contains(position);
                    let (print, facts) = &prints[at];
                    let mut found = self.candidates(evidence, item.id, print);
                    if evidence == Evidence::Title || (!item.has_key && !evidence.is_doi()) {
                        found.retain(|at| self.facts[*at].agree(facts));
                    }
                    let found = found.into_iter().find(fits);
                    claimed.extend(found.filter(|_| !is_alias));
                    assigned[at] = found;
                }
            }
        }
        assigned
    }

    fn candidates(&self, evidence: Evidence, id: &str, print: &Print) -> Vec<usize> {
        let with_doi = || print.doi.as_ref().and_then(|doi| self.dois.get(doi)).cloned().unwrap_or_default();
        let only = |list: Vec<usize>, fits: &dyn Fn(&Print) -> bool| {
            list.into_iter().filter(|at| fits(&self.prints[*at])).collect()
        };
        match evidence {
            Evidence::ExactId => only(self.with_own_id(id).into_iter().collect(), &|known| known == print),
            Evidence::Everything => only(self.with_id(id), &|known| known == print),
            Evidence::Alias => only(self.with_alias(id).into_iter().collect(), &|known| !known.is_other(print)),
            Evidence::DoiAndId => {
                let with_id = self.with_id(id);
                with_doi().into_iter().filter(|at| with_id.contains(at)).collect()
            }
            Evidence::DoiAndTitle => only(with_doi(), &|known| known.title == print.title),
            Evidence::Doi => with_doi(),
            Evidence::IdAndTitle => only(self.with_id(id), &|known| known.title == print.title),
            Evidence::Id => only(self.with_id(id), &|known| !known.is_other(print)),
            Evidence::Title => {
                let titled = self.titles.get(&(print.title.clone(), print.year)).cloned().unwrap_or_default();
                only(titled, &|known| !known.has_other_doi(print))
            }
        }
    }

    /// Entries with an id, and with its suffixed forms: two items of a file may have had one key.
    fn with_id(&self, id: &str) -> Vec<usize> {
        let suffixed = (2_usize..).map_while(|number| self.ids.get(&format!("{id}-{number}")).copied());
        self.with_own_id(id).into_iter().chain(suffixed).collect()
    }

    fn with_alias(&self, alias: &str) -> Option<usize> {
        self.aliases.get(alias).copied()
    }

    /// Returns the entry that an alias leads to, unless the item with this key is another publication.
    pub(crate) fn with_alias_of(&self, key: &str, members: &Members) -> Option<usize> {
        let print = Print::of(members);
        self.with_alias(key).filter(|at| !self.prints[*at].is_other(&print))
    }

    fn with_own_id(&self, id: &str) -> Option<usize> {
        self.ids.get(id).copied().filter(|_| self.own_ids.contains(id))
    }
}

//! The entries of a list, by all that tells one from another.

use std::collections::{HashMap, HashSet};

use offprint_core::fold;
use offprint_core::rich::RichText;
use serde_json::Value;

use super::{ids, item};
use crate::document::{Document, Members};

/// Who holds which id, DOI and title.
#[derive(Debug, Default)]
pub(crate) struct Known {
    ids: HashMap<String, usize>,
    dois: HashMap<String, Vec<usize>>,
    titles: HashMap<(String, Option<i64>), Vec<usize>>,
    /// Entries that an item of this import is, already.
    claimed: HashSet<usize>,
    prints: Vec<Print>,
}

/// What tells an entry from another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Print {
    doi: Option<String>,
    title: String,
    year: Option<i64>,
}

impl Print {
    fn of(members: &Members) -> Self {
        let text = |name: &str| members.get(name).and_then(Value::as_str);
        let title = RichText::parse_inline(text("title").unwrap_or_default()).0.plain();
        Self {
            doi: text("DOI").and_then(item::doi).map(str::to_ascii_lowercase),
            title: fold::words(&title).join(" "),
            year: members.get("issued").and_then(ids::year),
        }
    }

    /// Whether both have a DOI and it is not the same.
    fn has_other_doi(&self, other: &Self) -> bool {
        self.doi.is_some() && other.doi.is_some() && self.doi != other.doi
    }

    /// Whether a common id can be no more than an accident.
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

    /// Adds an entry that stands at the end of the list.
    pub(crate) fn add(&mut self, position: usize, members: &Members) {
        let print = Print::of(members);
        let id = match members.get("id") {
            Some(Value::String(id)) => Some(id.clone()),
            Some(Value::Number(id)) => Some(id.to_string()),
            _ => None,
        };
        let aliases = members.get("custom").and_then(|custom| custom["aliases"].as_array()).into_iter().flatten();
        for id in id.into_iter().chain(aliases.filter_map(|alias| alias.as_str().map(str::to_owned))) {
            self.ids.entry(id).or_insert(position);
        }
        if let Some(doi) = print.doi.clone() {
            self.dois.entry(doi).or_default().push(position);
        }
        if !print.title.is_empty() {
            self.titles.entry((print.title.clone(), print.year)).or_default().push(position);
        }
        self.prints.push(print);
    }

    /// Whether an id leads to an entry.
    pub(crate) fn has_id(&self, id: &str) -> bool {
        self.ids.contains_key(id)
    }

    /// Marks an entry as one that has been imported, so that no other item becomes one with it by chance.
    pub(crate) fn claim(&mut self, position: usize) {
        self.claimed.insert(position);
    }

    /// The entry that an item is: by DOI, then by id, then by title and year.
    pub(crate) fn find(&self, id: &str, members: &Members) -> Option<usize> {
        let print = Print::of(members);
        let with_doi = print.doi.as_ref().and_then(|doi| self.dois.get(doi)).map_or(&[][..], Vec::as_slice);
        let with_id = self.with_id(id);
        let titled = self.titles.get(&(print.title.clone(), print.year)).map_or(&[][..], Vec::as_slice);
        let same_title = |at: &usize| self.prints[*at].title == print.title;
        let free = |at: &usize| !self.claimed.contains(at);
        let first =
            |list: &[usize], fits: &dyn Fn(&usize) -> bool| list.iter().copied().find(|at| free(at) && fits(at));
        first(with_doi, &|at| with_id.contains(at))
            .or_else(|| first(with_doi, &same_title))
            .or_else(|| first(with_doi, &|_| true))
            .or_else(|| first(&with_id, &same_title))
            .or_else(|| first(&with_id, &|at| !self.prints[*at].is_other(&print)))
            .or_else(|| first(titled, &|at| !self.prints[*at].has_other_doi(&print)))
            // One publication that stands twice in what is imported.
            .or_else(|| with_doi.iter().copied().find(same_title))
            .or_else(|| with_id.iter().copied().find(|at| self.prints[*at] == print))
    }

    /// Entries with an id, and with its suffixed forms: two items of a file may have had one key.
    fn with_id(&self, id: &str) -> Vec<usize> {
        let suffixed = (2_usize..).map_while(|number| self.ids.get(&format!("{id}-{number}")).copied());
        self.ids.get(id).copied().into_iter().chain(suffixed).collect()
    }
}

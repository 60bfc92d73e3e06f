//! Which items of one import are the same publication.

use std::collections::HashMap;

use super::facts::Facts;
use super::known::Print;
use crate::document::Members;

/// By what an item may be the same publication as another of the same import.
pub(crate) struct Identity {
    /// By its DOI or its own key, and its title.
    strong: Option<(String, String, Option<i64>)>,
    /// Where it has no key of its own: by its title and year, if nothing else disagrees.
    titled: Option<(String, Option<i64>)>,
    print: Print,
    facts: Facts,
}

impl Identity {
    /// Returns the identity of an item that wants this id.
    pub(crate) fn of(has_key: bool, id: &str, members: &Members) -> Self {
        let print = Print::of(members);
        let titled = print.title_and_year().filter(|_| !has_key);
        let strong = (has_key || print.has_doi()).then(|| print.clone().identity(id));
        Self { strong, titled, print, facts: Facts::of(members) }
    }
}

/// The places of items by their identities.
#[derive(Default)]
pub(crate) struct Places {
    strong: HashMap<(String, String, Option<i64>), usize>,
    titled: HashMap<(String, Option<i64>), Vec<usize>>,
}

impl Places {
    /// Returns the place of an item that is the same publication; `members` gives those of a place.
    pub(crate) fn find<'a>(&self, identity: &Identity, members: &dyn Fn(usize) -> &'a Members) -> Option<usize> {
        let strong = identity.strong.as_ref().and_then(|strong| self.strong.get(strong)).copied();
        let agrees = |at: &usize| {
            let members = members(*at);
            Facts::of(members).agree(&identity.facts) && !Print::of(members).has_other_doi(&identity.print)
        };
        let titled = || identity.titled.as_ref().and_then(|titled| self.titled.get(titled)).into_iter().flatten();
        strong.or_else(|| titled().copied().find(|at| agrees(at)))
    }

    /// Adds the item at a place.
    pub(crate) fn add(&mut self, identity: Identity, place: usize) {
        identity.strong.into_iter().for_each(|strong| {
            self.strong.insert(strong, place);
        });
        identity.titled.into_iter().for_each(|titled| self.titled.entry(titled).or_default().push(place));
    }
}

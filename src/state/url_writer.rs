//! Writing the query and the anchor to the URL, and so to the session history.

use leptos::prelude::*;
use offprint_core::query::Query;

use super::listing::Listing;
use super::mount::Mount;
use crate::browser::history::{self, Write};
use crate::browser::timing;

/// Milliseconds for which typing rests before it is written to the URL.
const DEBOUNCE: u32 = 300;

/// Milliseconds after which a refused write is tried again.
const RETRY: u32 = 1_000;

/// A write that is still to be done, if there is one.
#[derive(Debug, Clone, Copy, Default)]
struct Pending {
    how: Option<Write>,
    /// Counts the timers: the last one writes.
    timer: u32,
}

/// Writes the current query to the URL: at once, once typing rests, or again where the browser has refused.
#[derive(Clone, Copy)]
pub(crate) struct UrlWriter {
    mount: Mount,
    listing: Listing,
    /// The parameters of the URL that are not the app's, exactly as they were written.
    pub(crate) foreign: RwSignal<String>,
    pending: StoredValue<Pending>,
}

impl UrlWriter {
    pub(crate) fn new(mount: Mount, listing: Listing) -> Self {
        Self { mount, listing, foreign: RwSignal::default(), pending: StoredValue::default() }
    }

    /// Returns the query string of the current state.
    pub(crate) fn search_string(self) -> String {
        let mut query = self.listing.visitor.get_untracked();
        let default = self.listing.default_group.get_untracked();
        query.group = query.group.filter(|group| *group != default);
        match self.mount.is_element() {
            true => embedded(&query),
            false => self.search_of(&query),
        }
    }

    /// Returns the query string of a query: the app's parameters, then the foreign ones.
    pub(crate) fn search_of(self, query: &Query) -> String {
        let (query, foreign) = (query.to_search(), self.foreign.get_untracked());
        if query.is_empty() || foreign.is_empty() { query + &foreign } else { format!("{query}&{foreign}") }
    }

    /// Writes the current query, with the anchor that is there.
    pub(crate) fn commit(self, how: Write) {
        let fragment = self.mount.url().fragment;
        self.write(how, &self.search_string(), &fragment);
    }

    /// Writes the current query in place of the last one, once typing rests.
    pub(crate) fn commit_later(self) {
        self.later(Write::Replace, DEBOUNCE, move || self.flush());
    }

    /// Writes a query string and a fragment; a refused write is tried again later.
    pub(crate) fn write(self, how: Write, search: &str, fragment: &str) {
        let how = self.owed(how);
        self.drop_pending();
        if how == Write::Push && !self.mount.is_element() {
            history::keep_position(&self.mount.position());
        }
        if self.mount.write_url(how, search, fragment).is_err() {
            let (search, fragment) = (search.to_owned(), fragment.to_owned());
            self.later(how, RETRY, move || self.write(how, &search, &fragment));
        }
    }

    /// Writes later, in place of any write that is pending.
    fn later(self, how: Write, wait: u32, write: impl FnOnce() + 'static) {
        let timer = self.pending.get_value().timer + 1;
        self.pending.set_value(Pending { how: Some(self.owed(how)), timer });
        self.mount.spawn(async move {
            timing::sleep(wait).await;
            let current = self.pending.get_value();
            if current.how.is_some() && current.timer == timer {
                write();
            }
        });
    }

    /// Returns how to write: a history entry that could not be made yet must still be made.
    fn owed(self, how: Write) -> Write {
        if self.pending.get_value().how == Some(Write::Push) { Write::Push } else { how }
    }

    /// Does the pending write now.
    pub(crate) fn flush(self) {
        if let Some(how) = self.pending.get_value().how {
            self.commit(how);
        }
    }

    /// Forgets the pending write.
    pub(crate) fn drop_pending(self) {
        self.pending.update_value(|pending| pending.how = None);
    }
}

/// Returns the query string for an embed host: a default sort order is written where the host has another.
fn embedded(query: &Query) -> String {
    let mut search = query.to_search();
    if let Some(sort) = query.sort.filter(|sort| Query::parse(&search).sort != Some(*sort)) {
        search.push_str(if search.is_empty() { "sort=" } else { "&sort=" });
        search.push_str(sort.name());
    }
    search
}

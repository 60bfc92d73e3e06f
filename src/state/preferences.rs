//! How a visitor reads: open abstracts, the `/` key, and the open dialog.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::SEARCH_ID;
use super::listing::Listing;
use super::mount::Mount;
use crate::browser::{events, focus, storage};

/// Up to this many results all abstracts are open at first.
const MOST_OPEN: usize = 50;

/// The storage key of the choice about the `/` key.
const SLASH_KEY: &str = "offprint-slash";

/// A dialog that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialog {
    /// How to cite an entry.
    Cite(u32),
    /// The current list as a file.
    Export,
    /// What can be typed into the search field.
    SearchHelp,
}

/// How the list is read.
#[derive(Clone, Copy)]
pub(crate) struct Preferences {
    /// Whether abstracts are to be open; none leaves that to the number of results.
    pub(crate) abstracts: RwSignal<Option<bool>>,
    /// Whether the page is being printed, with all abstracts open.
    pub(crate) printing: RwSignal<bool>,
    /// Whether abstracts are open.
    pub(crate) abstracts_open: Memo<bool>,
    /// Whether the `/` key starts a search.
    pub(crate) slash: RwSignal<bool>,
    /// The open dialog.
    pub(crate) dialog: RwSignal<Option<Dialog>>,
}

impl Preferences {
    pub(crate) fn new(listing: Listing) -> Self {
        let (abstracts, printing) = (RwSignal::new(None), RwSignal::new(false));
        let few = move || listing.total() <= MOST_OPEN;
        Self {
            abstracts,
            printing,
            abstracts_open: Memo::new(move |_| printing.get() || abstracts.get().unwrap_or_else(few)),
            slash: RwSignal::new(storage::get(SLASH_KEY).as_deref() != Some("off")),
            dialog: RwSignal::new(None),
        }
    }

    /// Collapses all abstracts, or expands them.
    pub(crate) fn toggle_abstracts(self) {
        self.abstracts.set(Some(!self.abstracts_open.get_untracked()));
    }

    /// Focuses the search field when `/` is pressed outside of any field and dialog.
    pub(crate) fn focus_search(self, mount: Mount, event: &KeyboardEvent) {
        let is_asked = self.slash.get_untracked() && events::is_free_slash(event);
        if is_asked && mount.root().is_some_and(|root| focus::focus_id(&root, SEARCH_ID)) {
            event.prevent_default();
        }
    }

    /// Switches the `/` key on or off, for this visit and later ones.
    pub(crate) fn set_slash(self, on: bool) {
        self.slash.set(on);
        storage::set(SLASH_KEY, if on { "on" } else { "off" });
    }
}

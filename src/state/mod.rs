//! The state of the app: a few small structs of signals and memos, and one context that holds them.
//!
//! What can be derived is derived: the answer follows from the list and the query, the rows from the answer, and so on.
//! Signals are written by what a visitor does and by what arrives over the network, never by an effect.

pub(crate) mod announcer;
pub(crate) mod citing;
mod formulas;
mod geometry;
pub(crate) mod lifecycle;
pub(crate) mod listing;
pub(crate) mod loading;
pub(crate) mod mount;
mod naming;
pub(crate) mod navigation;
pub(crate) mod notices;
mod offers;
pub(crate) mod preferences;
pub(crate) mod rows;
mod url_writer;
pub(crate) mod virtual_list;

use leptos::prelude::*;

pub(crate) use announcer::Announcer;
pub(crate) use citing::{Citing, Written};
pub(crate) use listing::{Listing, Scope};
pub(crate) use loading::{Loading, Stage};
pub(crate) use mount::Mount;
pub(crate) use navigation::Navigation;
pub(crate) use notices::{NOTICES_ID, Notice, Notices};
pub(crate) use preferences::{Dialog, Preferences};
pub(crate) use rows::Rows;
pub(crate) use virtual_list::{BOX_ID, DRAWN_ID, RESULTS_ID, TOOLBAR_ID, VirtualList};

use crate::takeover::Takeover;

/// The id of the search field.
pub(crate) const SEARCH_ID: &str = "offprint-search";

/// The context of all components; a component takes from it what it needs.
#[derive(Clone, Copy)]
pub(crate) struct State {
    pub(crate) mount: Mount,
    pub(crate) takeover: Takeover,
    pub(crate) loading: Loading,
    pub(crate) listing: Listing,
    pub(crate) rows: Rows,
    pub(crate) list: VirtualList,
    pub(crate) notices: Notices,
    pub(crate) navigation: Navigation,
    pub(crate) preferences: Preferences,
    pub(crate) citing: Citing,
    pub(crate) announcer: Announcer,
    /// Whether the visitor was taken to where the URL leads.
    settled: StoredValue<bool>,
}

impl State {
    /// Makes the state and provides it to the components.
    pub(crate) fn provide(mount: Mount, takeover: Takeover, loading: Loading, scope: RwSignal<Scope>) -> Self {
        let listing = Listing::new(loading, scope);
        let rows = Rows::new(listing, mount.host().map(|host| host.port.limit() as usize));
        let list = VirtualList::new(mount, takeover, listing, rows);
        let notices = Notices::new(listing);
        let navigation = Navigation::new(mount, listing, list, notices);
        let preferences = Preferences::new(listing);
        let state = Self {
            mount,
            takeover,
            loading,
            listing,
            rows,
            list,
            notices,
            navigation,
            preferences,
            citing: Citing::new(mount, loading, listing, preferences),
            announcer: Announcer::default(),
            settled: StoredValue::new(false),
        };
        provide_context(state);
        state
    }
}

/// Returns the state of the app that a component belongs to; to be called in the component's body.
pub(crate) fn use_state() -> State {
    expect_context()
}

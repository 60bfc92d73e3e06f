//! Choices, and the addresses and history that go with them.

use offprint_core::query::{Address, Query};

use super::{Notice, SLASH_KEY, Session};
use crate::browser::address::{Location, Place, Write};
use crate::browser::events::Timer;
use crate::browser::{self, address, events, focus, host};
use crate::signal::Stored;

/// Typing is written to the address once it rests for this many milliseconds.
const REST: i32 = 300;

/// A refused write is tried again after this many milliseconds.
const RETRY: i32 = 1_000;

/// Ids of our own parts begin with this; they are no anchors of publications.
const OWN: &str = "offprint-";

/// Where the results begin, for "Skip to results" and for a focus that lost its place.
pub const RESULTS_ID: &str = "offprint-results";

/// The search field.
pub const SEARCH_ID: &str = "offprint-search";

/// A write that has not reached the address bar yet.
#[derive(Default)]
pub(super) struct Pending {
    write: Option<Write>,
    timer: Option<Timer>,
}

impl Session {
    /// Starts to listen to the window.
    pub fn listen(&self) {
        let session = *self;
        if host::IS_ELEMENT {
            return self.listen_for_slash();
        }
        self.signals().slash.set(browser::storage::get(SLASH_KEY).as_deref() != Some("off"));
        address::take_over_scrolling();
        events::on_navigation(move || session.follow_history(), move || session.follow_anchor());
        events::on_scroll(move || session.follow_scroll());
        events::on_rest(move || {
            session.settle_scroll();
            address::remember_place();
        });
        events::on_leaving(|| {
            address::remember_leaving();
            address::give_back_scrolling();
        });
        events::on_return(address::take_over_scrolling);
        events::on_print(move |printing| session.print(printing));
        self.listen_for_slash();
    }

    fn listen_for_slash(&self) {
        let session = *self;
        events::on_slash(move || session.signals().slash.get_untracked() && focus::focus_id(SEARCH_ID));
    }

    /// Shows the list for the address that the page was opened with.
    pub fn arrive(&self) {
        let session = *self;
        let location = address::read();
        let place = address::place_of_return().or_else(address::remembered_place);
        self.enter(&location, move || session.settle(place, &address::read().anchor));
    }

    /// Takes over an address and asks for its list.
    pub(super) fn enter(&self, location: &Location, then: impl FnOnce() + 'static) {
        let address = Address::parse(&location.search);
        let ignored = address.ignored.iter().cloned().map(Notice::from);
        self.signals().notices.set(ignored.collect());
        let query = address.query.clone();
        self.signals().address.set(address);
        self.ask(query, move || events::after_drawing(then));
    }

    /// Goes to where the visitor was or, on a first visit, to the anchor.
    fn settle(&self, place: Option<Place>, anchor: &str) {
        let once = |flag: &Stored<bool>| flag.update(std::mem::take);
        let (stays, at_anchor) = (once(&self.signals().stays), once(&self.signals().at_anchor));
        match place {
            Some(place) => {
                self.aim(anchor);
                // In a written list the browser has mostly gone to the place by itself.
                let is_there = address::is_scrolled() || place.scroll == 0.0;
                if stays && is_there { focus::restore_if_lost(&place.focus) } else { self.restore(place) }
            }
            None if at_anchor => self.stay(anchor),
            None => self.visit(anchor),
        }
        if !self.is_incomplete() {
            browser::page::set_busy(false);
        }
    }

    /// Draws what the place needs, then scrolls and focuses.
    pub(super) fn restore(&self, place: Place) {
        let row = place.row.saturating_sub(1) as usize;
        self.seek(row, place.offset.into(), move || {
            focus::restore(&place.focus);
            if place.row < 2 || !address::is_row_at(place.row, place.offset) {
                focus::scroll_to(place.scroll);
            }
        });
    }

    /// Back or forward.
    fn follow_history(&self) {
        let session = *self;
        let location = address::read();
        let place = address::remembered_place();
        self.drop_pending();
        self.signals().dialog.set(None);
        let is_same = self.signals().address.with(|address| *address == Address::parse(&location.search));
        match place {
            Some(place) => self.enter(&location, move || session.settle(Some(place), &address::read().anchor)),
            None if is_same
                && self.signals().query.with_untracked(|query| *query == Query::parse(&location.search)) => {}
            None => self.enter(&location, move || session.settle(None, &address::read().anchor)),
        }
    }

    /// The anchor in the address bar is another one. Where history led there, the place is restored instead.
    fn follow_anchor(&self) {
        if address::remembered_place().is_none() {
            self.visit(&address::read().anchor);
        }
    }

    /// Goes to an anchor: focuses and marks its entry, or says why that cannot be.
    pub(super) fn visit(&self, anchor: &str) {
        let Some(entry) = self.aim(anchor) else {
            // Other anchors in the address of a host are its own.
            if !host::IS_ELEMENT && !anchor.is_empty() && !focus::exists(anchor) {
                self.notify(Notice::UnknownAnchor(anchor.to_owned()));
            }
            return;
        };
        match (self.with_publication(entry, |publication| publication.id.to_string()), self.position(entry)) {
            (Some(id), Some(row)) => self.seek(row, 0.0, move || {
                focus::go_to(&id);
            }),
            _ => self.notify(Notice::Hidden(entry)),
        }
    }

    /// Marks the entry of an anchor, and forgets what was said of the last one.
    pub(super) fn aim(&self, anchor: &str) -> Option<u32> {
        let entry = self.signals().collection.with_untracked(|collection| collection.by_anchor(anchor));
        self.signals()
            .notices
            .update(|notices| notices.retain(|notice| !matches!(notice, Notice::Hidden(_) | Notice::UnknownAnchor(_))));
        self.signals().target.set(entry);
        entry
    }

    /// A link to an anchor was clicked.
    pub fn jump(&self, anchor: &str) {
        if anchor.starts_with(OWN) {
            focus::go_to(anchor);
            return;
        }
        self.flush();
        let search = self.search_part();
        // The same link again is no new place.
        let how = if anchor == address::read().anchor { Write::Replace } else { Write::Push };
        self.write(how, &search, anchor);
        self.visit(anchor);
    }

    /// The visitor types.
    pub fn search(&self, text: String) {
        let session = *self;
        let query = self.signals().query.with_untracked(|query| query.with_text(text));
        self.ask(query, || {});
        self.later(Write::Replace, REST, move || session.flush());
    }

    #[cfg(not(feature = "element"))]
    fn search_part(&self) -> String {
        self.signals().address.with(|address| self.signals().query.with_untracked(|query| address.with(query)))
    }

    /// Writes the current query to the address, with the anchor that stands there.
    pub(super) fn commit(&self, how: Write) {
        let search = self.search_part();
        self.write(how, &search, &address::read().anchor);
    }

    pub(super) fn write(&self, how: Write, search: &str, anchor: &str) {
        // A new entry that could not be made yet must still be made.
        let is_owed = self.signals().pending.with(|pending| pending.write == Some(Write::Push));
        let how = if is_owed { Write::Push } else { how };
        self.drop_pending();
        if address::write(how, search, anchor).is_err() {
            let session = *self;
            let (search, anchor) = (search.to_owned(), anchor.to_owned());
            self.later(how, RETRY, move || session.write(how, &search, &anchor));
        }
    }

    /// Does a write later, in place of any that waits.
    fn later(&self, how: Write, wait: i32, write: impl FnOnce() + 'static) {
        let owed = self.signals().pending.with(|pending| pending.write).filter(|owed| *owed == Write::Push);
        self.drop_pending();
        let timer = events::after(wait, write);
        self.signals().pending.set(Pending { write: owed.or(Some(how)), timer });
    }

    /// Does the write that waits, now.
    pub(super) fn flush(&self) {
        if let Some(how) = self.signals().pending.with(|pending| pending.write) {
            self.commit(how);
        }
    }

    pub(super) fn drop_pending(&self) {
        self.signals().pending.update(|pending| {
            pending.write = None;
            if let Some(timer) = pending.timer.take() {
                timer.clear();
            }
        });
    }
}

//! What a visitor chooses and where they go.

use leptos::prelude::*;
use offprint_core::query::{Query, UrlQuery};

use super::listing::Listing;
use super::mount::Mount;
use super::notices::{NOTICES_ID, Notice, Notices};
use super::url_writer::UrlWriter;
use super::virtual_list::{TOOLBAR_ID, VirtualList};
use crate::browser::history::{Position, Write};
use crate::browser::{focus, scroll};

/// Ids of the app's own parts begin with this; they are no anchors of publications.
const OWN_ID: &str = "offprint-";

/// Where the visitor is being taken.
#[derive(Debug, Clone)]
enum Step {
    /// To an anchor.
    Visit(String),
    /// To where they were, with an anchor in the URL.
    Restore(Position, String),
}

/// The last step, until it has arrived.
#[derive(Debug, Default)]
struct Steps {
    /// Counts them: what is done late for an earlier one is void.
    turn: u32,
    pending: Option<Step>,
}

/// Takes the visitor to a query or an entry, and writes where they are to the URL. A choice is one step of the history.
#[derive(Clone, Copy)]
pub(crate) struct Navigation {
    mount: Mount,
    listing: Listing,
    list: VirtualList,
    notices: Notices,
    /// The entry that the URL leads to.
    pub(crate) target: RwSignal<Option<u32>>,
    /// Writes the URL.
    pub(crate) url: UrlWriter,
    /// Whether the filters are open above the list, where they are not beside it.
    pub(crate) filters_open: RwSignal<bool>,
    steps: StoredValue<Steps>,
}

impl Navigation {
    pub(crate) fn new(mount: Mount, listing: Listing, list: VirtualList, notices: Notices) -> Self {
        Self {
            mount,
            listing,
            list,
            notices,
            target: RwSignal::new(None),
            url: UrlWriter::new(mount, listing),
            filters_open: RwSignal::new(false),
            steps: StoredValue::default(),
        }
    }

    /// Asks for the query of a URL, and says which of its values make no sense.
    pub(crate) fn enter(self, search: &str) {
        let UrlQuery { query, foreign, ignored } = UrlQuery::parse(search);
        self.notices.set(ignored.into_iter().map(Notice::from).collect());
        self.url.foreign.set(foreign);
        self.listing.visitor.set(query);
    }

    /// Asks for another query; one step back undoes it.
    pub(crate) fn choose(self, query: Query) {
        self.url.flush();
        self.notices.set(Vec::new());
        self.list.hold_focus();
        self.listing.visitor.set(query);
        self.url.commit(Write::Push);
        self.bring_results_into_view();
    }

    /// Scrolls to the count and the start of the new results where they are above the window, but not away from filters that
    /// are open above the list.
    fn bring_results_into_view(self) {
        if self.mount.is_element() || self.filters_open.get_untracked() {
            return;
        }
        self.mount.after_render(move || {
            if let Some(root) = self.mount.root() {
                scroll::bring_down(&root, TOOLBAR_ID);
            }
        });
    }

    /// Asks for another query in place of the choice before it, while a range is being extended.
    pub(crate) fn amend(self, query: Query) {
        self.listing.visitor.set(query);
        self.url.commit(Write::Replace);
    }

    /// Changes the query; one step back undoes it.
    pub(crate) fn change(self, change: impl FnOnce(&mut Query)) {
        let mut query = self.query();
        change(&mut query);
        self.choose(query);
    }

    /// Returns what the visitor asks for.
    pub(crate) fn query(self) -> Query {
        self.listing.visitor.get_untracked()
    }

    /// Searches while the visitor types; the URL follows once typing rests.
    pub(crate) fn search(self, text: String) {
        self.list.expect_typing();
        self.listing.visitor.update(|query| query.text = text);
        self.url.commit_later();
    }

    /// Clears the filters that hide an entry, and goes there.
    pub(crate) fn show_hidden(self, entry: u32) {
        let cleared = self.query().cleared();
        self.choose(cleared);
        if let Some(id) = self.listing.id(entry) {
            self.mount.after_render(move || self.visit(&id));
        }
    }

    /// Follows a link to an anchor.
    pub(crate) fn jump(self, anchor: &str) {
        if anchor.starts_with(OWN_ID) {
            if let Some(root) = self.mount.root() {
                focus::scroll_to_id(&root, anchor);
            }
            return;
        }
        self.url.flush();
        // The same link again is no new place.
        let how = if anchor == self.mount.url().fragment { Write::Replace } else { Write::Push };
        self.url.write(how, &self.url.search_string(), anchor);
        self.visit(anchor);
    }

    /// Goes to an anchor: scrolls to its entry, focuses and marks it, or says why that cannot be.
    pub(crate) fn visit(self, anchor: &str) {
        let turn = self.begin(None);
        let Some(entry) = self.aim(anchor) else {
            let exists = || self.mount.root().is_some_and(|root| root.get_element_by_id(anchor).is_some());
            // Other anchors in the URL of an embed host are the host's own.
            if !self.mount.is_element() && !anchor.is_empty() && !exists() {
                self.say(Notice::UnknownAnchor(anchor.to_owned()));
            }
            return;
        };
        let Some((id, row)) = self.listing.id(entry).zip(self.listing.position(entry)) else {
            return self.say(Notice::Hidden(entry));
        };
        self.steps.update_value(|steps| steps.pending = Some(Step::Visit(anchor.to_owned())));
        self.list.seek(row, 0.0, move || {
            if let Some(root) = self.mount.root().filter(|_| self.arrives(turn)) {
                focus::scroll_to_id(&root, &id);
            }
        });
    }

    /// Says why an anchor does not lead to an entry, where the visitor sees it: the browser may have scrolled elsewhere.
    fn say(self, notice: Notice) {
        self.notices.set_anchor(Some(notice));
        if !self.mount.is_element() {
            self.mount.after_render(move || {
                if let Some(root) = self.mount.root() {
                    scroll::bring_into_view(&root, NOTICES_ID);
                }
            });
        }
    }

    /// Marks the entry of an anchor, and takes back what was said of the last one.
    fn aim(self, anchor: &str) -> Option<u32> {
        let entry = self.listing.entry_by_anchor(anchor);
        self.notices.set_anchor(None);
        if self.target.get_untracked() != entry {
            self.target.set(entry);
        }
        entry
    }

    /// Goes to where the visitor was.
    pub(crate) fn restore(self, position: Position, anchor: &str) {
        let turn = self.begin(Some(Step::Restore(position.clone(), anchor.to_owned())));
        self.aim(anchor);
        let row = position.row.unwrap_or_default();
        self.list.seek(row.number.saturating_sub(1) as usize, row.offset.into(), move || {
            let Some(root) = self.mount.root().filter(|_| self.arrives(turn)) else { return };
            focus::restore(&root, &position.focus);
            let is_there = |row| scroll::first_row(&root).is_some_and(|now| is_at(now, row));
            if row.number < 2 || !is_there(row) {
                scroll::scroll_to(position.scroll);
            }
        });
    }

    /// Marks the entry of an anchor that the browser has gone to by itself; the visitor stays where they are.
    pub(crate) fn stay(self, anchor: &str) {
        let Some(entry) = self.aim(anchor) else { return self.visit(anchor) };
        self.begin(None);
        if let Some((id, root)) = self.listing.id(entry).zip(self.mount.root()) {
            focus::restore_if_lost(&root, &format!("0 {id}"));
        }
    }

    /// Marks the entry of an anchor where a return has brought the visitor back already; a lost focus is restored.
    pub(crate) fn stay_at(self, position: &Position, anchor: &str) {
        self.begin(None);
        self.aim(anchor);
        if let Some(root) = self.mount.root() {
            focus::restore_if_lost(&root, &position.focus);
        }
    }

    /// Keeps the visitor where they are, or on their way, while the list is drawn anew.
    pub(crate) fn keep_position(self) {
        let (position, extent) = (self.mount.position(), self.list.extent());
        let (turn, pending) = self.steps.with_value(|steps| (steps.turn, steps.pending.clone()));
        self.mount.after_render(move || {
            if self.mount.is_element() {
                self.list.keep(extent);
            } else if self.steps.with_value(|steps| steps.turn != turn) {
                // The visitor has gone elsewhere meanwhile.
            } else if let Some(step) = pending {
                self.take(step);
            } else if position.row.is_some() {
                self.restore(position, &self.mount.url().fragment);
            } else if let Some(root) = self.mount.root() {
                // At the top nothing moves, and a visitor who begins to scroll now is not brought back.
                focus::restore_if_lost(&root, &position.focus);
            }
        });
    }

    fn take(self, step: Step) {
        match step {
            Step::Visit(anchor) => self.visit(&anchor),
            Step::Restore(position, anchor) => self.restore(position, &anchor),
        }
    }

    /// Begins a step in place of any other; returns its turn.
    fn begin(self, step: Option<Step>) -> u32 {
        let begun = self.steps.try_update_value(|steps| {
            *steps = Steps { turn: steps.turn + 1, pending: step };
            steps.turn
        });
        begun.unwrap_or_default()
    }

    /// Ends the step of this turn; returns false where the visitor has gone elsewhere.
    fn arrives(self, turn: u32) -> bool {
        let is_current = self.steps.try_update_value(|steps| {
            let is_current = steps.turn == turn;
            steps.pending = steps.pending.take().filter(|_| !is_current);
            is_current
        });
        is_current.unwrap_or(false)
    }
}

/// Returns whether a row is where a position has it, within two pixels.
fn is_at(now: scroll::RowOffset, row: scroll::RowOffset) -> bool {
    now.number == row.number && (now.offset - row.offset).abs() < 2
}

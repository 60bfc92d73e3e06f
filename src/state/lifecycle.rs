//! From the first visit to the last: arriving, coming back, leaving, printing.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{Stage, State};
use crate::browser::history::{self, Position};
use crate::browser::{events, scroll, timing};

/// Milliseconds without a scroll event after which scrolling rests.
const SCROLL_REST: u32 = 250;

/// Milliseconds after Home or End within which scrolling still leads where the key does.
const END_MOST: f64 = 3_000.0;

impl State {
    /// Starts to listen to the window, and goes to where the URL leads once the list is there.
    pub(crate) fn start(self) {
        self.navigation.enter(&self.mount.url().search);
        self.arrive_when_ready();
        self.keep_busy();
        Effect::new(move |_| {
            self.listing.answer.track();
            self.list.begin();
        });
        let navigation = self.navigation;
        self.loading.before_revision(move || navigation.keep_position());
        if !self.mount.is_element() {
            self.listen_to_navigation();
            self.listen_to_scrolling();
            self.listen_to_printing();
            self.listen_for_slash();
            self.name_document();
        }
    }

    /// Goes to the visitor's position or the anchor when the list is there for the first time.
    fn arrive_when_ready(self) {
        let has_arrived = StoredValue::new(false);
        Effect::new(move |_| {
            let stage = self.loading.stage.get();
            if matches!(stage, Stage::Loading(_)) || has_arrived.get_value() {
                return;
            }
            has_arrived.set_value(stage == Stage::Ready);
            if stage == Stage::Ready || self.loading.is_empty() {
                self.arrive();
            } else {
                self.takeover.give_up();
                self.settled.set_value(true);
                self.mount.set_busy(false);
            }
        });
    }

    /// Shows the list in place of the prerendered one and goes to where the URL leads.
    fn arrive(self) {
        let is_page = !self.mount.is_element();
        let position = is_page.then(|| history::position_of_return().or_else(history::kept_position)).flatten();
        let left = self.takeover.look();
        let row = left.entry.as_ref().and_then(|(anchor, _)| self.row_of(anchor));
        if left.is_shown {
            self.list.draw_seen(row.unwrap_or(0));
        }
        self.mount.after_render(move || {
            self.takeover.finish(&left);
            self.list.begin();
            match (row, &left.entry) {
                (Some(row), Some((_, offset))) if self.list.is_virtual() => self.list.seek(row, *offset, || {}),
                (Some(_), Some((anchor, offset))) => self.takeover.keep_in_place(anchor, *offset),
                _ => {}
            }
            let (stays, is_at_anchor) = (left.is_shown && !self.list.is_virtual(), left.is_at_anchor);
            if !left.text.is_empty() {
                self.navigation.search(left.text);
            }
            self.mount.after_paint(move || self.settle(position, stays, is_at_anchor));
        });
    }

    fn row_of(self, anchor: &str) -> Option<usize> {
        self.listing.position(self.listing.entry_by_anchor(anchor)?)
    }

    /// Goes to where the visitor was or, on a first visit, to the anchor.
    fn settle(self, position: Option<Position>, stays: bool, is_at_anchor: bool) {
        let anchor = self.mount.url().fragment;
        match position {
            // In a prerendered list the browser has mostly gone to the position by itself.
            Some(position) if stays && (scroll::scrolled() > 0.0 || position.scroll == 0.0) => {
                self.navigation.stay_at(&position, &anchor);
            }
            Some(position) => self.navigation.restore(position, &anchor),
            None if is_at_anchor => self.navigation.stay(&anchor),
            None => self.navigation.visit(&anchor),
        }
        self.settled.set_value(true);
        self.mount.set_busy(untrack(|| self.is_busy()));
    }

    /// Returns whether the list for the current URL is still to be shown, or not all that is searched is indexed.
    fn is_busy(self) -> bool {
        // All are read whatever they are, so that an effect hears of each.
        let is_searching = self.listing.query.with(|query| query.is_search());
        let is_loading = self.loading.stage.with(|stage| matches!(stage, Stage::Loading(_)));
        let is_indexing = self.loading.indexing.with(Option::is_some);
        is_loading || !self.settled.get_value() || (is_indexing && is_searching)
    }

    /// Tells assistive technology whether the list is still to be shown.
    fn keep_busy(self) {
        Effect::new(move |_| match self.is_busy() {
            true => self.mount.set_busy(true),
            false => self.mount.after_render(move || self.mount.set_busy(untrack(|| self.is_busy()))),
        });
    }

    fn listen_to_navigation(self) {
        history::take_over_scrolling();
        // Asked at once: until `hashchange`, the end of an earlier scroll may give the new history entry a position.
        let has_position = StoredValue::new(false);
        listen(ev::popstate, move |_| {
            let position = history::kept_position();
            has_position.set_value(position.is_some());
            self.follow_history(position);
        });
        listen(ev::hashchange, move |_| {
            if !has_position.get_value() {
                self.navigation.visit(&self.mount.url().fragment);
            }
        });
        listen(ev::pagehide, move |_| {
            history::keep_position_for_return(&self.mount.position());
            history::give_back_scrolling();
        });
        listen(ev::pageshow, move |_| {
            // WebKit restores the position of a page from its cache after this event.
            self.mount.spawn(async {
                timing::sleep(500).await;
                history::take_over_scrolling();
            });
        });
    }

    /// Follows one step back or forward to where the visitor was, or a link to an anchor, which has no position yet.
    fn follow_history(self, position: Option<Position>) {
        let url = self.mount.url();
        self.navigation.url.drop_pending();
        self.preferences.dialog.set(None);
        let is_same = self.navigation.url.search_string() == url.search;
        if position.is_none() && is_same {
            return;
        }
        self.navigation.enter(&url.search);
        self.mount.after_render(move || {
            self.mount.after_paint(move || self.settle(position, false, false));
        });
    }

    fn listen_to_scrolling(self) {
        let rest = StoredValue::new(0_u32);
        // Rows that are drawn on the way may end the browser's own scrolling before it is where the key leads.
        let end = StoredValue::new(None);
        listen(ev::keydown, move |event| end.set_value(events::scroll_end(&event).map(|end| (end, timing::now()))));
        listen(ev::wheel, move |_| end.set_value(None));
        listen(ev::pointerdown, move |_| end.set_value(None));
        let is_scrolled = move || {
            self.list.follow_scroll();
            rest.update_value(|count| *count += 1);
            let count = rest.get_value();
            self.mount.spawn(async move {
                timing::sleep(SCROLL_REST).await;
                // Before that the browser scrolls, in the prerendered list: no place that a visitor has chosen.
                if rest.get_value() == count && self.settled.get_value() {
                    self.list.settle_scroll();
                    let wanted = end.get_value().filter(|_| self.list.is_virtual());
                    let is_late = |pressed| timing::now() - pressed > END_MOST;
                    if wanted.is_some_and(|(target, pressed)| is_late(pressed) || !scroll::jump_to(target)) {
                        end.set_value(None);
                    }
                    history::keep_position(&self.mount.position());
                }
            });
        };
        listen(ev::scroll, move |_| is_scrolled());
        listen(ev::resize, move |_| self.list.follow_scroll());
    }

    fn listen_to_printing(self) {
        listen(ev::beforeprint, move |_| {
            self.list.draw_for_print();
            self.preferences.printing.set(true);
        });
        listen(ev::afterprint, move |_| self.preferences.printing.set(false));
    }

    fn listen_for_slash(self) {
        listen(ev::keydown, move |event| self.preferences.focus_search(self.mount, &event));
    }
}

/// Listens to the window for as long as the app is mounted.
fn listen<E: ev::EventDescriptor + 'static>(event: E, action: impl Fn(E::EventType) + 'static)
where
    E::EventType: JsCast,
{
    let handle = window_event_listener(event, action);
    on_cleanup(move || handle.remove());
}

//! Which rows are drawn: of a short list all, of a long one those in view and some around them.

use offprint_core::library::Answer;

use super::Session;
use crate::browser::scroll::{Scroll, Stretch};
use crate::browser::{events, handover, host};

/// The box of the list, and what of it is drawn.
pub const BOX_ID: &str = "offprint-list";
/// The part of the list that is drawn.
pub const DRAWN_ID: &str = "offprint-drawn";

/// Longer lists are drawn in part.
pub(super) const MOST_WHOLE: usize = 300;

/// Rows drawn at once for a new answer: as many as a window shows, so that the next key is not kept waiting. Where the
/// page is written as text, all of them.
pub(super) const FIRST: usize = if cfg!(target_arch = "wasm32") { 12 } else { usize::MAX };

/// Rows added at a time to a list that is drawn whole.
const BATCH: usize = 60;

/// The height of the box for each row. It need not be theirs: the scroll bar shows which row is in view, not how high
/// those before it are.
const ROW_HEIGHT: usize = 140;

/// Browsers draw nothing below some height: 33,554,428 px in Chromium, half as much in Firefox.
const GREATEST_HEIGHT: usize = 10_000_000;

/// Printing draws lists of this length whole.
const MOST_PRINTED: usize = 1_000;

/// The rows that are drawn, as positions in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) from: usize,
    pub(super) to: usize,
}

impl Default for Window {
    fn default() -> Self {
        Self { from: 0, to: host::current().map_or(FIRST, |host| host.limit()) }
    }
}

/// The height of the box for a list of that many rows, in pixels.
fn box_height(rows: usize) -> usize {
    (rows * ROW_HEIGHT).min(GREATEST_HEIGHT)
}

/// The rows to draw around one: twice as many as the window shows on either side.
fn around(row: usize, rows: usize, view: Stretch, drawn: Stretch, window: Window) -> Window {
    let height = drawn.height / (window.to - window.from).max(1) as f64;
    let shown = (view.height / height.clamp(60.0, 600.0)) as usize + 2;
    Window { from: row.saturating_sub(2 * shown), to: rows.min(row + 2 * shown) }
}

impl Session {
    /// How many rows the list has.
    pub(super) fn rows(&self) -> usize {
        self.signals().answer.with_untracked(|answer| answer.total)
    }

    /// Whether the list is too long to be drawn whole, unless that was asked for.
    pub fn is_windowed(&self) -> bool {
        !host::IS_ELEMENT
            && !self.signals().whole.get()
            && self.signals().answer.with(|answer| answer.total > MOST_WHOLE)
    }

    pub(super) fn is_windowed_untracked(&self) -> bool {
        reactive_graph::graph::untrack(|| self.is_windowed())
    }

    pub(super) fn window(&self) -> Window {
        self.signals().window.get_untracked()
    }

    /// Starts at the top of a new answer: what can be seen at once, the rest when that is painted. In place of a list that
    /// was written before, it starts with as much as the visitor has of that.
    pub fn start_window(&self) {
        let session = *self;
        let left = self.is_handing_over().then(handover::left);
        let row = left.as_ref().and_then(|left| self.row_of(left));
        let is_shown = left.as_ref().is_some_and(|left| left.is_shown);
        self.signals().window.set(if is_shown { self.window_at(row.unwrap_or(0)) } else { Window::default() });
        self.signals().whole.set(false);
        events::before_painting(move || {
            if let Some(left) = &left {
                session.hand_over(left, row);
            }
            // What is drawn while a written list stands is not in the document.
            if handover::is_waiting() {
                return;
            }
            session.lay_out();
            #[cfg(feature = "element")]
            return session.tell_host();
            #[cfg(not(feature = "element"))]
            events::after_drawing(move || session.grow());
        });
    }

    /// Draws the first rows alone, where the page is written as text.
    #[cfg(feature = "ssr")]
    pub fn show_first(&self, rows: usize) {
        self.signals().window.set(Window { from: 0, to: rows });
    }

    /// Gives the box its height, and the rows their numbers.
    pub(super) fn lay_out(&self) {
        let Some(scroll) = Scroll::of(BOX_ID, DRAWN_ID) else { return };
        let rows = self.rows();
        if self.is_windowed_untracked() {
            scroll.set_height(Some(box_height(rows) as u32));
            if self.window().from == 0 {
                scroll.set_top(Some(0.0));
                let view = scroll.view();
                if view.top > scroll.drawn().height {
                    scroll.scroll_by(-view.top);
                }
            }
        } else {
            scroll.set_height(None);
            scroll.set_top(None);
        }
        scroll.number_rows(self.window().from + 1, rows);
    }

    /// Draws more: of a long list what stands around the rows in view, of a short one the next rows, up to the last.
    fn grow(&self) {
        if self.is_windowed_untracked() {
            return self.follow_scroll();
        }
        let (session, window) = (*self, self.window());
        if window.to < self.rows() {
            self.signals().window.set(Window { from: 0, to: window.to + BATCH });
            events::before_painting(move || {
                session.lay_out();
                events::after_drawing(move || session.grow());
            });
        }
    }

    /// Draws the whole list, whatever its length, so that it can be searched by the browser and printed.
    pub fn show_whole(&self) {
        self.signals().whole.set(true);
        self.signals().window.update(|window| window.from = 0);
        self.grow();
    }

    /// Draws the whole list with open abstracts while it is printed, if it is not too long for that.
    pub fn print(&self, printing: bool) {
        if printing && self.rows() <= MOST_PRINTED {
            self.signals().whole.set(true);
            self.signals().window.set(Window { from: 0, to: self.rows() });
            self.lay_out();
        }
        self.signals().printing.set(printing);
        self.settle_abstracts();
    }

    /// The page was scrolled: draws what came into view, if it is not drawn yet.
    pub(super) fn follow_scroll(&self) {
        let Some(scroll) = Scroll::of(BOX_ID, DRAWN_ID).filter(|_| self.is_windowed_untracked()) else { return };
        let (view, drawn, window, rows) = (scroll.view(), scroll.drawn(), self.window(), self.rows());
        let is_covered_above = window.from == 0 || drawn.top <= view.top - view.height / 2.0;
        let is_covered_below = window.to >= rows || drawn.top + drawn.height >= view.top + 1.5 * view.height;
        if is_covered_above && is_covered_below {
            return;
        }
        let is_near = drawn.top < view.top + view.height && drawn.top + drawn.height > view.top;
        match scroll.first_visible().filter(|_| is_near) {
            Some((at, offset)) => self.draw_around(window.from + at, offset, view.top),
            None => {
                let done = (view.top / (box_height(rows) as f64 - view.height).max(1.0)).clamp(0.0, 1.0);
                let row = ((done * rows as f64) as usize).min(rows.saturating_sub(1));
                // A list that begins below the top of the window stays there.
                self.draw_around(row, done * view.height + (-view.top).max(0.0), view.top);
            }
        }
    }

    /// Scrolling has come to rest: moves list and scroll bar together to where the row in view belongs, so that there is
    /// as much to scroll on either side as there are rows. Nothing moves in the window.
    pub(super) fn settle_scroll(&self) {
        let Some(scroll) = Scroll::of(BOX_ID, DRAWN_ID).filter(|_| self.is_windowed_untracked()) else { return };
        let (view, window) = (scroll.view(), self.window());
        let is_at_an_end = window.from == 0 || window.to >= self.rows();
        if let Some((at, offset)) = scroll.first_visible().filter(|_| !is_at_an_end) {
            let top = self.top_of(window.from + at, view);
            if (top - view.top).abs() > view.height {
                self.draw_around(window.from + at, offset, top);
            }
        }
    }

    /// Where the view belongs while a row stands at its top.
    fn top_of(&self, row: usize, view: Stretch) -> f64 {
        let rows = self.rows();
        (box_height(rows) as f64 - view.height) * row as f64 / rows.max(1) as f64
    }

    /// Draws the rows around one, and puts that `offset` pixels below the top of the window, with the view at `top`.
    fn draw_around(&self, row: usize, offset: f64, top: f64) {
        let Some(scroll) = Scroll::of(BOX_ID, DRAWN_ID) else { return };
        let (session, rows) = (*self, self.rows());
        let window = around(row, rows, scroll.view(), scroll.drawn(), self.window());
        let had_focus = scroll.has_focus();
        self.signals().window.set(window);
        events::before_painting(move || {
            let row_top = scroll.row_top(row - window.from);
            let drawn = match () {
                () if window.from == 0 => 0.0,
                () if window.to >= rows => box_height(rows) as f64 - scroll.drawn().height,
                () => top + offset - row_top,
            };
            scroll.set_top(Some(drawn));
            scroll.scroll_by(drawn + row_top - offset - scroll.view().top);
            scroll.number_rows(window.from + 1, rows);
            session.keep_focus(&scroll, had_focus);
        });
    }

    /// A focus whose row is drawn no more goes to the list, from where the keyboard scrolls on.
    fn keep_focus(&self, scroll: &Scroll, had_focus: bool) {
        if had_focus && !scroll.has_focus() {
            crate::browser::focus::focus_id(super::RESULTS_ID);
        }
    }

    /// Draws the row at this position and does something then.
    pub(super) fn seek(&self, row: usize, offset: f64, then: impl FnOnce() + 'static) {
        match Scroll::of(BOX_ID, DRAWN_ID).filter(|_| self.is_windowed_untracked()) {
            Some(scroll) => self.draw_around(row, offset, self.top_of(row, scroll.view())),
            None => {
                let session = *self;
                self.signals().window.update(|window| window.to = window.to.max(row + BATCH));
                events::before_painting(move || session.lay_out());
            }
        }
        events::after_drawing(then);
    }

    /// Where an entry stands in the list.
    pub(super) fn position(&self, entry: u32) -> Option<usize> {
        let listed = |answer: &std::sync::Arc<Answer>| {
            answer.groups.iter().flat_map(|group| &group.entries).position(|listed| *listed == entry)
        };
        self.signals().answer.with_untracked(listed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_box_is_never_higher_than_browsers_draw() {
        assert_eq!(box_height(1_000), 140_000);
        assert_eq!(box_height(100_000), GREATEST_HEIGHT);
        assert_eq!(box_height(usize::MAX / ROW_HEIGHT), GREATEST_HEIGHT);
    }

    #[test]
    fn what_is_drawn_reaches_beyond_the_window_and_not_beyond_the_list() {
        let (view, drawn) = (Stretch { top: 0.0, height: 800.0 }, Stretch { top: 0.0, height: 1_200.0 });
        let window = Window { from: 0, to: 12 };
        assert_eq!(around(0, 1_000, view, drawn, window), Window { from: 0, to: 20 });
        assert_eq!(around(500, 1_000, view, drawn, window), Window { from: 480, to: 520 });
        assert_eq!(around(999, 1_000, view, drawn, window), Window { from: 979, to: 1_000 });
    }
}

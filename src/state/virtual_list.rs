//! Drawing the rows in view, and keeping list and scroll bar together.

use leptos::prelude::*;
use offprint_core::library::Extent;
use web_sys::Element;

use super::geometry::{around, box_height};
use super::listing::Listing;
use super::mount::Mount;
use super::rows::{MOST_WHOLE, Rows};
use crate::browser::scroll::{self, Stretch, VirtualBox};
use crate::browser::{focus, timing};
use crate::takeover::Takeover;

/// The id of the box of the list.
pub(crate) const BOX_ID: &str = "offprint-list";
/// The id of the part of the list that is drawn.
pub(crate) const DRAWN_ID: &str = "offprint-drawn";
/// The id of what is above the list.
pub(crate) const TOOLBAR_ID: &str = "offprint-toolbar";
/// The id of the region of the results.
pub(crate) const RESULTS_ID: &str = "offprint-results";

/// Milliseconds without another key after which more than the first rows are drawn.
const TYPING_REST: u32 = 150;

/// Rows added at a time to a list that is drawn whole.
const BATCH: usize = 60;

/// Lists of this length are drawn whole for printing.
const MOST_PRINTED: usize = 1_000;

/// Rows of a long list drawn around the first one that was seen of the prerendered list: as many as a high window shows.
const ROWS_SEEN: (usize, usize) = (12, 18);

/// Draws the rows of a long list around those in view, and all rows of a short one batch by batch.
#[derive(Clone, Copy)]
pub(crate) struct VirtualList {
    mount: Mount,
    takeover: Takeover,
    listing: Listing,
    rows: Rows,
    /// Whether the next answer is to what a visitor types.
    is_typed: StoredValue<bool>,
}

impl VirtualList {
    pub(crate) fn new(mount: Mount, takeover: Takeover, listing: Listing, rows: Rows) -> Self {
        Self { mount, takeover, listing, rows, is_typed: StoredValue::new(false) }
    }

    /// Returns the box, once it is in the document.
    fn find(self) -> Option<VirtualBox> {
        if self.takeover.is_waiting() {
            return None;
        }
        VirtualBox::find(&self.mount.root()?, BOX_ID, DRAWN_ID)
    }

    fn find_virtual(self) -> Option<VirtualBox> {
        self.find().filter(|_| self.is_virtual())
    }

    /// Returns whether the list is drawn in part.
    pub(crate) fn is_virtual(self) -> bool {
        untrack(|| self.rows.is_virtual.get())
    }

    /// Returns the rows that are drawn.
    pub(crate) fn extent(self) -> Extent {
        untrack(|| self.rows.extent.get())
    }

    fn total(self) -> usize {
        untrack(|| self.listing.total())
    }

    /// Lays out a new answer once its first rows are rendered, and draws the rest behind that; while the visitor types, once
    /// typing rests.
    pub(crate) fn begin(self) {
        self.mount.after_render(move || self.lay_out());
        if self.mount.is_element() {
            return;
        }
        let (version, is_typed) = (self.version(), self.is_typed.get_value());
        self.is_typed.set_value(false);
        self.mount.spawn(async move {
            timing::rendered().await;
            timing::sleep(if is_typed { TYPING_REST } else { 0 }).await;
            if self.version() == version {
                self.grow();
            }
        });
    }

    /// Says that the next answer is to what a visitor types.
    pub(crate) fn expect_typing(self) {
        self.is_typed.set_value(true);
    }

    fn version(self) -> u32 {
        untrack(|| self.listing.answer.with(|answered| answered.version))
    }

    /// Begins with the first rows of the same answer once more.
    pub(crate) fn begin_anew(self) {
        self.rows.reset();
        self.begin();
    }

    /// Gives the box its height and the rows their numbers.
    pub(crate) fn lay_out(self) {
        let Some(list) = self.find() else { return };
        let total = self.total();
        if self.is_virtual() {
            list.set_height(Some(box_height(total) as u32));
            if self.extent().from == 0 {
                list.set_top(Some(0.0));
                let view = list.view();
                if view.top > list.drawn().height {
                    scroll::scroll_by(-view.top);
                }
            }
        } else {
            list.set_height(None);
            list.set_top(None);
        }
        list.number_rows(self.extent().from + 1, total);
    }

    /// Draws more: of a long list what is around the rows in view, of a short one the next rows, up to the last.
    fn grow(self) {
        if self.is_virtual() {
            return self.follow_scroll();
        }
        let extent = self.extent();
        if extent.to < self.total() {
            self.rows.draw(Extent { from: 0, to: extent.to + BATCH });
            self.begin();
        }
    }

    /// Draws the whole list, however long, so that the browser can search and print it.
    pub(crate) fn draw_whole(self) {
        self.rows.draw_whole(self.extent().to);
        self.begin();
    }

    /// Draws a list that is not too long for that whole before it is printed.
    pub(crate) fn draw_for_print(self) {
        if self.total() <= MOST_PRINTED && self.extent().to - self.extent().from < self.total() {
            self.rows.draw_whole(self.total());
            self.begin();
        }
    }

    /// Draws what came into view by scrolling, if it is not drawn yet.
    pub(crate) fn follow_scroll(self) {
        let Some(list) = self.find_virtual() else { return };
        let (view, drawn, extent, total) = (list.view(), list.drawn(), self.extent(), self.total());
        let is_covered_above = extent.from == 0 || drawn.top <= view.top - view.height / 2.0;
        let is_covered_below = extent.to >= total || drawn.top + drawn.height >= view.top + 1.5 * view.height;
        if is_covered_above && is_covered_below {
            return;
        }
        let is_near = drawn.top < view.top + view.height && drawn.top + drawn.height > view.top;
        match list.first_visible().filter(|_| is_near) {
            Some((at, offset)) => self.draw_around(&list, extent.from + at, offset, view.top, Some(view.top)),
            None => {
                let done = (view.top / (box_height(total) as f64 - view.height).max(1.0)).clamp(0.0, 1.0);
                let row = ((done * total as f64) as usize).min(total.saturating_sub(1));
                // A list that begins below the top of the window stays there.
                self.draw_around(&list, row, done * view.height + (-view.top).max(0.0), view.top, Some(view.top));
            }
        }
    }

    /// Moves list and scroll bar together to where the row in view belongs once scrolling rests, so that there is as much
    /// to scroll on either side as there are rows. Nothing moves in the window.
    pub(crate) fn settle_scroll(self) {
        let Some(list) = self.find_virtual() else { return };
        let (view, extent) = (list.view(), self.extent());
        let is_at_an_end = extent.from == 0 || extent.to >= self.total();
        if let Some((at, offset)) = list.first_visible().filter(|_| !is_at_an_end) {
            let top = self.top_of(extent.from + at, view);
            if (top - view.top).abs() > view.height {
                self.draw_around(&list, extent.from + at, offset, top, Some(view.top));
            }
        }
    }

    /// Returns where the view belongs while a row is at its top.
    fn top_of(self, row: usize, view: Stretch) -> f64 {
        let total = self.total();
        (box_height(total) as f64 - view.height) * row as f64 / total.max(1) as f64
    }

    /// Draws the rows around one, and puts that `offset` pixels below the top of the window, with the view at `top`.
    ///
    /// `seen_at` is where the view was when the row had that offset: what a visitor scrolls while the rows are drawn is not
    /// taken back, which would end the scrolling. Without it the row is put there, wherever the view is by then.
    fn draw_around(self, list: &VirtualBox, row: usize, offset: f64, top: f64, seen_at: Option<f64>) {
        let total = self.total();
        let extent = around(row, total, list.view(), list.drawn(), self.extent());
        let focused = list.focused();
        self.rows.draw(extent);
        self.mount.after_render(move || {
            let Some(list) = self.find_virtual().filter(|_| self.extent() == extent) else { return };
            let row_top = list.row_top(row - extent.from);
            let drawn = match () {
                () if extent.from == 0 => 0.0,
                () if extent.to >= total => box_height(total) as f64 - list.drawn().height,
                () => top + offset - row_top,
            };
            list.set_top(Some(drawn));
            scroll::scroll_by(drawn + row_top - offset - seen_at.unwrap_or_else(|| list.view().top));
            list.number_rows(extent.from + 1, total);
            self.keep_focus(&list, focused);
        });
    }

    /// Keeps the focus in its row while the list changes: `<For>` may move rows in the document, and those lose it.
    pub(crate) fn hold_focus(self) {
        let Some(focused) = self.find().and_then(|list| list.focused()) else { return };
        self.mount.after_render(move || {
            if let Some(list) = self.find() {
                self.keep_focus(&list, Some(focused));
            }
        });
    }

    /// Gives the focus back to a row that was moved in the document; where its row is no longer drawn, the results get
    /// it, from where the keyboard scrolls on.
    fn keep_focus(self, list: &VirtualBox, focused: Option<Element>) {
        let Some(focused) = focused.filter(|_| list.focused().is_none()) else { return };
        if focused.is_connected() {
            focus::focus(&focused);
        } else if let Some(root) = self.mount.root() {
            focus::focus_id(&root, RESULTS_ID);
        }
    }

    /// Draws the row at this position, then calls `then` once the browser has laid it out.
    pub(crate) fn seek(self, row: usize, offset: f64, then: impl FnOnce() + 'static) {
        match self.find_virtual() {
            Some(list) => self.draw_around(&list, row, offset, self.top_of(row, list.view()), None),
            None => {
                let to = self.extent().to.max(row + BATCH);
                self.rows.draw(Extent { from: 0, to });
                self.mount.after_render(move || self.lay_out());
            }
        }
        self.mount.after_paint(then);
    }

    /// Draws what was seen of the prerendered list, of which this row was the first one in view: of a short list all, so
    /// that nothing moves.
    pub(crate) fn draw_seen(self, row: usize) {
        let total = self.total();
        let (before, behind) = ROWS_SEEN;
        self.rows.draw(match total <= MOST_WHOLE {
            true => Extent { from: 0, to: total },
            false => Extent { from: row.saturating_sub(before), to: total.min(row.saturating_add(behind)) },
        });
    }

    /// Shows as many more rows of an element as its host has at a time; the first of them takes the focus.
    pub(crate) fn show_more(self) {
        let before = self.extent().to;
        let more = self.rows.limit.get_untracked().unwrap_or(BATCH);
        self.rows.draw(Extent { from: 0, to: before + more });
        self.mount.after_render(move || {
            self.lay_out();
            if let Some(root) = self.mount.root() {
                focus::focus_nth(&root, &format!("#{DRAWN_ID} article"), before);
            }
        });
    }

    /// Keeps these rows where the same list is answered once more.
    pub(crate) fn keep(self, extent: Extent) {
        self.rows.draw(extent);
        self.begin();
    }

    /// Returns how many rows are shown.
    pub(crate) fn shown(self) -> usize {
        self.total().min(self.extent().to)
    }
}

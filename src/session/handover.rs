//! Taking over from the list that was written when the page was published.

use super::window::{FIRST, MOST_WHOLE, Window};
use super::{Session, Stage, Trouble};
use crate::browser::handover::{self, Left};
use crate::browser::{focus, scroll};

/// Rows of a long list from the first one that is seen: as many as a high window shows.
const SEEN: usize = 18;

impl Session {
    /// Whether the list that was written before is to go.
    pub(super) fn is_handing_over(&self) -> bool {
        let is_empty = self.signals().trouble.with_untracked(|trouble| *trouble == Some(Trouble::Empty));
        handover::is_waiting() && (is_empty || self.signals().stage.with_untracked(|stage| *stage == Stage::Ready))
    }

    /// The row that the visitor sees first of the written list.
    pub(super) fn row_of(&self, left: &Left) -> Option<usize> {
        let (anchor, _) = left.entry.as_ref()?;
        let entry = self.signals().collection.with_untracked(|collection| collection.by_anchor(anchor));
        self.position(entry?)
    }

    /// What is drawn of a list of which this row is seen first: of a short one all, so that nothing moves.
    pub(super) fn window_at(&self, row: usize) -> Window {
        let rows = self.rows();
        if rows <= MOST_WHOLE {
            return Window { from: 0, to: rows };
        }
        Window { from: row.saturating_sub(FIRST), to: rows.min(row.saturating_add(SEEN)) }
    }

    /// Puts the list in place of the written one, with what the visitor has done there.
    pub(super) fn hand_over(&self, left: &Left, row: Option<usize>) {
        handover::finish(left);
        self.signals().at_anchor.set(left.is_at_anchor);
        self.signals().stays.set(left.is_shown && !self.is_windowed_untracked());
        match (row, &left.entry) {
            (Some(row), Some((_, offset))) if self.is_windowed_untracked() => self.seek(row, *offset, || {}),
            (Some(_), Some((anchor, offset))) => scroll::keep(anchor, *offset),
            _ => {}
        }
        if !left.text.is_empty() {
            self.search(left.text.clone());
        }
    }

    /// The browser has gone to the anchor already: nothing moves, wherever the visitor has scrolled to since, and the focus
    /// stays where they have taken it.
    pub(super) fn stay(&self, anchor: &str) {
        let Some(entry) = self.aim(anchor) else { return self.visit(anchor) };
        if let Some(id) = self.with_publication(entry, |publication| publication.id.to_string()) {
            focus::restore_if_lost(&format!("0 {id}"));
        }
    }
}

//! Which rows of the list are drawn: of a short list all, of a long one those in view and some around them.

use leptos::prelude::*;
use offprint_core::library::{Block, Extent};
use offprint_core::query::{GroupBy, Query};

use super::listing::Listing;

/// Longer lists are drawn in part.
pub(crate) const MOST_WHOLE: usize = 300;

/// Rows drawn at once for a new answer: as many as a window shows, so that the next key is not kept waiting. A page that
/// is rendered as HTML has all.
const FIRST_ROWS: usize = if cfg!(target_arch = "wasm32") { 12 } else { usize::MAX };

/// The extent that was last set, and for which answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Setting {
    version: u32,
    extent: Extent,
    /// Whether all rows are to be drawn, however many there are.
    whole: bool,
}

/// The rows of the list. A new answer begins with its first rows.
#[derive(Clone, Copy)]
pub(crate) struct Rows {
    listing: Listing,
    setting: RwSignal<Option<Setting>>,
    /// How many rows an element shows at first and at a time; none on a page.
    pub(crate) limit: RwSignal<Option<usize>>,
    /// The positions of the rows that are drawn.
    pub(crate) extent: Memo<Extent>,
    /// These rows, by heading.
    pub(crate) blocks: Memo<Vec<Block>>,
    /// Whether the list is drawn in part.
    pub(crate) is_virtual: Memo<bool>,
}

impl Rows {
    /// Draws the first rows of whatever is listed; `limit` as in [`Rows::limit`].
    pub(crate) fn new(listing: Listing, limit: Option<usize>) -> Self {
        let (setting, limit) = (RwSignal::new(None), RwSignal::new(limit));
        let current = move || {
            let version = listing.answer.with(|answered| answered.version);
            setting.get().filter(|setting: &Setting| setting.version == version)
        };
        let extent = Memo::new(move |_| {
            let first = Extent { from: 0, to: limit.get().unwrap_or(FIRST_ROWS) };
            current().map_or(first, |setting| setting.extent)
        });
        let is_virtual = Memo::new(move |_| {
            let whole = current().is_some_and(|setting| setting.whole);
            limit.with(Option::is_none) && !whole && listing.total() > MOST_WHOLE
        });
        let blocks = Memo::new(move |_| {
            // Under the heading of a year the margin need not say it.
            let by_time = listing.query.with(Query::is_by_time) && listing.group.get() != GroupBy::Year;
            listing.with_list(|list| {
                let year = |entry| list.year(entry);
                listing.answer.with(|answered| answered.answer.blocks(extent.get(), by_time.then_some(&year)))
            })
        });
        Self { listing, setting, limit, extent, blocks, is_virtual }
    }

    /// Draws these rows of the current answer.
    pub(crate) fn draw(self, extent: Extent) {
        let (version, current) = self.current();
        let whole = current.is_some_and(|setting| setting.whole);
        let setting = Some(Setting { version, extent, whole });
        if setting != current {
            self.setting.set(setting);
        }
    }

    /// Draws the whole list from now on, beginning with what is drawn already.
    pub(crate) fn draw_whole(self, to: usize) {
        let (version, _) = self.current();
        self.setting.set(Some(Setting { version, extent: Extent { from: 0, to }, whole: true }));
    }

    /// Draws the first rows.
    pub(crate) fn reset(self) {
        self.setting.set(None);
    }

    /// Returns the version of the answer, and what is set for it.
    fn current(self) -> (u32, Option<Setting>) {
        let version = untrack(|| self.listing.answer.with(|answered| answered.version));
        (version, self.setting.get_untracked().filter(|setting| setting.version == version))
    }

    /// Returns whether rows of the list are not drawn yet.
    pub(crate) fn has_more(self) -> bool {
        self.extent.get().to < self.listing.total()
    }
}

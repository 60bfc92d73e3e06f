//! Which rows of the list are drawn: of a short list all, of a long one those in view and some around them.

use leptos::prelude::*;
use offprint_core::library::Answer;
use offprint_core::query::{Query, Sort};

use super::listing::Listing;
use crate::data::Collection;
use crate::words;

/// Longer lists are drawn in part.
pub(crate) const MOST_WHOLE: usize = 300;

/// Rows drawn at once for a new answer: as many as a window shows, so that the next key is not kept waiting. A page that
/// is rendered as HTML has all.
pub(crate) const FIRST_ROWS: usize = if cfg!(target_arch = "wasm32") { 12 } else { usize::MAX };

/// The rows that are drawn, as positions in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Extent {
    pub(crate) from: usize,
    pub(crate) to: usize,
}

/// The extent that was last set, and for which answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Setting {
    version: u32,
    extent: Extent,
    /// Whether all rows are to be drawn, however many there are.
    whole: bool,
}

/// A part of the list under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    /// The heading, if it has one.
    pub(crate) title: Option<String>,
    /// How many blocks before it have the same heading.
    pub(crate) nth: usize,
    /// What is below it.
    pub(crate) rows: Vec<Row>,
}

/// One row of the list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Row {
    /// The year of the entries below it, in an order of time.
    Year(String),
    /// An entry, and the version of the drawing: another one draws it anew.
    Entry(u32, u32),
}

/// The rows of the list. A new answer begins with its first rows.
#[derive(Clone, Copy)]
pub(crate) struct Rows {
    listing: Listing,
    setting: RwSignal<Option<Setting>>,
    /// How many rows an element shows at first and at a time; none on a page.
    pub(crate) limit: RwSignal<Option<usize>>,
    /// The rows that are drawn.
    pub(crate) extent: Memo<Extent>,
    /// The same, by heading.
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
            let drawing = listing.drawing.get();
            let query = listing.query.get();
            let extent = extent.get();
            listing.answer.with(|answered| blocks(&answered.answer, &query, drawing.version, extent, &*drawing.list))
        });
        Self { listing, setting, limit, extent, blocks, is_virtual }
    }

    /// Draws these rows of the current answer.
    pub(crate) fn draw(self, extent: Extent) {
        self.set(|setting| setting.extent = extent);
    }

    /// Draws the whole list from now on, beginning with what is drawn already.
    pub(crate) fn draw_whole(self, to: usize) {
        self.set(|setting| {
            setting.whole = true;
            setting.extent = Extent { from: 0, to };
        });
    }

    /// Keeps the drawn rows where the same list is answered once more.
    pub(crate) fn keep(self, extent: Extent) {
        let version = untrack(|| self.listing.answer.with(|answered| answered.version));
        self.setting.set(Some(Setting { version, extent, whole: false }));
    }

    /// Draws the first rows.
    pub(crate) fn reset(self) {
        self.setting.set(None);
    }

    fn set(self, change: impl FnOnce(&mut Setting)) {
        let version = untrack(|| self.listing.answer.with(|answered| answered.version));
        let current = self.setting.get_untracked().filter(|setting| setting.version == version);
        let extent = untrack(|| self.extent.get());
        let mut setting = current.unwrap_or(Setting { version, extent, whole: false });
        change(&mut setting);
        if Some(setting) != current {
            self.setting.set(Some(setting));
        }
    }

    /// Returns whether rows of the list are not drawn yet.
    pub(crate) fn has_more(self) -> bool {
        self.extent.get().to < self.listing.total()
    }
}

/// Returns some entries of an answer as rows.
fn blocks(answer: &Answer, query: &Query, version: u32, extent: Extent, list: &dyn Collection) -> Vec<Block> {
    let by_time = matches!(query.order(), Sort::Newest | Sort::Oldest);
    let mut start = 0;
    let mut blocks: Vec<Block> = Vec::new();
    for group in &answer.groups {
        let (from, to) = (extent.from.max(start) - start, extent.to.max(start) - start);
        let drawn = group.entries.get(from..to.min(group.entries.len())).unwrap_or_default();
        let before = from.checked_sub(1).and_then(|before| group.entries.get(before)).copied();
        let rows = rows(drawn, before, version, by_time.then_some(list));
        start += group.entries.len();
        if !rows.is_empty() {
            let nth = blocks.iter().filter(|block| block.title == group.title).count();
            blocks.push(Block { title: group.title.clone(), nth, rows });
        }
    }
    blocks
}

/// Returns entries as rows; where they are in an order of time, `list` knows their years.
fn rows(entries: &[u32], before: Option<u32>, version: u32, list: Option<&dyn Collection>) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut last = list.zip(before).map(|(list, entry)| list.year(entry));
    for &entry in entries {
        if let Some(year) = list.map(|list| list.year(entry)).filter(|year| last != Some(*year)) {
            rows.push(Row::Year(year.map_or_else(|| words::UNDATED.to_owned(), |year| year.to_string())));
            last = Some(year);
        }
        rows.push(Row::Entry(entry, version));
    }
    rows
}

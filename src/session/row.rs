//! The list as it is drawn, row by row.

use offprint_core::library::Answer;
use offprint_core::query::{Query, Sort};

use super::Collection;
use super::window::Window;

/// A part of the list under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The heading, if it has one.
    pub title: Option<String>,
    /// What stands below it.
    pub rows: Vec<Row>,
}

/// One row of the list.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Row {
    /// The year of the entries below it, in an order of time.
    Year(String),
    /// An entry, and which words were being searched when it was drawn: other words draw it anew.
    Entry(u32, u32),
}

/// Some entries of an answer, as rows.
pub(super) fn blocks(
    answer: &Answer,
    query: &Query,
    words_stamp: u32,
    window: Window,
    collection: &dyn Collection,
) -> Vec<Block> {
    let by_time = matches!(query.order(), Sort::Newest | Sort::Oldest);
    let mut start = 0;
    let mut blocks = Vec::new();
    for group in &answer.groups {
        let (from, to) = (window.from.max(start) - start, window.to.max(start) - start);
        let drawn = group.entries.get(from..to.min(group.entries.len())).unwrap_or_default();
        let before = from.checked_sub(1).and_then(|before| group.entries.get(before));
        let mut last = before.map(|entry| collection.year(*entry));
        let mut rows = Vec::new();
        for &entry in drawn {
            if by_time {
                let year = collection.year(entry);
                if last != Some(year) {
                    rows.push(Row::Year(year.map_or_else(|| "Undated".to_owned(), |year| year.to_string())));
                    last = Some(year);
                }
            }
            rows.push(Row::Entry(entry, words_stamp));
        }
        start += group.entries.len();
        if !rows.is_empty() {
            blocks.push(Block { title: group.title.clone(), rows });
        }
    }
    blocks
}

//! The list as it is drawn, row by row.

use offprint_core::library::Answer;
use offprint_core::query::{Query, Sort};

use super::Collection;

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

/// The first `most` entries of an answer, as rows.
pub(super) fn blocks(
    answer: &Answer,
    query: &Query,
    words_stamp: u32,
    most: usize,
    collection: &dyn Collection,
) -> Vec<Block> {
    let by_time = matches!(query.order(), Sort::Newest | Sort::Oldest);
    let mut left = most;
    let mut blocks = Vec::new();
    for group in answer.groups.iter().take_while(|_| most > 0) {
        let mut rows = Vec::new();
        let mut last = None;
        for &entry in group.entries.iter().take(left) {
            let year = collection.year(entry);
            if by_time && last != Some(year) {
                rows.push(Row::Year(year.map_or_else(|| "Undated".to_owned(), |year| year.to_string())));
                last = Some(year);
            }
            rows.push(Row::Entry(entry, words_stamp));
        }
        left -= left.min(group.entries.len());
        if !rows.is_empty() {
            blocks.push(Block { title: group.title.clone(), rows });
        }
    }
    blocks
}

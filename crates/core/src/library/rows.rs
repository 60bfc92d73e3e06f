//! The rows of a list: headings, years and entries in the order in which they are shown.

use super::Answer;

/// Positions in a list, from `from` up to, but not including, `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// The first position.
    pub from: usize,
    /// The position after the last one.
    pub to: usize,
}

/// Rows under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The heading, if it has one.
    pub title: Option<String>,
    /// How many groups before it have the same heading.
    pub nth: usize,
    /// How many entries the group has, whether they are among the rows or not.
    pub count: usize,
    /// The rows.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Row {
    /// The year of the entries below it, if they have one.
    Year(Option<i32>),
    /// An entry.
    Entry(u32),
}

impl Answer {
    /// Returns the entries in an extent as rows; where `year` is given, entries of another year than the one before them
    /// have that in a row of its own.
    pub fn blocks(&self, extent: Extent, year: Option<&dyn Fn(u32) -> Option<i32>>) -> Vec<Block> {
        let mut start = 0;
        let mut blocks: Vec<Block> = Vec::new();
        for (at, group) in self.groups.iter().enumerate() {
            let (from, to) = (extent.from.max(start) - start, extent.to.max(start) - start);
            let shown = group.entries.get(from..to.min(group.entries.len())).unwrap_or_default();
            let before = from.checked_sub(1).and_then(|before| group.entries.get(before)).copied();
            start += group.entries.len();
            if !shown.is_empty() {
                let nth = self.groups[..at].iter().filter(|other| other.title == group.title).count();
                let (title, count) = (group.title.clone(), group.entries.len());
                blocks.push(Block { title, nth, count, rows: rows(shown, before, year) });
            }
        }
        blocks
    }
}

fn rows(entries: &[u32], before: Option<u32>, year: Option<&dyn Fn(u32) -> Option<i32>>) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut last = year.zip(before).map(|(year, entry)| year(entry));
    for &entry in entries {
        if let Some(year) = year.map(|year| year(entry)).filter(|year| last != Some(*year)) {
            rows.push(Row::Year(year));
            last = Some(year);
        }
        rows.push(Row::Entry(entry));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Group;

    fn answer() -> Answer {
        let group = |title: &str, entries| Group { title: Some(title.to_owned()), entries };
        Answer { groups: vec![group("Papers", vec![0, 1, 2]), group("Talks", vec![3])], total: 4, ..Answer::default() }
    }

    #[test]
    fn a_year_is_shown_where_it_changes() {
        let year = |entry: u32| [Some(2014), Some(2013), Some(2013), None][entry as usize];
        let blocks = answer().blocks(Extent { from: 1, to: 9 }, Some(&year));
        assert_eq!(blocks[0].rows, [Row::Year(Some(2013)), Row::Entry(1), Row::Entry(2)]);
        assert_eq!(blocks[1].rows, [Row::Year(None), Row::Entry(3)]);
        let blocks = answer().blocks(Extent { from: 2, to: 3 }, Some(&year));
        assert_eq!(blocks.iter().map(|block| block.rows.clone()).collect::<Vec<_>>(), [[Row::Entry(2)]]);
    }

    #[test]
    fn blocks_with_the_same_heading_are_told_apart() {
        let mut answer = answer();
        answer.groups[1].title = Some("Papers".to_owned());
        let blocks = answer.blocks(Extent { from: 0, to: 4 }, None);
        assert_eq!(blocks.iter().map(|block| block.nth).collect::<Vec<_>>(), [0, 1]);
    }
}

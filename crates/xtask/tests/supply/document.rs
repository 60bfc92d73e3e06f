//! The tables of docs/dependencies.md.

use crate::read;
use std::collections::BTreeMap;

/// Returns the rows below a heading: the name in backticks, and the other cells.
pub(crate) fn rows(heading: &str) -> BTreeMap<String, Vec<String>> {
    let text = read("docs/dependencies.md");
    let (_, section) = text.split_once(&format!("\n## {heading}\n")).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let rows: Vec<_> = section.lines().filter_map(|line| line.strip_prefix("| `")).map(row).collect();
    let names: Vec<_> = rows.iter().map(|(name, _)| name.clone()).collect();
    assert!(
        heading == "Tools" || names.is_sorted(),
        "{heading}: the rows are not in the order of their names: {names:?}"
    );
    rows.into_iter().collect()
}

fn row(line: &str) -> (String, Vec<String>) {
    let (name, cells) = line.split_once("` |").unwrap();
    let cells: Vec<String> = cells.trim_end_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
    assert!(cells.iter().all(|cell| !cell.is_empty()), "docs/dependencies.md: {name} has an empty cell");
    (name.to_owned(), cells)
}

#[test]
fn every_table_is_read() {
    for heading in ["Rust", "npm: tests", "npm: bench", "Tools", "Actions"] {
        assert!(rows(heading).len() > 3, "{heading}");
    }
}

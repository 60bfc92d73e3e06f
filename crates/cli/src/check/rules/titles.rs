//! Titles twice: an entry that came in by two ways, and counts twice.

use std::collections::HashMap;

use offprint_core::fold;

use super::super::finding::Finding;
use super::super::list::{Entry, List};

/// What two entries must share to be one: the words of the title, the year and the first author. "Editorial" of the same
/// year by another hand is another work.
type Key = (String, Option<i32>, String);

/// Adds each entry of which another is further up.
pub(super) fn check(list: &List<'_>, findings: &mut Vec<Finding>) {
    let mut firsts: HashMap<Key, &Entry<'_>> = HashMap::new();
    for entry in &list.entries {
        let first = *firsts.entry(key(entry)).or_insert(entry);
        if first.position == entry.position {
            continue;
        }
        let (number, line) = (first.position + 1, list.line(first.piece("title")));
        let message = format!("entry {number} (`{}`, line {line}) has the same title and year", first.publication.id);
        findings.push(
            list.about(entry, "title", "same-title", message)
                .label("again")
                .related(list.source.span(first.piece("title")), format!("entry {number}"))
                .help("Keep one of the two: add the links of the other and, to `custom.aliases`, its id."),
        );
    }
}

fn key(entry: &Entry<'_>) -> Key {
    let publication = entry.publication;
    let title = fold::words(&publication.plain_title()).join(" ");
    let author = publication.authors.first().map(|name| fold::words(&name.display()).concat()).unwrap_or_default();
    (title, publication.year(), author)
}

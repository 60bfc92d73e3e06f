//! Entries that nobody has written.

use super::super::finding::Finding;
use super::super::list::{List, find};
use super::vocabulary::ROLES;

/// Types of which many have no author.
const WITHOUT: [&str; 15] = [
    "bill",
    "collection",
    "dataset",
    "event",
    "hearing",
    "legal_case",
    "legislation",
    "map",
    "periodical",
    "post",
    "regulation",
    "software",
    "standard",
    "treaty",
    "webpage",
];

/// Adds each entry that names no author and nobody in another role, such as an editor, if its type usually has one.
/// Authors that cannot be read have been reported as such.
pub(super) fn check(list: &List<'_>, findings: &mut Vec<Finding>) {
    for entry in &list.entries {
        let publication = entry.publication;
        if !publication.authors.is_empty() || WITHOUT.contains(&&*publication.kind) {
            continue;
        }
        let given = |role: &&str| find(entry.text, role).is_some_and(|names| !matches!(names, "null" | "[]"));
        if !ROLES.iter().any(given) {
            let finding = list.about(entry, "author", "missing-author", "this entry has no author");
            findings.push(
                finding.label("no `author`").help("Add \"author\": [{\"given\": \"Ada\", \"family\": \"Lovelace\"}]."),
            );
        }
    }
}

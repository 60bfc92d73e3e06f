//! Entries without a year: they are last in the list, and no year finds them.

use super::super::finding::Finding;
use super::super::list::{List, find};

/// Adds each entry without a date, unless its `status` says that it is still to come. A date that cannot be read has been
/// reported as such.
pub(super) fn check(list: &List<'_>, findings: &mut Vec<Finding>) {
    for entry in &list.entries {
        let given =
            ["issued", "status"].into_iter().any(|field| find(entry.text, field).is_some_and(|it| it != "null"));
        if entry.publication.issued.is_none() && !given {
            let finding = list.about(entry, "issued", "missing-year", "this entry has no year");
            findings.push(
                finding
                    .label("no `issued`")
                    .help("Add \"issued\": {\"date-parts\": [[2013, 4]]}, or a `status` such as \"forthcoming\"."),
            );
        }
    }
}

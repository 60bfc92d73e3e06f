//! Languages that are no BCP 47 tag, such as `English`: a browser would not know how to read the text aloud or break its
//! lines, so they are passed over.

use offprint_core::json::string;

use super::super::finding::Finding;
use super::super::list::{List, find};

/// Adds each language that was not understood.
pub(super) fn check(list: &List<'_>, findings: &mut Vec<Finding>) {
    for entry in list.entries.iter().filter(|entry| entry.publication.language.is_none()) {
        let written = find(entry.text, "language").and_then(string).filter(|text| !text.trim().is_empty());
        if let Some(written) = written {
            let finding = list.about(entry, "language", "language", format!("`{written}` is no language tag"));
            findings.push(finding.label("passed over").help("Write a BCP 47 tag such as `en`, `de` or `zh-Hant`."));
        }
    }
}

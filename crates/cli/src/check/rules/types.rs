//! Types that CSL does not have. The page shows such a word as it is written, and no citation style knows what to do with it.

use super::super::finding::Finding;
use super::super::list::List;
use super::near::nearest;
use super::vocabulary::TYPES;

/// What BibTeX calls the types that CSL has under another name.
const OTHER_NAMES: [(&str, &str); 14] = [
    ("inproceedings", "paper-conference"),
    ("conference", "paper-conference"),
    ("conference-paper", "paper-conference"),
    ("proceedings", "book"),
    ("journal-article", "article-journal"),
    ("journal", "article-journal"),
    ("incollection", "chapter"),
    ("inbook", "chapter"),
    ("techreport", "report"),
    ("phdthesis", "thesis"),
    ("mastersthesis", "thesis"),
    ("misc", "document"),
    ("preprint", "article"),
    ("talk", "speech"),
];

/// Adds each unknown type.
pub(super) fn check(list: &List<'_>, findings: &mut Vec<Finding>) {
    for entry in &list.entries {
        let kind = &*entry.publication.kind;
        if kind.is_empty() || TYPES.contains(&kind) {
            continue;
        }
        let other = OTHER_NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(kind)).map(|(_, other)| *other);
        let finding = list.about(entry, "type", "unknown-type", format!("`{kind}` is no type of CSL"));
        findings.push(match other.or_else(|| nearest(kind, TYPES.iter().copied())) {
            Some(meant) => finding.label(format!("did you mean `{meant}`?")).help(format!("Write `{meant}`.")),
            None => finding.label("not known").help("Use one of the types that publications.schema.json lists."),
        });
    }
}

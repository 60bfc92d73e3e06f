//! Ids that the page cannot use as they are: those of its own parts, and those that are too long for the name of a file.

use offprint_core::json::{Members, scalar};

use super::super::finding::{Finding, Severity};
use super::super::list::{Entry, List, find};

/// What the ids of the page's own parts begin with.
const OWN: &str = "offprint-";

/// How long the name of a publication's page may be, in bytes.
const LONGEST: usize = 80;

/// Adds each such id; and each alias that begins like the page's own ids, since it is an anchor too.
pub(super) fn check(list: &List<'_>, findings: &mut Vec<Finding>) {
    for entry in &list.entries {
        let aliases = find(entry.text, "custom.aliases").map_or(0, |aliases| Members::of(aliases).count());
        findings.extend(own(list, entry, "id"));
        findings.extend((0..aliases).filter_map(|at| own(list, entry, &format!("custom.aliases[{at}]"))));
        findings.extend(long(list, entry));
    }
}

fn own(list: &List<'_>, entry: &Entry<'_>, field: &str) -> Option<Finding> {
    find(entry.text, field).and_then(scalar).filter(|id| id.starts_with(OWN))?;
    let message = format!("ids that begin with `{OWN}` belong to the page itself");
    let finding = list.about(entry, field, "own-id", message).label("no link leads here");
    let finding = finding.help("Give the entry another id; nothing could link to this one.");
    Some(Finding { severity: Severity::Error, ..finding })
}

fn long(list: &List<'_>, entry: &Entry<'_>) -> Option<Finding> {
    let length = file_name(&entry.publication.id);
    (length > LONGEST).then(|| {
        let message = format!("as the name of a file this id takes {length} bytes, more than {LONGEST}");
        let finding = list.about(entry, "id", "long-id", message).label("too long");
        finding.help("Choose a shorter id; with this one, the name of the publication's page is shortened.")
    })
}

/// Returns how many bytes an id takes in a URL: all but letters, digits, `_` and `-` are as `~` and two digits.
fn file_name(id: &str) -> usize {
    id.bytes().map(|byte| if byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-') { 1 } else { 3 }).sum()
}

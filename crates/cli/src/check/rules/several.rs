//! Names that look like several people: "Pedro J.; Montoya", "Ada One & Bea Two".

use offprint_core::json::{Members, string};

use super::super::finding::Finding;
use super::super::list::{Entry, List, find};
use super::vocabulary::ROLES;
use crate::import::separators;

/// Reports each name that contains a separator of names.
pub(super) fn check(list: &List<'_>, findings: &mut Vec<Finding>) {
    for entry in &list.entries {
        for role in ROLES.iter().copied() {
            let names = find(entry.text, role).unwrap_or("[]");
            let several = Members::of(names).enumerate().filter(|(_, name)| is_several(name.value));
            findings.extend(several.map(|(at, name)| finding(list, entry, &format!("{role}[{at}]"), name.value)));
        }
    }
}

fn finding(list: &List<'_>, entry: &Entry<'_>, field: &str, piece: &str) -> Finding {
    let finding = list.warning("several-people", piece, "this name looks like several people".to_owned());
    let finding = finding.field(field.to_owned()).label("one person each");
    let finding =
        finding.help("Write each person as an object of their own, or a group as {\"literal\": \"Barnes & Noble\"}.");
    Finding { entry: Some(entry.reference()), ..finding }
}

fn is_several(name: &str) -> bool {
    let part = |field: &str| find(name, field).and_then(string).unwrap_or_default();
    let is_one = |part: &str| separators::people(part).len() < 2;
    let has_sign = |part: &str| !is_one(part) || separators::is_doubtful(part) || part.contains(" and ");
    let literal = string(name).unwrap_or_else(|| part("literal"));
    !is_one(&literal) || [part("given"), part("family")].iter().any(|part| has_sign(part))
}

//! Members that the format does not have, and members given twice: a slip such as `autor` costs the field in silence.
//!
//! CSL has many variables and tools add their own, so in an entry, its `custom`, its names and dates only what looks like
//! a slip is said. In the envelope, its sections and people, and in links, nothing else is allowed.

use offprint_core::json::{Member, Members};

use super::super::finding::{Finding, Severity};
use super::super::list::{Entry, List, find};
use super::near::nearest;
use super::strict::REFUSED;
use super::vocabulary::{CUSTOM, DATE, ENTRY, ENVELOPE, IMAGE, LINK, NAME, PERSON, ROLES, SECTION};

/// What BibTeX, or a hurried hand, calls a thing that has another name here.
const OTHER_NAMES: [(&str, &str); 13] = [
    ("year", "issued"),
    ("date", "issued"),
    ("journal", "container-title"),
    ("booktitle", "container-title"),
    ("venue", "container-title"),
    ("school", "publisher"),
    ("institution", "publisher"),
    ("tags", "keyword"),
    ("links", "custom.links"),
    ("aliases", "custom.aliases"),
    ("venue-url", "custom.venue-url"),
    ("kind", "type"),
    ("key", "id"),
];

/// Adds each unknown or repeated member.
pub(super) fn check(list: &List<'_>, findings: &mut Vec<Finding>) {
    let mut members = Checker { list, entry: None, findings };
    if let Some(envelope) = list.envelope_text {
        members.object(envelope, "", &ENVELOPE, true);
        members.items(find(envelope, "sections"), "sections", &SECTION, true);
        members.items(find(envelope, "people"), "people", &PERSON, true);
    }
    for entry in &list.entries {
        members.entry = Some(entry);
        members.object(entry.text, "", &ENTRY, false);
        for Member { key, value } in Members::of(entry.text) {
            match key {
                "custom" => {
                    members.object(value, key, &CUSTOM, false);
                    members.object(find(value, "image").unwrap_or_default(), "custom.image", &IMAGE, true);
                    members.items(find(value, "links"), "custom.links", &LINK, true);
                }
                "issued" => members.object(value, key, &DATE, false),
                role if ROLES.contains(&role) => members.items(Some(value), role, &NAME, false),
                _ => {}
            }
        }
    }
}

struct Checker<'a, 'b> {
    list: &'a List<'a>,
    entry: Option<&'a Entry<'a>>,
    findings: &'b mut Vec<Finding>,
}

impl Checker<'_, '_> {
    fn items(&mut self, list: Option<&str>, field: &str, known: &[&str], strict: bool) {
        let items = list.into_iter().filter(|list| list.starts_with('[')).flat_map(Members::of);
        for (at, item) in items.enumerate() {
            self.object(item.value, &format!("{field}[{at}]"), known, strict);
        }
    }

    fn object(&mut self, object: &str, path: &str, known: &[&str], strict: bool) {
        if !object.starts_with('{') {
            return;
        }
        let mut seen: Vec<&str> = Vec::new();
        for member in Members::of(object) {
            let is_repeated = seen.contains(&member.key);
            seen.push(member.key);
            if !is_repeated && known.contains(&member.key) {
                continue;
            }
            let field = if path.is_empty() { member.key.to_owned() } else { format!("{path}.{}", member.key) };
            if is_repeated {
                let finding = self.list.warning("repeated-member", member.key, format!("`{field}` is given twice"));
                let finding = finding.label("this one counts").help("Remove one of the two.");
                self.add(Finding { severity: Severity::Error, loss: REFUSED, ..finding }, field);
            } else if !member.key.starts_with(['$', '_', '/']) {
                self.unknown(object, member.key, field, known, strict);
            }
        }
    }

    fn unknown(&mut self, object: &str, key: &str, field: String, known: &[&str], strict: bool) {
        let is_entry = field == key && self.entry.is_some();
        let other = OTHER_NAMES.iter().find(|(name, _)| is_entry && *name == key).map(|(_, other)| *other);
        // Where the right member is there as well, this one is something of its own.
        let meant = nearest(key, known.iter().copied()).or(other).filter(|meant| find(object, meant).is_none());
        if meant.is_none() && !strict {
            return;
        }
        let finding = self.list.warning("unknown-member", key, format!("`{field}` has no meaning here"));
        let finding = match meant {
            Some(meant) => finding.label(format!("did you mean `{meant}`?")).help(format!("Rename it to `{meant}`.")),
            None => finding.label("not known").help(format!("Remove it, or use one of {}.", known.join(", "))),
        };
        self.add(finding, field);
    }

    fn add(&mut self, finding: Finding, field: String) {
        let entry = self.entry.map(Entry::reference);
        self.findings.push(Finding { entry, field, ..finding });
    }
}

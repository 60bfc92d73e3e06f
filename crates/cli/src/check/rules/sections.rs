//! Sections that the list does not have: such entries are under no heading of the page's. And sections given twice.

use std::collections::HashMap;

use offprint_core::fold;
use offprint_core::json::Members;

use super::super::finding::Finding;
use super::super::list::{List, find};
use super::near::nearest;

/// Adds each section that an entry names and `sections` lacks, where there are sections at all.
pub(super) fn check(list: &List<'_>, findings: &mut Vec<Finding>) {
    repeated(list, findings);
    let sections = &list.envelope().sections;
    if sections.is_empty() {
        return;
    }
    let known: HashMap<String, &str> =
        sections.iter().map(|section| (fold::key(&section.id), section.id.as_str())).collect();
    for entry in &list.entries {
        let Some(section) = entry.publication.section.as_deref() else { continue };
        if known.contains_key(&fold::key(section)) {
            continue;
        }
        let finding =
            list.about(entry, "custom.section", "unknown-section", format!("`sections` has no section `{section}`"));
        findings.push(match nearest(section, known.values().copied()) {
            Some(meant) => finding.label(format!("did you mean `{meant}`?")).help(format!("Write `{meant}`.")),
            None => finding.label("not known").help(format!("Add {{ \"id\": \"{section}\" }} to `sections`.")),
        });
    }
}

fn repeated(list: &List<'_>, findings: &mut Vec<Finding>) {
    let Some(sections) = list.envelope_text.and_then(|envelope| find(envelope, "sections")) else { return };
    let mut firsts: HashMap<&str, &str> = HashMap::new();
    for (at, section) in Members::of(sections).enumerate() {
        let Some(id) = find(section.value, "id") else { continue };
        let Some(first) = firsts.insert(id, id) else { continue };
        findings.push(
            list.warning("repeated-section", id, "this section stands here twice")
                .field(format!("sections[{at}].id"))
                .label("again")
                .related(list.source.span(first), "first")
                .help("Remove one of the two."),
        );
    }
}

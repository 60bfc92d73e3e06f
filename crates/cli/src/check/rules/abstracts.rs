//! The file of abstracts that the envelope names: whether it is there and what it says.

use std::collections::HashSet;

use offprint_core::json::{End, Members, string};

use super::super::finding::{Finding, Severity};
use super::super::list::{List, find};

/// How many ids are named.
const MOST: usize = 5;

/// Adds what is wrong with the file. One on another server is not fetched; of standard input it is not known where the
/// file would be.
pub(super) fn check(list: &List<'_>, findings: &mut Vec<Finding>) {
    let Some(raw) = list.envelope_text.and_then(|envelope| find(envelope, "abstracts")) else { return };
    let Some(name) = string(raw) else { return };
    let error = |message: String, help: &str| {
        let finding = Finding::new(Severity::Error, "abstracts-file", list.source.span(raw), message);
        finding.field("abstracts").label("no abstracts").help(help)
    };
    if name.trim().is_empty() {
        findings.push(error(
            "the name of the file of abstracts is empty".to_owned(),
            "Name the file, or remove the member.",
        ));
        return;
    }
    let Some(folder) = list.source.folder.as_ref().filter(|_| !is_elsewhere(&name)) else { return };
    let bytes = match std::fs::read(folder.join(name.trim())) {
        Ok(bytes) => bytes,
        Err(problem) => {
            let help = "Put the file beside this one, or correct its name.";
            findings.push(error(format!("`{name}` cannot be read: {problem}"), help));
            return;
        }
    };
    let text = String::from_utf8_lossy(&bytes);
    match ids(text.trim_start_matches('\u{feff}').trim_ascii()) {
        Some(ids) => findings.extend(strangers(list, raw, &name, ids)),
        None => {
            let help = "Write an object of texts by id: {\"asplos\": \"We present …\"}.";
            findings.push(error(format!("`{name}` is no JSON object, or ends before it is complete"), help));
        }
    }
}

/// Returns whether a URL leads to a server.
fn is_elsewhere(name: &str) -> bool {
    let name = name.trim();
    name.starts_with('/') || name.contains(':') || name.contains(['?', '#'])
}

/// Returns the ids of a file of abstracts; none where it is no whole object.
fn ids(text: &str) -> Option<Vec<String>> {
    let mut walk = Members::of(text);
    let ids = walk.by_ref().map(|member| string(&format!("\"{}\"", member.key)).unwrap_or_default()).collect();
    (text.starts_with('{') && walk.end() == Some(End::Closed)).then_some(ids)
}

/// Abstracts that belong to no entry.
fn strangers(list: &List<'_>, raw: &str, name: &str, ids: Vec<String>) -> Option<Finding> {
    let known: HashSet<&str> = list.entries.iter().map(|entry| &*entry.publication.id).collect();
    let strange: Vec<String> =
        ids.iter().filter(|id| !known.contains(id.as_str())).map(|id| format!("`{id}`")).collect();
    let first = strange.get(..MOST).unwrap_or(&strange).join(", ");
    let more = if strange.len() > MOST { format!(" and {} more", strange.len() - MOST) } else { String::new() };
    (!strange.is_empty()).then(|| {
        list.warning(
            "unknown-abstract",
            raw,
            format!("`{name}` has abstracts of entries that are not here: {first}{more}"),
        )
        .field("abstracts")
        .label("has strangers")
        .help("Correct these ids, or remove their abstracts.")
    })
}

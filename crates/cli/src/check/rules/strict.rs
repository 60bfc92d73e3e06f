//! What only a strict reader refuses, such as a comma too many. The page is read entry by entry and gets over it, but
//! `fmt` and `import --into` keep all that a file says, so they take the whole of it or nothing.

use offprint_core::json::scalar;
use offprint_core::problem::EntryRef;

use super::super::finding::{Finding, Severity};
use super::super::list::{List, find};
use crate::document::{Document, Unreadable};

/// What such a fault costs.
pub(super) const REFUSED: &str = "`offprint fmt` and `offprint import --into` refuse the file";

/// Adds the first fault, unless it has been said already. It comes after the other rules.
pub(super) fn check(list: &List<'_>, findings: &mut Vec<Finding>) {
    let Err(error) = Document::parse(list.source.text.as_bytes()) else { return };
    let finding = finding(list, &error);
    if !findings.iter().any(|said| is_same(list, said, &finding)) {
        findings.push(finding);
    }
}

fn finding(list: &List<'_>, error: &Unreadable) -> Finding {
    let text = &list.source.text;
    let finding = match error {
        Unreadable::NotJson { line, column, message } => not_json(text, offset(text, *line, *column), message),
        Unreadable::NotUtf8 { .. } | Unreadable::OtherShape => {
            let help = "Write a list of CSL-JSON entries, or an object with one list named `publications`.";
            Finding::new(Severity::Error, "other-shape", 0..0, error.to_string()).help(help)
        }
    };
    Finding { entry: entry_at(list, finding.spot.at.start), loss: REFUSED, ..finding }
}

fn not_json(text: &str, at: usize, message: &str) -> Finding {
    if message.contains("stands here a second time") {
        // The place is that of the quote behind the name.
        let start = text[..at].rfind('"').map_or(at, |quote| quote + 1);
        let message = format!("`{}` is given twice", &text[start..at]);
        let finding = Finding::new(Severity::Error, "repeated-member", start..at, message);
        return finding.label("again").help("Remove one of the two.");
    }
    let (at, help) = match message {
        "trailing comma" => (comma_before(text, at), "Remove the comma: nothing follows it."),
        "trailing characters" => (at, "Remove what follows the end of the list."),
        _ => (at, "Look for a missing comma, quote or bracket at this place."),
    };
    let width = text[at..].chars().next().map_or(0, char::len_utf8);
    let message = format!("this is not JSON: {message}");
    Finding::new(Severity::Error, "not-json", at..at + width, message).label("not expected here").help(help)
}

/// Returns the byte offset of a place as the strict reader gives it: its columns count bytes.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start = match line {
        0 | 1 => text.len() - text.trim_start_matches('\u{feff}').len(),
        _ => text.match_indices('\n').nth(line - 2).map_or(text.len(), |(at, _)| at + 1),
    };
    let at = (start + column.saturating_sub(1)).min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn comma_before(text: &str, at: usize) -> usize {
    text[..at].trim_ascii_end().strip_suffix(',').map_or(at, str::len)
}

/// Returns whether something that was said is this fault, or is in its way: the strict reader stops at its first
/// one.
fn is_same(list: &List<'_>, said: &Finding, fault: &Finding) -> bool {
    let (span, at) = (&said.spot.at, fault.spot.at.start);
    match said.code {
        "syntax" | "cut-short" => {
            let line = |offset| list.source.place(offset).line;
            let is_in_entry = said.entry.is_some() && position(said) == position(fault);
            span.start <= at || is_in_entry || line(span.start) == line(at)
        }
        "wrong-type" | "repeated-member" if said.severity == Severity::Error => (span.start..=span.end).contains(&at),
        _ => false,
    }
}

fn position(finding: &Finding) -> Option<usize> {
    finding.entry.as_ref().map(|entry| entry.position)
}

fn entry_at(list: &List<'_>, at: usize) -> Option<EntryRef> {
    let position = list.texts.iter().position(|text| list.source.span(text).contains(&at))?;
    Some(EntryRef { position, id: find(list.texts[position], "id").and_then(scalar) })
}

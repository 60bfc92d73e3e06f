//! What reading has found, as findings: the same words, with a code and the exact piece of text.

use std::ops::Range;

use offprint_core::json::value;
use offprint_core::problem::{Fault, Loss, Problem};
use offprint_core::rich;

use super::finding::{Finding, Severity};
use super::list::{List, find};

/// Returns all problems of a file that was read.
pub(super) fn findings(list: &List<'_>) -> Vec<Finding> {
    list.reading.problems.iter().map(|problem| finding(list, problem)).collect()
}

fn finding(list: &List<'_>, problem: &Problem) -> Finding {
    let severity = if problem.loss == Loss::Nothing { Severity::Warning } else { Severity::Error };
    let at = span(list, problem);
    let mut finding = Finding::new(severity, code(&problem.fault), at, message(problem))
        .label(label(&problem.fault))
        .help(help(problem))
        .field(problem.field.clone());
    finding.entry = problem.entry.clone();
    finding.loss = match problem.loss {
        Loss::Rest => "everything from here on is left out",
        Loss::Entry => "the entry is left out",
        // Where a link inside a text is unsafe, the words stay.
        Loss::Field if matches!(problem.fault, Fault::Text(_)) => "the words stay, without the link",
        Loss::Field => "this value is left out, the rest stays",
        Loss::Nothing => "",
    };
    match other_entry(list, &problem.fault) {
        Some((at, label)) => finding.related(at, label),
        None => finding,
    }
}

/// Returns the kind of fault, as a word that stays the same.
fn code(fault: &Fault) -> &'static str {
    match fault {
        Fault::CutShort => "cut-short",
        Fault::Syntax => "syntax",
        Fault::NotUtf8 => "not-utf8",
        Fault::Type { .. } => "wrong-type",
        Fault::Missing => "missing",
        Fault::DuplicateId { .. } => "duplicate-id",
        Fault::AliasTaken { .. } => "alias-taken",
        Fault::NoYear => "no-year",
        Fault::NotInCalendar => "not-in-calendar",
        Fault::Unknown(_) => "unknown-word",
        Fault::Url(_) | Fault::Text(_) => "unsafe-link",
    }
}

fn message(problem: &Problem) -> String {
    let fault = &problem.fault;
    match fault {
        Fault::Missing => format!("`{}` is missing or empty", problem.field),
        Fault::AliasTaken { first } if problem.field == "id" => format!("this id is an alias of entry {}", first + 1),
        Fault::Type { .. } if !problem.field.is_empty() => format!("`{}`: {fault}", problem.field),
        _ => fault.to_string(),
    }
}

fn help(problem: &Problem) -> &'static str {
    match problem.fault {
        Fault::Missing if problem.field.ends_with("image.alt") => {
            "Write what the picture shows, or \"\" where it is only an ornament."
        }
        Fault::Missing if !matches!(problem.field.as_str(), "id" | "title") => "Fill it, or remove it.",
        _ => problem.fault.fix(),
    }
}

/// Returns what is beside the place.
fn label(fault: &Fault) -> String {
    match fault {
        Fault::CutShort => "the file ends".to_owned(),
        Fault::Syntax => "not expected here".to_owned(),
        Fault::Type { found, .. } => format!("this is {found}"),
        Fault::Missing => "needed here".to_owned(),
        Fault::DuplicateId { .. } => "used again".to_owned(),
        Fault::AliasTaken { .. } => "taken already".to_owned(),
        Fault::NoYear => "no year in it".to_owned(),
        Fault::NotInCalendar => "no such day".to_owned(),
        Fault::Unknown(_) => "not known".to_owned(),
        Fault::Url(_) | Fault::Text(_) => "not followed".to_owned(),
        Fault::NotUtf8 => String::new(),
    }
}

/// Returns the value that a problem is at, or the part of it that is meant.
fn span(list: &List<'_>, problem: &Problem) -> Range<usize> {
    let start = list.source.offset(problem.place);
    let rest = &list.source.text[start..];
    let first = rest.chars().next().map_or(0, char::len_utf8);
    let length = match &problem.fault {
        Fault::CutShort | Fault::Syntax | Fault::NotUtf8 => first,
        Fault::Text(rich::Fault::UnsafeLink { href, .. }) => {
            let text = value(rest);
            let part = part(text, href).unwrap_or(0..text.len());
            return start + part.start..start + part.end;
        }
        _ => value(rest).len().max(first),
    };
    start..start + length
}

/// Returns where a URL is in the text of a JSON string; nowhere, where its letters are written as entities.
fn part(text: &str, href: &str) -> Option<Range<usize>> {
    let escaped = serde_json::Value::from(href).to_string();
    let written = [href, escaped.trim_matches('"')];
    written.into_iter().find_map(|href| text.find(href).map(|at| at..at + href.len()))
}

/// Returns the id of the entry that had an anchor first.
fn other_entry(list: &List<'_>, fault: &Fault) -> Option<(Range<usize>, String)> {
    let (Fault::DuplicateId { first } | Fault::AliasTaken { first }) = fault else { return None };
    let id = find(list.texts.get(*first)?, "id")?;
    Some((list.source.span(id), format!("entry {} has it", first + 1)))
}

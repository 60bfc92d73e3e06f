//! Findings for machines.

use serde_json::{Value, json};

use super::finding::{Finding, Severity, Spot};
use super::report::Report;
use super::source::Source;
use crate::text::printable_json;

/// Returns all files as one JSON document.
///
/// Lines and columns count from one, columns in characters; `end` is behind the last character. `entry` counts from one.
pub(super) fn document(reports: &[Report]) -> String {
    let count = |severity| reports.iter().map(|report| report.count(severity)).sum::<usize>();
    let document = json!({
        "files": reports.iter().map(file).collect::<Vec<_>>(),
        "errors": count(Severity::Error),
        "warnings": count(Severity::Warning),
    });
    printable_json(&format!("{document:#}"))
}

fn file(report: &Report) -> Value {
    json!({
        "file": report.name,
        "readable": report.readable,
        "entries": report.entries,
        "left_out": report.left_out,
        "errors": report.count(Severity::Error),
        "warnings": report.count(Severity::Warning),
        "problems": report.findings.iter().map(|finding| problem(report, finding)).collect::<Vec<_>>(),
    })
}

fn problem(report: &Report, finding: &Finding) -> Value {
    let mut problem = json!({ "file": report.name });
    if let Some(source) = &report.source {
        add(&mut problem, position(source, &finding.spot));
    }
    add(
        &mut problem,
        json!({
            "severity": finding.severity.name(),
            "code": finding.code,
            "entry": finding.entry.as_ref().map(|entry| entry.position + 1),
            "id": finding.entry.as_ref().and_then(|entry| entry.id.as_deref()),
            "field": (!finding.field.is_empty()).then_some(&finding.field),
            "message": finding.message,
            "help": finding.help,
        }),
    );
    if let (Some(source), false) = (&report.source, finding.related.is_empty()) {
        let related = finding.related.iter().map(|spot| {
            let mut place = position(source, spot);
            add(&mut place, json!({ "message": spot.label }));
            place
        });
        add(&mut problem, json!({ "related": related.collect::<Vec<_>>() }));
    }
    problem
}

fn position(source: &Source, spot: &Spot) -> Value {
    let (start, end) = (source.place(spot.at.start), source.place(spot.at.end));
    json!({
        "line": start.line,
        "column": start.column,
        "end": { "line": end.line, "column": end.column },
    })
}

/// Appends the members of one object to another.
fn add(object: &mut Value, members: Value) {
    if let (Value::Object(object), Value::Object(members)) = (object, members) {
        object.extend(members);
    }
}

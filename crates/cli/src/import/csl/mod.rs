//! CSL-JSON: a list, an envelope around one, or a single entry, and Crossref's way of writing it.

mod crossref;
mod split;
#[cfg(test)]
mod tests;

use offprint_core::problem::{Fault, Loss};
use serde_json::{Value, json};

use super::item::{Imported, Item};
use super::report::{Report, Spot};
use super::source::Source;
use crate::document::Members;
use split::{Entries, Piece};

/// Reads a file.
pub(crate) fn read(source: &Source, report: &mut Report) -> Imported {
    let whole: Option<Value> = serde_json::from_str(source.text.trim_start_matches('\u{feff}')).ok();
    let mut items = Vec::new();
    for piece in Entries::of(&source.text) {
        match piece {
            Piece::Entry(at, value) => {
                report.counts.read += 1;
                items.extend(item(value, Spot { source, entry: "", at }, report));
            }
            Piece::Fault(at, message) => {
                report.counts.read += 1;
                report.add(Spot { source, entry: "", at }, "", Loss::Entry, format!("this is not JSON: {message}"));
            }
            Piece::End(at) => {
                report.add(
                    Spot { source, entry: "", at },
                    "",
                    Loss::Rest,
                    "the file ends here, before the list is complete",
                );
            }
            Piece::NoList(at) => {
                report.add(Spot { source, entry: "", at }, "", Loss::Rest, "there is no list of entries here");
            }
        }
    }
    Imported { items, envelope: whole.and_then(envelope).unwrap_or_default() }
}

/// Returns what an envelope of ours says about the list.
fn envelope(whole: Value) -> Option<Members> {
    let Value::Object(mut members) = whole else { return None };
    members.shift_remove("publications")?;
    Some(members)
}

fn item(value: Value, spot: Spot<'_>, report: &mut Report) -> Option<Item> {
    let Value::Object(mut members) = value else {
        report.add(spot, "", Loss::Entry, "an entry is an object");
        return None;
    };
    let id = match members.shift_remove("id") {
        Some(Value::String(id)) => id,
        Some(Value::Number(id)) => id.to_string(),
        _ => String::new(),
    };
    // Zotero's own ids are URLs; the key that its user cites by is the better anchor.
    let citation_key = members.get("citation-key").and_then(Value::as_str).filter(|_| id.starts_with("http"));
    let key = citation_key.map_or(id, str::to_owned);
    let spot = Spot { entry: &key, ..spot };
    crossref::repair(&mut members);
    if members.get("title").and_then(Value::as_str).is_none_or(|title| title.trim().is_empty()) {
        report.add(spot, "title", Loss::Entry, "an entry needs a title");
        return None;
    }
    members.retain(|_, value| !value.is_null());
    faults(&members, spot, report);
    let (file, place) = (spot.source.name.clone(), spot.source.place(spot.at));
    let key = if key.is_empty() { None } else { Some(key) };
    Some(Item { file, place, key, members })
}

/// Says what the page would not show; it stays in the list, where `check` finds it.
fn faults(members: &Members, spot: Spot<'_>, report: &mut Report) {
    let mut entry = members.clone();
    entry.insert("id".to_owned(), json!("x"));
    let Ok(reading) = offprint_core::read::read(json!([entry]).to_string().as_bytes()) else { return };
    for problem in reading.problems {
        // Text of a web page may have links that are not followed; they are many, and nothing is lost.
        if !matches!(problem.fault, Fault::Text(_)) {
            let message = format!("{}; the page will not show it. {}", problem.fault, problem.fault.fix());
            report.add(spot, &problem.field, Loss::Nothing, message);
        }
    }
}

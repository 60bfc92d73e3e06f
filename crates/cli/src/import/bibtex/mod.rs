//! BibTeX and BibLaTeX.
//!
//! The biblatex crate gives up on a whole file at its first fault, keeps no emphasis, and its dates panic on some
//! inputs; it is what tests compare this with. Here the file is cut into entries first, and each field is by itself.

mod arxiv;
mod block;
mod date;
mod dates;
mod entry;
mod kind;
#[cfg(test)]
mod laws;
mod map;
mod member;
mod notes;
mod person;
mod scan;
mod strings;
#[cfg(test)]
mod tests;
mod url;
mod value;

pub(crate) use date::{edtf, month_number};

use offprint_core::problem::Loss;

use super::item::Item;
use super::report::{Report, Spot};
use super::source::Source;
use block::{Block, Fault, Flaw};
use strings::Strings;

/// Reads a file.
pub(crate) fn read(source: &Source, report: &mut Report) -> Vec<Item> {
    let (blocks, flaws) = scan::scan(&source.text);
    for flaw in &flaws {
        tell(flaw, source, report);
    }
    let mut strings = Strings::default();
    let mut entries = Vec::new();
    for block in &blocks {
        match block {
            Block::Definition(field) => strings.define(field),
            Block::Entry(entry) => entries.push(entry::expand(entry, &strings, source, report)),
        }
    }
    let entries = entry::inherit(&entries, source, report);
    let mut items = Vec::new();
    for entry in &entries {
        match entry.kind.as_str() {
            // It holds fields for others.
            "xdata" => {}
            "set" => {
                let spot = Spot { source, entry: &entry.key, at: entry.at };
                report.add(spot, "", Loss::Nothing, "a @set is no publication; its members are listed by themselves");
            }
            _ => {
                report.counts.read += 1;
                items.extend(map::item(entry, source, report));
            }
        }
    }
    items
}

/// Says what is wrong with the file itself.
fn tell(flaw: &Flaw<'_>, source: &Source, report: &mut Report) {
    let spot = Spot { source, entry: flaw.entry, at: flaw.at };
    let (loss, message) = match flaw.fault {
        Fault::OpenValue => (Loss::Field, "this value has no end; look for a missing brace or quote"),
        Fault::OpenTitle => (
            Loss::Field,
            "this value has no end, and its first line is taken for it; look for a missing brace or quote",
        ),
        Fault::NoField => {
            (Loss::Field, "expected a field such as year = {2013}; look for a missing comma or brace before it")
        }
        Fault::StrayFields => {
            (Loss::Field, "these fields are outside of any entry; look for one brace too many before them")
        }
        Fault::OpenEntry => (Loss::Nothing, "the closing brace of this entry is missing"),
        Fault::EndsInEntry => (Loss::Rest, "the file ends here, before the entry is complete"),
        Fault::EndsInField => (Loss::Rest, "the file ends here, within a field; its entry is left out"),
    };
    report.add(spot, flaw.field, loss, message);
    if flaw.fault == Fault::EndsInField {
        report.counts.read += 1;
        report.add(spot, "", Loss::Entry, "it is cut short");
    }
}

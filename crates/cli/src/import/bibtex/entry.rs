//! Entries with their values put together, and what they inherit.

use std::collections::HashMap;

use offprint_core::problem::Loss;

use super::block;
use super::strings::Strings;
use crate::import::report::{Report, Spot};
use crate::import::source::Source;

/// Parents of parents; a circle ends here.
const GENERATIONS: usize = 5;

/// An entry.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// The type in lower case.
    pub(super) kind: String,
    /// The key; empty where there is none.
    pub(super) key: String,
    /// Where it is.
    pub(super) at: usize,
    /// The fields in their order, each name once.
    pub(super) fields: Vec<Field>,
    /// Whether it has a title of which nothing could be read.
    pub(super) has_lost_title: bool,
}

/// A field.
#[derive(Debug, Clone)]
pub(super) struct Field {
    /// The name in lower case.
    pub(super) name: String,
    /// Where it is.
    pub(super) at: usize,
    /// The value, as TeX.
    pub(super) text: String,
}

impl Entry {
    /// Returns a field's text, if it has any.
    pub(super) fn get(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name && !field.text.trim().is_empty())
    }
}

/// Puts an entry's values together.
pub(super) fn expand(entry: &block::Entry<'_>, strings: &Strings, source: &Source, report: &mut Report) -> Entry {
    let mut fields: Vec<Field> = Vec::new();
    let spot = Spot { source, entry: entry.key, at: entry.at };
    for field in &entry.fields {
        let spot = spot.at(field.at);
        let name = field.name.to_lowercase();
        let expanded = strings.expand(&field.parts);
        for undefined in &expanded.undefined {
            let message = format!("the name {undefined} is not defined by any @string and stands as it is");
            report.count(spot, &name, Loss::Nothing, &message);
        }
        if expanded.is_cut {
            report.add(spot, &name, Loss::Field, "it is longer than a megabyte and was cut");
        }
        match fields.iter().find(|known| known.name == name) {
            Some(known) if known.text.trim() == expanded.text.trim() => {}
            Some(_) => report.add(spot, &name, Loss::Field, "it stands twice in this entry; the first one is kept"),
            None => fields.push(Field { name, at: field.at, text: expanded.text }),
        }
    }
    let has_lost_title = entry.has_lost_title;
    Entry { kind: entry.kind.to_lowercase(), key: entry.key.to_owned(), at: entry.at, fields, has_lost_title }
}

/// Gives entries what they leave to those that they name in `crossref` and `xdata`.
pub(super) fn inherit(entries: &[Entry], source: &Source, report: &mut Report) -> Vec<Entry> {
    let mut places: HashMap<String, usize> = HashMap::new();
    for (at, entry) in entries.iter().enumerate() {
        places.entry(entry.key.to_lowercase()).or_insert(at);
    }
    let mut heirs = Vec::with_capacity(entries.len());
    for entry in entries {
        let mut heir = entry.clone();
        let spot = Spot { source, entry: &entry.key, at: entry.at };
        fill(&mut heir, entry, entries, &places, GENERATIONS, &mut |field, parent| {
            let message = format!("there is no entry {parent} to take fields from");
            report.add(spot.at(field.at), &field.name, Loss::Nothing, message);
        });
        heirs.push(heir);
    }
    heirs
}

fn fill(
    heir: &mut Entry,
    child: &Entry,
    entries: &[Entry],
    places: &HashMap<String, usize>,
    generations: usize,
    missing: &mut impl FnMut(&Field, &str),
) {
    for name in ["xdata", "crossref"] {
        let Some(field) = child.get(name).filter(|_| generations > 0) else { continue };
        for key in field.text.split(',').map(str::trim) {
            let Some(parent) = places.get(&key.to_lowercase()).map(|at| &entries[*at]) else {
                missing(field, key);
                continue;
            };
            for given in &parent.fields {
                let taken =
                    if name == "xdata" { Some(given.name.as_str()) } else { inherited(&given.name, parent, heir) };
                if let Some(taken) = taken.filter(|taken| heir.get(taken).is_none()) {
                    heir.fields.push(Field { name: taken.to_owned(), ..given.clone() });
                }
            }
            fill(heir, parent, entries, places, generations - 1, missing);
        }
    }
}

/// Returns the name that a parent's field has in its child; nothing for what is the parent's own.
fn inherited<'a>(name: &'a str, parent: &Entry, heir: &Entry) -> Option<&'a str> {
    let is_same_kind = parent.kind == heir.kind || parent.kind.trim_start_matches("mv") == heir.kind;
    Some(match name {
        "crossref" | "xdata" | "xref" | "ids" | "key" | "label" | "options" | "shorttitle" | "sorttitle"
        | "abstract" | "keywords" | "note" | "annote" | "annotation" | "file" | "url" | "doi" | "eprint" | "pages"
        | "pagetotal" | "related" | "entryset" | "shorthand" | "langid" | "author" => return None,
        "title" if parent.kind == "periodical" => "journaltitle",
        "subtitle" if parent.kind == "periodical" => "journalsubtitle",
        "title" if is_same_kind => "maintitle",
        "title" => "booktitle",
        "subtitle" if is_same_kind => "mainsubtitle",
        "subtitle" => "booksubtitle",
        // In a conference's paper that says booktitle in the parent, it is the same book.
        _ => name,
    })
}

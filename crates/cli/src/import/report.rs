//! What an import could not bring over, and what it did.

use std::collections::HashMap;
use std::fmt;

use offprint_core::problem::{Loss, Place};
use serde_json::{Value, json};

use super::source::Source;

/// One thing that was not brought over as it is.
#[derive(Debug, Clone)]
pub(crate) struct Finding {
    /// The file.
    pub(crate) file: String,
    /// Where it is there.
    pub(crate) place: Place,
    /// The entry, by the key that the file gives it.
    pub(crate) entry: Option<String>,
    /// The field, as the file names it; empty for the whole entry.
    pub(crate) field: String,
    /// What it costs.
    pub(crate) loss: Loss,
    /// What is wrong, and what to do.
    pub(crate) message: String,
    /// How often it was found; reported once, where it is first.
    pub(crate) times: usize,
}

/// How many entries there were, and what became of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Entries found in the files.
    pub(crate) read: usize,
    /// New ones.
    pub(crate) added: usize,
    /// Entries of the list that were given what they did not have.
    pub(crate) filled: usize,
    /// Entries that brought nothing new.
    pub(crate) unchanged: usize,
}

/// Everything there is to say about an import.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// In the order in which they were found.
    pub(crate) findings: Vec<Finding>,
    /// What became of the entries.
    pub(crate) counts: Counts,
    /// Where the findings are that may be found again: by file, field and message.
    counted: HashMap<[String; 3], usize>,
}

/// Where something was found: a file and an entry of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spot<'a> {
    /// The file.
    pub(crate) source: &'a Source,
    /// The key of the entry; empty outside entries, and for one without.
    pub(crate) entry: &'a str,
    /// The byte.
    pub(crate) at: usize,
}

impl<'a> Spot<'a> {
    /// Returns the same at another byte.
    pub(crate) fn at(self, at: usize) -> Self {
        Self { at, ..self }
    }
}

impl Report {
    /// Adds a finding.
    pub(crate) fn add(&mut self, spot: Spot<'_>, field: &str, loss: Loss, message: impl Into<String>) {
        let entry = Some(spot.entry).filter(|entry| !entry.is_empty());
        self.add_at(&spot.source.name, spot.source.place(spot.at), entry, (field, loss, message.into()));
    }

    /// Adds a finding of a field, when the file has been read already.
    pub(crate) fn add_at(
        &mut self,
        file: &str,
        place: Place,
        entry: Option<&str>,
        (field, loss, message): (&str, Loss, String),
    ) {
        self.findings.push(Finding {
            file: file.to_owned(),
            place,
            entry: entry.map(str::to_owned),
            field: field.to_owned(),
            loss,
            message,
            times: 1,
        });
    }

    /// Adds a finding that many entries of a file may share; it is reported once.
    pub(crate) fn count(&mut self, spot: Spot<'_>, field: &str, loss: Loss, message: &str) {
        let key = [spot.source.name.clone(), field.to_owned(), message.to_owned()];
        match self.counted.get(&key) {
            Some(known) => self.findings[*known].times += 1,
            None => {
                self.counted.insert(key, self.findings.len());
                self.add(spot, field, loss, message);
            }
        }
    }

    /// A field that has no place in the list.
    pub(crate) fn unmapped(&mut self, spot: Spot<'_>, field: &str) {
        self.count(
            spot,
            field,
            Loss::Field,
            "it has no place in CSL-JSON and is left out; if it matters, add it by hand",
        );
    }

    /// Returns how many entries were left out.
    pub(crate) fn left_out(&self) -> usize {
        self.findings.iter().filter(|finding| finding.loss == Loss::Entry).map(|finding| finding.times).sum()
    }

    /// Returns the findings as they are in their files: what is found behind all entries still has its place among
    /// them.
    pub(crate) fn in_order(&self) -> Vec<&Finding> {
        let mut files: Vec<&str> = Vec::new();
        for finding in &self.findings {
            if !files.contains(&finding.file.as_str()) {
                files.push(&finding.file);
            }
        }
        let mut findings: Vec<_> = self.findings.iter().collect();
        findings.sort_by_key(|finding| (files.iter().position(|file| *file == finding.file), finding.place.line));
        findings
    }

    /// Returns whether anything was lost.
    pub(crate) fn has_losses(&self) -> bool {
        self.findings.iter().any(|finding| finding.loss != Loss::Nothing)
    }

    /// Returns the whole as JSON, for machines.
    pub(crate) fn to_json(&self) -> Value {
        let Counts { read, added, filled, unchanged } = self.counts;
        json!({
            "read": read, "added": added, "filled_in": filled, "unchanged": unchanged, "left_out": self.left_out(),
            "findings": self.in_order().into_iter().map(finding_json).collect::<Vec<_>>(),
        })
    }

    /// Returns one line on what became of the entries.
    pub(crate) fn summary(&self) -> String {
        let Counts { read, added, filled, unchanged } = self.counts;
        let entries = if read == 1 { "entry" } else { "entries" };
        let unchanged = if unchanged == 0 { String::new() } else { format!(", {unchanged} unchanged") };
        format!("{read} {entries} read, {added} added, {filled} filled in{unchanged}, {} left out", self.left_out())
    }
}

fn finding_json(finding: &Finding) -> Value {
    json!({
        "file": finding.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "entry": finding.entry,
        "field": finding.field,
        "loss": loss_name(finding.loss),
        "message": finding.message,
        "times": finding.times,
    })
}

fn loss_name(loss: Loss) -> &'static str {
    match loss {
        Loss::Rest => "rest",
        Loss::Entry => "entry",
        Loss::Field => "field",
        Loss::Nothing => "nothing",
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { line, column } = self.place;
        let word = match self.loss {
            Loss::Rest => "the rest is lost",
            Loss::Entry => "entry left out",
            Loss::Field => "lost",
            Loss::Nothing => "note",
        };
        write!(f, "{}:{line}:{column}: {word}: ", self.file)?;
        if let Some(entry) = &self.entry {
            write!(f, "{entry}: ")?;
        }
        if !self.field.is_empty() {
            write!(f, "{}: ", self.field)?;
        }
        f.write_str(&self.message)?;
        if self.times > 1 { write!(f, " ({} times)", self.times) } else { Ok(()) }
    }
}

//! An entry that is being written.

use super::text::escape;
use crate::format::line;
use crate::publication::Publication;

/// An entry with its fields, each of which it has once: a reader keeps only one of two.
pub(in crate::format) struct Entry {
    text: String,
    names: Vec<String>,
}

impl Entry {
    /// An entry without a field.
    pub(in crate::format) fn new(kind: &str, key: &str) -> Self {
        Self { text: format!("@{kind}{{{key}"), names: Vec::new() }
    }

    /// Adds a field whose value is LaTeX. An empty value is none, and a second one of that name is left out.
    pub(in crate::format) fn field(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.bare(name, &format!("{{{value}}}"));
        }
    }

    /// Adds a field whose value is written as it is: a macro, or something in braces.
    pub(in crate::format) fn bare(&mut self, name: &str, value: &str) {
        if !self.has(name) {
            self.names.push(name.to_owned());
            for part in [",\n  ", name, " = ", value] {
                self.text.push_str(part);
            }
        }
    }

    /// Adds a field whose value is plain text.
    pub(in crate::format) fn text(&mut self, name: &str, text: Option<&str>) {
        self.field(name, &escape(&line(text.unwrap_or_default())));
    }

    /// Adds a field for each CSL variable that has one of the same meaning, and of two such fields only the first.
    pub(in crate::format) fn variables(&mut self, publication: &Publication, fields: &[(&str, &str)]) {
        let mut written: Vec<&str> = Vec::new();
        for &(name, variable) in fields {
            let means_issue = name == "number" && variable == "number" && self.counts_issues();
            if self.has(name) || means_issue || written.contains(&variable) {
                continue;
            }
            self.text(name, publication.other(variable).as_deref());
            if self.has(name) {
                written.push(variable);
            }
        }
    }

    /// Returns whether readers take its `number` for that of an issue, so that a number of its own is an `eid`.
    fn counts_issues(&self) -> bool {
        ["@article{", "@inproceedings{"].iter().any(|kind| self.text.starts_with(kind))
    }

    /// Whether there is such a field already.
    pub(in crate::format) fn has(&self, name: &str) -> bool {
        self.names.iter().any(|known| known == name)
    }

    /// The whole entry, with a line break at its end.
    pub(in crate::format) fn finish(mut self) -> String {
        self.text.push_str("\n}\n");
        self.text
    }
}

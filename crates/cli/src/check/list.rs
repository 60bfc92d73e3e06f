//! The list of a file, as the rules see it: what was read, beside the text that it was read from.

use std::collections::HashSet;

use offprint_core::json::{Members, value};
use offprint_core::problem::{EntryRef, Loss};
use offprint_core::publication::Publication;
use offprint_core::read::{Envelope, Reading};

use super::finding::{Finding, Severity};
use super::source::Source;

/// A file of publications.
#[derive(Debug)]
pub(super) struct List<'a> {
    pub(super) source: &'a Source,
    pub(super) reading: &'a Reading,
    /// The text of the object around the list; none where the file is a bare list.
    pub(super) envelope_text: Option<&'a str>,
    /// The texts of all entries, those that are left out too.
    pub(super) texts: Vec<&'a str>,
    /// The entries that the page shows.
    pub(super) entries: Vec<Entry<'a>>,
}

/// An entry that could be read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry<'a> {
    /// Zero-based position in the file.
    pub(super) position: usize,
    /// The object as it is in the file.
    pub(super) text: &'a str,
    pub(super) publication: &'a Publication,
}

impl<'a> List<'a> {
    /// Puts what was read beside its text.
    pub(super) fn new(source: &'a Source, reading: &'a Reading) -> Self {
        let whole = source.text.trim_start_matches('\u{feff}').trim_ascii_start();
        let envelope_text = whole.starts_with('{').then(|| value(whole));
        let list = envelope_text.map_or(whole, |envelope| find(envelope, "publications").unwrap_or("[]"));
        let texts: Vec<&str> = Members::of(list).map(|member| member.value).collect();
        let left_out: HashSet<usize> = reading
            .problems
            .iter()
            .filter(|problem| problem.loss == Loss::Entry)
            .filter_map(|problem| problem.entry.as_ref().map(|entry| entry.position))
            .collect();
        let kept = texts.iter().copied().enumerate().filter(|(position, _)| !left_out.contains(position));
        let entries = kept
            .zip(&reading.publications)
            .map(|((position, text), publication)| Entry { position, text, publication })
            .collect();
        Self { source, reading, envelope_text, texts, entries }
    }

    /// Returns what is around the list.
    pub(super) fn envelope(&self) -> &'a Envelope {
        &self.reading.envelope
    }

    /// Returns a warning about a piece of the file's text.
    pub(super) fn warning(&self, code: &'static str, piece: &str, message: impl Into<String>) -> Finding {
        Finding::new(Severity::Warning, code, self.source.span(piece), message.into())
    }

    /// Returns a warning about a field of an entry; where it is not there, about the entry, which is shown by its id.
    pub(super) fn about(
        &self,
        entry: &Entry<'_>,
        field: &str,
        code: &'static str,
        message: impl Into<String>,
    ) -> Finding {
        let mut finding = self.warning(code, entry.piece(field), message).field(field);
        finding.entry = Some(entry.reference());
        finding
    }

    /// Returns the number of the line in which a piece of the text starts.
    pub(super) fn line(&self, piece: &str) -> usize {
        self.source.place(self.source.span(piece).start).line
    }
}

impl<'a> Entry<'a> {
    /// Returns how a person finds it.
    pub(super) fn reference(&self) -> EntryRef {
        EntryRef { position: self.position, id: Some(self.publication.id.to_string()) }
    }

    /// Returns the text of a field; of the id where the entry has no such field.
    pub(super) fn piece(&self, field: &str) -> &'a str {
        find(self.text, field).or_else(|| find(self.text, "id")).unwrap_or(self.text)
    }
}

/// Returns the text of what a path such as `custom.links[1].url` leads to, from a value on. Of a member that is given
/// twice the last one counts.
pub(super) fn find<'a>(value: &'a str, path: &str) -> Option<&'a str> {
    let mut found = value;
    for step in path.split(['.', '[']).filter(|step| !step.is_empty()) {
        found = match step.strip_suffix(']') {
            Some(number) => Members::of(found).nth(number.parse().ok()?)?.value,
            None => Members::of(found).filter(|member| member.key == step).last()?.value,
        };
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn a_path_leads_to_the_text_of_its_value() {
        let entry = r#"{"id": 1, "custom": {"links": [{}, {"url": "x"}]}, "id": 2}"#;
        assert_eq!(find(entry, "custom.links[1].url"), Some("\"x\""));
        assert_eq!(find(entry, "id"), Some("2"));
        assert_eq!(find(entry, "custom.links[2]"), None);
        assert_eq!(find("7", "id"), None);
    }
}

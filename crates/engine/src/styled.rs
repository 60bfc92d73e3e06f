//! Formatted references of the list's entries.

use std::collections::HashMap;

use offprint_core::format::{Style, fingerprint, html_document, read_references};
use offprint_core::packed::Packed;

/// References by entry, one a style, as HTML; those that were written for other data are never among them.
#[derive(Debug, Default)]
pub(crate) struct Styled {
    file: Vec<u8>,
    by_entry: HashMap<u32, Vec<String>>,
}

impl Styled {
    /// Takes the next piece of a file of references.
    pub(crate) fn feed(&mut self, piece: &[u8]) {
        self.file.extend_from_slice(piece);
    }

    /// Ends the file, and keeps of it what was written for the entries as they are.
    pub(crate) fn end(&mut self, packed: &Packed) {
        let file = std::mem::take(&mut self.file);
        read_references(&String::from_utf8_lossy(&file), &mut |id, print, references| {
            let entry = packed.by_anchor(id);
            let is_same = |entry: u32| packed.publication(entry).is_some_and(|it| fingerprint(&it) == print);
            if let Some(entry) = entry.filter(|entry| references.len() == Style::ALL.len() && is_same(*entry)) {
                self.by_entry.insert(entry, references.to_vec());
            }
        });
    }

    /// Adds references that were written just now, those of each entry in every style.
    pub(crate) fn put(&mut self, entries: &[u32], texts: &[&str]) {
        for (entry, texts) in entries.iter().zip(texts.chunks_exact(Style::ALL.len())) {
            self.by_entry.insert(*entry, texts.iter().map(|text| (*text).to_owned()).collect());
        }
    }

    /// Those entries that have no references yet.
    pub(crate) fn missing<'a>(&'a self, entries: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
        entries.iter().copied().filter(|entry| !self.by_entry.contains_key(entry))
    }

    /// The references of an entry, one a style.
    pub(crate) fn of(&self, entry: u32) -> &[String] {
        self.by_entry.get(&entry).map(Vec::as_slice).unwrap_or_default()
    }

    /// A page to print, with the references of entries in one style.
    pub(crate) fn bibliography(&self, title: &str, style: usize, entries: &[u32]) -> String {
        html_document(title, entries.iter().filter_map(|entry| self.of(*entry).get(style)))
    }
}

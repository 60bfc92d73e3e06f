//! Formatted references of the list's entries.

use std::collections::HashMap;

use offprint_core::format::{Format, Style, fingerprint, html_document, read_references};
use offprint_core::packed::Packed;

/// References by entry, one a style, as HTML; those that were written for other data are never among them.
#[derive(Debug, Default)]
pub(crate) struct Styled {
    by_entry: HashMap<u32, Vec<String>>,
}

impl Styled {
    /// Reads a file of references, and keeps of it what was written for the entries as they are.
    pub(crate) fn read(&mut self, file: &str, packed: &Packed) {
        read_references(file, &mut |id, print, references| {
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

    /// A page to print, with the references of entries in one style; where a style has nothing to say of an entry, it is
    /// said in plain words.
    pub(crate) fn bibliography(&self, title: &str, style: usize, entries: &[u32], packed: &Packed) -> String {
        let one = |entry: &u32| match self.of(*entry).get(style) {
            Some(html) if !html.is_empty() => html.clone(),
            _ => Format::Text.write(packed.publication(*entry)).replace('<', "&lt;"),
        };
        html_document(title, &entries.iter().map(one).collect::<Vec<_>>())
    }
}

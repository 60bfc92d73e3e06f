//! References in citation styles that were written when the page was built, in files of the page.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Style, csl_json};
use crate::publication::Publication;

/// How many publications one file has: that many references are a few dozen kilobytes, and a list of a thousand is ten
/// files.
pub const REFERENCES_IN_FILE: u32 = 100;

/// Returns the name of the file with the references of an entry, by the entry's number in the list.
pub fn references_file(entry: u32) -> String {
    format!("references/{}.json", entry / REFERENCES_IN_FILE)
}

/// One such file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredReferences {
    /// The labels of the styles.
    styles: Vec<String>,
    /// By id: the fingerprint of the entry, then one HTML text per style, empty where the style has none.
    references: BTreeMap<String, Vec<String>>,
}

impl Default for StoredReferences {
    fn default() -> Self {
        Self { styles: Style::ALL.map(|style| style.label().to_owned()).into(), references: BTreeMap::new() }
    }
}

impl StoredReferences {
    /// Adds the references of an entry, one HTML text per style in the order of [`Style::ALL`].
    pub fn insert(&mut self, publication: &Publication, references: impl IntoIterator<Item = String>) {
        let texts = [fingerprint(publication)].into_iter().chain(references).collect();
        self.references.insert(publication.id.to_string(), texts);
    }

    /// Returns the references of an entry, unless they were written for other data or other styles.
    pub fn of(&self, publication: &Publication) -> Option<&[String]> {
        let (print, texts) = self.references.get(&*publication.id)?.split_first()?;
        let is_current = texts.len() == Style::ALL.len() && *print == fingerprint(publication);
        is_current.then_some(texts)
    }
}

/// Returns a hash that changes with the entry: 32 bits, FNV-1a over its CSL-JSON.
fn fingerprint(publication: &Publication) -> String {
    let hash = csl_json(publication)
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{hash:08x}")
}

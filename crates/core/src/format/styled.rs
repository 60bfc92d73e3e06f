//! References that `offprint prerender` formats ahead, in files beside the page.

use std::collections::HashMap;

use serde::Deserialize;

use super::csl_json;
use crate::publication::Publication;

/// The number of publications in one file: their references are a few dozen kilobytes, and a list of a thousand is ten
/// files.
pub const REFERENCES_IN_FILE: u32 = 100;

/// Returns the name of the file with the references of an entry, by its number in the list.
pub fn references_file(entry: u32) -> String {
    format!("references/{}.json", entry / REFERENCES_IN_FILE)
}

/// Returns a hash that tells whether references were formatted for an entry as it is: 32 bits, FNV-1a over its CSL-JSON.
pub fn fingerprint(publication: &Publication) -> String {
    let hash = csl_json(publication)
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{hash:08x}")
}

/// A file of references: by the id of each entry its fingerprint, and its references in the order of
/// [`super::Style::ALL`].
#[derive(Deserialize)]
struct ReferencesFile {
    references: HashMap<String, Vec<String>>,
}

/// Reads such a file, and passes the id of each entry, its fingerprint and its references to `take`. A file that is none is
/// ignored: its references are then formatted on demand.
pub fn read_references(text: &str, take: &mut dyn FnMut(&str, &str, &[String])) {
    let file = serde_json::from_str(text);
    let references = file.map_or_else(|_| HashMap::new(), |file: ReferencesFile| file.references);
    for (id, texts) in &references {
        if let Some((fingerprint, references)) = texts.split_first() {
            take(id, fingerprint, references);
        }
    }
}

//! References that were formatted when the page was built, in files of the page.

use super::csl_json;
use crate::json::{self, Members};
use crate::publication::Publication;

/// How many publications one file has: so many references are a few dozen kilobytes, and a list of a thousand is ten
/// files.
pub const REFERENCES_IN_FILE: u32 = 100;

/// The name of the file with the references of an entry, by its number in the list.
pub fn references_file(entry: u32) -> String {
    format!("references/{}.json", entry / REFERENCES_IN_FILE)
}

/// Something by which an entry is known to be the one whose references were written: 32 bits, FNV-1a over its CSL-JSON.
pub fn fingerprint(publication: &Publication) -> String {
    let hash = csl_json(publication)
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{hash:08x}")
}

/// Reads such a file: `take` is given the id of each entry, its fingerprint, and its references in the order of
/// [`super::Style::ALL`].
pub fn read_references(text: &str, take: &mut dyn FnMut(&str, &str, &[String])) {
    let Some(references) = json::member(text.trim_ascii(), "references") else { return };
    for member in Members::of(references) {
        let texts: Vec<String> =
            Members::of(member.value).map(|text| json::string(text.value).unwrap_or_default()).collect();
        let id = json::string(&format!("\"{}\"", member.key)).unwrap_or_default();
        if let Some((fingerprint, references)) = texts.split_first() {
            take(&id, fingerprint, references);
        }
    }
}

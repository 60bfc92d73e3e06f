//! References as files of the page, which fetches one only when a reference is first asked for.

use offprint_core::format::{REFERENCES_IN_FILE, StoredReferences, references_file};
use offprint_core::publication::Publication;

use super::Formatter;

/// Returns the files of a list, each with its name within the published folder and its JSON text.
///
/// # Errors
/// Of a file: never for what the formatter writes.
pub fn files<'a>(
    formatter: &'a Formatter,
    publications: &'a [Publication],
) -> impl Iterator<Item = Result<(String, String), serde_json::Error>> + 'a {
    let chunks = publications.chunks(REFERENCES_IN_FILE as usize).zip(0..);
    chunks.map(|(chunk, at)| {
        let text = serde_json::to_string(&stored(formatter, chunk))?;
        Ok((references_file(at * REFERENCES_IN_FILE), text))
    })
}

fn stored(formatter: &Formatter, publications: &[Publication]) -> StoredReferences {
    let mut stored = StoredReferences::default();
    for publication in publications {
        stored.insert(publication, formatter.html(publication));
    }
    stored
}

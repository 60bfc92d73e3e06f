//! References as files of the page, which fetches one only when a reference is first asked for.

use offprint_core::format::{REFERENCES_IN_FILE, Style, fingerprint, references_file};
use offprint_core::publication::Publication;
use serde_json::{Map, Value, json};

use super::Formatter;

/// The files of a list, each with its name within the published folder and its text: one JSON object each, in which
/// `styles` are the labels, and `references` has for each id the fingerprint of the entry and one HTML text a style, empty
/// where a style has none.
pub fn files<'a>(
    formatter: &'a Formatter,
    publications: &'a [Publication],
) -> impl Iterator<Item = (String, String)> + 'a {
    let chunks = publications.chunks(REFERENCES_IN_FILE as usize).zip(0..);
    chunks.map(|(chunk, at)| (references_file(at * REFERENCES_IN_FILE), write_json(formatter, chunk)))
}

pub(crate) fn write_json(formatter: &Formatter, publications: &[Publication]) -> String {
    let styles = Style::ALL.map(Style::label);
    let references: Map<String, Value> =
        publications.iter().map(|publication| (publication.id.to_string(), one(formatter, publication))).collect();
    json!({ "styles": styles, "references": references }).to_string()
}

fn one(formatter: &Formatter, publication: &Publication) -> Value {
    let html = formatter.all(publication).into_iter().map(|reference| reference.unwrap_or_default().html);
    [fingerprint(publication)].into_iter().chain(html).collect()
}

//! References as files of the page, which fetches one only when a reference is first asked for.

use offprint_core::publication::Publication;
use serde_json::{Map, Value, json};

use super::{Formatter, Style};

/// How many publications one file has: so many references are a few dozen kilobytes, and a list of a thousand is ten
/// files.
pub(crate) const IN_FILE: usize = 100;

/// The files of a list, each with its name within the published folder and its text.
///
/// A publication at position n of the list, counted from 0 among those that could be read, stands in
/// `references/<n / 100>.json`.
pub(crate) fn files<'a>(
    formatter: &'a Formatter,
    publications: &'a [Publication],
) -> impl Iterator<Item = (String, String)> + 'a {
    let chunks = publications.chunks(IN_FILE).enumerate();
    chunks.map(|(at, chunk)| (format!("references/{at}.json"), write_json(formatter, chunk)))
}

/// Publications as one JSON object: `styles` are the labels, and `references` has for each id one HTML text a style, empty
/// where a style has none.
pub(crate) fn write_json(formatter: &Formatter, publications: &[Publication]) -> String {
    let styles: Vec<&str> = Style::ALL.into_iter().map(Style::label).collect();
    let references: Map<String, Value> = publications
        .iter()
        .map(|publication| {
            let html = formatter.all(publication).into_iter().map(|reference| reference.unwrap_or_default().html);
            (publication.id.to_string(), html.collect())
        })
        .collect();
    json!({ "styles": styles, "references": references }).to_string()
}

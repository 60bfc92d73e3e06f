//! Hayagriva's YAML.
//!
//! Its own reader refuses a file for one fault, and passes over what it does not know without a word. Here the file is cut
//! at its keys, and each entry is read as a tree.

mod map;
mod split;
#[cfg(test)]
mod tests;
mod value;

use offprint_core::problem::Loss;
use serde_json::Value;

use super::item::Item;
use super::report::{Report, Spot};
use super::source::Source;

/// Reads a file.
pub(crate) fn read(source: &Source, report: &mut Report) -> Vec<Item> {
    // Entries may share what an anchor names, and then only the whole can be read.
    let whole: Option<Value> = serde_yaml::from_str(&source.text).ok();
    let mut items = Vec::new();
    for (at, text) in split::entries(&source.text) {
        report.counts.read += 1;
        let line = source.place(at).line;
        let entry = match entry(text) {
            Ok(entry) => Some(entry),
            Err(error) => {
                let key = split::key(text);
                let shared =
                    whole.as_ref().and_then(|whole| whole.get(key)).map(|entry| (key.to_owned(), entry.clone()));
                if shared.is_none() {
                    let at = error.location().map_or(at, |place| source.line_start(line + place.line() - 1));
                    report.add(Spot { source, entry: key, at }, "", Loss::Entry, format!("this is not YAML: {error}"));
                }
                shared
            }
        };
        if let Some((key, entry)) = entry {
            items.extend(map::item(&key, &entry, Spot { source, entry: &key, at }, report));
        }
    }
    items
}

fn entry(text: &str) -> Result<(String, Value), serde_yaml::Error> {
    let tree: serde_json::Map<String, Value> = serde_yaml::from_str(text)?;
    Ok(tree.into_iter().next().unwrap_or_default())
}

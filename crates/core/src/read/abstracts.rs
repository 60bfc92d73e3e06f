//! Abstracts from a file of their own.

use std::collections::HashMap;

use super::Reading;
use crate::json::{End, Members, member, split, string};

impl Reading {
    /// Adds the abstracts from a separate file, an object of texts by id; an entry's own abstract stays, and a member that
    /// is no text is ignored. Returns whether the file is a complete object; of a truncated one the abstracts before its
    /// end are added.
    pub fn add_abstracts(&mut self, bytes: &[u8]) -> bool {
        let text = String::from_utf8_lossy(bytes);
        let source = text.trim_start_matches('\u{feff}').trim_ascii();
        let split = split(source);
        let mut abstracts = HashMap::new();
        for member in &split.members {
            let text = string(member.value).filter(|text| !text.trim().is_empty());
            if let (Some(id), Some(text)) = (member.decoded_key(), text) {
                abstracts.entry(id.into_boxed_str()).or_insert(text);
            }
        }
        for (publication, entry) in self.publications.iter_mut().zip(&mut self.texts) {
            if let (None, Some(text)) = (&publication.abstract_text, abstracts.remove(&publication.id)) {
                *entry = with_abstract(entry, &text).into_boxed_str();
                publication.abstract_text = Some(text.into_boxed_str());
            }
        }
        source.starts_with('{') && split.end == End::Closed
    }
}

/// Returns the abstract in the text of an entry, unless it is blank.
pub(crate) fn own_abstract(entry: &str) -> Option<String> {
    member(entry, "abstract").and_then(string).filter(|text| !text.trim().is_empty())
}

/// Returns the text of an entry with this abstract in place of its own.
pub(crate) fn with_abstract(entry: &str, text: &str) -> String {
    let mut object = String::from("{");
    for member in Members::of(entry).filter(|member| member.key != "abstract") {
        object.extend(["\"", member.key, "\": ", member.value, ", "]);
    }
    object.extend(["\"abstract\": ", &serde_json::to_string(text).unwrap_or_default(), "}"]);
    object
}

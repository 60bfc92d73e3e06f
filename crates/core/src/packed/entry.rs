//! One entry of a long list, out of the compressed texts.

use super::Packed;
use crate::json::{Members, member, string};
use crate::publication::Publication;
use crate::read;

impl Packed {
    /// Returns the CSL-JSON text of an entry as it is in the file, with its abstract from a file of abstracts added.
    pub fn entry_text(&self, entry: u32) -> Option<String> {
        let raw = self.store.with(entry, str::to_owned)?;
        let added = self.abstracts.with(entry, |text| own_abstract(&raw).is_none().then(|| with_abstract(&raw, text)));
        Some(added.flatten().unwrap_or(raw))
    }

    /// Returns an entry, deserialized again.
    pub fn publication(&self, entry: u32) -> Option<Publication> {
        read::entry(&self.entry_text(entry)?)
    }
}

/// Returns the abstract that an entry itself has, unless it is blank.
pub(super) fn own_abstract(raw: &str) -> Option<String> {
    member(raw, "abstract").and_then(string).filter(|text| !text.trim().is_empty())
}

/// Returns the text of an entry with this abstract in place of its own.
fn with_abstract(raw: &str, text: &str) -> String {
    let mut object = String::from("{");
    for member in Members::of(raw).filter(|member| member.key != "abstract") {
        object.extend(["\"", member.key, "\": ", member.value, ", "]);
    }
    object.extend(["\"abstract\": ", &serde_json::Value::from(text).to_string(), "}"]);
    object
}

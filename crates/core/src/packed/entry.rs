//! One entry of a long list, out of the compressed texts.

use super::Packed;
use crate::publication::Publication;
use crate::read::{self, own_abstract, with_abstract};

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

//! Keys of entries.

use std::collections::HashMap;

/// The keys that a file has so far.
#[derive(Debug, Default)]
pub(in crate::format) struct Keys {
    /// Each without case, as BibTeX compares them, with the last number that was given to another one like it.
    used: HashMap<String, u32>,
}

impl Keys {
    /// A key for an id. It holds none of the characters that BibTeX's own grammar uses, and no other entry has it: of
    /// two entries with one key, BibTeX would lose the second.
    pub(in crate::format) fn key(&mut self, id: &str) -> String {
        let mut key: String =
            id.chars().map(|c| if c.is_ascii_alphanumeric() || "-_:./+".contains(c) { c } else { '-' }).collect();
        if key.is_empty() {
            key.push_str("entry");
        }
        let mut number = self.used.get(&key.to_ascii_lowercase()).copied().unwrap_or(0);
        let mut own = key.clone();
        while number > 0 && self.used.contains_key(&own.to_ascii_lowercase()) {
            number += 1;
            own = format!("{key}-{number}");
        }
        self.used.insert(key.to_ascii_lowercase(), number.max(1));
        self.used.entry(own.to_ascii_lowercase()).or_insert(1);
        own
    }
}

#[cfg(test)]
mod tests {
    use super::Keys;

    #[test]
    fn no_two_entries_share_a_key() {
        let mut keys = Keys::default();
        let made: Vec<_> = ["a b", "a-b", "A-B", "a-b-2", "", "{}@,", "doi:10.1/x"].map(|id| keys.key(id)).into();
        assert_eq!(made, ["a-b", "a-b-2", "A-B-3", "a-b-2-2", "entry", "----", "doi:10.1/x"]);
    }
}

//! A file of publications as it is kept: every member, in its order, and written in one form.
//!
//! Reading for the page leaves out what the page does not know. Here the file belongs to a person, so nothing is left
//! out: members of other tools, and numbers down to their last digit, are written as they were read.

mod file;
mod numbers;
mod order;
mod tree;
mod write;

pub(crate) use file::{read_bytes, write_atomically};

use serde_json::{Map, Value, json};

use crate::text::printable_json;

/// An object of the file.
pub(crate) type Members = Map<String, Value>;

/// A file of publications.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Document {
    root: Value,
}

/// Why a text is no file of publications.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Unreadable {
    /// Bytes that are no UTF-8.
    #[error("line {line}, column {column}: these bytes are not UTF-8; save the file as UTF-8")]
    NotUtf8 {
        /// From one.
        line: usize,
        /// From one, in characters.
        column: usize,
    },
    /// Text that is not JSON, or names a member twice.
    #[error("line {line}, column {column}: {message}")]
    NotJson {
        /// From one.
        line: usize,
        /// From one.
        column: usize,
        /// What the parser says.
        message: String,
    },
    /// JSON of another shape.
    #[error("it is JSON, but neither a list of CSL-JSON entries nor an object with a list named “publications”")]
    OtherShape,
}

impl Document {
    /// Returns an envelope without entries.
    pub(crate) fn empty() -> Self {
        Self { root: json!({ "title": "Publications", "publications": [] }) }
    }

    /// Reads a file: an envelope or a bare list; a byte order mark is passed over.
    ///
    /// # Errors
    /// Where it is not JSON, names a member of an object twice, or has no list.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, Unreadable> {
        let root = tree::parse(bytes)?;
        let is_list = |value: &Value| value.get("publications").is_some_and(Value::is_array);
        if root.is_array() || is_list(&root) { Ok(Self { root }) } else { Err(Unreadable::OtherShape) }
    }

    /// Returns the entries in file order.
    pub(crate) fn entries(&self) -> &[Value] {
        let list = if self.root.is_array() { Some(&self.root) } else { self.root.get("publications") };
        list.and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    /// Returns the same, to be changed.
    pub(crate) fn entries_mut(&mut self) -> Option<&mut Vec<Value>> {
        if self.root.is_array() { self.root.as_array_mut() } else { self.root.get_mut("publications")?.as_array_mut() }
    }

    /// Adds what is said about the list as a whole where nothing is said yet; a bare list has no place for it.
    pub(crate) fn fill_envelope(&mut self, members: Members) {
        if let Some(envelope) = self.root.as_object_mut() {
            for (name, value) in members {
                envelope.entry(name).or_insert(value);
            }
        }
    }

    /// Returns the file in its canonical form. In its strings, controls and signs of direction are as escapes:
    /// whoever looks at the file, or at what has changed in it, sees what is there.
    pub(crate) fn to_text(&self) -> String {
        let root = match &self.root {
            Value::Array(entries) => Value::Array(ordered_entries(entries)),
            Value::Object(members) => Value::Object(envelope(members)),
            other => other.clone(),
        };
        printable_json(&write::file(&root)) + "\n"
    }
}

/// Returns one entry in its canonical form, as it is in a bare list.
pub(crate) fn entry_text(entry: &Members) -> String {
    printable_json(&write::entry(&Value::Object(order::entry(entry))))
}

fn envelope(members: &Members) -> Members {
    let mut members = order::envelope(members);
    if let Some(Value::Array(entries)) = members.get_mut("publications") {
        *entries = ordered_entries(entries);
    }
    members
}

fn ordered_entries(entries: &[Value]) -> Vec<Value> {
    let ordered =
        |entry: &Value| entry.as_object().map_or_else(|| entry.clone(), |entry| Value::Object(order::entry(entry)));
    entries.iter().map(ordered).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn canonical(text: &str) -> String {
        Document::parse(text.as_bytes()).expect(text).to_text()
    }

    #[test]
    fn the_projects_own_list_is_canonical() {
        let text = include_str!("../../../../data/publications.json");
        assert_eq!(canonical(text), text);
    }

    #[test]
    fn members_are_in_one_order_and_entries_keep_theirs() {
        let written =
            r#"{"publications":[{"custom":{},"x-own":1,"title":"B","id":"b"},{"title":"A","id":"a"}],"title":"T"}"#;
        let text = canonical(written);
        let places: Vec<_> =
            ["\"title\": \"T\"", "\"id\": \"b\"", "\"title\": \"B\"", "x-own", "custom", "\"id\": \"a\""]
                .map(|part| text.find(part).expect(part))
                .to_vec();
        assert!(places.is_sorted(), "{text}");
    }

    #[test]
    fn numbers_and_unknown_members_survive_as_they_are() {
        let text =
            canonical("\u{feff}[{\"id\": 1.50, \"title\": \"T\", \"x\": [1e3, 123456789012345678901234567890, -0]}]");
        assert!(text.contains("\"id\": 1.50"), "{text}");
        assert!(text.contains("\"x\": [1e3, 123456789012345678901234567890, -0]"), "{text}");
    }

    #[test]
    fn faults_have_their_place() {
        for (text, message) in [
            ("{\n  \"publications\": [,]\n}", "line 2, column 20: expected value"),
            ("[{\"id\": \"a\",\n\"id\": \"b\"}]", "line 2, column 4: “id” stands here a second time"),
            ("{}", "it is JSON, but neither"),
        ] {
            let error = Document::parse(text.as_bytes()).expect_err(text).to_string();
            assert!(error.starts_with(message), "{error}");
        }
        let error = Document::parse(b"[\"\xff\"]").expect_err("no UTF-8").to_string();
        assert!(error.starts_with("line 1, column 3: these bytes"), "{error}");
    }

    fn json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<i32>().prop_map(|number| Value::from(f64::from(number) / 8.0)),
            ".*".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::btree_map("[a-z]{1,4}|id|title|custom|issued|.*", inner, 0..6)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn the_canonical_form_says_the_same_and_is_its_own(entries in prop::collection::vec(json(), 0..5), envelope: bool) {
            let root = if envelope { json!({ "publications": entries, "x": entries }) } else { Value::Array(entries) };
            let text = canonical(&root.to_string());
            prop_assert_eq!(&canonical(&text), &text);
            let read: Value = serde_json::from_str(&text).expect("canonical text is JSON");
            prop_assert_eq!(read, root);
        }
    }
}

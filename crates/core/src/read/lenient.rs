//! Lenient deserialization: a faulty field costs itself alone.

use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::Deserializer;

use super::log::Log;
use super::object::items;
use super::path::Path;
use crate::problem::Fault;

/// Holds the JSON text of a field that should be a `T`.
///
/// Deserializing a struct of such fields cannot fail. Each field is then read by itself with [`Lenient::read`], which
/// reports what is wrong with it. An absent field is `null`, and `null` is no value.
#[derive(Debug)]
pub(super) struct Lenient<'a, T> {
    text: Option<&'a str>,
    value: PhantomData<fn() -> T>,
}

/// Reads a value from its JSON text.
pub(crate) trait FromJson: Sized {
    /// Returns the value, if there is one. A fault is reported to `log` as one of the field at `path`.
    fn from_json(text: &str, path: &Path<'_>, log: &mut Log<'_>) -> Option<Self>;
}

impl<'a, T> Lenient<'a, T> {
    /// Returns the text of the field as it is written in the file.
    pub(super) fn text(&self) -> Option<&'a str> {
        self.text
    }

    /// Returns the text of a field that is required, decoded by `decode`.
    ///
    /// # Errors
    /// Returns what is wrong with it, and the text to report this at: its own, or the `object` that lacks it.
    pub(super) fn required(
        &self,
        object: &'a str,
        decode: fn(&str) -> Option<String>,
    ) -> Result<String, (&'a str, Fault)> {
        let raw = self.text.ok_or((object, Fault::Missing))?;
        let text = decode(raw).ok_or_else(|| (raw, wrong_type("a text", raw)))?;
        if text.trim().is_empty() { Err((raw, Fault::Missing)) } else { Ok(text) }
    }
}

impl<T: FromJson> Lenient<'_, T> {
    /// Reads the value, if there is one, and reports what is wrong with it.
    pub(super) fn read(&self, path: &Path<'_>, log: &mut Log<'_>) -> Option<T> {
        T::from_json(self.text?, path, log)
    }
}

impl<T> Default for Lenient<'_, T> {
    fn default() -> Self {
        Self { text: None, value: PhantomData }
    }
}

/// Takes the text of a member as [`super::object::Object`] hands it over.
impl<'de: 'a, 'a, T> Deserialize<'de> for Lenient<'a, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <&str>::deserialize(deserializer)?;
        Ok(Self { text: (text != "null").then_some(text), value: PhantomData })
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(text: &str, path: &Path<'_>, log: &mut Log<'_>) -> Option<Self> {
        let mut values = Self::new();
        for (position, item) in items(text, path, log).into_iter().enumerate() {
            values.extend(T::from_json(item.value, &path.item(position), log));
        }
        Some(values)
    }
}

/// Returns the fault of a value that is not `expected`, naming what was found.
pub(super) fn wrong_type(expected: &'static str, text: &str) -> Fault {
    let found = match text.as_bytes().first() {
        Some(b'{') => "an object",
        Some(b'[') => "a list",
        Some(b'"') => "a text",
        Some(b't' | b'f') => "a truth value",
        Some(b'0'..=b'9' | b'-') => "a number",
        Some(b'n') => "null",
        _ => return Fault::Syntax,
    };
    if found == expected { Fault::Syntax } else { Fault::Type { expected, found } }
}

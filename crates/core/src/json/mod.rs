//! Splits and decodes JSON with serde_json, and with a bracket scanner where a text is not valid JSON.

mod decode;
mod scan;
mod split;

pub use decode::{scalar, string};
pub use scan::{End, Member, Members, value};
pub(crate) use split::{Split, split};

/// Returns the value of a member of the object in `text`; the last one counts where a key is repeated.
pub(crate) fn member<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    split(text).members.iter().rfind(|member| member.key == key).map(|member| member.value)
}

/// Reports whether `text` is one JSON value, at any depth.
pub(crate) fn is_valid(text: &str) -> bool {
    serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}

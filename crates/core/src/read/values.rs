//! Values that fields hold: texts, URLs and lists of words.

use super::lenient::{FromJson, wrong_type};
use super::log::Log;
use super::path::Path;
use crate::href::{Href, UnsafeHref};
use crate::json;
use crate::problem::Fault;
use crate::rich::{self, RichText};

/// A text that is not blank.
impl FromJson for Box<str> {
    fn from_json(text: &str, path: &Path<'_>, log: &mut Log<'_>) -> Option<Self> {
        let Some(decoded) = json::string(text) else {
            log.add_field(text, path, wrong_type("a text", text));
            return None;
        };
        if decoded.trim().is_empty() { None } else { Some(decoded.into_boxed_str()) }
    }
}

impl FromJson for bool {
    fn from_json(text: &str, path: &Path<'_>, log: &mut Log<'_>) -> Option<Self> {
        let flag = serde_json::from_str(text).ok();
        if flag.is_none() {
            log.add_field(text, path, wrong_type("true or false", text));
        }
        flag
    }
}

/// A text without white space around it, as an item of a list of words.
pub(super) struct Trimmed(pub(super) Box<str>);

impl FromJson for Trimmed {
    fn from_json(text: &str, path: &Path<'_>, log: &mut Log<'_>) -> Option<Self> {
        <Box<str>>::from_json(text, path, log).map(|text| Self(text.trim().into()))
    }
}

/// A text or number that identifies something; tools write ids both ways.
pub(super) struct Id(pub(super) Box<str>);

impl FromJson for Id {
    fn from_json(text: &str, path: &Path<'_>, log: &mut Log<'_>) -> Option<Self> {
        match json::scalar(text) {
            Some(id) if id.trim().is_empty() => None,
            Some(id) => Some(Self(id.into_boxed_str())),
            None => <Box<str>>::from_json(text, path, log).map(Self),
        }
    }
}

/// A rich text with paragraphs, kept as it is written; links in it that are not safe are reported.
pub(super) struct Rich(pub(super) Box<str>);

impl FromJson for Rich {
    fn from_json(text: &str, path: &Path<'_>, log: &mut Log<'_>) -> Option<Self> {
        let decoded = <Box<str>>::from_json(text, path, log)?;
        if !rich::is_plain(&decoded) {
            for fault in RichText::parse_block(&decoded).1 {
                log.add_field(text, path, Fault::Text(fault));
            }
        }
        Some(Self(decoded))
    }
}

/// A line of rich text, as plain text.
pub(super) struct Inline(pub(super) String);

impl FromJson for Inline {
    fn from_json(text: &str, path: &Path<'_>, log: &mut Log<'_>) -> Option<Self> {
        let plain = RichText::parse_inline(&<Box<str>>::from_json(text, path, log)?).0.plain();
        if plain.is_empty() { None } else { Some(Self(plain)) }
    }
}

/// A URL that is safe to follow.
impl FromJson for Href {
    fn from_json(text: &str, path: &Path<'_>, log: &mut Log<'_>) -> Option<Self> {
        let url = <Box<str>>::from_json(text, path, log)?;
        Self::parse(&url).map_err(|fault| log.add_field(text, path, Fault::Url(fault))).ok()
    }
}

/// The relative URL of a file in the folder of the list or below: a list must not make a visitor's browser ask elsewhere.
pub(super) struct FileBeside(pub(super) String);

impl FromJson for FileBeside {
    fn from_json(text: &str, path: &Path<'_>, log: &mut Log<'_>) -> Option<Self> {
        let file = Href::from_json(text, path, log)?;
        let is_beside = file.is_relative() && !file.as_str().starts_with(['/', '\\']);
        if !is_beside {
            log.add_field(text, path, Fault::Url(UnsafeHref::Elsewhere));
        }
        is_beside.then(|| Self(file.to_string()))
    }
}

/// Keywords: CSL-JSON has one text with commas or semicolons; a list is read too.
pub(super) struct Keywords(pub(super) Box<[Box<str>]>);

impl FromJson for Keywords {
    fn from_json(text: &str, path: &Path<'_>, log: &mut Log<'_>) -> Option<Self> {
        if text.starts_with('[') {
            let words = Vec::<Trimmed>::from_json(text, path, log)?;
            return Some(Self(words.into_iter().map(|word| word.0).collect()));
        }
        let words = <Box<str>>::from_json(text, path, log)?;
        let separator = if words.contains(';') { ';' } else { ',' };
        let words = words.split(separator).map(str::trim).filter(|word| !word.is_empty());
        Some(Self(words.map(Box::from).collect()))
    }
}

/// Awards: a text or a list of texts.
pub(super) struct Awards(pub(super) Box<[Box<str>]>);

impl FromJson for Awards {
    fn from_json(text: &str, path: &Path<'_>, log: &mut Log<'_>) -> Option<Self> {
        let awards = match text.starts_with('[') {
            true => Vec::<Trimmed>::from_json(text, path, log)?,
            false => vec![Trimmed::from_json(text, path, log)?],
        };
        Some(Self(awards.into_iter().map(|award| award.0).collect()))
    }
}

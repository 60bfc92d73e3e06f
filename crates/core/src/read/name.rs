//! Names of people and groups.

use serde::Deserialize;

use super::lenient::{FromJson, Lenient};
use super::log::Log;
use super::object::Object;
use super::path::Path;
use crate::problem::Fault;
use crate::publication::Name;

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "kebab-case")]
struct NameFields<'a> {
    #[serde(borrow)]
    literal: Lenient<'a, Box<str>>,
    given: Lenient<'a, Box<str>>,
    family: Lenient<'a, Box<str>>,
    dropping_particle: Lenient<'a, Box<str>>,
    non_dropping_particle: Lenient<'a, Box<str>>,
    suffix: Lenient<'a, Box<str>>,
}

/// A name in parts, or as one text.
impl FromJson for Name {
    fn from_json(text: &str, path: &Path<'_>, log: &mut Log<'_>) -> Option<Self> {
        if text.starts_with('"') {
            return <Box<str>>::from_json(text, path, log).map(Self::Literal);
        }
        let NameFields { literal, given, family, dropping_particle, non_dropping_particle, suffix } =
            Object::read(text, path, log)?.fields;
        if let Some(literal) = literal.read(&path.field("literal"), log) {
            return Some(Self::Literal(literal));
        }
        let is_absent = given.text().or(family.text()).is_none();
        let mut part = |part: Lenient<'_, Box<str>>, field| part.read(&path.field(field), log).unwrap_or_default();
        let (given, family) = (part(given, "given"), part(family, "family"));
        let dropping = part(dropping_particle, "dropping-particle");
        let non_dropping = part(non_dropping_particle, "non-dropping-particle");
        let suffix = part(suffix, "suffix");
        if given.is_empty() && family.is_empty() {
            // A part of the wrong type has been reported already.
            if is_absent {
                log.add_field(text, path, Fault::Missing);
            }
            return None;
        }
        Some(Self::Parts { given, family, dropping, non_dropping, suffix })
    }
}

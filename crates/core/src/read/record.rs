//! One JSON object whose members are read one by one, each fault noted with its place.

use super::log::Log;
use crate::json::{End, Member, Members, scalar, string};
use crate::problem::{Fault, Loss};

/// An object of the file: an entry, the envelope, or an object inside them.
pub(super) struct Record<'a> {
    members: Vec<Member<'a>>,
    /// Path of this object, with a full stop behind it; empty at the top.
    path: String,
    source: &'a str,
}

impl<'a> Record<'a> {
    /// Cuts `source` into members. A record that is cut short keeps the members before the cut.
    pub(super) fn read(source: &'a str, path: &str, log: &mut Log<'a>) -> Option<Self> {
        if !source.starts_with('{') {
            log.add(source, path, Loss::Field, wrong_type("an object", source));
            return None;
        }
        let mut walk = Members::of(source);
        let members: Vec<_> = walk.by_ref().collect();
        let path = if path.is_empty() { String::new() } else { format!("{path}.") };
        match walk.end() {
            Some(End::Fault(at)) => log.add(&source[at..], path.trim_end_matches('.'), Loss::Field, Fault::Syntax),
            Some(End::CutShort) => log.add(&source[source.len()..], "", Loss::Rest, Fault::CutShort),
            Some(End::Closed) | None => {}
        }
        Some(Self { members, path, source })
    }

    pub(super) fn path(&self, field: &str) -> String {
        format!("{}{field}", self.path)
    }

    /// The value's text as it stands in the file; the last one counts where a key is repeated. `null` is no value.
    pub(super) fn raw(&self, field: &str) -> Option<&'a str> {
        let member = self.members.iter().rev().find(|member| member.key == field)?;
        (member.value != "null").then_some(member.value)
    }

    /// Members with a key that `known` does not list.
    pub(super) fn others(&self, known: &[&str]) -> impl Iterator<Item = Member<'a>> {
        self.members.iter().copied().filter(move |member| !known.contains(&member.key))
    }

    /// A text that is not blank.
    pub(super) fn text(&self, field: &str, log: &mut Log<'a>) -> Option<Box<str>> {
        let raw = self.raw(field)?;
        let Some(text) = string(raw) else {
            self.refuse(field, wrong_type("a text", raw), log);
            return None;
        };
        if text.trim().is_empty() { None } else { Some(text.into_boxed_str()) }
    }

    /// A text or number that names something; ids are written both ways.
    pub(super) fn name(&self, field: &str, log: &mut Log<'a>) -> Option<Box<str>> {
        match self.raw(field).and_then(scalar) {
            Some(name) if name.trim().is_empty() => None,
            Some(name) => Some(name.into_boxed_str()),
            None => self.text(field, log),
        }
    }

    /// Notes what is wrong with a field, and that it is left out.
    pub(super) fn refuse(&self, field: &str, fault: Fault, log: &mut Log<'a>) {
        log.add(self.raw(field).unwrap_or(self.source), &self.path(field), Loss::Field, fault);
    }

    /// A text without which the object means nothing, read by `read`.
    ///
    /// # Errors
    /// Where it stands or is missed, and what is wrong with it.
    pub(super) fn required(&self, field: &str, read: fn(&str) -> Option<String>) -> Result<String, (&'a str, Fault)> {
        let raw = self.raw(field).ok_or((self.source, Fault::Missing))?;
        let text = read(raw).ok_or_else(|| (raw, wrong_type("a text", raw)))?;
        if text.trim().is_empty() { Err((raw, Fault::Missing)) } else { Ok(text) }
    }

    /// The items of an array, each with its own path.
    pub(super) fn items(&self, field: &str, log: &mut Log<'a>) -> Vec<(String, &'a str)> {
        let Some(raw) = self.raw(field) else { return Vec::new() };
        if !raw.starts_with('[') {
            self.refuse(field, wrong_type("a list", raw), log);
            return Vec::new();
        }
        let mut items = Vec::new();
        for item in Members::of(raw) {
            items.push((format!("{}{field}[{}]", self.path, items.len()), item.value));
        }
        items
    }

    /// An object inside this one.
    pub(super) fn object(&self, field: &str, log: &mut Log<'a>) -> Option<Record<'a>> {
        Record::read(self.raw(field)?, &self.path(field), log)
    }
}

/// Names what was found in place of what was expected.
pub(super) fn wrong_type(expected: &'static str, raw: &str) -> Fault {
    let found = match raw.as_bytes().first() {
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

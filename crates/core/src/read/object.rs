//! Deserializes JSON objects into derived structs, whether or not their text is valid JSON.

use serde::de::value::{BorrowedStrDeserializer, Error, SeqDeserializer};
use serde::de::{Deserialize, Deserializer, Error as _, Visitor};
use serde::forward_to_deserialize_any;

use super::lenient::wrong_type;
use super::log::Log;
use super::path::Path;
use crate::json::{End, Member, Split, is_valid, split};
use crate::problem::{Fault, Loss};

/// An object of the file.
#[derive(Debug)]
pub(super) struct Object<'a, T> {
    /// Its members that `T` has a field for.
    pub(super) fields: T,
    members: Vec<Member<'a>>,
    known: &'static [&'static str],
}

impl<'a, T: Deserialize<'a>> Object<'a, T> {
    /// Reads the object in `text` as a struct of [`super::lenient::Lenient`] fields. Of an object with a syntax error the
    /// members before it are kept.
    pub(super) fn read(text: &'a str, path: &Path<'_>, log: &mut Log<'_>) -> Option<Self> {
        if !text.starts_with('{') {
            log.add_field(text, path, wrong_type("an object", text));
            return None;
        }
        Self::of(text, split(text), path, log)
    }

    /// Reads an object that has been split already.
    pub(super) fn of(text: &'a str, split: Split<'a>, path: &Path<'_>, log: &mut Log<'_>) -> Option<Self> {
        match split.end {
            End::Fault(at) => log.add_field(&text[at..], path, Fault::Syntax),
            End::CutShort => log.add(&text[text.len()..], &Path::Root, Loss::Rest, Fault::CutShort),
            End::Closed => {}
        }
        let mut known: &[&str] = &[];
        match T::deserialize(Fields { members: &split.members, known: &mut known }) {
            Ok(fields) => Some(Self { fields, members: split.members, known }),
            Err(_) => {
                log.add_field(text, path, Fault::Syntax);
                None
            }
        }
    }

    /// Returns the members that `T` has no field for as an object in JSON; empty where there are none. Members that are
    /// not valid JSON are left out.
    pub(super) fn others(&self) -> Box<str> {
        let is_json = |member: &Member<'_>| member.decoded_key().is_some() && is_valid(member.value);
        let is_other = |member: &&Member<'_>| !self.known.contains(&member.key) && is_json(member);
        let mut text = String::new();
        for Member { key, value } in self.members.iter().filter(is_other) {
            text.extend([if text.is_empty() { "{\"" } else { ",\"" }, key, "\":", value]);
        }
        if !text.is_empty() {
            text.push('}');
        }
        text.into_boxed_str()
    }
}

/// Reads a list, and returns its items; reports where there is none.
pub(super) fn items<'a>(text: &'a str, path: &Path<'_>, log: &mut Log<'_>) -> Vec<Member<'a>> {
    if !text.starts_with('[') {
        log.add_field(text, path, wrong_type("a list", text));
        return Vec::new();
    }
    split(text).members
}

/// Deserializes a derived struct from the members of an object, each value as its text: so valid and recovered objects go
/// the same way. Of a member that is given twice the last one counts.
///
/// The struct gets its fields in the order of its declaration, `null` for one that is absent, which takes less code than
/// to match names again. `#[serde(alias)]` would add names to that order and must not be used.
struct Fields<'a, 'm> {
    members: &'m [Member<'a>],
    /// Receives the names of the struct's fields.
    known: &'m mut &'static [&'static str],
}

impl<'de> Deserializer<'de> for Fields<'de, '_> {
    type Error = Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        *self.known = fields;
        let value = |field: &&'static str| {
            let member = self.members.iter().rfind(|member| member.key == *field);
            BorrowedStrDeserializer::new(member.map_or("null", |member| member.value))
        };
        visitor.visit_seq(SeqDeserializer::new(fields.iter().map(value)))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, Error> {
        Err(Error::custom("only structs are read from members"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct newtype_struct
        seq tuple tuple_struct map enum identifier ignored_any
    }
}

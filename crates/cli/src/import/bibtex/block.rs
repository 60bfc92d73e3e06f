//! The blocks of a file, and what can be wrong with them.

use super::value::Part;

/// A piece of the file.
#[derive(Debug)]
pub(super) enum Block<'a> {
    /// `@article{key, …}`
    Entry(Entry<'a>),
    /// `@string{name = value}`
    Definition(Field<'a>),
}

/// An entry and its fields, as they are.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    /// The type, such as `article`, as it is written.
    pub(super) kind: &'a str,
    /// The key; empty where there is none.
    pub(super) key: &'a str,
    /// The fields in their order.
    pub(super) fields: Vec<Field<'a>>,
    /// Whether it has a title of which nothing could be read.
    pub(super) has_lost_title: bool,
    /// Where its `@` is.
    pub(super) at: usize,
}

/// A field.
#[derive(Debug)]
pub(super) struct Field<'a> {
    /// Its name, as it is written.
    pub(super) name: &'a str,
    /// Where the name is.
    pub(super) at: usize,
    /// What `#` joins.
    pub(super) parts: Vec<Part<'a>>,
}

/// What is wrong with the file itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// A field's value has no end.
    OpenValue,
    /// A title has no end, and its first line stands for it.
    OpenTitle,
    /// No field is where one should.
    NoField,
    /// Text between entries that has the look of fields.
    StrayFields,
    /// The next entry begins before this one ends.
    OpenEntry,
    /// The file ends behind a whole field of an entry.
    EndsInEntry,
    /// The file ends within a field.
    EndsInField,
}

/// A fault, where it is and whose it is.
#[derive(Debug)]
pub(super) struct Flaw<'a> {
    /// What is wrong.
    pub(super) fault: Fault,
    /// The byte.
    pub(super) at: usize,
    /// Key of the entry.
    pub(super) entry: &'a str,
    /// Name of the field.
    pub(super) field: &'a str,
}

//! What can be wrong with a file of publications, and where.

use std::fmt;

use crate::href::UnsafeHref;
use crate::rich;

/// One thing in the data that is not as it should be.
///
/// Problems are collected, never thrown: the page shows what could be read and lists them, `check` fails on any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The entry it is in; none for the envelope and for the file as a whole.
    pub entry: Option<EntryRef>,
    /// Path of the field inside the entry or the envelope, such as `custom.links[1].url`; empty for the whole.
    pub field: String,
    /// Where it is in the file.
    pub place: Place,
    /// What was lost by it.
    pub loss: Loss,
    /// What is wrong.
    pub fault: Fault,
}

/// An entry as a person finds it in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryRef {
    /// Zero-based position in the list.
    pub position: usize,
    /// Its id, where it has a readable one.
    pub id: Option<String>,
}

/// A place in a text file; lines and columns count from one, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct Place {
    /// Line, from one.
    pub line: usize,
    /// Column, from one.
    pub column: usize,
}

/// The problems of a list that the page shows to its readers.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct Report {
    /// Number of entries that were left out.
    pub left_out: usize,
    /// Where the file breaks off, if it does.
    pub cut: Option<Place>,
    /// One sentence for each problem, in file order.
    pub problems: Vec<String>,
}

impl Report {
    /// Summarizes problems.
    pub fn of(problems: &[Problem]) -> Self {
        Self {
            left_out: problems.iter().filter(|problem| problem.loss == Loss::Entry).count(),
            cut: problems.iter().find(|problem| problem.loss == Loss::Rest).map(|problem| problem.place),
            problems: problems.iter().map(ToString::to_string).collect(),
        }
    }
}

/// What a problem costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// Everything from here to the end of the file.
    Rest,
    /// The whole entry is left out.
    Entry,
    /// The field is left out; the entry stays.
    Field,
    /// Nothing: it is shown, but should be fixed.
    Nothing,
}

/// The kinds of fault; the text says what was found and what was expected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The file stops before it is complete.
    #[error("the file ends here, before the list is complete")]
    CutShort,
    /// Text that is not JSON.
    #[error("this is not JSON")]
    Syntax,
    /// Bytes that are not UTF-8; they are shown as �.
    #[error("these bytes are not UTF-8")]
    NotUtf8,
    /// A value of another type.
    #[error("expected {expected}, found {found}")]
    Type {
        /// What is expected, with its article.
        expected: &'static str,
        /// What was found, with its article.
        found: &'static str,
    },
    /// A required field is not there or is empty.
    #[error("it is missing or empty")]
    Missing,
    /// Another entry has this id.
    #[error("entry {} has this id already", first + 1)]
    DuplicateId {
        /// Zero-based position of the entry that keeps it.
        first: usize,
    },
    /// A former anchor that leads elsewhere already.
    #[error("this alias is the id or an alias of entry {} already", first + 1)]
    AliasTaken {
        /// Zero-based position of the entry that keeps it.
        first: usize,
    },
    /// A date in which no year can be found.
    #[error("no year can be read from this date")]
    NoYear,
    /// A month or day outside the calendar.
    #[error("the month or day is not in the calendar")]
    NotInCalendar,
    /// A value outside a fixed list of words.
    #[error("“{0}” is not known here")]
    Unknown(String),
    /// A URL that is not safe to follow.
    #[error("{0}")]
    Url(UnsafeHref),
    /// A fault inside rich text.
    #[error("{0}")]
    Text(rich::Fault),
}

impl Fault {
    /// Returns what to do about it, as one sentence.
    pub fn fix(&self) -> &'static str {
        match self {
            Self::CutShort => "Copy or export the file again; it may have been cut off on its way.",
            Self::Syntax => "Look for a missing comma, quote or bracket at this place.",
            Self::NotUtf8 => "Save the file as UTF-8.",
            Self::Type { .. } => "Write the value as CSL-JSON describes it, or remove the field.",
            Self::Missing => "Give every entry an id and a title.",
            Self::DuplicateId { .. } => "Give this entry an id of its own.",
            Self::AliasTaken { .. } => "Remove the alias from one of the two entries.",
            Self::NoYear => "Write the date as {\"date-parts\": [[2013, 4]]} or \"2013-04\".",
            Self::NotInCalendar => "Write months from 1 to 12 and days from 1 to 31.",
            Self::Unknown(_) => "Use one of the words that publications.schema.json lists.",
            Self::Url(_) | Self::Text(_) => {
                "Use a URL that starts with https:, http:, mailto: or #, or a relative one."
            }
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(entry) = &self.entry {
            write!(f, "Entry {}", entry.position + 1)?;
            if let Some(id) = &entry.id {
                write!(f, " (“{id}”)")?;
            }
            f.write_str(", ")?;
        }
        if !self.field.is_empty() {
            write!(f, "field “{}”, ", self.field)?;
        }
        write!(f, "line {}, column {}: {}. {}", self.place.line, self.place.column, self.fault, self.fault.fix())
    }
}

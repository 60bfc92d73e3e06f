//! Reads a file of publications: the envelope or a bare CSL-JSON list.
//!
//! Reading is lenient and reports every problem. The file is split into the texts of its entries, and each entry into the
//! texts of its fields, by serde_json or, where the text is not valid JSON, by a bracket scanner ([`crate::json`]). Derived
//! structs of [`lenient::Lenient`] fields take these texts, and each field is read by itself: a fault costs one field or
//! one entry.

mod abstracts;
mod date;
mod entry;
mod envelope;
mod image;
mod lenient;
mod link;
mod list;
mod log;
mod name;
mod object;
mod others;
mod path;
mod values;

pub use envelope::{Envelope, Person, Section};

use std::borrow::Cow;

use crate::problem::{Fault, Loss, Problem};
use crate::publication::Publication;
pub(crate) use abstracts::{own_abstract, with_abstract};
pub(crate) use list::{Anchors, is_whole};
pub(crate) use log::Log;
pub(crate) use others::{other_date, other_names};
use path::Path;

/// The content of a file.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// Title, introduction, sections and people.
    pub envelope: Envelope,
    /// The entries that could be read, in file order.
    pub publications: Vec<Publication>,
    /// The text of each of them: CSL-JSON as in the file, which [`entry`] reads again.
    pub texts: Vec<Box<str>>,
    /// All problems, in file order.
    pub problems: Vec<Problem>,
}

impl Reading {
    /// Returns how many entries were left out.
    pub fn left_out(&self) -> usize {
        self.problems.iter().filter(|problem| problem.loss == Loss::Entry).count()
    }

    /// Reports whether the file ends before its list does.
    pub fn is_cut_short(&self) -> bool {
        self.problems.iter().any(|problem| problem.loss == Loss::Rest)
    }
}

/// Reads the text of one entry. Its problems are not reported: they are known from reading its file.
pub fn entry(raw: &str) -> Option<Publication> {
    Anchors::default().read(0, raw, false, &mut Log::new(raw))
}

/// The reason why a file cannot be read as a list of publications at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// The file has no content.
    #[error("the file is empty")]
    Empty,
    /// The file is a web page, which many servers send instead of a missing file.
    #[error("it is a web page (HTML), not JSON")]
    Html,
    /// The text is not JSON.
    #[error("it is not JSON: {} was not expected at line {line}, column {column}", found_text(*found))]
    NotJson {
        /// Line of the first fault, from one.
        line: usize,
        /// Column of the first fault, from one.
        column: usize,
        /// The character there; none at the end of the file.
        found: Option<char>,
    },
    /// JSON, but neither a list nor an object with a list named `publications`.
    #[error("it is JSON, but neither a list of CSL-JSON entries nor an object with a list named “publications”")]
    OtherShape,
}

fn found_text(found: Option<char>) -> String {
    found.map_or_else(|| "the end of the file".to_owned(), |c| format!("“{c}”"))
}

/// Reads a whole file.
///
/// # Errors
/// Only where no list can be found in it. Faults inside the list are in [`Reading::problems`].
pub fn read(bytes: &[u8]) -> Result<Reading, Unreadable> {
    let text = String::from_utf8_lossy(bytes);
    let source = text.trim_start_matches('\u{feff}').trim_ascii();
    if source.is_empty() {
        return Err(Unreadable::Empty);
    }
    let mut log = Log::new(&text);
    if let Cow::Owned(lossy) = &text {
        let at = lossy.find('\u{fffd}').map_or(lossy.as_str(), |at| &lossy[at..]);
        log.add(at, &Path::Root, Loss::Nothing, Fault::NotUtf8);
    }
    let (envelope, entries) = match source.as_bytes()[0] {
        b'[' => (Envelope::default(), list::read_list(source, &mut log)),
        b'{' => envelope::read(source, &mut log).map_err(|at| refusal(&text, at))?,
        b'<' => return Err(Unreadable::Html),
        _ => return Err(not_json(&text, source)),
    };
    let (publications, texts) = entries.into_iter().unzip();
    Ok(Reading { envelope, publications, texts, problems: log.finish() })
}

/// Returns why an object is no envelope; `at` is the text from its first syntax error on, if it has one.
fn refusal(text: &str, at: Option<&str>) -> Unreadable {
    at.map_or(Unreadable::OtherShape, |at| not_json(text, at))
}

fn not_json(text: &str, at: &str) -> Unreadable {
    let offset = (at.as_ptr() as usize).saturating_sub(text.as_ptr() as usize).min(text.len());
    let before = &text[..offset];
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    Unreadable::NotJson {
        line: before.matches('\n').count() + 1,
        column: before[start..].trim_start_matches('\u{feff}').chars().count() + 1,
        found: at.chars().next(),
    }
}

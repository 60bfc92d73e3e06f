//! What keeps the list from being shown, in words.

use offprint_core::problem::Place;
use offprint_core::read::Unreadable;

use super::Report;
use crate::browser::fetch::Failure;

/// Why there is no list, or only a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The file could not be fetched.
    Fetch(Failure),
    /// The file is no list.
    Unreadable(Unreadable),
    /// The list has no entry.
    Empty,
    /// The list has entries, but none that can be shown.
    NothingReadable(usize),
    /// The file breaks off; this many entries stand before the break.
    CutShort(usize, Place),
}

impl Trouble {
    /// What is wrong with a file of which `count` entries could be read, if it is a matter of the whole list.
    pub fn of(count: usize, report: &Report) -> Option<Self> {
        match (report.cut, count, report.left_out) {
            (Some(place), ..) => Some(Self::CutShort(count, place)),
            (None, 0, 0) => Some(Self::Empty),
            (None, 0, left_out) => Some(Self::NothingReadable(left_out)),
            _ => None,
        }
    }

    /// What a host is told of it, in one word.
    #[cfg(feature = "element")]
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Fetch(_) => "fetch",
            Self::Unreadable(_) | Self::NothingReadable(_) => "unreadable",
            Self::Empty => "empty",
            Self::CutShort(..) => "cut",
        }
    }

    /// What happened, in one sentence.
    pub fn headline(&self) -> String {
        match self {
            Self::Fetch(Failure::Refused(404 | 410)) => "The list of publications was not found.".to_owned(),
            Self::Fetch(Failure::Refused(_)) => "The list of publications may not be read.".to_owned(),
            Self::Fetch(Failure::Server(_)) => "The server could not send the list of publications.".to_owned(),
            Self::Fetch(Failure::Timeout) => "The list of publications did not arrive in time.".to_owned(),
            Self::Fetch(Failure::Network) => "The list of publications could not be fetched.".to_owned(),
            Self::Fetch(Failure::TooLong) => "The list of publications is too long.".to_owned(),
            Self::Unreadable(_) => "The list of publications could not be read.".to_owned(),
            Self::Empty => "The list has no publications yet.".to_owned(),
            Self::NothingReadable(_) => "None of the publications could be read.".to_owned(),
            Self::CutShort(..) => "The list of publications is incomplete.".to_owned(),
        }
    }

    /// What is known about it: the file, the place, what still works.
    pub fn detail(&self, source: &str) -> String {
        match self {
            Self::Fetch(Failure::Refused(status) | Failure::Server(status)) => {
                format!("{source} was answered with status {status}.")
            }
            Self::Fetch(Failure::Timeout) => format!("{source} sent nothing for some seconds."),
            Self::Fetch(Failure::Network) => {
                format!("No connection to {source}, or it broke off, or its host does not allow this page (CORS).")
            }
            Self::Fetch(Failure::TooLong) => format!("{source} has more than the limit of 500 MB."),
            Self::Unreadable(why) => format!("{source}: {why}."),
            Self::Empty => format!("{source} holds no entry."),
            Self::NothingReadable(count) => {
                format!("{source} holds {count} entries, each with a fault, listed below.")
            }
            Self::CutShort(count, place) => {
                format!(
                    "{source} breaks off at line {}, column {}. What stands before that is shown below ({count}).",
                    place.line, place.column
                )
            }
        }
    }

    /// What to do.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Fetch(Failure::Refused(_) | Failure::TooLong) => {
                "Check the address of the file, and that it is published."
            }
            Self::Fetch(Failure::Server(_) | Failure::Timeout) => "This often passes: try again in a moment.",
            Self::Fetch(Failure::Network) => "Check the connection, and try again.",
            Self::Unreadable(_) => "Mend the file, or publish the last good one again.",
            Self::Empty => "Add an entry to the file, and try again.",
            Self::NothingReadable(_) => "Every entry needs an id and a title.",
            Self::CutShort(..) => "Try again, or publish the whole file again.",
        }
    }
}

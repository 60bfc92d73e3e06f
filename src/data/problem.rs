//! What keeps a list, or a part of it, from being shown, and what was wrong in it.

use offprint_core::problem::{Loss, Place};
use offprint_core::read::{Reading, Unreadable};

use super::FetchError;
use crate::words;

/// What reading a list has found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Report {
    /// How many entries were left out.
    pub(crate) left_out: usize,
    /// Where the file breaks off.
    pub(crate) cut: Option<Place>,
    /// Each problem, for a person.
    pub(crate) problems: Vec<String>,
}

impl Report {
    /// Returns the report on a short list.
    pub(crate) fn of(reading: &Reading) -> Self {
        let cut = reading.problems.iter().find(|problem| problem.loss == Loss::Rest);
        Self {
            left_out: reading.left_out(),
            cut: cut.map(|problem| problem.place),
            problems: reading.problems.iter().map(ToString::to_string).collect(),
        }
    }
}

/// Why there is no list, or only a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LoadProblem {
    /// The file could not be fetched.
    Fetch(FetchError),
    /// The file is not a list.
    Unreadable(Unreadable),
    /// The list has no entry.
    Empty,
    /// The list has this many entries, but none that can be shown.
    NothingReadable(usize),
    /// The file breaks off there, after this many entries.
    CutShort(usize, Place),
}

impl LoadProblem {
    /// Returns what is wrong with a file of which `count` entries could be read, if it concerns the whole list.
    pub(crate) fn of(count: usize, report: &Report) -> Option<Self> {
        match (report.cut, count, report.left_out) {
            (Some(place), ..) => Some(Self::CutShort(count, place)),
            (None, 0, 0) => Some(Self::Empty),
            (None, 0, left_out) => Some(Self::NothingReadable(left_out)),
            _ => None,
        }
    }

    /// Returns its kind, as the event `offprint-error` has it.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Fetch(_) => "fetch",
            Self::Unreadable(_) | Self::NothingReadable(_) => "unreadable",
            Self::Empty => "empty",
            Self::CutShort(..) => "cut",
        }
    }

    /// Says what happened, in one sentence.
    pub(crate) fn headline(&self) -> &'static str {
        match self {
            Self::Fetch(FetchError::Refused(404 | 410)) => "The list of publications was not found.",
            Self::Fetch(FetchError::Refused(_)) => "The list of publications may not be read.",
            Self::Fetch(FetchError::Server(_)) => "The server could not send the list of publications.",
            Self::Fetch(FetchError::Timeout) => "The list of publications did not arrive in time.",
            Self::Fetch(FetchError::Network) => "The list of publications could not be fetched.",
            Self::Fetch(FetchError::TooLong) => "The list of publications is too long.",
            Self::Unreadable(_) => "The list of publications could not be read.",
            Self::Empty => "The list has no publications yet.",
            Self::NothingReadable(_) => "None of the publications could be read.",
            Self::CutShort(..) => "The list of publications is incomplete.",
        }
    }

    /// Says what is known: the file, the position, what still works.
    pub(crate) fn detail(&self, source: &str) -> String {
        match self {
            Self::Fetch(FetchError::Refused(status) | FetchError::Server(status)) => {
                format!("{source} was answered with status {status}.")
            }
            Self::Fetch(FetchError::Timeout) => format!("{source} sent nothing for some seconds."),
            Self::Fetch(FetchError::Network) => {
                format!("No connection to {source}, or it broke off, or its host does not allow this page (CORS).")
            }
            Self::Fetch(FetchError::TooLong) => format!("{source} has more than the limit of 500 MB."),
            Self::Unreadable(why) => format!("{source}: {why}."),
            Self::Empty => format!("{source} holds no entry."),
            Self::NothingReadable(count) => format!("{source} holds {count} entries, each with a fault, listed below."),
            Self::CutShort(count, place) => words::cut_short(source, *place, *count),
        }
    }

    /// Says what to do.
    pub(crate) fn advice(&self) -> &'static str {
        match self {
            Self::Fetch(FetchError::Refused(_) | FetchError::TooLong) => {
                "Check the URL of the file, and that it is published."
            }
            Self::Fetch(FetchError::Server(_) | FetchError::Timeout) => "This often passes: try again in a moment.",
            Self::Fetch(FetchError::Network) => "Check the connection, and try again.",
            Self::Unreadable(_) => "Fix the file, or publish the last good one again.",
            Self::Empty => "Add an entry to the file, and try again.",
            Self::NothingReadable(_) => "Every entry needs an id and a title.",
            Self::CutShort(..) => "Try again, or publish the whole file again.",
        }
    }
}

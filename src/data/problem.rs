//! What keeps a list, or a part of it, from being shown.

use offprint_core::problem::{Place, Report};

use super::FetchError;

/// Why there is no list, or only a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LoadProblem {
    /// The file could not be fetched.
    Fetch(FetchError),
    /// The file is not a list, for this reason.
    Unreadable(String),
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
}

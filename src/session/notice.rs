//! Things a visitor is told beside the list.

use offprint_core::query::Ignored;
use offprint_core::search::{Hint, Widened};

/// A notice; each kind stands at most once.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Notice {
    /// The anchor leads to an entry that the filters hide.
    Hidden(u32),
    /// The anchor leads nowhere.
    UnknownAnchor(String),
    /// A value of the address that makes no sense.
    Ignored(String, String),
    /// The abstracts, which lie in this file of their own, could not be had.
    NoAbstracts(String),
    /// Something was copied.
    Copied(String),
    /// The browser did not let us copy.
    NotCopied,
    /// A part of the search text is not taken as what it looks like.
    Hint(Hint),
    /// A word is searched beside the one that was typed.
    Widened(Widened),
}

impl Notice {
    /// Whether it follows from the search, so that it goes with it and cannot be dismissed.
    pub fn is_of_search(&self) -> bool {
        matches!(self, Self::Hint(_) | Self::Widened(_))
    }

    /// Notices of one kind take each other's place, as a success does a failure before it.
    pub(super) fn kind(&self) -> u8 {
        match self {
            Self::Hidden(_) | Self::UnknownAnchor(_) => 0,
            Self::Ignored(..) => 1,
            Self::NoAbstracts(_) => 2,
            Self::Copied(_) | Self::NotCopied => 3,
            Self::Hint(_) | Self::Widened(_) => 4,
        }
    }
}

impl From<Ignored> for Notice {
    fn from(ignored: Ignored) -> Self {
        Self::Ignored(ignored.parameter, ignored.value)
    }
}

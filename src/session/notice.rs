//! Things a visitor is told beside the list.

use offprint_core::query::Ignored;

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
}

impl Notice {
    /// Notices of one kind take each other's place, as a success does a failure before it.
    pub(super) fn kind(&self) -> u8 {
        match self {
            Self::Hidden(_) | Self::UnknownAnchor(_) => 0,
            Self::Ignored(..) => 1,
            Self::NoAbstracts(_) => 2,
            Self::Copied(_) | Self::NotCopied => 3,
        }
    }
}

impl From<Ignored> for Notice {
    fn from(ignored: Ignored) -> Self {
        Self::Ignored(ignored.parameter, ignored.value)
    }
}

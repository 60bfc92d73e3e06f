//! Things to know beside the list.

use leptos::prelude::*;
use offprint_core::query::Ignored;
use offprint_core::search::{Hint, Search, Widened};

use super::listing::Listing;

/// A notice; each kind is shown at most once.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Notice {
    /// The anchor leads to an entry that the filters hide.
    Hidden(u32),
    /// The anchor does not exist.
    UnknownAnchor(String),
    /// A parameter of the URL has a value that makes no sense.
    Ignored(String, String),
    /// A part of the search text is not taken as what it looks like.
    Hint(Hint),
    /// A word is searched beside the one that was typed.
    Widened(Widened),
}

impl Notice {
    /// Returns whether it follows from the search, so that it goes with it and cannot be dismissed.
    pub(crate) fn is_of_search(&self) -> bool {
        matches!(self, Self::Hint(_) | Self::Widened(_))
    }
}

impl From<Ignored> for Notice {
    fn from(ignored: Ignored) -> Self {
        Self::Ignored(ignored.parameter, ignored.value)
    }
}

/// The id of the region of the notices.
pub(crate) const NOTICES_ID: &str = "offprint-notices";

/// The notices that are shown.
#[derive(Clone, Copy)]
pub(crate) struct Notices {
    passing: RwSignal<Vec<Notice>>,
    listing: Listing,
}

impl Notices {
    /// Shows none.
    pub(crate) fn new(listing: Listing) -> Self {
        Self { passing: RwSignal::default(), listing }
    }

    /// Returns all notices: those that were set, and what follows from the search.
    pub(crate) fn all(self) -> Vec<Notice> {
        let mut notices = self.passing.get();
        notices.extend(self.listing.query.with(|query| Search::parse(&query.text).hint).map(Notice::Hint));
        self.listing.answer.with(|answered| {
            // Where other filters leave nothing, nothing is shown of the near words either.
            let widened = answered.answer.widened.iter().filter(|_| answered.answer.total > 0);
            notices.extend(widened.cloned().map(Notice::Widened));
        });
        notices
    }

    /// Replaces all notices but those of the search.
    pub(crate) fn set(self, notices: Vec<Notice>) {
        if self.passing.with_untracked(|shown| *shown != notices) {
            self.passing.set(notices);
        }
    }

    /// Shows a notice about an anchor, in place of an earlier one.
    pub(crate) fn set_anchor(self, notice: Option<Notice>) {
        let is_of_anchor = |notice: &Notice| matches!(notice, Notice::Hidden(_) | Notice::UnknownAnchor(_));
        let mut notices = self.passing.get_untracked();
        notices.retain(|notice| !is_of_anchor(notice));
        notices.extend(notice);
        self.set(notices);
    }

    /// Takes a notice back.
    pub(crate) fn dismiss(self, notice: &Notice) {
        self.passing.update(|notices| notices.retain(|shown| shown != notice));
    }
}

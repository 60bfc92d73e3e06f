//! The picture of an entry.

use crate::href::Href;

/// A picture that is shown small beside an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// The URL; a relative one is relative to the data file.
    pub url: Href,
    /// What it shows, for those who do not see it; empty where it is decorative.
    pub alt: Box<str>,
}

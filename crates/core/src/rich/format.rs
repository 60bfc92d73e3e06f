//! What becomes of the text within a tag.

use super::{Node, Tag};
use crate::href::Href;

/// What a tag does to the text in it.
#[derive(Clone, PartialEq)]
pub(super) enum Format {
    Tag(Tag),
    Link(Href),
}

impl Format {
    /// Returns whether this is either on or off, as bold is: a subscript may be in another, and each link is its
    /// own.
    pub(super) fn is_state(&self) -> bool {
        !matches!(self, Format::Link(_) | Format::Tag(Tag::Subscript | Tag::Superscript))
    }

    /// Returns the node that holds the text so formatted.
    pub(super) fn around(self, inner: Vec<Node>) -> Node {
        match self {
            Format::Tag(tag) => Node::Element(tag, inner),
            Format::Link(href) => Node::Link(href, inner),
        }
    }
}

//! One publication, as it was read.

mod date;
mod image;
mod kind;
mod link;
mod name;

pub(crate) use date::days_of_month;
pub use date::{Date, DateText, MONTHS};
pub use image::Image;
pub use kind::type_label;
pub use link::{Link, LinkKind};
pub use name::Name;

use std::borrow::Cow;

use crate::href::Href;
use crate::json;
use crate::read::other_names;
use crate::rich::RichText;

/// How a note begins that names awards.
pub const AWARD_NOTE: &str = "Award: ";

/// One entry of the list.
///
/// Texts that may carry markup (`title`, `abstract_text`, `note`) are kept as they are in the file and parsed when
/// they are drawn: of a long list only a window is ever drawn.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Publication {
    /// The id, which is also its anchor.
    pub id: Box<str>,
    /// CSL type, such as `paper-conference`; empty where none is given.
    pub kind: Box<str>,
    /// Title, inline rich text.
    pub title: Box<str>,
    /// Authors in order.
    pub authors: Box<[Name]>,
    /// Date of publication.
    pub issued: Option<Date>,
    /// The journal, the proceedings or the series it appeared in.
    pub container: Option<Box<str>>,
    /// The short name of `container`.
    pub container_short: Option<Box<str>>,
    /// The conference or event.
    pub event: Option<Box<str>>,
    /// The publisher or, for a thesis, the university.
    pub publisher: Option<Box<str>>,
    /// What sort of thesis, report or talk it is.
    pub genre: Option<Box<str>>,
    /// Abstract, rich text with paragraphs; absent when empty.
    pub abstract_text: Option<Box<str>>,
    /// A remark, rich text.
    pub note: Option<Box<str>>,
    /// Keywords in order.
    pub keywords: Box<[Box<str>]>,
    /// BCP 47 language tag.
    pub language: Option<Box<str>>,
    /// Id of the section it is in.
    pub section: Option<Box<str>>,
    /// The venue's own site.
    pub venue_url: Option<Href>,
    /// Whether it is one of the selected publications.
    pub selected: bool,
    /// A small picture.
    pub image: Option<Image>,
    /// Its awards.
    pub awards: Box<[Box<str>]>,
    /// Whether more people took part than are named as authors: "et al.".
    pub has_other_authors: bool,
    /// Its links, DOI and URL among them.
    pub links: Box<[Link]>,
    /// Former anchors.
    pub aliases: Box<[Box<str>]>,
    /// Every other member of the CSL-JSON object, as JSON object text, so that nothing is lost on the way out; empty
    /// when there is none.
    pub rest: Box<str>,
    /// Every other member of `custom`, likewise.
    pub custom: Box<str>,
}

impl Publication {
    /// Returns the venue that the filter shows: the short name of what it appeared in, else its name, else the event,
    /// else the publisher.
    pub fn venue(&self) -> Option<&str> {
        [&self.container_short, &self.container, &self.event, &self.publisher]
            .into_iter()
            .find_map(|name| name.as_deref())
    }

    /// Returns the title without markup.
    pub fn plain_title(&self) -> String {
        RichText::parse_inline(&self.title).0.plain()
    }

    /// Returns its texts that may have formulas, with the names of their fields.
    pub fn rich_texts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let texts =
            [("title", Some(&self.title)), ("abstract", self.abstract_text.as_ref()), ("note", self.note.as_ref())];
        texts.into_iter().filter_map(|(name, text)| Some((name, &**text?)))
    }

    /// Returns whether its title, abstract or note has a formula.
    pub fn has_math(&self) -> bool {
        let may_have = |text: &str| text.contains(['$', '\\']);
        self.rich_texts().any(|(_, text)| may_have(text) && !RichText::parse_block(text).0.formulas().is_empty())
    }

    /// Returns the year it was published in, if known.
    pub fn year(&self) -> Option<i32> {
        self.issued.as_ref().map(|date| date.year)
    }

    /// Returns the editors, in order.
    pub fn editors(&self) -> Vec<Name> {
        // Most entries have none.
        if self.rest.contains("editor") { other_names(self, "editor") } else { Vec::new() }
    }

    /// Returns its awards in a sentence for programs that have no field for them: "Award: Best paper; Test of time".
    pub fn award_note(&self) -> Option<String> {
        (!self.awards.is_empty()).then(|| format!("{AWARD_NOTE}{}", self.awards.join("; ")))
    }

    /// Returns the people by whom the filter finds it: its authors or, of an edited book, its editors.
    pub fn creators(&self) -> Cow<'_, [Name]> {
        if self.authors.is_empty() { Cow::Owned(self.editors()) } else { Cow::Borrowed(&self.authors) }
    }

    /// Returns a text or number among the members that Offprint does not use itself, such as `volume`.
    pub fn other(&self, field: &str) -> Option<String> {
        json::member(&self.rest, field).and_then(json::scalar).filter(|text| !text.is_empty())
    }
}

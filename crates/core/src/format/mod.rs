//! Writing publications in the formats of reference managers, and for readers.
//!
//! Texts come from anywhere. In each format what is text stays text: none can end its field, begin an entry or become
//! markup.

mod biblatex;
mod bibtex;
mod csl;
mod csv;
mod edition;
mod feed;
mod html;
mod links;
mod markdown;
mod reference;
mod ris;
mod stored;
mod style;
mod tex;
mod text;
mod xml;
mod zotero;

pub use csl::csl_json;
pub use edition::{edition_in_words, edition_number};
pub use feed::Feed;
pub use html::html_document;
pub use links::doi;
pub use stored::{REFERENCES_IN_FILE, StoredReferences, references_file};
pub use style::Style;

use std::borrow::Borrow;

use crate::publication::Publication;

/// A format to copy or save references in.
///
/// An Atom feed needs to know more of its site: [`Feed`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// BibTeX, UTF-8.
    Bibtex,
    /// BibLaTeX, UTF-8.
    Biblatex,
    /// RIS, UTF-8.
    Ris,
    /// CSL-JSON, a list.
    CslJson,
    /// A table with a row for each entry, RFC 4180.
    Csv,
    /// A list in CommonMark.
    Markdown,
    /// A reference a line.
    Text,
    /// An HTML list.
    Html,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 8] =
        [Self::Bibtex, Self::Biblatex, Self::Ris, Self::CslJson, Self::Csv, Self::Markdown, Self::Text, Self::Html];

    /// The formats in which the page offers one reference to copy.
    pub const COPIED: [Self; 6] = [Self::Bibtex, Self::Biblatex, Self::Ris, Self::CslJson, Self::Markdown, Self::Text];

    /// The formats in which the page offers a list to save.
    pub const SAVED: [Self; 4] = [Self::Bibtex, Self::Ris, Self::CslJson, Self::Csv];

    /// Returns its name in calls between modules, and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bibtex => "bibtex",
            Self::Biblatex => "biblatex",
            Self::Ris => "ris",
            Self::CslJson => "csl",
            Self::Csv => "csv",
            Self::Markdown => "markdown",
            Self::Text => "text",
            Self::Html => "html",
        }
    }

    /// Returns the format of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// Returns its name on the page.
    pub fn label(self) -> &'static str {
        match self {
            Self::Bibtex => "BibTeX",
            Self::Biblatex => "BibLaTeX",
            Self::Ris => "RIS",
            Self::CslJson => "CSL-JSON",
            Self::Csv => "CSV",
            Self::Markdown => "Markdown",
            Self::Text => "Plain text",
            Self::Html => "HTML",
        }
    }

    /// Returns the name of a file in this format.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Bibtex => "publications.bib",
            Self::Biblatex => "publications.biblatex.bib",
            Self::Ris => "publications.ris",
            Self::CslJson => "publications.csl.json",
            Self::Csv => "publications.csv",
            Self::Markdown => "publications.md",
            Self::Text => "publications.txt",
            Self::Html => "publications.html",
        }
    }

    /// Returns its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Bibtex | Self::Biblatex => "application/x-bibtex",
            Self::Ris => "application/x-research-info-systems",
            Self::CslJson => "application/vnd.citationstyles.csl+json",
            Self::Csv => "text/csv",
            Self::Markdown => "text/markdown",
            Self::Text => "text/plain",
            Self::Html => "text/html",
        }
    }

    /// Writes entries in their order.
    pub fn write<P: Borrow<Publication>>(self, publications: impl IntoIterator<Item = P>) -> String {
        let (before, separator, after) = match self {
            Self::Bibtex | Self::Biblatex => ("", "\n", ""),
            Self::CslJson => ("[\n", ",\n", "\n]\n"),
            Self::Csv => (csv::HEADER, "", ""),
            Self::Html => ("<ol>\n", "", "</ol>\n"),
            Self::Ris | Self::Markdown | Self::Text => ("", "", ""),
        };
        let mut keys = tex::Keys::default();
        let mut entries = String::new();
        for publication in publications {
            push_part(&mut entries, separator, &self.entry(publication.borrow(), &mut keys));
        }
        [before, &entries, after].concat()
    }

    /// Writes groups of entries in their order, each with its heading in the formats that are read by people.
    pub fn write_groups<P: Borrow<Publication>>(
        self,
        groups: impl IntoIterator<Item = (Option<String>, Vec<P>)>,
    ) -> String {
        let heading: fn(&str) -> String = match self {
            Self::Markdown => markdown::heading,
            Self::Html => html::heading,
            _ => return self.write(groups.into_iter().flat_map(|(_, entries)| entries)),
        };
        let mut list = String::new();
        for (title, entries) in groups {
            let heading = title.as_deref().map(heading).unwrap_or_default();
            push_part(&mut list, "\n", &(heading + &self.write(entries)));
        }
        list
    }

    fn entry(self, publication: &Publication, keys: &mut tex::Keys) -> String {
        match self {
            Self::Bibtex => bibtex::bibtex(publication, &keys.key(&publication.id)),
            Self::Biblatex => biblatex::biblatex(publication, &keys.key(&publication.id)),
            Self::Ris => ris::ris(publication),
            Self::CslJson => csl::shared(publication),
            Self::Csv => csv::row(publication),
            Self::Markdown => markdown::item(publication),
            Self::Text => text::reference(publication),
            Self::Html => html::item(publication),
        }
    }
}

/// Appends a part to a list of such; an empty one is none.
fn push_part(list: &mut String, separator: &str, part: &str) {
    if !list.is_empty() && !part.is_empty() {
        list.push_str(separator);
    }
    list.push_str(part);
}

/// Returns a text in one line: spaces, line ends and controls become one space, and none is at the ends.
fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_control() || matches!(c, ' ' | '\u{2028}' | '\u{2029}')) {
        push_part(&mut line, " ", word);
    }
    line
}

//! Writing publications in the formats of reference managers.

mod bibtex;
mod csl;

pub use bibtex::bibtex;
pub use csl::csl_json;

use std::borrow::Borrow;

use crate::publication::Publication;

/// A format to copy or save references in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// BibTeX, UTF-8.
    Bibtex,
    /// CSL-JSON, a list.
    CslJson,
}

impl Format {
    /// Every format, as the page offers them.
    pub const ALL: [Self; 2] = [Self::Bibtex, Self::CslJson];

    /// Its name on the page.
    pub fn label(self) -> &'static str {
        match self {
            Self::Bibtex => "BibTeX",
            Self::CslJson => "CSL-JSON",
        }
    }

    /// The name of a file in this format.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Bibtex => "publications.bib",
            Self::CslJson => "publications.csl.json",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Bibtex => "application/x-bibtex",
            Self::CslJson => "application/vnd.citationstyles.csl+json",
        }
    }

    /// Writes entries in their order.
    pub fn write<P: Borrow<Publication>>(self, publications: impl IntoIterator<Item = P>) -> String {
        let (separator, write): (_, fn(&Publication) -> String) = match self {
            Self::Bibtex => ("\n", bibtex),
            Self::CslJson => (",\n", csl_json),
        };
        let mut entries = String::new();
        for publication in publications {
            push_part(&mut entries, separator, &write(publication.borrow()));
        }
        match self {
            Self::Bibtex => entries,
            Self::CslJson => format!("[\n{entries}\n]\n"),
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

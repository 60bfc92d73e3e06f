//! Links of an entry.

use crate::href::Href;

/// What is behind a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LinkKind {
    /// The text as PDF.
    Pdf,
    /// The publisher's page.
    Publisher,
    /// The DOI resolver.
    Doi,
    /// A preprint.
    Preprint,
    /// Slides of a talk.
    Slides,
    /// A recording.
    Video,
    /// Source code.
    Code,
    /// A data set.
    Data,
    /// A poster.
    Poster,
    /// Any other page.
    Website,
}

impl LinkKind {
    /// Returns the kind of a page that is only known by its URL: a PDF by its path, else a website.
    pub fn of_url(url: &Href) -> Self {
        let url = url.as_str();
        let path = url.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
        let is_pdf =
            path.ends_with(".pdf") || path.contains("://arxiv.org/pdf/") || path.contains("://www.arxiv.org/pdf/");
        if is_pdf { Self::Pdf } else { Self::Website }
    }

    /// Every kind, in the order in which links are listed.
    pub const ALL: [Self; 10] = [
        Self::Pdf,
        Self::Publisher,
        Self::Doi,
        Self::Preprint,
        Self::Slides,
        Self::Video,
        Self::Code,
        Self::Data,
        Self::Poster,
        Self::Website,
    ];

    /// Returns the word for it in the file and in URLs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Publisher => "publisher",
            Self::Doi => "doi",
            Self::Preprint => "preprint",
            Self::Slides => "slides",
            Self::Video => "video",
            Self::Code => "code",
            Self::Data => "data",
            Self::Poster => "poster",
            Self::Website => "website",
        }
    }

    /// Returns the word that a reader sees.
    pub fn label(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Publisher => "Publisher",
            Self::Doi => "DOI",
            Self::Preprint => "Preprint",
            Self::Slides => "Slides",
            Self::Video => "Video",
            Self::Code => "Code",
            Self::Data => "Data",
            Self::Poster => "Poster",
            Self::Website => "Website",
        }
    }

    /// Returns the kind of that name, compared without case.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name().eq_ignore_ascii_case(name.trim()))
    }
}

/// A link to the publication or to something that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What is behind it.
    pub kind: LinkKind,
    /// Where it leads.
    pub href: Href,
    /// A label of its own.
    pub label: Option<Box<str>>,
}

impl Link {
    /// Returns the visible text.
    pub fn label(&self) -> &str {
        self.label.as_deref().unwrap_or_else(|| self.kind.label())
    }
}

//! The groups by which a list is filtered, besides the year.

/// A filter with named values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// A person or group among the authors.
    Author,
    /// Where it appeared.
    Venue,
    /// The CSL type.
    Type,
    /// A keyword.
    Keyword,
    /// The kind of a link that it has.
    Available,
    /// A section of the list; it has no group of checkboxes, only a URL parameter.
    Section,
    /// Whether it is one of the selected publications: the value is "yes". It has one checkbox.
    Selected,
}

impl Facet {
    /// Every facet, in the order of URL parameters.
    pub const ALL: [Self; 7] =
        [Self::Author, Self::Venue, Self::Type, Self::Keyword, Self::Available, Self::Section, Self::Selected];

    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();

    /// Returns its name in URLs and in calls between modules.
    pub fn name(self) -> &'static str {
        match self {
            Self::Author => "author",
            Self::Venue => "venue",
            Self::Type => "type",
            Self::Keyword => "keyword",
            Self::Available => "has",
            Self::Section => "section",
            Self::Selected => "selected",
        }
    }

    /// The only value of [`Facet::Selected`].
    pub const YES: &str = "yes";

    /// Returns the facet of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.name() == name)
    }

    /// Returns its name on the page.
    pub fn label(self) -> &'static str {
        match self {
            Self::Author => "Author",
            Self::Venue => "Venue",
            Self::Type => "Type",
            Self::Keyword => "Keyword",
            Self::Available => "Available",
            Self::Section => "Section",
            Self::Selected => "Selected",
        }
    }

    /// Returns whether an entry must have all chosen values (papers written together) and not just one of them.
    pub fn needs_all(self) -> bool {
        matches!(self, Self::Author | Self::Keyword)
    }
}

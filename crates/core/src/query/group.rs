//! What the list is grouped by.

/// What the entries under one heading have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupBy {
    /// The section of the list.
    Section,
    /// The year.
    Year,
    /// The CSL type.
    Type,
    /// The venue.
    Venue,
    /// Nothing: there are no headings.
    None,
}

impl GroupBy {
    /// Every grouping, as the page offers them.
    pub const ALL: [Self; 5] = [Self::Section, Self::Year, Self::Type, Self::Venue, Self::None];

    /// Returns its name in URLs, files and attributes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Section => "section",
            Self::Year => "year",
            Self::Type => "type",
            Self::Venue => "venue",
            Self::None => "none",
        }
    }

    /// Returns its name on the page.
    pub fn label(self) -> &'static str {
        match self {
            Self::Section => "Section",
            Self::Year => "Year",
            Self::Type => "Type",
            Self::Venue => "Venue",
            Self::None => "None",
        }
    }

    /// Returns the heading of the entries that have no such value: "No year".
    pub fn absence(self) -> String {
        format!("No {}", self.name())
    }

    /// Returns the grouping of that name, compared without case.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.name().eq_ignore_ascii_case(name.trim()))
    }
}

//! Citation styles.

/// A citation style that references are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    /// American Psychological Association, 7th edition.
    Apa,
    /// Institute of Electrical and Electronics Engineers.
    Ieee,
    /// Association for Computing Machinery.
    Acm,
    /// Chicago Manual of Style, author-date, 18th edition.
    Chicago,
    /// Modern Language Association, 9th edition.
    Mla,
    /// Harvard as in Cite Them Right, 12th edition.
    Harvard,
    /// Vancouver, as the National Library of Medicine has it.
    Vancouver,
}

impl Style {
    /// Every style, in the order in which references are listed.
    pub const ALL: [Self; 7] =
        [Self::Apa, Self::Ieee, Self::Acm, Self::Chicago, Self::Mla, Self::Harvard, Self::Vancouver];

    /// Returns its name in calls between modules.
    pub fn name(self) -> &'static str {
        match self {
            Self::Apa => "apa",
            Self::Ieee => "ieee",
            Self::Acm => "acm",
            Self::Chicago => "chicago",
            Self::Mla => "mla",
            Self::Harvard => "harvard",
            Self::Vancouver => "vancouver",
        }
    }

    /// Returns whether its bibliography is numbered, in the order of the list; others are by author.
    pub fn is_numbered(self) -> bool {
        matches!(self, Self::Ieee | Self::Acm | Self::Vancouver)
    }

    /// Returns the style of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|style| style.name() == name)
    }

    /// Returns its name on the page.
    pub fn label(self) -> &'static str {
        match self {
            Self::Apa => "APA",
            Self::Ieee => "IEEE",
            Self::Acm => "ACM",
            Self::Chicago => "Chicago",
            Self::Mla => "MLA",
            Self::Harvard => "Harvard",
            Self::Vancouver => "Vancouver",
        }
    }
}

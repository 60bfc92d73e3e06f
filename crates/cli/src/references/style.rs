//! The citation styles that references are written in.

use hayagriva::archive::ArchivedStyle;

/// A citation style.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Style {
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
    pub(crate) const ALL: [Self; 7] =
        [Self::Apa, Self::Ieee, Self::Acm, Self::Chicago, Self::Mla, Self::Harvard, Self::Vancouver];

    /// Its name in files, addresses and on the command line.
    pub(crate) fn name(self) -> &'static str {
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

    /// Its name on the page.
    pub(crate) fn label(self) -> &'static str {
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

    /// The style of that name.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|style| style.name().eq_ignore_ascii_case(name))
    }

    /// Its place in [`Self::ALL`].
    pub(super) fn index(self) -> usize {
        self as usize
    }

    /// The language of its own words, such as "edited by", and of its quotation marks.
    pub(super) fn locale(self) -> &'static str {
        match self {
            Self::Harvard => "en-GB",
            _ => "en-US",
        }
    }

    pub(super) fn archived(self) -> ArchivedStyle {
        match self {
            Self::Apa => ArchivedStyle::AmericanPsychologicalAssociation,
            Self::Ieee => ArchivedStyle::InstituteOfElectricalAndElectronicsEngineers,
            Self::Acm => ArchivedStyle::AssociationForComputingMachinery,
            Self::Chicago => ArchivedStyle::ChicagoAuthorDate,
            Self::Mla => ArchivedStyle::ModernLanguageAssociation,
            Self::Harvard => ArchivedStyle::HarvardCiteThemRight,
            Self::Vancouver => ArchivedStyle::NlmCitationSequence,
        }
    }
}

//! What a style needs to be written.

use hayagriva::archive::ArchivedStyle;
use offprint_core::format::Style;

/// Returns the language of its own words, such as "edited by", and of its quotation marks.
pub fn locale(style: Style) -> &'static str {
    match style {
        Style::Harvard => "en-GB",
        _ => "en-US",
    }
}

/// Returns the style itself, as Hayagriva has it.
pub fn archived(style: Style) -> ArchivedStyle {
    match style {
        Style::Apa => ArchivedStyle::AmericanPsychologicalAssociation,
        Style::Ieee => ArchivedStyle::InstituteOfElectricalAndElectronicsEngineers,
        Style::Acm => ArchivedStyle::AssociationForComputingMachinery,
        Style::Chicago => ArchivedStyle::ChicagoAuthorDate,
        Style::Mla => ArchivedStyle::ModernLanguageAssociation,
        Style::Harvard => ArchivedStyle::HarvardCiteThemRight,
        Style::Vancouver => ArchivedStyle::NlmCitationSequence,
    }
}

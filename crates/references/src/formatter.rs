//! Writing references in CSL styles.

use hayagriva::archive::locales;
use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::{IndependentStyle, Locale, LocaleCode, Style as CslStyle};
use hayagriva::{BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest};
use offprint_core::format::Style;
use offprint_core::publication::Publication;

use super::adapt::adapt;
use super::complete::complete;
use super::item::item;
use super::{Reference, html, style};

/// The styles, unpacked once, which takes a tenth of a second.
#[derive(Debug)]
pub struct Formatter {
    /// In the order of [`Style::ALL`]; none for a style that only points to another, of which there is none.
    styles: [Option<IndependentStyle>; Style::ALL.len()],
    locales: Vec<Locale>,
}

impl Default for Formatter {
    fn default() -> Self {
        Self::new()
    }
}

impl Formatter {
    /// Unpacks all styles, and the words of their languages.
    pub fn new() -> Self {
        let styles = Style::ALL.map(|style| match style::archived(style).get() {
            CslStyle::Independent(mut style) => {
                complete(&mut style);
                Some(style)
            }
            CslStyle::Dependent(_) => None,
        });
        let is_ours = |locale: &Locale| {
            locale.lang.as_ref().is_some_and(|code| Style::ALL.iter().any(|style| style::locale(*style) == code.0))
        };
        Self { styles, locales: locales().into_iter().filter(is_ours).collect() }
    }

    /// Returns a publication in every style, in the order of [`Style::ALL`].
    pub fn all(&self, publication: &Publication) -> Vec<Option<Reference>> {
        let item = item(publication);
        Style::ALL.map(|style| item.as_ref().and_then(|item| self.write(item, style))).into()
    }

    /// Returns a publication in every style as HTML, empty where a style has no reference.
    pub fn html(&self, publication: &Publication) -> Vec<String> {
        self.all(publication).into_iter().map(|reference| reference.unwrap_or_default().html).collect()
    }

    /// Returns a publication in one style, as if it were the only one in its list: without a number in front, since it
    /// is copied to be elsewhere. None where the style has nothing to say of it.
    pub fn one(&self, publication: &Publication, style: Style) -> Option<Reference> {
        self.write(&item(publication)?, style)
    }

    fn write(&self, item: &Item, style: Style) -> Option<Reference> {
        let mut csl = self.styles[style as usize].clone()?;
        adapt(&mut csl, item);
        let locale = Some(LocaleCode(style::locale(style).to_owned()));
        let mut driver = BibliographyDriver::new();
        let items = vec![CitationItem::with_entry(item)];
        driver.citation(CitationRequest::new(items, &csl, locale.clone(), &self.locales, None));
        let rendered = driver.finish(BibliographyRequest::new(&csl, locale, &self.locales));
        let entry = rendered.bibliography?.items.into_iter().next()?;
        let reference = html::reference(&entry.content);
        (!reference.plain.is_empty()).then_some(reference)
    }
}

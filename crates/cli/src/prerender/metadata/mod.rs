//! What machines read of a publication: search engines, Google Scholar, Zotero.

pub(super) mod coins;
pub(super) mod highwire;
pub(super) mod json_ld;
mod zotero;

use super::urls::Urls;
use offprint_core::publication::{Date, LinkKind, Publication};
use offprint_core::rich::RichText;

/// Returns a date as exact as it is known: `2013`, `2013-04` or `2013-04-09`, of a range the first day, with another
/// sign between its parts where asked.
pub(super) fn iso(date: &Date, sign: char) -> String {
    let first = Date { end: None, month: if date.month > 12 { 0 } else { date.month }, ..date.clone() };
    let text = first.edtf();
    if date.year < 0 { text } else { text.replace('-', &sign.to_string()) }
}

/// Returns the abstract without markup.
pub(super) fn plain_abstract(publication: &Publication) -> Option<String> {
    publication.abstract_text.as_deref().map(|text| RichText::parse_block(text).0.plain())
}

/// Returns the URL of its text as PDF.
pub(super) fn pdf(publication: &Publication, urls: Urls<'_>) -> Option<String> {
    let pdf = publication.links.iter().find(|link| link.kind == LinkKind::Pdf)?;
    urls.absolute(&pdf.href)
}

/// Returns the first and the last page.
pub(super) fn page_range(publication: &Publication) -> Option<(String, Option<String>)> {
    let pages = publication.other("page")?;
    let (first, last) = match pages.split_once(['-', '–']) {
        Some((first, last)) => (first, Some(last.trim_matches(['-', '–', ' ']))),
        None => (&*pages, None),
    };
    Some((first.trim().to_owned(), last.filter(|last| !last.is_empty()).map(str::to_owned)))
}

//! Which of an entry's links is which.

use crate::publication::{Link, LinkKind, Publication};

const RESOLVERS: [&str; 4] = ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/"];

const ARXIV: [&str; 4] = ["arxiv.org/abs/", "arxiv.org/pdf/", "www.arxiv.org/abs/", "www.arxiv.org/pdf/"];

/// The characters that are encoded in the URL of a DOI, and their codes.
const ENCODED: [(&str, &str); 6] =
    [("%20", " "), ("%22", "\""), ("%23", "#"), ("%3C", "<"), ("%3E", ">"), ("%3F", "?")];

fn bare_doi(link: &Link) -> Option<&str> {
    let doi = RESOLVERS.iter().find_map(|resolver| link.href.as_str().strip_prefix(resolver));
    doi.filter(|doi| doi.starts_with("10."))
}

/// Returns the link to the DOI.
pub(super) fn doi_link(publication: &Publication) -> Option<&Link> {
    publication.links.iter().find(|link| bare_doi(link).is_some())
}

/// Returns the DOI itself.
pub fn doi(publication: &Publication) -> Option<String> {
    doi_link(publication).and_then(doi_of)
}

/// Returns the DOI that a link leads to.
pub(super) fn doi_of(link: &Link) -> Option<String> {
    let doi = bare_doi(link)?;
    Some(ENCODED.iter().fold(doi.to_owned(), |doi, (code, character)| doi.replace(code, character)))
}

/// Returns the number at arXiv.
pub(super) fn arxiv(publication: &Publication) -> Option<&str> {
    publication.links.iter().find_map(|link| {
        let (_, url) = link.href.as_str().split_once("://")?;
        let number = ARXIV.iter().find_map(|place| url.strip_prefix(place))?;
        Some(number.split(['?', '#']).next()?.trim_end_matches(".pdf"))
    })
}

/// Returns the position of the link that is written as CSL's `URL`, where every tool finds it: the last website without a
/// label, or a PDF behind all others. `URL` is read behind all other links, so it is still the last one when the entry is
/// written again.
pub(super) fn own_url(publication: &Publication) -> Option<usize> {
    let links = &publication.links;
    let is_url = |link: &Link| link.label.is_none() && link.kind == LinkKind::of_url(&link.href);
    let last = links.len().checked_sub(1).filter(|last| is_url(&links[*last]));
    last.or_else(|| links.iter().rposition(|link| link.kind == LinkKind::Website && is_url(link)))
}

/// Returns the one URL that stands for the publication, other than a DOI's.
pub(super) fn url(publication: &Publication) -> Option<&Link> {
    let order = [LinkKind::Publisher, LinkKind::Website, LinkKind::Pdf, LinkKind::Preprint];
    let own = own_url(publication).map(|at| &publication.links[at]);
    let all = || own.into_iter().chain(&publication.links);
    let of = |kind| all().find(|link| link.kind == kind && bare_doi(link).is_none());
    order.into_iter().find_map(of)
}

/// Returns all links but the DOI's and the main one.
pub(super) fn others(publication: &Publication) -> impl Iterator<Item = &Link> {
    let named = [doi_link(publication), url(publication)];
    publication.links.iter().filter(move |link| !named.contains(&Some(*link)))
}

/// Returns where a reader is sent: the DOI lasts longest.
pub(super) fn best_link(publication: &Publication) -> Option<&Link> {
    doi_link(publication).or_else(|| url(publication)).or(publication.links.first())
}

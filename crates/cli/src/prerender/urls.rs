//! URLs of and on the page.

use offprint_core::href::{Href, beside};
use offprint_core::page::page_path;
use offprint_core::publication::Publication;

use crate::base::Base;

/// What URLs on the page are seen from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Urls<'a> {
    /// Where the page will be, if that is known.
    pub(crate) base: Option<&'a Base>,
    /// Where the list is, seen from the page.
    pub(crate) source: &'a str,
}

impl Urls<'_> {
    /// Returns the page of a publication.
    pub(crate) fn page(self, publication: &Publication) -> Option<String> {
        self.base.map(|base| base.join(&page_path(&publication.id)))
    }

    /// Returns a URL that is in the list, as an absolute one; none where that cannot be known.
    pub(crate) fn absolute(self, href: &Href) -> Option<String> {
        let seen = beside(href.as_str(), self.source);
        match self.base {
            Some(base) => Some(base.resolve(&seen)),
            None => seen.contains("://").then_some(seen),
        }
    }
}

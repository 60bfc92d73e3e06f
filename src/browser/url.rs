//! URLs as the browser reads them.

use web_sys::Url;

use super::{document, window};

/// The query string and the fragment of a URL.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct UrlParts {
    /// The query string, without `?`.
    pub(crate) search: String,
    /// The fragment, without `#`, decoded.
    pub(crate) fragment: String,
}

/// Returns the parts of the URL in the URL bar.
pub(crate) fn current() -> UrlParts {
    let Some(location) = window().map(|window| window.location()) else { return UrlParts::default() };
    let search = location.search().unwrap_or_default();
    let hash = location.hash().unwrap_or_default();
    UrlParts {
        search: search.trim_start_matches('?').to_owned(),
        fragment: offprint_core::query::decode_component(hash.trim_start_matches('#')),
    }
}

/// Returns the page's own path with a query string and a fragment; relative where the page is rendered as HTML.
pub(crate) fn of_page(search: &str, fragment: &str) -> String {
    let mut url = window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    if !search.is_empty() {
        url.extend(["?", search]);
    }
    if !fragment.is_empty() {
        url.push('#');
        url.push_str(&offprint_core::query::encode_component(fragment));
    }
    url
}

/// Returns a URL without its query string and fragment, with this query string.
pub(crate) fn with_search(url: &str, search: &str) -> String {
    let bare = url.split(['?', '#']).next().unwrap_or_default();
    if search.is_empty() { bare.to_owned() } else { format!("{bare}?{search}") }
}

/// Returns a URL of the page as an absolute one.
pub(crate) fn absolute(url: &str) -> String {
    resolve(url, &base())
}

/// Returns a URL found in the file at `base`, as an absolute one; as written where it cannot be resolved.
pub(crate) fn resolve(url: &str, base: &str) -> String {
    try_resolve(url, base).unwrap_or_else(|| url.to_owned())
}

/// Returns a URL found in the data file at `source` as a link on this page: as written where that means the same here.
pub(crate) fn from_data(url: &str, source: &str) -> String {
    if !cfg!(target_arch = "wasm32") {
        // The prerendered page knows no URL of its own: `source` is relative to it.
        return offprint_core::href::beside(url, source);
    }
    match (try_resolve(url, source), try_resolve(url, &base())) {
        (Some(there), Some(here)) if there != here => there,
        _ => url.to_owned(),
    }
}

fn try_resolve(url: &str, base: &str) -> Option<String> {
    window()?;
    Url::new_with_base(url, base).ok().map(|url| url.href())
}

fn base() -> String {
    document().and_then(|document| document.base_uri().ok().flatten()).unwrap_or_default()
}

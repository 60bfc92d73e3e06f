//! The wasm modules beside the page, which it loads when it needs them.

use std::fs;

use offprint_page::browser::engine::{ENGINE, FORMATTER};
use offprint_page::dom::{El, el};

use super::policy::integrity;
use super::site::Site;

/// What the page has to know so that it never runs a module of another version, or one that somebody changed: the hash of
/// each that lies beside it.
pub(super) fn hashes(site: &Site) -> Vec<El> {
    let hash = |file: &str| {
        let bytes = fs::read(site.folder().join(file)).ok()?;
        Some(el("meta").attr("name", file).attr("content", &integrity(&bytes)))
    };
    [ENGINE, FORMATTER].into_iter().filter_map(hash).collect()
}

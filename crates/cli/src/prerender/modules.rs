//! The wasm modules beside the page, which it loads when it needs them.

use offprint_core::query::encode_component;

use super::site::Site;

/// The packages that Trunk builds as modules; their files keep these names.
const MODULES: [&str; 3] = ["offprint-engine", "offprint-formulas", "offprint-references"];

/// A file of a module, with the hash that it has now.
pub(super) struct ModuleFile {
    pub(super) name: String,
    pub(super) hash: String,
}

impl ModuleFile {
    /// Returns the file's URL as the page asks for it: the hash keeps caches from answering with another version.
    pub(super) fn url(&self) -> String {
        format!("{}?v={}", self.name, encode_component(&self.hash))
    }
}

/// Returns the files of the modules. The page must know their hashes, so that it never runs a module of another version, or one
/// that somebody changed.
///
/// # Errors
/// Where a file cannot be read. One that is not there is left out.
pub(super) fn files(site: &Site) -> anyhow::Result<Vec<ModuleFile>> {
    let mut files = Vec::new();
    for name in MODULES.iter().flat_map(|module| [format!("{module}.js"), format!("{module}_bg.wasm")]) {
        if let Some(hash) = site.hash(&name)? {
            files.push(ModuleFile { name, hash });
        }
    }
    Ok(files)
}

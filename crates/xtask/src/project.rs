//! Where things are: the checkout, and the user's cache.

use anyhow::{Context as _, bail};
use std::env;
use std::path::{Path, PathBuf};

/// The folders that the commands work in.
#[derive(Debug, Clone)]
pub(crate) struct Project {
    root: PathBuf,
    cache: PathBuf,
}

impl Project {
    /// Finds the checkout, from where Cargo says that this package is or else upwards from the
    /// current folder, and the cache.
    pub(crate) fn locate() -> anyhow::Result<Self> {
        let start = match env::var_os("CARGO_MANIFEST_DIR") {
            Some(folder) => PathBuf::from(folder),
            None => env::current_dir().context("the current folder cannot be read")?,
        };
        let root = start
            .ancestors()
            .find(|folder| folder.join("crates/xtask/Cargo.toml").is_file())
            .with_context(|| format!("{} is in no checkout of this project", start.display()))?;
        Ok(Self { root: root.to_owned(), cache: cache_folder()?.join("offprint") })
    }

    /// Returns the checkout.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Returns the built page.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Returns what Cargo builds.
    pub(crate) fn target(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.root.join("target"), |folder| self.root.join(folder))
    }

    /// Returns the end-to-end tests.
    pub(crate) fn tests(&self) -> PathBuf {
        self.root.join("tests")
    }

    /// Returns the benchmark.
    pub(crate) fn bench(&self) -> PathBuf {
        self.root.join("bench")
    }

    /// Returns what set-up installs, shared by all checkouts of this user.
    pub(crate) fn cache(&self) -> &Path {
        &self.cache
    }
}

/// Returns the user's cache by the custom of the system; `XDG_CACHE_HOME` goes first everywhere.
fn cache_folder() -> anyhow::Result<PathBuf> {
    if let Some(folder) = env::var_os("XDG_CACHE_HOME").map(PathBuf::from)
        && folder.is_absolute()
    {
        return Ok(folder);
    }
    let Some(home) = env::home_dir().filter(|home| home.is_absolute()) else {
        bail!("there is no home folder to cache tools in: set XDG_CACHE_HOME");
    };
    Ok(if cfg!(target_os = "macos") { home.join("Library/Caches") } else { home.join(".cache") })
}

//! Node.js, which must be there, and what npm installs with it.

use super::cargo_tools::says_version;
use crate::process::{Run, answer, minutes, on_path};
use crate::project::Project;
use anyhow::{Context as _, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The version of the npm package; `wasm-opt` gives the part before the first dot as its own.
pub(super) const BINARYEN: &str = "132.0.0";

/// The oldest Node.js that Playwright and the others run on.
const OLDEST_NODE: u32 = 20;

/// The lock file of a folder.
const LOCK: &str = "package-lock.json";

/// Where the lock file that was installed from is kept, to see when it changes.
const STAMP: &str = "node_modules/.offprint-lock.json";

/// Fails unless Node.js and npm are there and new enough.
pub(super) fn check() -> anyhow::Result<()> {
    let fix = format!(
        "install Node.js {OLDEST_NODE} or newer with npm, for example with \
         `apt-get install nodejs npm` or `brew install node`"
    );
    let Some(version) = answer(Command::new("node").arg("--version")) else {
        bail!("`node` is missing: {fix}");
    };
    if major(&version).is_none_or(|major| major < OLDEST_NODE) {
        bail!("Node.js {version} is too old: {fix}");
    }
    if on_path("npm").is_empty() {
        bail!("`npm` is missing: {fix}");
    }
    Ok(())
}

fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

/// `wasm-opt`, on `PATH` or in the cache, in the right version.
pub(super) fn find_wasm_opt(project: &Project) -> Option<PathBuf> {
    let cached = binaryen_folder(project).join("node_modules/.bin/wasm-opt");
    let mut candidates = on_path("wasm-opt").into_iter().chain([cached]);
    let version = BINARYEN.split('.').next()?;
    candidates.find(|candidate| {
        let said = answer(Command::new(candidate).arg("--version"));
        said.is_some_and(|said| says_version(&said, version))
    })
}

pub(super) fn install_binaryen(project: &Project) -> anyhow::Result<()> {
    let folder = binaryen_folder(project);
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    let package = format!("binaryen@{BINARYEN}");
    npm("installing binaryen", &["install", "--prefix", ".", &package], &folder)
}

fn binaryen_folder(project: &Project) -> PathBuf {
    project.cache().join(format!("binaryen-{BINARYEN}"))
}

/// Returns the stamp in a folder of our own with packages, where it still is the lock file.
pub(super) fn find_packages(folder: &Path) -> Option<PathBuf> {
    let stamp = folder.join(STAMP);
    let installed = fs::read(&stamp).ok()?;
    let wanted = fs::read(folder.join(LOCK)).ok()?;
    (installed == wanted).then_some(stamp)
}

pub(super) fn install_packages(folder: &Path) -> anyhow::Result<()> {
    let lock = folder.join(LOCK);
    if !lock.is_file() {
        bail!("{} is missing: `npm install` in its folder writes it", lock.display());
    }
    npm(&format!("installing the packages of {}", folder.display()), &["ci"], folder)?;
    let stamp = folder.join(STAMP);
    fs::copy(&lock, &stamp).with_context(|| format!("writing {}", stamp.display()))?;
    Ok(())
}

fn npm(step: &str, arguments: &[&str], folder: &Path) -> anyhow::Result<()> {
    let quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
    Run::new(step, "npm", arguments.iter().chain(&quiet)).folder(folder).within(minutes(15)).wait()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_of_node_is_read() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("23.0.0-pre"), Some(23));
        assert_eq!(major("unknown"), None);
    }
}

//! Installing what the commands need, once.
//!
//! A tool on `PATH` is taken where it has the version that the project is pinned to. Anything else
//! goes into the user's cache, where all checkouts share it: nothing on the system is changed, but
//! for Debian's Chromium, which only root gets that way.

mod browser;
mod cargo_tools;
mod node;
mod toolchain;

use crate::project::Project;
use anyhow::{Context as _, bail};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

pub(crate) use browser::VARIABLE as CHROMIUM_PATH;
pub(crate) use toolchain::{TARGET, library_sources};

/// One thing to install.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// Rust's standard library for wasm.
    WasmTarget,
    /// The bundler.
    Trunk,
    /// Joins wasm and JavaScript, and runs wasm tests.
    WasmBindgen,
    /// `wasm-opt`, which makes wasm smaller.
    Binaryen,
    /// What the end-to-end tests import.
    TestPackages,
    /// The contenders of the benchmark.
    BenchPackages,
    /// Chromium, or one of its kin.
    Browser,
    /// Checks licences, versions and sources of packages, and what is known of their faults.
    CargoDeny,
}

impl Part {
    /// All parts, each after those that it needs.
    pub(crate) const ALL: [Self; 8] = [
        Self::WasmTarget,
        Self::Trunk,
        Self::WasmBindgen,
        Self::Binaryen,
        Self::TestPackages,
        Self::BenchPackages,
        Self::Browser,
        Self::CargoDeny,
    ];

    /// Returns name, version, and what to expect of the installation.
    fn describe(self) -> String {
        match self {
            Self::WasmTarget => "the Rust target wasm32-unknown-unknown (under a minute)".to_owned(),
            Self::Trunk => cargo_tools::TRUNK.describe(),
            Self::WasmBindgen => cargo_tools::WASM_BINDGEN.describe(),
            Self::Binaryen => format!("binaryen {} (under a minute)", node::BINARYEN),
            Self::TestPackages => "the packages of tests/ (under a minute)".to_owned(),
            Self::BenchPackages => "the packages of bench/ (under a minute)".to_owned(),
            Self::Browser => "Chromium (1 to 3 minutes)".to_owned(),
            Self::CargoDeny => cargo_tools::CARGO_DENY.describe(),
        }
    }

    /// Returns the file or folder that shows that it is there, in the right version.
    fn find(self, project: &Project) -> Option<PathBuf> {
        match self {
            Self::WasmTarget => toolchain::find(project),
            Self::Trunk => cargo_tools::TRUNK.find(project),
            Self::WasmBindgen => cargo_tools::WASM_BINDGEN.find(project),
            Self::Binaryen => node::find_wasm_opt(project),
            Self::TestPackages => node::find_packages(&project.tests()),
            Self::BenchPackages => node::find_packages(&project.bench()),
            Self::Browser => browser::find(project),
            Self::CargoDeny => cargo_tools::CARGO_DENY.find(project),
        }
    }

    fn install(self, project: &Project) -> anyhow::Result<()> {
        match self {
            Self::WasmTarget => toolchain::install(project),
            Self::Trunk => cargo_tools::TRUNK.install(project),
            Self::WasmBindgen => cargo_tools::WASM_BINDGEN.install(project),
            Self::Binaryen => node::install_binaryen(project),
            Self::TestPackages => node::install_packages(&project.tests()),
            Self::BenchPackages => node::install_packages(&project.bench()),
            Self::Browser => browser::install(project),
            Self::CargoDeny => cargo_tools::CARGO_DENY.install(project),
        }
    }
}

/// Where the parts that were asked for are.
#[derive(Debug, Default)]
pub(crate) struct Toolbox(BTreeMap<Part, PathBuf>);

impl Toolbox {
    pub(crate) fn path(&self, part: Part) -> anyhow::Result<&Path> {
        let found = self.0.get(&part).map(PathBuf::as_path);
        found.with_context(|| format!("{part:?} was not among the parts set up"))
    }
}

/// Finds each part, and installs those that are missing, saying so.
///
/// When all is there this takes a fraction of a second.
///
/// # Errors
/// The first installation that fails, with the command; nothing later is tried.
pub(crate) fn ensure(project: &Project, parts: &[Part]) -> anyhow::Result<Toolbox> {
    let mut found = BTreeMap::new();
    let mut missing = Vec::new();
    for &part in parts {
        match part.find(project) {
            Some(path) => drop(found.insert(part, path)),
            None => missing.push(part),
        }
    }
    if missing.iter().any(|part| *part != Part::WasmTarget) {
        node::check()?;
    }
    for (index, &part) in missing.iter().enumerate() {
        let place = format!("[{}/{}]", index + 1, missing.len());
        found.insert(part, provide(project, part, &place)?);
    }
    Ok(Toolbox(found))
}

/// Installs a part, unless an earlier one brought it along.
fn provide(project: &Project, part: Part, place: &str) -> anyhow::Result<PathBuf> {
    if let Some(path) = part.find(project) {
        return Ok(path);
    }
    let what = part.describe();
    println!("{place} installing {what}");
    let started = Instant::now();
    part.install(project)?;
    let Some(path) = part.find(project) else {
        bail!("{what} was installed, yet is not found or has another version");
    };
    println!("{place} done in {} s", started.elapsed().as_secs());
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_tool_is_listed_with_its_version() {
        let document = include_str!("../../../../docs/dependencies.md");
        let tools = [&cargo_tools::TRUNK, &cargo_tools::WASM_BINDGEN, &cargo_tools::CARGO_DENY];
        let of_cargo = tools.map(|tool| (tool.package, tool.version));
        for (tool, version) in of_cargo.into_iter().chain([("binaryen", node::BINARYEN)]) {
            assert!(document.contains(&format!("| `{tool}` | {version} | ")), "docs/dependencies.md: {tool} {version}");
        }
    }
}

//! Tools from crates.io: prebuilt where `cargo-binstall` is on `PATH`, else built from source.

use crate::process::{Run, answer, minutes, on_path};
use crate::project::Project;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The bundler. 0.22 needs a newer Rust than the pinned one.
pub(super) const TRUNK: CargoTool =
    CargoTool { package: "trunk", version: "0.21.14", programs: &["trunk"], duration: "6 to 12 minutes, once" };

/// Must have the version of the crate `wasm-bindgen` in Cargo.lock, to the last digit.
pub(super) const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    version: "0.2.128",
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    duration: "2 to 4 minutes, once",
};

/// Reads deny.toml.
pub(super) const CARGO_DENY: CargoTool = CargoTool {
    package: "cargo-deny",
    version: "0.20.2",
    programs: &["cargo-deny"],
    duration: "4 to 14 minutes, once",
};

/// A package with programs, the first of which names it.
pub(super) struct CargoTool {
    pub(super) package: &'static str,
    pub(super) version: &'static str,
    programs: &'static [&'static str],
    duration: &'static str,
}

impl CargoTool {
    pub(super) fn describe(&self) -> String {
        let duration = if has_binstall() { "seconds, prebuilt by cargo-binstall" } else { self.duration };
        format!("{} {} ({duration})", self.package, self.version)
    }

    /// Returns the first program, on `PATH` or in the cache, beside which all the others are, all of
    /// them in the right version.
    pub(super) fn find(&self, project: &Project) -> Option<PathBuf> {
        let (first, _) = self.programs.split_first()?;
        let cached = root(project).join("bin").join(first);
        let mut candidates = on_path(first).into_iter().chain([cached]);
        candidates.find(|candidate| self.fits(candidate))
    }

    fn fits(&self, first: &Path) -> bool {
        self.programs.iter().all(|program| {
            let file = first.with_file_name(program);
            let said = answer(Command::new(file).arg("--version"));
            said.is_some_and(|said| says_version(&said, self.version))
        })
    }

    /// Installs it prebuilt where that is possible, else from source.
    pub(super) fn install(&self, project: &Project) -> anyhow::Result<()> {
        if has_binstall() {
            match self.cargo(project, &self.binstall_arguments()).wait() {
                Ok(()) => return Ok(()),
                Err(error) => println!("{error:#}; building it instead ({})", self.duration),
            }
        }
        let arguments = ["install", "--quiet", "--locked", "--force", self.package, "--version", self.version];
        self.cargo(project, &arguments).wait()
    }

    /// Returns the arguments for a prebuilt program only: built from source by cargo-binstall it would not be the locked one.
    fn binstall_arguments(&self) -> [&str; 8] {
        [
            "binstall",
            "--no-confirm",
            "--force",
            "--disable-strategies",
            "compile",
            self.package,
            "--version",
            self.version,
        ]
    }

    /// Runs Cargo to install into the cache; both ways of installing read the folder from the environment.
    fn cargo(&self, project: &Project, arguments: &[&str]) -> Run {
        Run::new(&format!("installing {}", self.package), "cargo", arguments)
            .env("CARGO_INSTALL_ROOT", root(project))
            .folder(project.root())
            .within(minutes(45))
    }
}

fn has_binstall() -> bool {
    !on_path("cargo-binstall").is_empty()
}

fn root(project: &Project) -> PathBuf {
    project.cache().join("tools")
}

/// Returns whether a line such as `trunk 0.21.14` or `wasm-opt version 132 (version_132)` tells `version`.
pub(super) fn says_version(said: &str, version: &str) -> bool {
    said.split_whitespace().any(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_compared_whole() {
        assert!(says_version("wasm-bindgen 0.2.128", "0.2.128"));
        assert!(says_version("wasm-opt version 132 (version_132)", "132"));
        assert!(!says_version("wasm-bindgen 0.2.128", "0.2.12"));
        assert!(!says_version("trunk 0.21.14-rc.1", "0.21.14"));
    }
}

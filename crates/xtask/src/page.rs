//! Building the optimised page.

use crate::process::{Run, minutes, path_with};
use crate::project::Project;
use crate::setup::{self, Part, Toolbox};
use crate::{element, modules};
use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;

/// What a build of the page needs.
pub(crate) const NEEDS: [Part; 4] = [Part::WasmTarget, Part::Trunk, Part::WasmBindgen, Part::Binaryen];

/// Installs what is missing and builds `dist/`, the engine for long lists with it.
pub(crate) fn build(project: &Project) -> anyhow::Result<()> {
    build_with(project, &setup::ensure(project, &NEEDS)?)
}

/// Builds `dist/`; how is said in Trunk.toml and index.html.
///
/// Trunk takes wasm-bindgen and wasm-opt from `PATH` where their versions are those in Trunk.toml,
/// and would download them otherwise.
pub(crate) fn build_with(project: &Project, tools: &Toolbox) -> anyhow::Result<()> {
    build_command_line(project)?;
    let helpers = [tools.path(Part::Binaryen)?, tools.path(Part::WasmBindgen)?];
    let trunk = tools.path(Part::Trunk)?;
    smaller(project, Run::new("building the page", trunk, ["build", "--release"]))
        .folder(project.root())
        .env("PATH", path_with(helpers)?)
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // Called by the hook in Trunk.toml.
        .env("OFFPRINT", command_line(project))
        .env("OFFPRINT_XTASK", built(project, "xtask"))
        // Trunk takes it for an option of its own and refuses the customary "1".
        .without_env("NO_COLOR")
        .within(minutes(45))
        .wait()?;
    modules::build_into(project, tools, &project.dist())?;
    element::build_into(project, tools, &project.dist())?;
    // The page holds their hashes.
    Run::new("writing the page", command_line(project), [OsStr::new("prerender"), project.dist().as_os_str()]).wait()
}

/// Builds the command `offprint`, which writes the list into the page.
fn build_command_line(project: &Project) -> anyhow::Result<()> {
    Run::new("building the command line", "cargo", ["build", "-p", "offprint-cli"])
        .folder(project.root())
        .within(minutes(20))
        .wait()
}

/// Where the command `offprint` is once it is built.
pub(crate) fn command_line(project: &Project) -> PathBuf {
    built(project, "offprint")
}

/// A command as Cargo has built it last; this one too, whose own file may have been replaced while it runs.
fn built(project: &Project, name: &str) -> PathBuf {
    project.target().join("debug").join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

/// Has what is run build for the fewest bytes, with a standard library that is built in the same way.
pub(crate) fn smaller(project: &Project, run: Run) -> Run {
    let flags = remapped_paths(project).chain(SMALLER.map(str::to_owned));
    run.env("CARGO_ENCODED_RUSTFLAGS", flags.collect::<Vec<_>>().join("\u{1f}"))
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
}

/// Compiler flags that make a panic stop the page without a message: nobody is there to read it, and what writes it
/// costs every visitor 16 kB. They, and a standard library built with them, are not stable yet; that the toolchain is
/// pinned keeps them what they are.
const SMALLER: [&str; 4] =
    ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];

/// Compiler flags that take the folders of this machine out of panic messages: what is published
/// tells nothing of who built it, and is the same wherever it is built.
///
/// Where a folder cannot be found there is nothing to take out, or only more to publish.
pub(crate) fn remapped_paths(project: &Project) -> impl Iterator<Item = String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let sources = home.unwrap_or_default().join("registry/src");
    let registries = fs::read_dir(sources).into_iter().flatten().flatten().map(|registry| registry.path());
    registries.chain(setup::library_sources(project)).map(|folder| format!("--remap-path-prefix={}=", folder.display()))
}

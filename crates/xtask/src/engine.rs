//! Building the engine for the benchmark, which calls more of it than the page does.

use crate::process::{Run, minutes};
use crate::project::Project;
use crate::setup::{self, Part, TARGET};
use std::ffi::OsStr;
use std::path::Path;

const PACKAGE: &str = "offprint-engine";

const PROFILE: &str = "engine-release";

/// Builds the engine with its feature `bench`, as Trunk builds the published one, and writes it into a folder.
pub(crate) fn build(project: &Project, folder: &Path) -> anyhow::Result<()> {
    let tools = setup::ensure(project, &[Part::WasmTarget, Part::WasmBindgen, Part::Binaryen])?;
    let arguments = ["build", "-p", PACKAGE, "--features", "bench", "--profile", PROFILE, "--target", TARGET];
    Run::new("building the engine", "cargo", arguments).folder(project.root()).within(minutes(20)).wait()?;
    let built = project.target().join(TARGET).join(PROFILE).join("offprint_engine.wasm");
    Run::new("binding the engine", tools.path(Part::WasmBindgen)?, ["--target", "web", "--no-typescript"])
        .and(["--out-name", PACKAGE, "--out-dir"])
        .and([folder, &built])
        .wait()?;
    let bound = folder.join(format!("{PACKAGE}_bg.wasm"));
    let arguments = [OsStr::new("-O3"), bound.as_os_str(), OsStr::new("-o"), bound.as_os_str()];
    Run::new("optimising the engine", tools.path(Part::Binaryen)?, arguments).within(minutes(10)).wait()
}

//! Building the engine for long lists.

use crate::page;
use crate::process::{Run, minutes};
use crate::project::Project;
use crate::setup::{Part, TARGET, Toolbox};
use anyhow::Context;
use std::fs;
use std::path::Path;

/// What a build of the engine needs.
pub(crate) const NEEDS: [Part; 2] = [Part::WasmTarget, Part::Binaryen];

/// The file that the page loads when a list is long.
pub(crate) const FILE: &str = "offprint-engine.wasm";

/// Instructions that every browser has that can run the page at all.
const FEATURES: [&str; 5] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-simd",
];

/// Builds the engine and writes it into a folder.
pub(crate) fn build_into(project: &Project, tools: &Toolbox, folder: &Path) -> anyhow::Result<()> {
    let arguments = ["build", "--profile", "engine", "-p", "offprint-engine", "--target", TARGET];
    let flags = page::remapped_paths().chain(["-Ctarget-feature=+simd128".to_owned()]);
    Run::new("building the engine", "cargo", arguments)
        .folder(project.root())
        .env("CARGO_ENCODED_RUSTFLAGS", flags.collect::<Vec<_>>().join("\u{1f}"))
        .within(minutes(20))
        .wait()?;
    let built = project.target().join(TARGET).join("engine/offprint_engine.wasm");
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let target = folder.join(FILE);
    let wasm_opt = tools.path(Part::Binaryen)?;
    let files = ["-O3".into(), built.into_os_string(), "-o".into(), target.into_os_string()];
    let arguments = FEATURES.map(Into::into).into_iter().chain(files);
    Run::new("optimising the engine", wasm_opt, arguments).within(minutes(10)).wait()
}

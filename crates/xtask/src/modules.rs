//! Building the wasm modules that the page loads on demand.

use crate::page;
use crate::process::{Run, minutes};
use crate::project::Project;
use crate::setup::{Part, TARGET, Toolbox};
use std::path::Path;

/// What building them needs.
pub(crate) const NEEDS: [Part; 3] = [Part::WasmTarget, Part::WasmBindgen, Part::Binaryen];

/// A wasm module of its own, published as `PACKAGE.js` and `PACKAGE_bg.wasm`.
struct Module {
    package: &'static str,
    /// The Cargo profile: for speed or for size.
    profile: &'static str,
    /// Optimization of wasm-opt; none where it makes the compressed file larger.
    optimization: Option<&'static str>,
    features: &'static [&'static str],
}

/// The engine, which the page loads for long lists and to write formats.
const ENGINE: Module =
    Module { package: "offprint-engine", profile: "engine", optimization: Some("-O3"), features: &[] };

/// The citation formatter, which the page loads for a list that was replaced after the page was built.
const FORMATTER: Module = Module { package: "offprint-references", profile: "page", optimization: None, features: &[] };

/// Builds the modules and writes them into a folder.
pub(crate) fn build_into(project: &Project, tools: &Toolbox, folder: &Path) -> anyhow::Result<()> {
    [ENGINE, FORMATTER].iter().try_for_each(|module| module.build_into(project, tools, folder))
}

/// Builds the engine with the functions that only the benchmark calls.
pub(crate) fn build_engine_into(project: &Project, tools: &Toolbox, folder: &Path) -> anyhow::Result<()> {
    Module { features: &["--features", "bench"], ..ENGINE }.build_into(project, tools, folder)
}

impl Module {
    fn build_into(&self, project: &Project, tools: &Toolbox, folder: &Path) -> anyhow::Result<()> {
        let arguments = ["build", "--profile", self.profile, "-p", self.package, "--target", TARGET];
        let flags = page::remapped_paths(project).chain(["-Ctarget-feature=+simd128".to_owned()]);
        Run::new(&format!("building {}", self.package), "cargo", arguments)
            .and(self.features)
            .folder(project.root())
            .env("CARGO_ENCODED_RUSTFLAGS", flags.collect::<Vec<_>>().join("\u{1f}"))
            .within(minutes(20))
            .wait()?;
        let name = format!("{}.wasm", self.package.replace('-', "_"));
        let built = project.target().join(TARGET).join(self.profile).join(name);
        let bindgen = tools.path(Part::WasmBindgen)?;
        Run::new(&format!("binding {}", self.package), bindgen, ["--target", "web", "--no-typescript"])
            .and(["--out-name", self.package, "--out-dir"])
            .and([folder, &built])
            .within(minutes(5))
            .wait()?;
        let Some(optimization) = self.optimization else { return Ok(()) };
        let wasm = folder.join(format!("{}_bg.wasm", self.package));
        Run::new(&format!("optimizing {}", self.package), tools.path(Part::Binaryen)?, [optimization])
            .and([&wasm, Path::new("-o"), &wasm])
            .within(minutes(10))
            .wait()
    }
}

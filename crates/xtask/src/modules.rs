//! Building the wasm modules that the page loads when it needs them.

use crate::page;
use crate::process::{Run, minutes};
use crate::project::Project;
use crate::setup::{Part, TARGET, Toolbox};
use anyhow::Context;
use std::fs;
use std::path::Path;

/// What building them needs.
pub(crate) const NEEDS: [Part; 2] = [Part::WasmTarget, Part::Binaryen];

/// A module of its own.
struct Module {
    package: &'static str,
    /// The Cargo profile: what is small, and what is quick.
    profile: &'static str,
    /// What wasm-opt is to aim at; none where it makes the file larger, as it is sent.
    aim: Option<&'static str>,
    flags: &'static [&'static str],
}

/// What the page loads for a long list.
const ENGINE: Module =
    Module { package: "offprint-engine", profile: "engine", aim: Some("-O3"), flags: &["-Ctarget-feature=+simd128"] };

/// What the page loads for a reference of a list that was swapped since it was built.
const FORMATTER: Module = Module { package: "offprint-references", profile: "page", aim: None, flags: &[] };

/// Instructions that every browser has that can run the page at all.
const FEATURES: [&str; 5] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-simd",
];

/// Builds the modules and writes them into a folder.
pub(crate) fn build_into(project: &Project, tools: &Toolbox, folder: &Path) -> anyhow::Result<()> {
    [ENGINE, FORMATTER].iter().try_for_each(|module| module.build_into(project, tools, folder))
}

/// Builds the engine alone.
pub(crate) fn build_engine_into(project: &Project, tools: &Toolbox, folder: &Path) -> anyhow::Result<()> {
    ENGINE.build_into(project, tools, folder)
}

impl Module {
    fn build_into(&self, project: &Project, tools: &Toolbox, folder: &Path) -> anyhow::Result<()> {
        let arguments = ["build", "--profile", self.profile, "-p", self.package, "--target", TARGET];
        let flags = page::remapped_paths(project).chain(self.flags.iter().map(|flag| (*flag).to_owned()));
        Run::new(&format!("building {}", self.package), "cargo", arguments)
            .folder(project.root())
            .env("CARGO_ENCODED_RUSTFLAGS", flags.collect::<Vec<_>>().join("\u{1f}"))
            .within(minutes(20))
            .wait()?;
        let name = format!("{}.wasm", self.package.replace('-', "_"));
        let built = project.target().join(TARGET).join(self.profile).join(name);
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let target = folder.join(format!("{}.wasm", self.package));
        let Some(aim) = self.aim else {
            fs::copy(&built, &target).with_context(|| format!("copying {}", built.display()))?;
            return Ok(());
        };
        let wasm_opt = tools.path(Part::Binaryen)?;
        let files = [aim.into(), built.into_os_string(), "-o".into(), target.into_os_string()];
        let arguments = FEATURES.map(Into::into).into_iter().chain(files);
        Run::new(&format!("optimising {}", self.package), wasm_opt, arguments).within(minutes(10)).wait()
    }
}

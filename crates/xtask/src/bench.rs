//! Measuring.

use crate::args::{BenchOptions, BenchSubject};
use crate::process::{Run, minutes};
use crate::project::Project;
use crate::setup::{self, Part};
use crate::{engine, page};
use std::ffi::OsString;
use std::path::{PathBuf, absolute};

/// Measures what was asked for: the page and the engine, written to BENCHMARKS.md, or citations.
pub(crate) fn run(project: &Project, options: &BenchOptions) -> anyhow::Result<()> {
    match options.subject {
        BenchSubject::Page => page_and_search(project, options),
        BenchSubject::Citations => citations(project),
    }
}

/// Compares references with those of citeproc-js, and writes these where a test reads them.
fn citations(project: &Project) -> anyhow::Result<()> {
    setup::ensure(project, &[Part::BenchPackages])?;
    let folder = project.bench().join("citations");
    let ours = project.target().join("references.json");
    let example = ["run", "--quiet", "--package", "offprint-references", "--example", "citations", "--"];
    let files = [folder.join("entries.json"), ours.clone()].map(PathBuf::into_os_string);
    Run::new("formatting", "cargo", example.map(OsString::from).into_iter().chain(files)).wait()?;
    Run::new("comparing", "node", [folder.join("compare.mjs").into_os_string(), ours.into_os_string()]).wait()
}

fn page_and_search(project: &Project, options: &BenchOptions) -> anyhow::Result<()> {
    page::build(project)?;
    let folder = project.target().join("bench/engine");
    engine::build(project, &folder)?;
    let tools = setup::ensure(project, &[Part::BenchPackages, Part::Browser])?;
    let mut arguments: Vec<OsString> = vec!["run.mjs".into(), "--engine".into(), folder.into_os_string()];
    if let Some(data) = &options.data {
        arguments.extend(["--data".into(), absolute(data)?.into_os_string()]);
    }
    arguments.extend(options.rest.iter().map(OsString::from));
    Run::new("measuring", "node", arguments)
        .folder(&project.bench())
        .env("CHROMIUM_PATH", tools.path(Part::Browser)?)
        .within(minutes(180))
        .wait()
}

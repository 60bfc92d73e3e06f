//! Measuring.

use crate::args::BenchOptions;
use crate::process::{Run, minutes};
use crate::project::Project;
use crate::setup::{self, Part};
use crate::{engine, page};
use std::ffi::OsString;
use std::path::absolute;

/// Builds the page and the engine, measures them and writes BENCHMARKS.md.
pub(crate) fn run(project: &Project, options: &BenchOptions) -> anyhow::Result<()> {
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

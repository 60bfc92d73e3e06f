//! What can be said on the command line.

use crate::suite::Step;
use clap::{Parser, Subcommand};
use std::path::PathBuf;

/// The project's own commands. Each installs what it needs and is missing.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) task: Task,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Task {
    /// Build the page and serve it on this machine, until Ctrl+C
    Serve(ServeOptions),
    /// Build the page into dist/, to be published at any URL
    Build,
    /// Build only the engine for long lists, with what the benchmark calls
    Engine(EngineOptions),
    /// Run every test, or the steps named
    Test(TestOptions),
    /// Compare what a first visit of dist/ loads with the size budgets
    Size,
    /// Measure the page and the engine beside others, and write BENCHMARKS.md
    Bench(BenchOptions),
    /// Let a monkey do ten thousand things to the built page, and look after each whether it shows the truth
    Soak,
    /// Check packages for known faults, licences, versions and sources; needs a network
    Audit(AuditOptions),
    /// Write the bills of materials of all that a release ships (CycloneDX)
    Sbom(SbomOptions),
    /// Build dist/ twice in two folders and name every file that is not the same
    Reproduce(ReproduceOptions),
    /// Install everything that the other commands need
    Setup,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ServeOptions {
    /// The port to listen on; the next free one is taken when it is in use
    #[arg(long, default_value_t = 8080)]
    pub(crate) port: u16,
    /// Serve dist/ as it is
    #[arg(long)]
    pub(crate) no_build: bool,
    /// Build for development, and again after each change: `trunk serve` with all that it needs
    #[arg(long, conflicts_with = "no_build")]
    pub(crate) watch: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct EngineOptions {
    /// The folder to write it into
    #[arg(long)]
    pub(crate) into: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(crate) struct TestOptions {
    /// The steps to run, in the order of the whole; all when none is named
    #[arg(value_enum)]
    pub(crate) steps: Vec<Step>,
    /// Go on after a failure with every step that does not build on the failed one
    #[arg(long)]
    pub(crate) keep_going: bool,
    /// Let `size` and `e2e` take dist/ as it is
    #[arg(long)]
    pub(crate) no_build: bool,
    /// Handed to the test runner of `core`, `page`, `wasm` or `e2e`
    #[arg(last = true)]
    pub(crate) rest: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct AuditOptions {
    /// Fail when something could not be checked
    #[arg(long)]
    pub(crate) strict: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct SbomOptions {
    /// The folder to write them into
    #[arg(long)]
    pub(crate) into: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ReproduceOptions {
    /// Build once only, and compare with this folder: an unpacked offprint-dist.zip of a release
    #[arg(long)]
    pub(crate) against: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum BenchSubject {
    Page,
    Citations,
}

#[derive(Debug, clap::Args)]
pub(crate) struct BenchOptions {
    /// What to measure: the page and its search, or citations beside those of citeproc-js
    #[arg(value_enum, default_value_t = BenchSubject::Page)]
    pub(crate) subject: BenchSubject,
    /// A folder with lists, pubs-1k.json and so on, also with .xz; without it they are generated
    #[arg(long)]
    pub(crate) data: Option<PathBuf>,
    /// Handed to bench/run.mjs, such as --sizes 1k,10k,100k --rounds 3 --only offprint,minisearch
    #[arg(last = true)]
    pub(crate) rest: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_well_formed() {
        Args::command().debug_assert();
    }

    #[test]
    fn arguments_after_two_dashes_are_for_the_runner() {
        let args = Args::try_parse_from(["x", "test", "e2e", "--", "--grep", "anchor"]).unwrap();
        let Task::Test(options) = args.task else { panic!("not a test: {args:?}") };
        assert_eq!(options.steps, [Step::E2e]);
        assert_eq!(options.rest, ["--grep", "anchor"]);
    }
}

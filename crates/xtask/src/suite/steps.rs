//! The steps of a test run.

use crate::page;
use crate::process::{Run, minutes};
use crate::project::Project;
use crate::setup::{CHROMIUM_PATH, Part, TARGET, Toolbox};
use crate::size;
use clap::ValueEnum;

/// One step, by the name that `cargo xtask test` knows it by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Step {
    /// Formatting
    Format,
    /// Clippy, with warnings as errors
    Lint,
    /// Tests of core, cli and xtask
    Core,
    /// Tests of the page's views, natively
    Page,
    /// Tests of core as wasm
    Wasm,
    /// The page
    Build,
    /// Size budgets
    Size,
    /// End-to-end and accessibility tests in a browser
    E2e,
}

/// The packages that run natively.
const NATIVE: [&str; 12] = [
    "-p",
    "offprint-core",
    "-p",
    "offprint-engine",
    "-p",
    "offprint-formulas",
    "-p",
    "offprint-references",
    "-p",
    "offprint-cli",
    "-p",
    "xtask",
];

const PAGE_NATIVELY: [&str; 4] = ["-p", "offprint-page", "--features", "ssr"];

const PAGE_AS_WASM: [&str; 6] = ["-p", "offprint-page", "--features", "csr", "--target", TARGET];

/// What the runner of wasm tests is told to Cargo by.
const RUNNER: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER";

impl Step {
    /// All steps, the quickest to fail first.
    pub(crate) const ALL: [Self; 8] =
        [Self::Format, Self::Lint, Self::Core, Self::Page, Self::Wasm, Self::Build, Self::Size, Self::E2e];

    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Format => "formatting",
            Self::Lint => "lints",
            Self::Core => "tests of core, cli and xtask",
            Self::Page => "tests of the page, natively",
            Self::Wasm => "tests of core, as wasm",
            Self::Build => "build of the page",
            Self::Size => "size budgets",
            Self::E2e => "end-to-end and accessibility tests",
        }
    }

    pub(super) fn reads_dist(self) -> bool {
        matches!(self, Self::Size | Self::E2e)
    }

    pub(crate) fn needs(self) -> &'static [Part] {
        match self {
            Self::Format | Self::Core | Self::Page | Self::Size => &[],
            Self::Lint => &[Part::WasmTarget],
            Self::Wasm => &[Part::WasmTarget, Part::WasmBindgen],
            Self::Build => &page::NEEDS,
            Self::E2e => &[Part::TestPackages, Part::Browser],
        }
    }

    pub(super) fn run(self, project: &Project, tools: &Toolbox, rest: &[String]) -> anyhow::Result<()> {
        match self {
            Self::Format => self.cargo(project, &["fmt", "--all", "--check"], &[]).wait(),
            Self::Lint => self.lint(project),
            Self::Core => self.cargo(project, &[&["test"][..], &NATIVE].concat(), rest).wait(),
            Self::Page => self.cargo(project, &[&["test"][..], &PAGE_NATIVELY].concat(), rest).wait(),
            Self::Wasm => self.wasm(project, tools, rest),
            Self::Build => page::build_with(project, tools),
            Self::Size => size::check(&project.dist()),
            Self::E2e => playwright(project, tools, rest)?.wait(),
        }
    }

    fn cargo(self, project: &Project, arguments: &[&str], rest: &[String]) -> Run {
        let arguments = arguments.iter().copied().chain(rest.iter().map(String::as_str));
        Run::new(self.title(), "cargo", arguments).folder(project.root())
    }

    fn lint(self, project: &Project) -> anyhow::Result<()> {
        let all = ["--all-targets"];
        let natively = [&PAGE_NATIVELY[..], &all].concat();
        for packages in [[&NATIVE[..], &all].concat(), PAGE_AS_WASM.to_vec(), natively] {
            let arguments = [&["clippy"][..], &packages, &["--", "-D", "warnings"]].concat();
            self.cargo(project, &arguments, &[]).wait()?;
        }
        Ok(())
    }

    /// In Node.js: what differs from the native run is the size of `usize` and the like, and no
    /// browser is needed to see it.
    fn wasm(self, project: &Project, tools: &Toolbox, rest: &[String]) -> anyhow::Result<()> {
        let runner = tools.path(Part::WasmBindgen)?.with_file_name("wasm-bindgen-test-runner");
        let arguments = ["test", "-p", "offprint-core", "--target", TARGET, "--test", "wasm"];
        self.cargo(project, &arguments, rest).env(RUNNER, runner).wait()
    }
}

/// Returns the end-to-end tests of dist/ in the browser.
///
/// # Errors
/// When there is no browser.
pub(crate) fn playwright(project: &Project, tools: &Toolbox, rest: &[String]) -> anyhow::Result<Run> {
    let arguments = ["--no-install", "playwright", "test"];
    let arguments = arguments.into_iter().chain(rest.iter().map(String::as_str));
    let run = Run::new(Step::E2e.title(), "npx", arguments)
        .folder(&project.tests())
        .env("OFFPRINT_DIST", project.dist())
        .env("OFFPRINT", page::command(project))
        .env(CHROMIUM_PATH, tools.path(Part::Browser)?);
    Ok(run.within(minutes(25)))
}

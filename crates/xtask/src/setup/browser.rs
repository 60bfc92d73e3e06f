//! A browser of the Chromium family for the end-to-end tests.

use crate::process::{Run, answer, minutes, on_path};
use crate::project::Project;
use anyhow::{Context as _, bail};
use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Names it, and goes before everything that is found.
pub(crate) const VARIABLE: &str = "CHROMIUM_PATH";

const NAMES: [&str; 4] = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser"];

const MAC_APPLICATIONS: [&str; 2] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// Returns the one that is named, on `PATH`, among macOS's applications, or that Playwright installed.
pub(super) fn find(project: &Project) -> Option<PathBuf> {
    if let Some(named) = env::var_os(VARIABLE).filter(|named| !named.is_empty()) {
        return works(Path::new(&named)).then(|| PathBuf::from(named));
    }
    let installed = NAMES.iter().flat_map(|name| on_path(name));
    let mut candidates = installed.chain(MAC_APPLICATIONS.map(PathBuf::from));
    candidates.find(|candidate| works(candidate)).or_else(|| playwrights_own(project))
}

/// Ubuntu's `chromium-browser` is a script that only tells to install a snap: it has no version.
fn works(browser: &Path) -> bool {
    browser.is_file() && answer(Command::new(browser).arg("--version")).is_some()
}

fn playwrights_own(project: &Project) -> Option<PathBuf> {
    let script = "import('@playwright/test').then(it => console.log(it.chromium.executablePath()))";
    let mut node = Command::new("node");
    node.args(["--eval", script])
        .current_dir(project.tests())
        .env("PLAYWRIGHT_BROWSERS_PATH", playwright_folder(project));
    let path = PathBuf::from(answer(&mut node)?);
    works(&path).then_some(path)
}

fn playwright_folder(project: &Project) -> PathBuf {
    project.cache().join("browsers")
}

/// Debian's package for root on Debian, else Playwright's build in the cache.
pub(super) fn install(project: &Project) -> anyhow::Result<()> {
    if let Some(named) = env::var_os(VARIABLE).filter(|named| !named.is_empty()) {
        let named = named.display();
        bail!("{VARIABLE} names {named}, which is not there or does not run");
    }
    let root = answer(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    let result = if root && is_debian() { from_debian() } else { from_playwright(project, root) };
    result.with_context(|| {
        format!(
            "no Chromium was found and none could be installed: install one, for example with \
             `apt-get install chromium` or `brew install --cask chromium`, or set {VARIABLE}"
        )
    })
}

/// Ubuntu is no Debian here: its package of that name is an empty one.
fn is_debian() -> bool {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    release.lines().any(|line| line == "ID=debian") && !on_path("apt-get").is_empty()
}

fn from_debian() -> anyhow::Result<()> {
    let run = |arguments: &[&str]| {
        Run::new("installing Chromium", "apt-get", arguments)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .within(minutes(15))
            .wait()
    };
    run(&["update", "--quiet"])?;
    run(&["install", "--quiet", "--yes", "--no-install-recommends", "chromium", "fonts-liberation"])
}

fn from_playwright(project: &Project, root: bool) -> anyhow::Result<()> {
    let libraries = if root { &["--with-deps"][..] } else { &[] };
    let arguments = ["playwright", "install", "chromium"].iter().chain(libraries);
    Run::new("installing Chromium", "npx", arguments.map(OsStr::new))
        .folder(&project.tests())
        .env("PLAYWRIGHT_BROWSERS_PATH", playwright_folder(project))
        .within(minutes(15))
        .wait()
}

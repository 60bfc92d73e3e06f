//! Whether anybody who builds the page gets the same bytes.

mod compare;
mod leaks;

use crate::args::ReproduceOptions;
use crate::process::{Run, answer, minutes};
use crate::project::Project;
use anyhow::{Context as _, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, id};
use std::{env, fs};

/// A folder to build in, and the time zone to build in there: neither may be seen in what is built.
type Place = (&'static str, &'static str);

const ONE: Place = ("one", "UTC");
const OTHER: Place = ("another/folder/far-down", "Pacific/Chatham");

/// Builds dist/ in two copies of the checkout, or in one to compare with a dist/ that is there, and compares all files byte
/// by byte.
///
/// # Errors
/// When a build fails, a file differs, or one names a folder of this machine; then the copies are left to be looked at.
pub(crate) fn run(project: &Project, options: &ReproduceOptions) -> anyhow::Result<()> {
    let scratch = env::temp_dir().join(format!("offprint-reproduce-{}", id()));
    let places = if options.against.is_some() { &[OTHER][..] } else { &[OTHER, ONE] };
    // Both before the first build, so that a change made meanwhile is in neither.
    places.iter().try_for_each(|(folder, _)| copy_checkout(project, &scratch.join(folder)))?;
    let built =
        places.iter().map(|(folder, zone)| build(&scratch.join(folder), zone)).collect::<Result<Vec<_>, _>>()?;
    let mut folders = built.iter().chain(&options.against);
    if let (Some(one), Some(other)) = (folders.next(), folders.next()) {
        report(one, other)?;
    }
    fs::remove_dir_all(&scratch).with_context(|| format!("removing {}", scratch.display()))
}

fn report(one: &Path, other: &Path) -> anyhow::Result<()> {
    let (differences, leaks) = (compare::folders(one, other)?, leaks::named_in(one)?);
    if !differences.is_empty() {
        bail!("{} and {} are not the same:\n  {}", one.display(), other.display(), differences.join("\n  "));
    }
    if !leaks.is_empty() {
        bail!("folders of this machine are in {}:\n  {}", one.display(), leaks.join("\n  "));
    }
    println!("All {} files of dist/ are the same, byte by byte.", compare::files(one)?.len());
    Ok(())
}

/// Builds a copy as anybody would, and gives its dist/.
fn build(root: &Path, zone: &str) -> anyhow::Result<PathBuf> {
    println!("Building in {}", root.display());
    let target = root.join("target");
    Run::new("building a copy", "cargo", ["xtask", "build"])
        .folder(root)
        .env("CARGO_TARGET_DIR", &target)
        .env("TZ", zone)
        // The page of a release has relative URLs only.
        .without_env("OFFPRINT_BASE_URL")
        .within(minutes(60))
        .wait()?;
    fs::remove_dir_all(&target).with_context(|| format!("removing {}", target.display()))?;
    Ok(root.join("dist"))
}

/// Copies the files that Git knows or would add, as they are now.
fn copy_checkout(project: &Project, folder: &Path) -> anyhow::Result<()> {
    let arguments = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let listed = answer(Command::new("git").args(arguments).current_dir(project.root()));
    let listed = listed.context("`git ls-files` failed: reproducing needs Git and a checkout made by it")?;
    let names = listed.split('\0').filter(|name| !name.is_empty());
    for name in names.filter(|name| project.root().join(name).is_file()) {
        let copy = folder.join(name);
        let parent = copy.parent().unwrap_or(folder);
        fs::create_dir_all(parent).with_context(|| format!("cannot make {}", parent.display()))?;
        fs::copy(project.root().join(name), &copy).with_context(|| format!("copying {name}"))?;
    }
    Ok(())
}

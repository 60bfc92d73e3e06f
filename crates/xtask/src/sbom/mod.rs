//! Bills of materials: what is in each thing that a release ships, in CycloneDX's form.

mod document;
mod lock;
mod tree;

use crate::project::Project;
use crate::setup::TARGET;
use anyhow::Context as _;
use std::fs;
use std::path::Path;
use tree::Tree;

/// One thing that is shipped.
struct Artefact {
    /// Its name without `offprint-`, as in the release.
    name: &'static str,
    package: &'static str,
    features: &'static str,
    target: &'static str,
}

const PAGE: Artefact = Artefact { name: "page", package: "offprint-page", features: "csr", target: TARGET };
const ENGINE: Artefact = Artefact { name: "engine", package: "offprint-engine", features: "", target: TARGET };
const FORMULAS: Artefact = Artefact { name: "formulas", package: "offprint-formulas", features: "", target: TARGET };
const REFERENCES: Artefact =
    Artefact { name: "references", package: "offprint-references", features: "", target: TARGET };

/// What the command is released for; the workflow of releases names the same.
const COMMAND_TARGETS: [&str; 5] = [
    "x86_64-unknown-linux-musl",
    "aarch64-unknown-linux-musl",
    "aarch64-apple-darwin",
    "x86_64-apple-darwin",
    "x86_64-pc-windows-msvc",
];

fn command(target: &'static str) -> Artefact {
    Artefact { name: target, package: "offprint-cli", features: "", target }
}

/// Writes one file for each artefact. The same lock file gives the same bytes: no date and no random number is in them.
pub(crate) fn write(project: &Project, into: &Path) -> anyhow::Result<()> {
    let checksums = lock::checksums(&read(&project.root().join("Cargo.lock"))?)?;
    let toolchain = lock::toolchain(&read(&project.root().join("rust-toolchain.toml"))?)?;
    fs::create_dir_all(into).with_context(|| format!("cannot make {}", into.display()))?;
    for artefact in [PAGE, ENGINE, FORMULAS, REFERENCES].into_iter().chain(COMMAND_TARGETS.map(command)) {
        let tree = Tree::ask(project, &artefact)?;
        let text = document::write(&artefact, &tree, &checksums, &toolchain)?;
        let file = into.join(format!("offprint-{}.cdx.json", artefact.name));
        fs::write(&file, text).with_context(|| format!("writing {}", file.display()))?;
        println!("{} names {} packages", file.display(), tree.packages.len() - 1);
    }
    Ok(())
}

fn read(file: &Path) -> anyhow::Result<String> {
    fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_is_released_for_these_systems() {
        let workflow = include_str!("../../../../.github/workflows/release.yml");
        let targets = workflow.lines().filter_map(|line| line.split_once(" target: ")).map(|(_, target)| target);
        let targets: Vec<_> = targets.map(|target| target.trim_end_matches(" }")).collect();
        assert_eq!(targets, COMMAND_TARGETS);
    }
}

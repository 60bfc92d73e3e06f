//! Building the page, by Trunk.

use crate::process::{Run, minutes, path_with};
use crate::project::Project;
use crate::setup::{self, Part, TARGET, Toolbox};
use anyhow::Context as _;
use std::path::PathBuf;
use std::time::Duration;
use std::{env, fs};
use toml::{Table, Value};

/// What a build of the page needs.
pub(crate) const NEEDS: [Part; 4] = [Part::WasmTarget, Part::Trunk, Part::WasmBindgen, Part::Binaryen];

/// Separates the flags in `CARGO_ENCODED_RUSTFLAGS`.
const SEPARATOR: &str = "\u{1f}";

/// Installs what is missing and builds `dist/`.
pub(crate) fn build(project: &Project) -> anyhow::Result<()> {
    build_with(project, &setup::ensure(project, &NEEDS)?)
}

/// Builds `dist/`. Trunk.toml and index.html say what it consists of.
pub(crate) fn build_with(project: &Project, tools: &Toolbox) -> anyhow::Result<()> {
    build_command(project)?;
    trunk(project, tools, "building the page", &["build", "--release"])?
        .env("OFFPRINT", command(project))
        .env("CARGO_ENCODED_RUSTFLAGS", published_flags(project)?.join(SEPARATOR))
        .within(minutes(45))
        .wait()
}

/// Serves the page as it is developed, and builds it again after each change, until the process ends.
pub(crate) fn watch(project: &Project, port: u16) -> anyhow::Result<()> {
    let tools = setup::ensure(project, &NEEDS)?;
    trunk(project, &tools, "serving the page", &["serve", "--port", &port.to_string()])?.within(Duration::MAX).wait()
}

/// Runs Trunk with the tools that it would download otherwise on its `PATH`.
fn trunk(project: &Project, tools: &Toolbox, step: &str, arguments: &[&str]) -> anyhow::Result<Run> {
    let helpers = [tools.path(Part::Binaryen)?, tools.path(Part::WasmBindgen)?];
    let run = Run::new(step, tools.path(Part::Trunk)?, arguments)
        .folder(project.root())
        .env("PATH", path_with(helpers)?)
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // Trunk reads it as one of its own options and refuses the customary "1".
        .without_env("NO_COLOR");
    Ok(run)
}

/// Builds the command `offprint`, which completes the page.
fn build_command(project: &Project) -> anyhow::Result<()> {
    Run::new("building the command", "cargo", ["build", "-p", "offprint-cli"])
        .folder(project.root())
        .within(minutes(20))
        .wait()
}

/// Returns where the command `offprint` is once it is built.
pub(crate) fn command(project: &Project) -> PathBuf {
    project.target().join("debug").join(format!("offprint{}", env::consts::EXE_SUFFIX))
}

/// Returns the compiler flags of published wasm: those of `.cargo/config.toml`, which the environment would replace, and
/// those that take the folders of this machine out of panic messages, so that every machine builds the same bytes.
pub(crate) fn published_flags(project: &Project) -> anyhow::Result<Vec<String>> {
    let file = project.root().join(".cargo/config.toml");
    let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    let configured = configured_flags(&text).with_context(|| format!("reading {}", file.display()))?;
    Ok(configured.into_iter().chain(remapped_paths(project)).collect())
}

fn configured_flags(config: &str) -> anyhow::Result<Vec<String>> {
    let config: Table = config.parse()?;
    let flags = config.get("target").and_then(|targets| targets.get(TARGET)?.get("rustflags")?.as_array());
    let flags = flags.with_context(|| format!("it has no target.{TARGET}.rustflags"))?;
    Ok(flags.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// Returns flags that shorten the paths of sources outside of the checkout: those of packages, and those of Rust's own
/// library where they are installed. A folder that cannot be found needs no flag.
fn remapped_paths(project: &Project) -> impl Iterator<Item = String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let sources = home.unwrap_or_default().join("registry/src");
    let registries = fs::read_dir(sources).into_iter().flatten().flatten().map(|registry| registry.path());
    registries.chain(setup::library_sources(project)).map(|folder| format!("--remap-path-prefix={}=", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flags_of_the_configuration_are_read() {
        let config = include_str!("../../../.cargo/config.toml");
        assert!(configured_flags(config).unwrap().contains(&"--cfg=erase_components".to_owned()));
        assert!(configured_flags("[alias]\n").is_err());
    }
}

//! Rust for wasm. The toolchain itself, pinned in rust-toolchain.toml, is there: it runs this.

use crate::process::{Run, answer, minutes, on_path};
use crate::project::Project;
use anyhow::bail;
use std::path::PathBuf;
use std::process::Command;

/// The target that the page is built for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Where the sources of Rust are in a toolchain that has them.
const SOURCES: &str = "lib/rustlib/src/rust";

/// Returns the folder of the target's standard library. Asking the compiler finds one that came with a distribution, without
/// rustup, as well.
pub(super) fn find(project: &Project) -> Option<PathBuf> {
    folder(project, &["--print", "target-libdir", "--target", TARGET]).filter(|library| library.is_dir())
}

/// Returns the folder of Rust's own sources, seen from which they are `library/core/…`.
pub(crate) fn library_sources(project: &Project) -> Option<PathBuf> {
    Some(folder(project, &["--print", "sysroot"])?.join(SOURCES))
}

fn folder(project: &Project, arguments: &[&str]) -> Option<PathBuf> {
    let mut rustc = Command::new("rustc");
    rustc.args(arguments).current_dir(project.root());
    answer(&mut rustc).map(PathBuf::from)
}

pub(super) fn install(project: &Project) -> anyhow::Result<()> {
    if on_path("rustup").is_empty() {
        bail!(
            "the Rust target {TARGET} is missing and there is no rustup to add it: install rustup, \
             or the target's standard library from where this Rust came"
        );
    }
    Run::new("adding the wasm target", "rustup", ["target", "add", TARGET])
        .folder(project.root())
        .within(minutes(15))
        .wait()
}

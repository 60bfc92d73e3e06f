//! Rust for wasm. The toolchain itself, pinned in rust-toolchain.toml, is there: it runs this.

use crate::process::{Run, answer, minutes, on_path};
use crate::project::Project;
use anyhow::bail;
use std::path::PathBuf;
use std::process::Command;

/// The target that the page is built for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// The folder of the target's standard library. Asking the compiler finds one that came with a
/// distribution, without rustup, as well.
pub(super) fn find(project: &Project) -> Option<PathBuf> {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "target-libdir", "--target", TARGET]);
    let folder = PathBuf::from(answer(rustc.current_dir(project.root()))?);
    folder.is_dir().then_some(folder)
}

pub(super) fn install(project: &Project) -> anyhow::Result<()> {
    if on_path("rustup").is_empty() {
        bail!(
            "the Rust target {TARGET} is missing and there is no rustup to add it: install rustup, \
             or the target's standard library from where this Rust came"
        );
    }
    Run::new(
        "adding the wasm target",
        "rustup",
        ["target", "add", TARGET],
    )
    .folder(project.root())
    .within(minutes(15))
    .wait()
}

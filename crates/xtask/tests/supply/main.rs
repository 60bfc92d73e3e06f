//! What the project builds on is named with its reason, and comes from where it should. No network is needed to see that.

#![allow(clippy::unwrap_used, reason = "what cannot be read has failed")]

mod document;
mod packages;
mod workflows;

use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(file: &str) -> String {
    std::fs::read_to_string(root().join(file)).unwrap()
}

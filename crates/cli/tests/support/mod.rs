//! What the tests of the command share; each of them uses a part.
#![allow(dead_code, clippy::expect_used, reason = "each test takes what it needs, and fails where it cannot run")]

use std::path::PathBuf;

use assert_cmd::Command;
use serde_json::Value;

/// Returns the command, with arguments.
pub(crate) fn offprint<A: AsRef<std::ffi::OsStr>>(args: impl IntoIterator<Item = A>) -> Command {
    let mut command = Command::cargo_bin("offprint").expect("the binary is built");
    command.args(args);
    command
}

/// Returns a file of `tests/data`.
pub(crate) fn data(name: &str) -> String {
    format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// A list in a folder of its own.
pub(crate) struct List {
    folder: tempfile::TempDir,
}

impl List {
    /// Returns a list that is not there yet.
    pub(crate) fn none() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    /// Returns a list with this text.
    pub(crate) fn of(text: &str) -> Self {
        let list = Self::none();
        std::fs::write(list.path(), text).expect("written");
        list
    }

    /// Returns where it is.
    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("publications.json")
    }

    /// Returns what it holds.
    pub(crate) fn text(&self) -> String {
        std::fs::read_to_string(self.path()).expect("the list")
    }

    /// Returns its entries.
    pub(crate) fn entries(&self) -> Vec<Value> {
        let list: Value = serde_json::from_str(&self.text()).expect("JSON");
        list["publications"].as_array().expect("entries").clone()
    }
}

//! What the tests of the command share.

use std::path::PathBuf;

use assert_cmd::Command;
use serde_json::Value;

/// The command, with arguments.
pub fn offprint<A: AsRef<std::ffi::OsStr>>(args: impl IntoIterator<Item = A>) -> Command {
    let mut command = Command::cargo_bin("offprint").expect("the binary is built");
    command.args(args);
    command
}

/// A file of `tests/data`.
#[allow(dead_code)]
pub fn data(name: &str) -> String {
    format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// A list in a folder of its own.
#[allow(dead_code)]
pub struct List {
    folder: tempfile::TempDir,
}

#[allow(dead_code)]
impl List {
    /// A list that is not there yet.
    pub fn none() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    /// A list with this text.
    pub fn of(text: &str) -> Self {
        let list = Self::none();
        std::fs::write(list.path(), text).expect("written");
        list
    }

    /// Where it is.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("publications.json")
    }

    /// What it holds.
    pub fn text(&self) -> String {
        std::fs::read_to_string(self.path()).expect("the list")
    }

    /// Its entries.
    pub fn entries(&self) -> Vec<Value> {
        let list: Value = serde_json::from_str(&self.text()).expect("JSON");
        list["publications"].as_array().expect("entries").clone()
    }
}

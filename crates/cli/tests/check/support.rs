//! Running the command.

use assert_cmd::Command;

/// The command `offprint check`.
pub(crate) fn check() -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("offprint"));
    command.arg("check");
    command
}

/// Runs it in a folder of its own with these arguments on a file `x.json`; gives exit code and standard output.
pub(crate) fn run(source: &[u8], arguments: &[&str]) -> (i32, String) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("x.json"), source).unwrap();
    let output = check().args(arguments).arg("x.json").current_dir(folder.path()).output().unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
}

/// What is said of a file.
pub(crate) fn said(source: &str) -> (i32, String) {
    run(source.as_bytes(), &[])
}

/// The path of a file of the project.
pub(crate) fn project(path: &str) -> String {
    format!("{}/../../{path}", env!("CARGO_MANIFEST_DIR"))
}

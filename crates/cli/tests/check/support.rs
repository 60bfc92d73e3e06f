//! Running the command.

use assert_cmd::Command;

/// Returns the command `offprint check`.
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

/// Returns what is said of a file.
pub(crate) fn said(source: &str) -> (i32, String) {
    run(source.as_bytes(), &[])
}

/// Returns the path of a file of the project.
pub(crate) fn project(path: &str) -> String {
    format!("{}/../../{path}", env!("CARGO_MANIFEST_DIR"))
}

/// Returns the findings of a file, each as "severity code line:column".
pub(crate) fn found(source: &str) -> Vec<String> {
    let (_, text) = run(source.as_bytes(), &["--format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&text).unwrap();
    let problems = document["files"][0]["problems"].as_array().unwrap().iter();
    let word = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    problems
        .map(|it| format!("{} {} {}:{}", word(&it["severity"]), word(&it["code"]), it["line"], it["column"]))
        .collect()
}

/// Returns a list of one sound entry that has these members too.
pub(crate) fn entry_with(members: &str) -> String {
    format!("[{{\"id\": \"a\", \"title\": \"A\", \"author\": [\"Ada Byron\"], {members}}}]")
}

//! The files of the page in the script of the element, as `offprint prerender` writes them.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test that cannot run its command has failed")]

use std::fs;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

const INDEX: &str = r#"<!doctype html><html><head><meta charset=utf-8><title>x</title>
<link rel=stylesheet href=site.css><link rel=stylesheet href=./offprint-1.css integrity=sha384-old>
<link rel=modulepreload href=./offprint-page-1.js><link rel=preload href=https://cdn.example/offprint-page-1_bg.wasm as=fetch integrity=sha384-far>
</head><body><main></main></body></html>"#;

const SCRIPT: &str = "// The element.\nconst FILES = {};\nuse(FILES);\n";

fn site(script: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("data")).expect("a folder in it");
    let files = [
        ("index.html", INDEX),
        ("data/publications.json", "[]"),
        ("offprint.js", script),
        ("offprint-1.css", "p{}"),
        ("offprint-page-1.js", "1"),
        ("offprint-engine.js", "2"),
    ];
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    folder
}

/// Runs the command and returns the script that it wrote.
fn prerender(folder: &TempDir) -> String {
    let mut command = Command::cargo_bin("offprint").expect("the command");
    command.arg("prerender").arg(folder.path()).env_remove("OFFPRINT_BASE_URL").assert().success();
    fs::read_to_string(folder.path().join("offprint.js")).expect("the script")
}

fn files(script: &str) -> Value {
    let line = script.lines().find_map(|line| line.strip_prefix("const FILES = ")).expect("the files");
    serde_json::from_str(line.trim_end_matches(';')).expect("JSON")
}

#[test]
fn the_script_names_the_files_of_the_page_with_their_hashes() {
    let folder = site(SCRIPT);
    let script = prerender(&folder);
    assert!(script.starts_with("// The element.\n") && script.ends_with(";\nuse(FILES);\n"), "{script}");
    let files = files(&script);
    assert_eq!(files["script"]["url"], "./offprint-page-1.js");
    assert_eq!(files["styles"]["url"], "./offprint-1.css", "not the site's own");
    let hash = |file: &str| files[file]["integrity"].as_str().expect("a hash").to_owned();
    assert!(hash("script").starts_with("sha384-") && hash("styles") != "sha384-old", "{files}");
    assert_eq!(hash("wasm"), "sha384-far", "of a file elsewhere the page says it");
    assert_eq!(files["modules"].as_object().expect("modules").keys().collect::<Vec<_>>(), ["offprint-engine.js"]);
}

#[test]
fn a_later_run_renews_them() {
    let folder = site(SCRIPT);
    let script = prerender(&folder);
    assert_eq!(prerender(&folder), script);
    fs::write(folder.path().join("offprint-1.css"), "p{margin:0}").expect("a file");
    assert_ne!(files(&prerender(&folder))["styles"], files(&script)["styles"]);
}

#[test]
fn a_script_without_a_place_for_them_is_an_error() {
    let folder = site("use(FILES);\n");
    let mut command = Command::cargo_bin("offprint").expect("the command");
    let assert = command.arg("prerender").arg(folder.path()).env_remove("OFFPRINT_BASE_URL").assert().code(2);
    let said = String::from_utf8_lossy(&assert.get_output().stderr).into_owned();
    assert!(said.contains("offprint.js") && said.contains("const FILES = "), "{said}");
}

//! The service worker that `offprint prerender` writes.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test that cannot run its command has failed")]

use std::fs;

use assert_cmd::Command;
use tempfile::TempDir;

const INDEX: &str = r#"<!doctype html><html><head><meta charset=utf-8><title>x</title>
<link rel=stylesheet href=./a.css><link rel=stylesheet href=https://far.example/b.css><link rel=modulepreload href=./a.js>
<link rel=preload href=./gone.wasm as=fetch></head><body><main></main></body></html>"#;

fn site() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("data")).expect("a folder in it");
    let list = r#"{"abstracts": "texts.json", "publications": [{"id": "a", "title": "A"}]}"#;
    let files = [
        ("index.html", INDEX),
        ("data/publications.json", list),
        ("data/texts.json", "{}"),
        ("a.css", "p{}"),
        ("a.js", "1"),
    ];
    for (name, text) in files.into_iter().chain([("offprint-engine_bg.wasm", "engine")]) {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    folder
}

/// Runs the command; the worker and the page that it wrote.
fn prerender(folder: &TempDir) -> (String, String) {
    let mut command = Command::cargo_bin("offprint").expect("the command");
    command.arg("prerender").arg(folder.path()).env_remove("OFFPRINT_BASE_URL").assert().success();
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("a file");
    (read("offprint-sw.js"), read("index.html"))
}

#[test]
fn it_knows_the_files_of_the_page_by_their_hashes_and_what_the_page_reads() {
    let (worker, index) = prerender(&site());
    let (files, read) = (worker.lines().next().unwrap(), worker.lines().nth(1).unwrap());
    let names: Vec<&str> = files.split('"').filter(|part| part.starts_with("./")).collect();
    assert_eq!(names, ["./", "./a.css", "./a.js"], "what is not there, or elsewhere, is not of the version");
    assert_eq!(files.matches("sha384-").count(), 3);
    let start = r#"const READ = ["data/publications.json","data/texts.json","offprint-engine_bg.wasm?v=sha384-"#;
    assert!(read.starts_with(start) && read.matches(".wasm").count() == 1, "{read}");
    assert!(!worker.contains("VERSION") && !worker.contains("\n//"), "{worker}");
    assert!(index.contains(r#"<meta name="offprint-engine_bg.wasm" content="sha384-"#), "{index}");
    assert!(!index.contains(r#"name="offprint-references_bg.wasm""#), "there is none: {index}");
}

#[test]
fn another_version_is_another_worker_and_another_run_is_none() {
    let folder = site();
    let (worker, index) = prerender(&folder);
    assert_eq!(prerender(&folder), (worker.clone(), index.clone()));
    fs::write(folder.path().join("a.js"), "2").unwrap();
    fs::write(folder.path().join("offprint-engine_bg.wasm"), "another engine").unwrap();
    let (next, next_index) = prerender(&folder);
    assert_ne!(next, worker);
    assert_ne!(next_index, index);
    let names = |worker: &str| worker.lines().find(|line| line.starts_with("const version")).map(str::to_owned);
    assert_ne!(names(&next), names(&worker), "what is kept of one never serves the other");
}

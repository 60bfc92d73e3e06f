//! The service worker, which answers for the page where its server does not.

use std::fs;

use offprint_page::browser::engine::{ENGINE, FORMATTER};
use serde_json::{Map, Value, json};

use super::index::short;
use super::policy::{Found, integrity};
use super::site::Site;

/// Registers the worker, and says so where a copy is shown.
pub(super) const SCRIPT: &str = include_str!("offline.js");

const WORKER: &str = include_str!("worker.js");

/// Beside the page, since a worker is in charge of its own folder at most.
const FILE: &str = "offprint-sw.js";

/// Writes the worker of the page whose text this is, where data comes from these addresses.
///
/// # Errors
/// Where the system refuses.
pub(super) fn write(site: &Site, text: &str, found: &Found, data: &[String]) -> anyhow::Result<()> {
    let page = ("./".to_owned(), Value::String(integrity(text.as_bytes())));
    let file = |path: &String| {
        let bytes = fs::read(site.folder().join(path.trim_start_matches("./"))).ok()?;
        Some((path.clone(), Value::String(integrity(&bytes))))
    };
    let files: Map<String, Value> = [page].into_iter().chain(found.files.iter().filter_map(file)).collect();
    let read: Vec<&str> = data.iter().map(String::as_str).chain([ENGINE, FORMATTER]).collect();
    let files = json!(files).to_string();
    let version = integrity(files.as_bytes());
    let worker = short(WORKER)
        .replacen("FILES = {}", &format!("FILES = {files}"), 1)
        .replacen("READ = []", &format!("READ = {}", json!(read)), 1)
        .replacen("VERSION", &version, 1);
    site.write(FILE, &worker)
}

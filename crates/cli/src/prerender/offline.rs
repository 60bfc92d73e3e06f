//! The service worker, which answers for the page where its server does not.

use serde_json::{Map, Value, json};

use super::index::short;
use super::modules::{self, ModuleFile};
use super::policy::{Found, integrity};
use super::site::Site;

/// Registers the worker, and says where a copy is shown.
pub(super) const SCRIPT: &str = include_str!("offline.js");

const WORKER: &str = include_str!("worker.js");

/// Beside the page, since a worker controls its own folder at most.
const FILE: &str = "offprint-sw.js";

/// Writes the worker of the page whose text this is, where data comes from these URLs.
///
/// # Errors
/// Where the system refuses.
pub(super) fn write(site: &Site, text: &str, found: &Found, data: &[String]) -> anyhow::Result<()> {
    let mut files = Map::new();
    files.insert("./".to_owned(), Value::String(integrity(text.as_bytes())));
    for path in &found.files {
        if let Some(hash) = site.hash(path)? {
            files.insert(path.clone(), Value::String(hash));
        }
    }
    let read: Vec<String> = data.iter().cloned().chain(modules::files(site)?.iter().map(ModuleFile::url)).collect();
    let files = json!(files).to_string();
    let version = integrity(files.as_bytes());
    let worker = short(WORKER)
        .replacen("FILES = {}", &format!("FILES = {files}"), 1)
        .replacen("READ = []", &format!("READ = {}", json!(read)), 1)
        .replacen("VERSION", &version, 1);
    site.write(FILE, &worker)
}

//! The script of the element `<offprint-list>`, which loads files of the page by their names and hashes.

use anyhow::Context;
use serde_json::{Map, Value, json};

use super::modules;
use super::site::{Linked, Site};

/// The script, which keeps its name, as embed hosts name it.
const FILE: &str = "offprint.js";

/// How the line begins that names the files.
const LINE: &str = "const FILES = ";

/// Writes the files of the page into the script, where there is one.
///
/// # Errors
/// Where the script has no line for them, or the system refuses.
pub(super) fn write(site: &Site) -> anyhow::Result<()> {
    let (Some(script), Some(files)) = (site.read(FILE)?, files(site)?) else { return Ok(()) };
    let line = script.lines().find(|line| line.starts_with(LINE));
    let line = line.with_context(|| format!("{FILE}: expected a line that begins with `{LINE}`"))?;
    site.write(FILE, &script.replacen(line, &format!("{LINE}{files};"), 1))
}

/// Returns what the script loads: at once the page's script, wasm and styles, and the modules when they are needed.
fn files(site: &Site) -> anyhow::Result<Option<Value>> {
    let facts = &site.facts;
    let styles = facts.stylesheets.iter().find(|linked| linked.is_ours());
    let (Some(script), Some(wasm), Some(styles)) = (&facts.script, &facts.wasm, styles) else { return Ok(None) };
    let modules = modules::files(site)?.into_iter().map(|file| (file.name, Value::String(file.hash)));
    let modules: Map<String, Value> = modules.collect();
    Ok(Some(json!({
        "script": loaded(site, script)?,
        "wasm": loaded(site, wasm)?,
        "styles": loaded(site, styles)?,
        "modules": modules,
    })))
}

/// Returns a file with its hash: the one that it has, or the one that the page gives where the file is elsewhere.
fn loaded(site: &Site, linked: &Linked) -> anyhow::Result<Value> {
    let hash = site.hash(&linked.href)?.or_else(|| linked.integrity.clone());
    Ok(json!({ "url": linked.href, "integrity": hash.unwrap_or_default() }))
}

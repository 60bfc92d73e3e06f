//! The bill itself: CycloneDX 1.6 as JSON.

use super::Artefact;
use super::lock::Checksums;
use super::tree::{Id, Tree};
use serde_json::{Map, Value, json};

/// Licences of packages that hold more than their manifest says; deny.toml has the same.
const MORE_THAN_SAID: [(&str, &str); 1] = [
    // The citation styles.
    ("hayagriva", "(MIT OR Apache-2.0) AND CC-BY-SA-3.0"),
];

/// Writes the bill of an artefact.
pub(super) fn write(
    artefact: &Artefact,
    tree: &Tree,
    checksums: &Checksums,
    toolchain: &str,
) -> anyhow::Result<String> {
    let others = tree.packages.iter().filter(|(id, _)| **id != tree.root);
    let components = others.map(|(id, licence)| component("library", id, licence, checksums));
    let components: Vec<Value> = components.chain([standard_library(toolchain)]).collect();
    let bill = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": metadata(artefact, tree, checksums),
        "components": components,
        "dependencies": dependencies(tree, checksums, toolchain),
    });
    Ok(serde_json::to_string_pretty(&bill)? + "\n")
}

fn metadata(artefact: &Artefact, tree: &Tree, checksums: &Checksums) -> Value {
    let licence = tree.packages.get(&tree.root).map_or("", String::as_str);
    let features = if artefact.features.is_empty() { "default" } else { artefact.features };
    json!({
        "lifecycles": [{ "phase": "build" }],
        "tools": { "components": [{ "type": "application", "name": "cargo xtask sbom" }] },
        "component": component("application", &tree.root, licence, checksums),
        "properties": [
            { "name": "cargo:target", "value": artefact.target },
            { "name": "cargo:features", "value": features },
        ],
    })
}

/// Returns a package. Those of the workspace are in no registry, so they have neither a URL nor a checksum there.
fn component(kind: &str, id: &Id, licence: &str, checksums: &Checksums) -> Value {
    let (name, version) = id;
    let more = MORE_THAN_SAID.iter().find(|(package, _)| package == name);
    let licence = more.map_or(licence, |(_, licence)| licence);
    let mut component = Map::new();
    component.insert("type".into(), json!(kind));
    component.insert("bom-ref".into(), json!(reference(id, checksums)));
    component.insert("name".into(), json!(name));
    component.insert("version".into(), json!(version));
    if let Some(checksum) = checksums.get(id) {
        component.insert("hashes".into(), json!([{ "alg": "SHA-256", "content": checksum }]));
    }
    component.insert("licenses".into(), json!([{ "expression": licence }]));
    if checksums.contains_key(id) {
        component.insert("purl".into(), json!(reference(id, checksums)));
    }
    Value::Object(component)
}

/// Rust's own library is linked into everything; Cargo does not list it.
fn standard_library(toolchain: &str) -> Value {
    json!({
        "type": "library",
        "bom-ref": library_reference(toolchain),
        "name": "rust-std",
        "version": toolchain,
        "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        "purl": library_reference(toolchain),
    })
}

fn library_reference(toolchain: &str) -> String {
    format!("pkg:github/rust-lang/rust@{toolchain}")
}

/// Returns what a package is called within the bill: its URL as a package URL where it has one.
fn reference(id: &Id, checksums: &Checksums) -> String {
    let (name, version) = id;
    if !checksums.contains_key(id) {
        return format!("{name}@{version}");
    }
    // The one character of a version that a package URL must not hold as it is.
    format!("pkg:cargo/{name}@{}", version.replace('+', "%2B"))
}

fn dependencies(tree: &Tree, checksums: &Checksums, toolchain: &str) -> Vec<Value> {
    let library = library_reference(toolchain);
    let of_package = |id: &Id| {
        let needed = tree.needs.get(id).into_iter().flatten().map(|id| reference(id, checksums));
        let needed: Vec<String> = needed.chain([library.clone()]).collect();
        json!({ "ref": reference(id, checksums), "dependsOn": needed })
    };
    tree.packages.keys().map(of_package).chain([json!({ "ref": library })]).collect()
}

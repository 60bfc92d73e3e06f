//! Direct dependencies against their table, and where packages come from.

use crate::document::rows;
use crate::{read, root};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// The only place that packages of Rust come from.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Returns what the manifests say, each dependency with where it is used: `cli, core (tests)`.
fn in_manifests() -> BTreeMap<String, String> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(root())
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let mut uses: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in packages {
        let user = package["name"].as_str().unwrap().trim_start_matches("offprint-");
        for dependency in package["dependencies"].as_array().unwrap() {
            // One of our own has a path and no source.
            if dependency["source"].is_null() {
                continue;
            }
            let tests = if dependency["kind"] == "dev" { " (tests)" } else { "" };
            let name = dependency["name"].as_str().unwrap().to_owned();
            uses.entry(name).or_default().insert(format!("{user}{tests}"));
        }
    }
    uses.into_iter().map(|(name, users)| (name, Vec::from_iter(users).join(", "))).collect()
}

#[test]
fn each_direct_dependency_is_listed_with_its_users_and_none_is_listed_in_vain() {
    let listed: BTreeMap<_, _> = rows("Rust").into_iter().map(|(name, cells)| (name, cells[0].clone())).collect();
    let used = in_manifests();
    let names: BTreeSet<_> = listed.keys().chain(used.keys()).collect();
    let users = |users: &BTreeMap<_, String>, name| users.get(name).cloned().unwrap_or_else(|| "nothing".to_owned());
    let compared = names.into_iter().map(|name| (name, users(&listed, name), users(&used, name)));
    let wrong = compared.filter(|(_, listed, used)| listed != used);
    let wrong = wrong.map(|(name, listed, used)| format!("{name} is listed for {listed}, but is used in {used}"));
    let wrong: Vec<_> = wrong.collect();
    assert!(wrong.is_empty(), "correct docs/dependencies.md: {}", wrong.join("; "));
}

#[test]
fn each_package_from_npm_is_listed_and_pinned() {
    for folder in ["tests", "bench"] {
        let manifest: Value = serde_json::from_str(&read(&format!("{folder}/package.json"))).unwrap();
        let members = ["dependencies", "devDependencies"].map(|member| manifest[member].as_object());
        let direct: BTreeMap<_, _> = members.into_iter().flatten().flatten().collect();
        let listed = rows(&format!("npm: {folder}"));
        let wanted: BTreeSet<_> = direct.keys().map(|name| name.as_str()).collect();
        let names: BTreeSet<_> = listed.keys().map(String::as_str).collect();
        assert_eq!(names, wanted, "docs/dependencies.md (left) and {folder}/package.json (right) differ");
        for (name, version) in direct {
            let exact = version.as_str().unwrap().bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
            assert!(exact, "{folder}/package.json: {name} is to have one exact version");
        }
    }
}

#[test]
fn packages_come_from_the_registries_alone_and_are_known_by_their_hash() {
    let lock: toml::Table = read("Cargo.lock").parse().unwrap();
    for package in lock["package"].as_array().unwrap() {
        let Some(source) = package.get("source") else { continue };
        assert_eq!(source.as_str(), Some(REGISTRY), "{package:?}");
        assert!(package.get("checksum").is_some(), "{package:?}");
    }
    for folder in ["tests", "bench"] {
        let lock: Value = serde_json::from_str(&read(&format!("{folder}/package-lock.json"))).unwrap();
        for (path, package) in lock["packages"].as_object().unwrap().iter().filter(|(path, _)| !path.is_empty()) {
            assert!(package["integrity"].is_string(), "{folder}/package-lock.json: {path} has no hash");
            let elsewhere = package.get("resolved").or_else(|| package.get("link"));
            assert!(elsewhere.is_none(), "{folder}/package-lock.json: {path} names a place of its own: {elsewhere:?}");
        }
    }
}

#[test]
fn our_own_packages_are_the_only_ones_without_a_source() {
    let lock: toml::Table = read("Cargo.lock").parse().unwrap();
    let packages = lock["package"].as_array().unwrap();
    let own: Vec<_> =
        packages.iter().filter(|it| it.get("source").is_none()).map(|it| it["name"].as_str().unwrap()).collect();
    let wanted = [
        "offprint-cli",
        "offprint-core",
        "offprint-engine",
        "offprint-formulas",
        "offprint-page",
        "offprint-references",
        "xtask",
    ];
    assert_eq!(own, wanted);
}

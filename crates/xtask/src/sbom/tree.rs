//! The packages that are linked into an artefact, as `cargo tree` lists them.
//!
//! `cargo metadata` joins the features of the whole workspace; `cargo tree` takes those that a build of one package for one
//! target has, and leaves out what only runs during the build.

use super::Artefact;
use crate::process::answer;
use crate::project::Project;
use anyhow::Context as _;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// A package, by name and version.
pub(super) type Id = (String, String);

/// What is in an artefact.
#[derive(Debug, PartialEq)]
pub(super) struct Tree {
    /// The package that it is built from.
    pub(super) root: Id,
    /// All packages with their licences, the root among them.
    pub(super) packages: BTreeMap<Id, String>,
    /// What each needs.
    pub(super) needs: BTreeMap<Id, BTreeSet<Id>>,
}

impl Tree {
    pub(super) fn ask(project: &Project, artefact: &Artefact) -> anyhow::Result<Self> {
        let mut cargo = Command::new("cargo");
        cargo
            .args(["tree", "--locked", "--edges", "normal,no-proc-macro", "--prefix", "depth", "--format", "|{p}|{l}|"])
            .args(["--package", artefact.package, "--target", artefact.target, "--features", artefact.features])
            .current_dir(project.root());
        let said = answer(&mut cargo)
            .with_context(|| format!("{cargo:?} failed: run it in {} to see why", project.root().display()))?;
        Self::parse(&said).with_context(|| format!("{cargo:?} printed what is not understood"))
    }

    /// Reads lines such as `2|thiserror v2.0.21|MIT OR Apache-2.0|`, each below the nearest line of less depth. A package
    /// that was there before ends with `(*)` and is not gone into again.
    fn parse(said: &str) -> Option<Self> {
        let mut tree = Self { root: Id::default(), packages: BTreeMap::new(), needs: BTreeMap::new() };
        let mut above: Vec<Id> = Vec::new();
        for line in said.lines() {
            let mut parts = line.split('|');
            let depth: usize = parts.next()?.parse().ok()?;
            let mut words = parts.next()?.split(' ');
            let id = (words.next()?.to_owned(), words.next()?.trim_start_matches('v').to_owned());
            above.truncate(depth);
            match above.last() {
                Some(parent) => drop(tree.needs.entry(parent.clone()).or_default().insert(id.clone())),
                None => tree.root = id.clone(),
            }
            tree.packages.insert(id.clone(), licence(parts.next()?));
            above.push(id);
        }
        (!tree.packages.is_empty()).then_some(tree)
    }
}

/// Returns a licence as SPDX writes it; older packages have a slash for "or".
fn licence(written: &str) -> String {
    written.split('/').map(str::trim).collect::<Vec<_>>().join(" OR ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(name: &str, version: &str) -> Id {
        (name.to_owned(), version.to_owned())
    }

    #[test]
    fn a_tree_is_read_with_what_needs_what() {
        let said = "0|app v0.1.0 (/somewhere/app)|MIT OR Apache-2.0|\n1|a v1.2.0|MIT/Apache-2.0|\n2|c v3.0.0+x|Zlib|\n\
                    1|b v2.0.0|Unlicense / MIT|\n2|a v1.2.0|MIT/Apache-2.0| (*)";
        let tree = Tree::parse(said).unwrap();
        assert_eq!(tree.root, id("app", "0.1.0"));
        let licences: Vec<_> = tree.packages.iter().map(|((name, _), licence)| (&name[..], &licence[..])).collect();
        let wanted =
            [("a", "MIT OR Apache-2.0"), ("app", "MIT OR Apache-2.0"), ("b", "Unlicense OR MIT"), ("c", "Zlib")];
        assert_eq!(licences, wanted);
        assert_eq!(tree.needs[&id("app", "0.1.0")], [id("a", "1.2.0"), id("b", "2.0.0")].into());
        assert_eq!(tree.needs[&id("a", "1.2.0")], [id("c", "3.0.0+x")].into());
        assert_eq!(tree.needs[&id("b", "2.0.0")], [id("a", "1.2.0")].into());
        assert_eq!(Tree::parse("error: no such package"), None);
        assert_eq!(Tree::parse(""), None);
    }
}

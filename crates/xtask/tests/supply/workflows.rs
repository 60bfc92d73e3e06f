//! What the workflows may do, and which actions they run.

use crate::document::rows;
use crate::{read, root};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The workflow that labs copy. It pushes, so it keeps its credentials.
const FOR_LABS: &str = "docs/lab/publish.yml";

fn workflows() -> Vec<(String, String)> {
    let folder = ".github/workflows";
    let names = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().file_name());
    let ours = names.map(|name| format!("{folder}/{}", name.to_str().unwrap()));
    ours.chain([FOR_LABS.to_owned()]).map(|name| (name.clone(), read(&name))).collect()
}

#[test]
fn actions_are_named_by_commit_and_listed() {
    let mut used = BTreeMap::new();
    for (name, text) in workflows() {
        for line in text.lines().filter_map(|line| line.split_once("uses: ")).map(|(_, action)| action) {
            let (action, version) = line.split_once('@').unwrap();
            let (commit, tag) = version.split_once(" # v").unwrap_or_default();
            let is_commit = commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit());
            assert!(is_commit && tag.split('.').count() == 3, "{name}: `{line}` is to be ACTION@COMMIT # vA.B.C");
            // Also in the one for labs, which no bot looks at.
            let other = used.insert(action.to_owned(), version.to_owned()).unwrap_or_else(|| version.to_owned());
            assert_eq!(other, version, "{name}: {action} has another version in another workflow");
        }
    }
    let (listed, used): (BTreeSet<_>, _) = (rows("Actions").into_keys().collect(), used.into_keys().collect());
    assert_eq!(listed, used, "docs/dependencies.md (left) and the workflows (right) differ");
}

#[test]
fn a_job_may_only_read_unless_it_says_otherwise() {
    for (name, text) in workflows() {
        assert!(
            text.contains("\npermissions:\n  contents: read\n\n"),
            "{name} is to grant `contents: read` alone at its top"
        );
    }
}

#[test]
fn no_credentials_stay_in_a_checkout() {
    for (name, text) in workflows().into_iter().filter(|(name, _)| name != FOR_LABS) {
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            if line.contains("uses: actions/checkout@") {
                let mut options = lines.clone().take_while(|line| !line.trim_start().starts_with("- "));
                assert!(options.any(|line| line.trim() == "persist-credentials: false"), "{name}: {line}");
            }
        }
    }
}

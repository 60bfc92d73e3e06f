//! Comparing two folders, file by file and byte by byte.

use anyhow::Context as _;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Returns one line for each file that is not the same in both, by name.
pub(super) fn folders(one: &Path, other: &Path) -> anyhow::Result<Vec<String>> {
    let (in_one, in_other) = (files(one)?, files(other)?);
    let mut differences = Vec::new();
    for name in in_one.union(&in_other) {
        let shown = name.display();
        if !in_other.contains(name) {
            differences.push(format!("{shown} is only in {}", one.display()));
        } else if !in_one.contains(name) {
            differences.push(format!("{shown} is only in {}", other.display()));
        } else if let Some(place) = first_difference(&read(&one.join(name))?, &read(&other.join(name))?) {
            differences.push(format!("{shown} differs from byte {place} on"));
        }
    }
    Ok(differences)
}

fn read(file: &Path) -> anyhow::Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("reading {}", file.display()))
}

/// Returns where two files first differ, which is the end of the shorter one where that is all it is.
fn first_difference(one: &[u8], other: &[u8]) -> Option<usize> {
    let place = one.iter().zip(other).take_while(|(left, right)| left == right).count();
    (place < one.len().max(other.len())).then_some(place)
}

/// Returns all files below a folder, by their path seen from it.
pub(super) fn files(folder: &Path) -> anyhow::Result<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::new();
    let mut waiting = vec![PathBuf::new()];
    while let Some(below) = waiting.pop() {
        let path = folder.join(&below);
        for entry in fs::read_dir(&path).with_context(|| format!("reading {}", path.display()))? {
            let entry = entry?;
            let name = below.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                waiting.push(name);
            } else {
                found.insert(name);
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("xtask-compare-{}-{name}", std::process::id()));
        for (file, text) in files {
            fs::create_dir_all(folder.join(file).parent().unwrap()).unwrap();
            fs::write(folder.join(file), text).unwrap();
        }
        folder
    }

    #[test]
    fn each_file_that_differs_is_named_with_its_place() {
        let one = folder("one", &[("a", "same"), ("p/b", "text"), ("p/c", "long"), ("only", "")]);
        let other = folder("other", &[("a", "same"), ("p/b", "tent"), ("p/c", "longer"), ("p/new", "")]);
        let wanted = [
            format!("only is only in {}", one.display()),
            "p/b differs from byte 2 on".to_owned(),
            "p/c differs from byte 4 on".to_owned(),
            format!("p/new is only in {}", other.display()),
        ];
        assert_eq!(folders(&one, &other).unwrap(), wanted);
        assert_eq!(folders(&one, &one).unwrap(), [""; 0]);
        for made in [one, other] {
            fs::remove_dir_all(made).unwrap();
        }
    }
}

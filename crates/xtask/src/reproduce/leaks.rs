//! Folders of the machine that it was built on, which what is published must not name.

use super::compare;
use crate::process::answer;
use anyhow::Context as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// Returns one line for each file that names the checkout, Cargo's folder or the toolchain's.
pub(super) fn named_in(dist: &Path) -> anyhow::Result<Vec<String>> {
    let sysroot = answer(Command::new("rustc").args(["--print", "sysroot"])).map(PathBuf::from);
    let homes = ["CARGO_HOME", "RUSTUP_HOME"].into_iter().filter_map(env::var_os).map(PathBuf::from);
    let usual = env::home_dir().into_iter().flat_map(|home| [home.join(".cargo"), home.join(".rustup")]);
    let checkout = dist.parent().map(Path::to_path_buf);
    search(dist, &sysroot.into_iter().chain(homes).chain(usual).chain(checkout).collect::<Vec<_>>())
}

fn search(dist: &Path, folders: &[PathBuf]) -> anyhow::Result<Vec<String>> {
    let mut found = Vec::new();
    for name in compare::files(dist)? {
        let bytes = fs::read(dist.join(&name)).with_context(|| format!("reading {}", name.display()))?;
        let named = |folder: &&PathBuf| {
            let folder = folder.as_os_str().as_encoded_bytes();
            !folder.is_empty() && bytes.windows(folder.len()).any(|part| part == folder)
        };
        let named = folders.iter().find(named);
        found.extend(named.map(|folder| format!("{} names {}", name.display(), folder.display())));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_names_a_folder_of_the_machine_is_found() {
        let dist = env::temp_dir().join(format!("xtask-leaks-{}", std::process::id()));
        fs::create_dir_all(dist.join("p")).unwrap();
        fs::write(dist.join("p/a.wasm"), b"\0asm/home/somebody/.cargo/registry/src/x.rs\0").unwrap();
        fs::write(dist.join("b.wasm"), b"\0asmx-1.0.0/src/x.rs\0").unwrap();
        let found = search(&dist, &[PathBuf::new(), PathBuf::from("/home/somebody/.cargo")]).unwrap();
        assert_eq!(found, ["p/a.wasm names /home/somebody/.cargo"]);
        fs::remove_dir_all(dist).unwrap();
    }
}

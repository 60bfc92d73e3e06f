//! Files as a whole.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;

/// Returns the bytes of a file; those of standard input for `-`.
///
/// # Errors
/// Where it cannot be read; the error names it.
pub(crate) fn read_bytes(path: &Path) -> anyhow::Result<Vec<u8>> {
    if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).context("cannot read standard input")?;
        return Ok(bytes);
    }
    std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Replaces a file in one step, so that whoever reads it finds the former or the new one, and never a half.
///
/// What is written goes to a file beside it, which takes its place once it is complete. A link is followed, and the
/// permissions stay.
///
/// # Errors
/// Where the file beside it cannot be made, written or renamed; the former file is untouched then.
pub(crate) fn write_atomically(path: &Path, text: &str) -> anyhow::Result<()> {
    let target = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let beside = beside(&target);
    let written = write_new(&beside, &target, text).and_then(|()| std::fs::rename(&beside, &target));
    if written.is_err() {
        // It may not be there at all, and there is nobody to tell about a second fault.
        drop(std::fs::remove_file(&beside));
    }
    written.with_context(|| format!("cannot write {}", path.display()))
}

fn write_new(beside: &Path, target: &Path, text: &str) -> std::io::Result<()> {
    let mut file = std::fs::File::create_new(beside)?;
    file.write_all(text.as_bytes())?;
    if let Ok(former) = std::fs::metadata(target) {
        file.set_permissions(former.permissions())?;
    }
    file.sync_all()
}

fn beside(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{name}.{}.new", std::process::id()))
}

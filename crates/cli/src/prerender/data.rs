//! The list as it lies in the folder.

use std::fs;
use std::io::Read;
use std::path::Path;

use anyhow::Context;
use flate2::read::GzDecoder;
use offprint_core::read::{self, Reading};

/// Reads a list, with the abstracts that lie in a file of their own.
///
/// # Errors
/// Where the list cannot be read at all; a file of abstracts that cannot is said, and left out.
pub(super) fn read(file: &Path) -> anyhow::Result<Reading> {
    let mut reading = read::read(&bytes(file)?).with_context(|| format!("reading {}", file.display()))?;
    if let Some(name) = reading.envelope.abstracts.clone() {
        let beside = file.with_file_name(name);
        match bytes(&beside) {
            Ok(abstracts) if reading.add_abstracts(&abstracts) => {}
            Ok(_) => eprintln!("{}: expected an object of abstracts by id; it is not whole", beside.display()),
            Err(error) => eprintln!("{error:#}; the pages have no abstracts"),
        }
    }
    Ok(reading)
}

/// The bytes of a file, unpacked where it is compressed.
fn bytes(file: &Path) -> anyhow::Result<Vec<u8>> {
    let bytes = fs::read(file).with_context(|| format!("opening {}", file.display()))?;
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok(bytes);
    }
    let mut unpacked = Vec::new();
    GzDecoder::new(&bytes[..]).read_to_end(&mut unpacked).with_context(|| format!("unpacking {}", file.display()))?;
    Ok(unpacked)
}

//! A file as it is checked.

use std::io::Read;
use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::Context;
use offprint_core::problem::Place;

use super::lines::Lines;

/// The text of a file, with bytes that are not UTF-8 as �, which is how it is read.
#[derive(Debug)]
pub(super) struct Source {
    /// How the file is called in what is said of it.
    pub(super) name: String,
    pub(super) text: String,
    /// Where files that it names are looked for; none for standard input.
    pub(super) folder: Option<PathBuf>,
    lines: Lines,
}

impl Source {
    /// Prepares the bytes of a file.
    pub(super) fn new(name: &str, folder: Option<PathBuf>, bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes).into_owned();
        Self { name: name.to_owned(), lines: Lines::of(&text), text, folder }
    }

    /// Returns the place of a byte offset.
    pub(super) fn place(&self, offset: usize) -> Place {
        self.lines.place(&self.text, offset)
    }

    /// Returns the byte offset of a place.
    pub(super) fn offset(&self, place: Place) -> usize {
        self.lines.offset(&self.text, place)
    }

    /// Returns where a piece of the text is in it.
    pub(super) fn span(&self, piece: &str) -> Range<usize> {
        let start = (piece.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize).min(self.text.len());
        start..(start + piece.len()).min(self.text.len())
    }
}

/// Returns the bytes of a file, or of standard input for `-`.
pub(super) fn read_bytes(file: &Path) -> anyhow::Result<Vec<u8>> {
    if file.as_os_str() == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).context("standard input cannot be read")?;
        return Ok(bytes);
    }
    std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))
}

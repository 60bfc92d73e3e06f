//! The formats that can be imported.

use std::path::Path;

use clap::ValueEnum;

use super::item::Imported;
use super::report::Report;
use super::source::Source;
use super::{bibtex, csl, hayagriva, mirage, ris};

/// A format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// BibTeX and BibLaTeX
    Bibtex,
    /// RIS
    Ris,
    /// CSL-JSON
    Csl,
    /// Hayagriva's YAML
    Hayagriva,
    /// The former MirageOS page, HTML
    Mirage,
}

impl Format {
    /// Returns the format of a file, by its name and then by what it holds.
    pub(crate) fn guess(path: &Path, text: &str) -> Option<Self> {
        let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        Some(match extension.as_str() {
            "bib" | "bibtex" | "biblatex" => Self::Bibtex,
            "ris" => Self::Ris,
            "json" => Self::Csl,
            "yml" | "yaml" => Self::Hayagriva,
            "html" | "htm" => Self::Mirage,
            _ => return Self::of_text(text),
        })
    }

    fn of_text(text: &str) -> Option<Self> {
        let text = text.trim_start();
        let is_ris = |line: &str| line.starts_with("TY  -") || line.starts_with("TY -");
        let is_bibtex = |line: &str| line.trim_start().starts_with('@') && line.contains(['{', '(']);
        let is_key = |line: &str| line.ends_with(':') && !line.starts_with(char::is_whitespace);
        match text.chars().next()? {
            '[' | '{' => Some(Self::Csl),
            '<' => Some(Self::Mirage),
            _ if text.lines().any(is_ris) => Some(Self::Ris),
            _ if text.lines().any(is_bibtex) => Some(Self::Bibtex),
            _ if text.lines().any(is_key) => Some(Self::Hayagriva),
            _ => None,
        }
    }

    /// Reads a file of this format.
    pub(crate) fn read(self, source: &Source, report: &mut Report) -> Imported {
        match self {
            Self::Bibtex => bibtex::read(source, report).into(),
            Self::Ris => ris::read(source, report).into(),
            Self::Csl => csl::read(source, report),
            Self::Hayagriva => hayagriva::read(source, report).into(),
            Self::Mirage => mirage::read(source, report),
        }
    }
}

//! The options of `offprint import`.

use std::path::{Path, PathBuf};

use super::Format;

/// Bring entries of other formats into a list
///
/// Without --into, a new list is made. With it, entries that are in the list already are known by a former id, then by
/// DOI, then by id, then by title and year; they are given what they do not have, and nothing that is there is
/// changed. What has no place in the list is said with its place in the file.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  offprint import lab.bib --output data/publications.json      # a new list
  offprint import lab.bib --into data/publications.json        # what is new in lab.bib
  offprint import lab.bib --into data/publications.json --dry-run
  curl -L https://dblp.org/pid/x.bib | offprint import - --into data/publications.json

Exit code: 0, or 1 if anything was lost, or 2 if nothing could be done.")]
pub(crate) struct Options {
    /// Files to import; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// The list to bring them into; it is made if it is not there
    #[arg(long, value_name = "LIST")]
    pub(super) into: Option<PathBuf>,
    /// The file to write the list to, in place of --into or standard output
    #[arg(long, short, value_name = "LIST")]
    pub(super) output: Option<PathBuf>,
    /// Let --output take the place of a file that is there
    #[arg(long, requires = "output")]
    force: bool,
    /// Show what would change, and write nothing
    #[arg(long)]
    pub(super) dry_run: bool,
    /// The form of the report
    #[arg(long, value_enum, default_value_t = ReportFormat::Human)]
    format: ReportFormat,
    /// The format of the files, where neither their names nor their content tell it
    #[arg(long, value_enum)]
    pub(super) from: Option<Format>,
}

/// The form of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum ReportFormat {
    /// Lines on standard error
    Human,
    /// One JSON object on standard output
    Json,
}

impl Options {
    /// Returns whether the report is for a machine.
    pub(super) fn is_json(&self) -> bool {
        self.format == ReportFormat::Json
    }

    /// Finds options that do not go together.
    pub(super) fn check(&self) -> anyhow::Result<()> {
        let has_file = self.dry_run || self.output.is_some() || self.into.is_some();
        anyhow::ensure!(
            has_file || !self.is_json(),
            "--format json needs --output or --into: the list has standard output"
        );
        if let Some(path) = self.output.as_deref().filter(|path| self.would_overwrite(path)) {
            let path = path.display();
            anyhow::bail!(
                "{path} is there already, and --output would take its place. \
                 --into {path} adds to it and keeps its entries; --force overwrites it"
            );
        }
        Ok(())
    }

    /// Returns whether a file that was not read would be lost.
    fn would_overwrite(&self, output: &Path) -> bool {
        let is_same = |into: &Path| std::fs::canonicalize(into).ok() == std::fs::canonicalize(output).ok();
        output.is_file() && !self.force && !self.dry_run && !self.into.as_deref().is_some_and(is_same)
    }
}

//! `offprint new`.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::Outcome;
use crate::document::{Document, entry_text, read_bytes, write_atomically};
use crate::import::{Change, Format, Report, Source, merge_and_tell, open, read_source, say_findings, say_kept};
use crate::text::printable;

/// Add an entry from standard input
///
/// What is on standard input is CSL-JSON, as every DOI gives it, BibTeX or RIS. Without --into, the entry is printed
/// as it would be in a list. With it, the entry is added; if it is in the list already, it is given what it does not
/// have, and nothing that is there is changed.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  curl -LH 'Accept: application/vnd.citationstyles.csl+json' https://doi.org/10.1145/2451116.2451167 |
    offprint new --into data/publications.json
  offprint new < entry.bib

Exit code: 0, or 1 if anything was lost, or 2 if nothing could be done.")]
pub(crate) struct Options {
    /// The list to add it to; it is made if it is not there
    #[arg(long, value_name = "LIST")]
    into: Option<PathBuf>,
}

/// Runs it.
pub(crate) fn run(options: &Options) -> anyhow::Result<Outcome> {
    let mut report = Report::default();
    let source = Source::decode("<stdin>".to_owned(), &read_bytes(Path::new("-"))?);
    let format = Format::guess(Path::new("-"), &source.text)
        .filter(|format| matches!(format, Format::Csl | Format::Bibtex | Format::Ris))
        .context(
            "standard input is neither CSL-JSON, BibTeX nor RIS; is the DOI right, and was the header Accept sent?",
        )?;
    let imported = read_source(&source, format, &mut report);
    let mut document = open(options.into.as_deref())?;
    let former = document.clone();
    let changes = merge_and_tell(&mut document, imported.items, &mut report);
    match options.into.as_deref() {
        Some(path) if document != former => write_atomically(path, &document.to_text())?,
        Some(_) => {}
        None => print(&document)?,
    }
    if options.into.is_some() || report.has_losses() {
        say_findings(&report);
    }
    if options.into.is_some() {
        say_kept(&changes);
        changes.iter().for_each(|change| eprintln!("{}", printable(&result(change))));
    }
    anyhow::ensure!(!changes.is_empty(), "there is no entry on standard input");
    Ok(if report.has_losses() { Outcome::Problems } else { Outcome::Good })
}

/// Returns what became of an entry, in a line.
fn result(change: &Change) -> String {
    match change {
        Change { id, is_new: true, .. } => format!("added: {id}"),
        Change { id, filled, .. } if filled.is_empty() => format!("already there: {id}"),
        Change { id, filled, .. } => format!("already there: {id}; filled in: {}", filled.join(", ")),
    }
}

fn print(document: &Document) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    for entry in document.entries().iter().filter_map(|entry| entry.as_object()) {
        writeln!(out, "{}", entry_text(entry))?;
    }
    Ok(())
}

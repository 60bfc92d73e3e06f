//! `offprint import`: files of other formats become entries, and entries are brought into a list.
//!
//! Each format's reader cuts its file into entries first and reads them one by one; what it cannot bring over it reports
//! with its place. Everything behind that is the same for all formats.

mod bibtex;
mod csl;
mod difference;
mod facts;
mod format;
mod hayagriva;
mod identity;
mod ids;
mod item;
mod known;
mod language;
mod merge;
mod mirage;
mod options;
mod others;
mod progress;
mod report;
mod ris;
pub(crate) mod separators;
mod source;
mod tex;
mod twins;

pub(crate) use format::Format;
pub(crate) use item::Imported;
pub(crate) use merge::{Change, merge_and_tell};
pub(crate) use options::Options;
pub(crate) use report::Report;
pub(crate) use source::Source;

use std::io::Write;
use std::path::Path;

use anyhow::Context;
use offprint_core::problem::Loss;
use report::Spot;

use crate::Outcome;
use crate::document::{Document, read_bytes, write_atomically};
use crate::text::{printable, printable_json};

/// Runs it.
pub(crate) fn run(options: &Options) -> anyhow::Result<Outcome> {
    options.check()?;
    let mut report = Report::default();
    let Imported { items, envelope } = read(options, &mut report)?;
    if report.counts.read == 0 {
        say_findings(&report);
        anyhow::bail!("nothing that can be imported was found in {}", names(options));
    }
    let mut document = open(options.into.as_deref())?;
    let former = document.clone();
    document.fill_envelope(envelope);
    let changes = merge_and_tell(&mut document, items, &mut report);
    if options.dry_run {
        if !options.is_json() {
            std::io::stdout().lock().write_all(difference::text(&changes).as_bytes())?;
        }
    } else {
        write(options, &document, document != former)?;
    }
    tell(options, &report, &changes)?;
    Ok(if report.has_losses() { Outcome::Problems } else { Outcome::Good })
}

fn read(options: &Options, report: &mut Report) -> anyhow::Result<Imported> {
    let bar = progress::bar(options.files.len());
    let mut all = Imported::default();
    for path in &options.files {
        let name = if path.as_os_str() == "-" { "<stdin>".to_owned() } else { path.display().to_string() };
        bar.set_message(printable(&name));
        let source = Source::decode(name, &read_bytes(path)?);
        let format = options.from.or_else(|| Format::guess(path, &source.text));
        let format = format.with_context(|| unknown(&source))?;
        anyhow::ensure!(
            !source.is_web_page() || format == Format::Mirage,
            "{}: nothing that can be imported was found: this is a web page, whatever its name says",
            source.name
        );
        all.add(read_source(&source, format, report));
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(all)
}

/// Returns what is said of a file whose format neither its name nor its content tells.
fn unknown(source: &Source) -> String {
    if source.text.trim().is_empty() {
        format!("{}: nothing that can be imported was found: it is empty", source.name)
    } else {
        format!("{}: what format is this? Say so with --from", source.name)
    }
}

fn names(options: &Options) -> String {
    options.files.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ")
}

/// Reads one file, and says what it is written in where that is not UTF-8.
pub(crate) fn read_source(source: &Source, format: Format, report: &mut Report) -> Imported {
    if let Some(encoding) = source.encoding {
        let message = format!("this is not UTF-8; it is read as {encoding}");
        report.add(Spot { source, entry: "", at: 0 }, "", Loss::Nothing, message);
    }
    let mut imported = format.read(source, report);
    for item in &mut imported.items {
        for list in others::mark(&mut item.members) {
            let message = "“and others” is left out: only a list of authors can be marked as incomplete";
            report.add_at(&item.file, item.place, item.key.as_deref(), (list, Loss::Nothing, message.to_owned()));
        }
    }
    imported
}

/// Opens the list that entries are brought into; one that is not there yet is empty.
pub(crate) fn open(path: Option<&Path>) -> anyhow::Result<Document> {
    match path {
        Some(path) if path.exists() => Document::parse(&read_bytes(path)?).with_context(|| path.display().to_string()),
        _ => Ok(Document::empty()),
    }
}

fn write(options: &Options, document: &Document, is_changed: bool) -> anyhow::Result<()> {
    let text = document.to_text();
    match options.output.as_deref().or(options.into.as_deref()) {
        Some(path) if is_changed || options.output.is_some() || !path.exists() => write_atomically(path, &text),
        Some(_) => Ok(()),
        None => Ok(std::io::stdout().lock().write_all(text.as_bytes())?),
    }
}

/// Says what was lost, what stayed, and what became of the entries.
fn tell(options: &Options, report: &Report, changes: &[Change]) -> anyhow::Result<()> {
    if options.is_json() {
        let mut whole = report.to_json();
        whole["changes"] = difference::to_json(changes);
        return Ok(writeln!(std::io::stdout().lock(), "{}", printable_json(&format!("{whole:#}")))?);
    }
    say_findings(report);
    // A dry run has shown what stays already.
    if !options.dry_run {
        say_kept(changes);
    }
    eprintln!("{}", report.summary());
    Ok(())
}

/// Says what was lost, with its place, and what else there is to note.
pub(crate) fn say_findings(report: &Report) {
    for finding in report.in_order() {
        eprintln!("{}", printable(&finding.to_string()));
    }
}

/// Says what the list has otherwise, and keeps.
pub(crate) fn say_kept(changes: &[Change]) {
    difference::kept(changes).for_each(|line| eprintln!("{}", printable(&line)));
}

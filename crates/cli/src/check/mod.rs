//! `offprint check`: what reading finds, and what rules find in what was read.

mod draw;
mod faults;
mod finding;
mod json;
mod lines;
mod list;
mod progress;
mod report;
mod rules;
mod source;
mod window;

use std::io::{BufWriter, Write};
use std::path::PathBuf;

use clap::ValueEnum;

use crate::Outcome;
use crate::text::printable;
use draw::Drawer;
use finding::Severity;
use report::Report;

/// Name every problem in files of publications
///
/// Each problem is shown with its line, its entry and field, what was found there and how to fix it. Errors cost the
/// visitor something: an entry, a field, a link. Warnings are worth a look.
#[derive(Debug, clap::Args)]
#[command(after_help = "Exit codes: 0 no errors, 1 errors, 2 a file could not be read.

Examples:
  offprint check data/publications.json
  offprint check --deny warnings data/*.json
  offprint check --format json publications.json | jq '.files[].problems[] | .code'
  pandoc -f biblatex -t csljson papers.bib | offprint check -")]
pub(crate) struct Options {
    /// Files to check; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// How to say what was found
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// What counts as an error for the exit code too
    #[arg(long, value_enum)]
    deny: Option<Deny>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// For machines: one JSON document
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Deny {
    /// Every finding
    Warnings,
}

/// Checks the files and writes what was found to standard output.
pub(crate) fn run(options: &Options) -> anyhow::Result<Outcome> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    let drawer = Drawer::for_output();
    let mut reports = Vec::new();
    for file in &options.files {
        let report = Report::of(file);
        if options.format == Format::Text {
            write_text(&report, &drawer, &mut out)?;
        }
        reports.push(report);
    }
    if options.format == Format::Json {
        writeln!(out, "{}", json::document(&reports))?;
    }
    out.flush()?;
    outcome(options, &reports)
}

fn write_text(report: &Report, drawer: &Drawer, out: &mut impl Write) -> std::io::Result<()> {
    for finding in &report.findings {
        let drawn = match &report.source {
            Some(source) => drawer.draw(source, finding),
            None => drawer.draw_bare(finding),
        };
        writeln!(out, "{drawn}\n")?;
    }
    writeln!(out, "{}: {}", printable(&report.name), report.summary())
}

fn outcome(options: &Options, reports: &[Report]) -> anyhow::Result<Outcome> {
    let unread = reports.iter().filter(|report| !report.readable).count();
    if unread > 0 {
        anyhow::bail!("{unread} of {} files could not be read", reports.len());
    }
    let counts = |severity| reports.iter().any(|report| report.count(severity) > 0);
    let denied = counts(Severity::Error) || (options.deny.is_some() && counts(Severity::Warning));
    Ok(if denied { Outcome::Problems } else { Outcome::Good })
}

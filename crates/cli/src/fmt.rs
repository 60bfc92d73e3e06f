//! `offprint fmt`.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::Outcome;
use crate::document::{Document, read_bytes, write_atomically};
use crate::text::printable;

/// Write files in their canonical form
///
/// Members are in one order, and what is small is in one line, so that two versions differ only in what was
/// changed. Entries keep their order, and nothing is added or taken away.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  offprint fmt data/publications.json
  offprint fmt --check data/publications.json    # for continuous integration
  offprint fmt - < publications.json             # to standard output

Exit code: 0, or 1 if --check finds a file that is not canonical, or 2 if one cannot be read; a file that is not JSON \
stays as it is.")]
pub(crate) struct Options {
    /// Files of publications; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Only list which files are not canonical
    #[arg(long)]
    check: bool,
}

/// Runs it: every file that can be read is seen to, whatever is wrong with another.
pub(crate) fn run(options: &Options) -> anyhow::Result<Outcome> {
    let mut outcome = Outcome::Good;
    let mut failures = Vec::new();
    for path in &options.files {
        match format(path, options.check) {
            Ok(Outcome::Good) => {}
            Ok(Outcome::Problems) => outcome = Outcome::Problems,
            Err(error) if crate::text::is_closed_pipe(&error) => return Err(error),
            Err(error) => failures.push(format!("{error:#}")),
        }
    }
    let Some(last) = failures.pop() else { return Ok(outcome) };
    failures.iter().for_each(|failure| eprintln!("error: {}", printable(failure)));
    Err(anyhow::Error::msg(last))
}

fn format(path: &Path, check: bool) -> anyhow::Result<Outcome> {
    let bytes = read_bytes(path)?;
    let document = Document::parse(&bytes).with_context(|| path.display().to_string())?;
    let text = document.to_text();
    let is_canonical = text.as_bytes() == bytes;
    if check {
        if !is_canonical {
            eprintln!("{}", printable(&format!("{} is not in its canonical form", path.display())));
        }
        return Ok(if is_canonical { Outcome::Good } else { Outcome::Problems });
    }
    if path.as_os_str() == "-" {
        std::io::stdout().lock().write_all(text.as_bytes())?;
    } else if !is_canonical {
        write_atomically(path, &text)?;
    }
    Ok(Outcome::Good)
}

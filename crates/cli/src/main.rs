//! The command `offprint`: one file a subcommand, each with its options and `run`.

mod args;
mod base;
mod check;
mod completions;
mod document;
mod export;
mod fmt;
mod import;
mod list;
mod new;
mod prerender;
mod text;

use std::process::ExitCode;

use clap::Parser;

/// What a command found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Nothing to fix: exit code 0.
    Good,
    /// Problems in the data, each of which was said: exit code 1.
    Problems,
}

fn main() -> ExitCode {
    let cli = match args::Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return explain(&error),
    };
    match cli.command.run() {
        Ok(Outcome::Good) => ExitCode::SUCCESS,
        Ok(Outcome::Problems) => ExitCode::from(1),
        // A reader that has gone away, as `head` does, is no failure.
        Err(error) if text::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {}", text::printable(&format!("{error:#}")));
            ExitCode::from(2)
        }
    }
}

/// Says what is wrong with the command line, or what help was asked for. Arguments may be names of files that somebody else
/// chose: they are repeated as they can be printed.
fn explain(error: &clap::Error) -> ExitCode {
    let shown = std::env::args_os().map(|argument| text::printable(&argument.to_string_lossy()));
    let error = args::Cli::try_parse_from(shown).err().unwrap_or_else(|| clap::Error::new(error.kind()));
    // A reader that has gone away is no failure.
    drop(error.print());
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

//! The command line.

use clap::{Parser, Subcommand};

use crate::{check, completions, export, fmt, import, new, prerender};

/// Keeps a list of publications: checks it, brings others in, writes it in other formats, and publishes it.
#[derive(Debug, Parser)]
#[command(name = "offprint", version, arg_required_else_help = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(check::Options),
    Import(import::Options),
    Export(export::Options),
    Fmt(fmt::Options),
    New(new::Options),
    Prerender(prerender::Options),
    Completions(completions::Options),
}

impl Command {
    /// Runs it.
    ///
    /// # Errors
    /// Where it could not do its work at all; what it found wrong with a file is in the exit code.
    pub(crate) fn run(&self) -> anyhow::Result<crate::Outcome> {
        match self {
            Self::Check(options) => check::run(options),
            Self::Import(options) => import::run(options),
            Self::Export(options) => export::run(options),
            Self::Fmt(options) => fmt::run(options),
            Self::New(options) => new::run(options),
            Self::Prerender(options) => prerender::run(options),
            Self::Completions(options) => completions::run(options),
        }
    }
}

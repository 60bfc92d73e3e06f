//! `offprint fmt`.

use crate::Outcome;

/// Write a file in its canonical form
#[derive(Debug, clap::Args)]
pub(crate) struct Options {}

/// Runs it.
pub(crate) fn run(_options: &Options) -> anyhow::Result<Outcome> {
    anyhow::bail!("not written yet")
}

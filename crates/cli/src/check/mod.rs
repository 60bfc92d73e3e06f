//! `offprint check`.

use crate::Outcome;

/// Name every problem in files of publications
#[derive(Debug, clap::Args)]
pub(crate) struct Options {}

/// Runs it.
pub(crate) fn run(_options: &Options) -> anyhow::Result<Outcome> {
    anyhow::bail!("not written yet")
}

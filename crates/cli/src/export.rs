//! `offprint export`.

use crate::Outcome;

/// Write entries in another format
#[derive(Debug, clap::Args)]
pub(crate) struct Options {}

/// Runs it.
pub(crate) fn run(_options: &Options) -> anyhow::Result<Outcome> {
    anyhow::bail!("not written yet")
}

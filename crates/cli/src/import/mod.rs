//! `offprint import`.

use crate::Outcome;

/// Bring entries of other formats into a list
#[derive(Debug, clap::Args)]
pub(crate) struct Options {}

/// Runs it.
pub(crate) fn run(_options: &Options) -> anyhow::Result<Outcome> {
    anyhow::bail!("not written yet")
}

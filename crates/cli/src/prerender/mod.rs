//! `offprint prerender`.

use crate::Outcome;

/// Write the list into a published page as plain HTML
#[derive(Debug, clap::Args)]
pub(crate) struct Options {}

/// Runs it.
pub(crate) fn run(_options: &Options) -> anyhow::Result<Outcome> {
    anyhow::bail!("not written yet")
}

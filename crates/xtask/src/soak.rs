//! A monkey at the built page for longer than a test run has time for.

use crate::page;
use crate::project::Project;
use crate::setup;
use crate::suite::{Step, playwright};

/// How many things it does.
const ACTIONS: &str = "10000";

/// Builds the page and has the monkey at it.
pub(crate) fn run(project: &Project) -> anyhow::Result<()> {
    page::build(project)?;
    let tools = setup::ensure(project, Step::E2e.needs())?;
    playwright(project, &tools, &["soak".to_owned()])?.env("OFFPRINT_SOAK", ACTIONS).wait()
}

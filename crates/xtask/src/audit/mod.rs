//! What is known of the packages that the project builds on: faults, licences, versions and sources.

mod npm;

use crate::args::AuditOptions;
use crate::process::{Run, minutes};
use crate::project::Project;
use crate::setup::{self, Part};
use anyhow::bail;
use std::path::Path;

/// What deny.toml rules without asking anybody. An exception that is not needed any more is a fault, as a missing one is.
const RULES: [&str; 8] =
    ["check", "licenses", "bans", "sources", "--deny", "unmatched-skip", "--deny", "unnecessary-skip"];

/// What became of one question.
#[derive(Debug)]
enum Verdict {
    Good,
    Bad(String),
    /// Whoever knows could not be asked.
    Unchecked(String),
}

/// Asks everything that can be asked from here, and says what could not.
///
/// # Errors
/// When something is wrong; where `--strict` is said, also when something could not be checked.
pub(crate) fn run(project: &Project, options: &AuditOptions) -> anyhow::Result<()> {
    let tools = setup::ensure(project, &[Part::CargoDeny])?;
    let program = tools.path(Part::CargoDeny)?;
    let rules = deny(project, program, &RULES).wait();
    let results = [
        ("licences, versions and sources of Rust packages", rules.map_or_else(bad, |()| Verdict::Good)),
        ("known faults of Rust packages", advisories(project, program)),
        ("known faults of the packages of tests/", npm_verdict(&project.tests())),
        ("known faults of the packages of bench/", npm_verdict(&project.bench())),
    ];
    println!();
    for (what, verdict) in &results {
        println!("{}", line(what, verdict));
    }
    conclude(results.iter().map(|(_, verdict)| verdict), options.strict)
}

/// cargo-deny, which reads deny.toml.
fn deny(project: &Project, program: &Path, arguments: &[&str]) -> Run {
    let arguments = ["--workspace", "--locked"].iter().chain(arguments);
    Run::new("checking Rust packages", program, arguments).folder(project.root()).within(minutes(10))
}

/// RustSec's database comes from GitHub, which is not reached from everywhere.
fn advisories(project: &Project, program: &Path) -> Verdict {
    if deny(project, program, &["fetch", "db"]).wait().is_err() {
        return Verdict::Unchecked("the advisory database could not be fetched".to_owned());
    }
    deny(project, program, &["check", "advisories"]).wait().map_or_else(bad, |()| Verdict::Good)
}

fn npm_verdict(folder: &Path) -> Verdict {
    match npm::ask(folder) {
        Err(error) => Verdict::Unchecked(format!("{error:#}")),
        Ok(findings) => {
            findings.iter().for_each(|finding| println!("  {finding}"));
            match findings.iter().filter(|finding| finding.is_grave()).count() {
                0 => Verdict::Good,
                grave => {
                    Verdict::Bad(format!("{grave} packages with faults of severity high or critical, named above"))
                }
            }
        }
    }
}

fn bad(error: anyhow::Error) -> Verdict {
    Verdict::Bad(format!("{error:#}"))
}

fn line(what: &str, verdict: &Verdict) -> String {
    match verdict {
        Verdict::Good => format!("  good         {what}"),
        Verdict::Bad(why) => format!("  BAD          {what}: {why}"),
        Verdict::Unchecked(why) => format!("  NOT CHECKED  {what}: {why}"),
    }
}

fn conclude<'a>(verdicts: impl Iterator<Item = &'a Verdict>, strict: bool) -> anyhow::Result<()> {
    let (mut bad, mut unchecked) = (0, 0);
    for verdict in verdicts {
        match verdict {
            Verdict::Good => {}
            Verdict::Bad(_) => bad += 1,
            Verdict::Unchecked(_) => unchecked += 1,
        }
    }
    if bad > 0 || (strict && unchecked > 0) {
        bail!("{bad} of 4 checks found faults and {unchecked} could not be made; each is named above");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_checked_is_said_and_fails_only_where_it_must_be_checked() {
        let unchecked = Verdict::Unchecked("no answer".to_owned());
        assert_eq!(line("faults", &unchecked), "  NOT CHECKED  faults: no answer");
        let results = [Verdict::Good, unchecked];
        assert!(conclude(results.iter(), false).is_ok());
        let error = conclude(results.iter(), true).unwrap_err().to_string();
        assert_eq!(error, "0 of 4 checks found faults and 1 could not be made; each is named above");
        assert!(conclude([Verdict::Bad(String::new())].iter(), false).is_err());
        assert!(conclude([Verdict::Good].iter(), true).is_ok());
    }
}

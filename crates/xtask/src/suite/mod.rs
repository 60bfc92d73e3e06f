//! Every test, step by step, and how long each took.

mod steps;

use crate::args::TestOptions;
use crate::project::Project;
use crate::setup::{self, Part};
use anyhow::bail;
use std::process::ExitCode;
use std::time::{Duration, Instant};
pub(crate) use steps::{Step, playwright};

/// What became of a step.
#[derive(Debug)]
enum Outcome {
    Passed(Duration),
    Failed(Duration, anyhow::Error),
    /// Not run, after a failure.
    Skipped,
}

/// Runs the steps asked for, or all, and prints what became of them.
///
/// The last line reads `8 passed, 0 failed`. The exit code is not 0 after any failure.
pub(crate) fn run(project: &Project, options: &TestOptions) -> anyhow::Result<ExitCode> {
    if !options.rest.is_empty() && options.steps.len() != 1 {
        bail!("arguments after `--` go to one runner: name one step, such as `test e2e -- --help`");
    }
    let steps = plan(options);
    let tools = setup::ensure(project, &needs(&steps))?;
    let mut results: Vec<(Step, Outcome)> = Vec::new();
    for (index, &step) in steps.iter().enumerate() {
        let outcome = if must_skip(step, &results, options.keep_going) {
            Outcome::Skipped
        } else {
            println!("\n[{}/{}] {}", index + 1, steps.len(), step.title());
            let started = Instant::now();
            let result = step.run(project, &tools, &options.rest);
            let taken = started.elapsed();
            match result {
                Ok(()) => Outcome::Passed(taken),
                Err(error) => {
                    eprintln!("error: {error:#}");
                    Outcome::Failed(taken, error)
                }
            }
        };
        results.push((step, outcome));
    }
    print!("\n{}", summary(&results));
    let failed = results.iter().any(|(_, outcome)| !matches!(outcome, Outcome::Passed(_)));
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Returns the steps in the order of the whole, with the build that those named need.
fn plan(options: &TestOptions) -> Vec<Step> {
    let named = |step: Step| options.steps.is_empty() || options.steps.contains(&step);
    let wanted = |step: &Step| {
        let built = *step == Step::Build && Step::ALL.iter().any(|it| named(*it) && it.reads_dist());
        if *step == Step::Build && options.no_build {
            return false;
        }
        named(*step) || built
    };
    Step::ALL.into_iter().filter(wanted).collect()
}

/// Returns what the steps need, each part once, in the order of installation.
fn needs(steps: &[Step]) -> Vec<Part> {
    let needed = |part: &Part| steps.iter().any(|step| step.needs().contains(part));
    Part::ALL.into_iter().filter(needed).collect()
}

/// After a failure nothing more is run; or, to keep going, only what needs no failed build.
fn must_skip(step: Step, results: &[(Step, Outcome)], keep_going: bool) -> bool {
    let mut failures = results.iter().filter(|(_, outcome)| matches!(outcome, Outcome::Failed(..)));
    if keep_going {
        failures.any(|(failed, _)| *failed == Step::Build) && step.reads_dist()
    } else {
        failures.next().is_some()
    }
}

fn summary(results: &[(Step, Outcome)]) -> String {
    let mut text = String::new();
    let (mut passed, mut failed, mut skipped) = (0, 0, 0);
    for (step, outcome) in results {
        let (count, word, seconds) = match outcome {
            Outcome::Passed(taken) => (&mut passed, "passed", seconds(*taken)),
            Outcome::Failed(taken, _) => (&mut failed, "FAILED", seconds(*taken)),
            Outcome::Skipped => (&mut skipped, "skipped", String::new()),
        };
        *count += 1;
        text += &format!("  {word:<8} {seconds:>8}  {}\n", step.title());
        if let Outcome::Failed(_, error) = outcome {
            text += &format!("                     {error:#}\n");
        }
    }
    text += &format!("\n{passed} passed, {failed} failed");
    if skipped > 0 {
        text += &format!(", {skipped} skipped");
    }
    text + "\n"
}

fn seconds(taken: Duration) -> String {
    format!("{:.1} s", taken.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::anyhow;

    fn options(steps: &[Step], no_build: bool) -> TestOptions {
        TestOptions { steps: steps.to_vec(), keep_going: false, no_build, rest: Vec::new() }
    }

    #[test]
    fn steps_that_read_the_page_bring_its_build() {
        assert_eq!(plan(&options(&[], false)), Step::ALL);
        assert_eq!(plan(&options(&[Step::E2e], false)), [Step::Build, Step::E2e]);
        assert_eq!(plan(&options(&[Step::E2e], true)), [Step::E2e]);
        assert_eq!(plan(&options(&[Step::Wasm, Step::Core], false)), [Step::Core, Step::Wasm]);
    }

    #[test]
    fn only_what_is_needed_is_set_up() {
        assert_eq!(needs(&[Step::Format, Step::Core]), []);
        assert_eq!(needs(&[Step::Wasm]), [Part::WasmTarget, Part::WasmBindgen]);
        let of_others = [Part::BenchPackages, Part::CargoDeny];
        let of_tests: Vec<_> = Part::ALL.into_iter().filter(|part| !of_others.contains(part)).collect();
        assert_eq!(needs(&Step::ALL), of_tests);
    }

    #[test]
    fn a_failure_is_told_and_what_follows_is_skipped() {
        let failure = || Outcome::Failed(Duration::from_secs(2), anyhow!("exit code 1"));
        let results = [
            (Step::Format, Outcome::Passed(Duration::from_millis(1540))),
            (Step::Build, failure()),
            (Step::Size, Outcome::Skipped),
        ];
        let text = summary(&results);
        assert!(text.contains("  passed      1.5 s  "), "{text}");
        assert!(text.ends_with("\n1 passed, 1 failed, 1 skipped\n"), "{text}");
        assert!(must_skip(Step::E2e, &results, true));
        let lint = [(Step::Lint, failure())];
        assert!(!must_skip(Step::E2e, &lint, true));
        assert!(must_skip(Step::E2e, &lint, false));
    }

    #[test]
    fn success_ends_with_the_plain_line_that_is_looked_for() {
        let text = summary(&Step::ALL.map(|step| (step, Outcome::Passed(Duration::ZERO))));
        assert_eq!(text.lines().last(), Some("8 passed, 0 failed"));
    }
}

//! Running other programs: shown, limited in time, and with errors that say what failed.

use anyhow::{Context as _, bail};
use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How often a running child is looked at.
const TICK: Duration = Duration::from_millis(20);

/// One program to run as a part of a step.
#[derive(Debug)]
pub(crate) struct Run {
    step: String,
    command: Command,
    limit: Duration,
}

impl Run {
    /// `program` with its arguments, for the step that errors will name; 30 minutes at most.
    pub(crate) fn new<I, S>(step: &str, program: impl AsRef<OsStr>, arguments: I) -> Self
    where
        I: IntoIterator<Item = S>,
        S: AsRef<OsStr>,
    {
        let mut command = Command::new(program);
        command.args(arguments);
        Self { step: step.to_owned(), command, limit: minutes(30) }
    }

    /// Returns more arguments.
    pub(crate) fn and<S: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = S>) -> Self {
        self.command.args(arguments);
        self
    }

    pub(crate) fn within(mut self, limit: Duration) -> Self {
        self.limit = limit;
        self
    }

    pub(crate) fn folder(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    pub(crate) fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Shows the command and waits for its end.
    ///
    /// # Errors
    /// When it cannot be started, fails, or takes longer than its limit: then it is ended, though
    /// not the children that it may have.
    pub(crate) fn wait(mut self) -> anyhow::Result<()> {
        let line = shown(&self.command);
        println!("  $ {line}");
        let step = &self.step;
        let mut child = self
            .command
            .stdin(Stdio::null())
            .spawn()
            .with_context(|| format!("{step}: `{line}` could not be started"))?;
        let started = Instant::now();
        loop {
            if let Some(status) = child.try_wait()? {
                return verdict(status).with_context(|| format!("{step}: `{line}` failed"));
            }
            if started.elapsed() > self.limit {
                child.kill()?;
                child.wait()?;
                let limit = self.limit.as_secs() / 60;
                bail!("{step}: `{line}` was stopped after {limit} minutes");
            }
            thread::sleep(TICK);
        }
    }
}

fn verdict(status: ExitStatus) -> anyhow::Result<()> {
    match status.code() {
        Some(0) => Ok(()),
        Some(code) => bail!("exit code {code}"),
        None => bail!("{status}"),
    }
}

/// Returns a time limit.
pub(crate) const fn minutes(count: u64) -> Duration {
    Duration::from_secs(count * 60)
}

/// Returns what a program prints, trimmed; nothing when it cannot be run or fails, which for the questions
/// asked here ("which version are you?") means the same as its absence.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    output.status.success().then(|| text.trim().to_owned())
}

/// Returns every file called `name` in the folders of `PATH`, in its order.
pub(crate) fn on_path(name: &str) -> Vec<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).map(|folder| folder.join(name)).filter(|file| file.is_file()).collect()
}

/// `PATH` with the folders of `tools` in front.
pub(crate) fn path_with<'a>(tools: impl IntoIterator<Item = &'a Path>) -> anyhow::Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = tools.into_iter().filter_map(Path::parent).map(PathBuf::from);
    env::join_paths(folders.chain(env::split_paths(&path))).context("a folder of tools cannot stand in PATH")
}

/// Returns the command as it could be typed.
fn shown(command: &Command) -> String {
    let parts = [command.get_program()].into_iter().chain(command.get_args());
    let quoted = parts.map(|part| match part.to_string_lossy() {
        text if text.is_empty() || text.contains([' ', '"', '$', ';']) => format!("'{text}'"),
        text => text.into_owned(),
    });
    quoted.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_names_the_step_the_command_and_the_exit_code() {
        let error = Run::new("formatting", "sh", ["-c", "exit 7"]).wait();
        assert_eq!(format!("{:#}", error.unwrap_err()), "formatting: `sh -c 'exit 7'` failed: exit code 7");
        let error = Run::new("linting", "no-such-program", [""; 0]).wait();
        let text = format!("{:#}", error.unwrap_err());
        assert!(text.starts_with("linting: `no-such-program` could not be started"));
    }

    #[test]
    fn a_child_over_its_limit_is_ended() {
        let started = Instant::now();
        let run = Run::new("waiting", "sleep", ["20"]).within(Duration::ZERO);
        assert!(run.wait().unwrap_err().to_string().contains("stopped"));
        assert!(started.elapsed() < Duration::from_secs(10));
    }
}

//! `offprint check FILE`: says everything that is wrong with a file of publications.

use std::io::Write;
use std::process::ExitCode;

use offprint_core::read::{self, Reading};

const USAGE: &str = "Checks files of publications.

Usage: offprint check FILE...

Names every problem with its entry, field, line and column, and says what to do.
Exit codes: 0 no problem, 1 problems found, 2 a file could not be read.

Example: offprint check data/publications.json
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut out = std::io::stdout().lock();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let written = match words.as_slice() {
        ["check", files @ ..] if !files.is_empty() => check(files, &mut out),
        ["--help" | "-h" | "help"] => out.write_all(USAGE.as_bytes()).map(|()| ExitCode::SUCCESS),
        _ => std::io::stderr().write_all(USAGE.as_bytes()).map(|()| ExitCode::from(2)),
    };
    // A reader that has gone away, as `head` does, is no failure of the check.
    written.unwrap_or(ExitCode::SUCCESS)
}

fn check(files: &[&str], out: &mut impl Write) -> std::io::Result<ExitCode> {
    let mut worst = 0;
    for file in files {
        worst = worst.max(check_one(file, out)?);
    }
    Ok(ExitCode::from(worst))
}

fn check_one(file: &str, out: &mut impl Write) -> std::io::Result<u8> {
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            writeln!(out, "{file}: cannot be opened: {error}")?;
            return Ok(2);
        }
    };
    match read::read(&bytes) {
        Ok(reading) => report(file, &reading, out),
        Err(error) => {
            writeln!(out, "{file}: {error}")?;
            Ok(2)
        }
    }
}

fn report(file: &str, reading: &Reading, out: &mut impl Write) -> std::io::Result<u8> {
    for problem in &reading.problems {
        writeln!(out, "{file}: {}", printable(&problem.to_string()))?;
    }
    let (entries, left_out) = (reading.publications.len(), reading.left_out());
    let noun = if entries == 1 { "entry" } else { "entries" };
    writeln!(out, "{file}: {entries} {noun} read, {left_out} left out, {} problems", reading.problems.len())?;
    Ok(u8::from(!reading.problems.is_empty()))
}

/// Text from the file must not steer the terminal that it is shown on.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(source: &str) -> (u8, String) {
        let mut out = Vec::new();
        let code = report("x.json", &read::read(source.as_bytes()).unwrap(), &mut out).unwrap();
        (code, String::from_utf8(out).unwrap())
    }

    #[test]
    fn a_good_file_passes() {
        assert_eq!(
            said(r#"[{"id": "a", "title": "A"}]"#),
            (0, "x.json: 1 entry read, 0 left out, 0 problems\n".to_owned())
        );
    }

    #[test]
    fn every_problem_is_said_and_none_reaches_the_terminal_raw() {
        let (code, text) = said("[{\"id\": \"\\u001b[31m\"}, {\"id\": \"b\", \"title\": \"B\", \"author\": 7}]");
        assert_eq!(code, 1);
        assert!(text.contains("left out, 2 problems") && !text.contains('\u{1b}'), "{text}");
    }
}

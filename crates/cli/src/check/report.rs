//! What is to be said of one file.

use std::path::{Path, PathBuf};

use offprint_core::problem::Place;
use offprint_core::read::{self, Unreadable};

use super::finding::{Finding, Severity};
use super::list::List;
use super::progress::Progress;
use super::source::{Source, read_bytes};
use super::{faults, rules};

/// All findings of a file.
pub(super) struct Report {
    /// How the file is called.
    pub(super) name: String,
    /// Its text; none where it could not be opened.
    pub(super) source: Option<Source>,
    /// Whether a list of publications was found in it.
    pub(super) readable: bool,
    /// How many entries were read.
    pub(super) entries: usize,
    /// How many were left out.
    pub(super) left_out: usize,
    /// In the order of the file.
    pub(super) findings: Vec<Finding>,
}

impl Report {
    /// Checks a file, or standard input for `-`.
    pub(super) fn of(file: &Path) -> Self {
        let is_input = file.as_os_str() == "-";
        let name = if is_input { "<stdin>".to_owned() } else { file.display().to_string() };
        let folder = if is_input { None } else { file.parent().map(PathBuf::from) };
        match read_bytes(file) {
            Ok(bytes) => Self::of_bytes(&name, folder, &bytes),
            Err(error) => {
                let help = "Check the name of the file and whether it may be read.";
                let finding = Finding::new(Severity::Error, "unreadable", 0..0, format!("{error:#}")).help(help);
                Self { name, source: None, readable: false, entries: 0, left_out: 0, findings: vec![finding] }
            }
        }
    }

    fn of_bytes(name: &str, folder: Option<PathBuf>, bytes: &[u8]) -> Self {
        let progress = Progress::for_size(bytes.len(), rules::COUNT + 2);
        progress.step("reading");
        let source = Source::new(name, folder, bytes);
        let reading = match read::read(bytes) {
            Ok(reading) => reading,
            Err(error) => {
                let findings = vec![refusal(&source, &error)];
                let name = name.to_owned();
                return Self { name, source: Some(source), readable: false, entries: 0, left_out: 0, findings };
            }
        };
        progress.step("placing problems");
        let list = List::new(&source, &reading);
        let mut findings = faults::findings(&list);
        rules::run(&list, &progress, &mut findings);
        findings.sort_by_key(|finding| finding.spot.at.start);
        let (entries, left_out) = (reading.publications.len(), reading.left_out());
        Self { name: name.to_owned(), source: Some(source), readable: true, entries, left_out, findings }
    }

    /// Returns how many findings are so bad.
    pub(super) fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// "publications.json: 12 entries, no problems", without the name.
    pub(super) fn summary(&self) -> String {
        if !self.readable {
            return "not read".to_owned();
        }
        let mut summary = counted(self.entries, "entry", "entries");
        if self.left_out > 0 {
            summary.push_str(&format!(" read, {} left out", self.left_out));
        }
        let (errors, warnings) = (self.count(Severity::Error), self.count(Severity::Warning));
        let mut problems = Vec::new();
        if errors > 0 {
            problems.push(counted(errors, "error", "errors"));
        }
        if warnings > 0 {
            problems.push(counted(warnings, "warning", "warnings"));
        }
        let problems = if problems.is_empty() { "no problems".to_owned() } else { problems.join(", ") };
        format!("{summary}; {problems}")
    }
}

fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// Returns why nothing of a file can be shown.
fn refusal(source: &Source, error: &Unreadable) -> Finding {
    let start = source.text.find(|c: char| !c.is_whitespace() && c != '\u{feff}').unwrap_or(0);
    let (code, at, help) = match error {
        Unreadable::Empty => ("empty-file", 0, "Write at least an empty list: []."),
        Unreadable::Html => ("html", start, "Save the data itself; a server may have sent a page in its place."),
        Unreadable::NotJson { line, column, .. } => {
            let at = source.offset(Place { line: *line, column: *column });
            ("not-json", at, "Look for a missing comma, quote or bracket at this place.")
        }
        Unreadable::OtherShape => {
            ("other-shape", start, "Write a list of CSL-JSON entries, or an object with a list named `publications`.")
        }
    };
    let width = source.text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    Finding::new(Severity::Error, code, at..at + width, error.to_string()).help(help)
}

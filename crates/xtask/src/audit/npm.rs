//! What npm's registry knows of the packages in a lock file.

use anyhow::{Context as _, bail};
use serde_json::Value;
use std::fmt;
use std::path::Path;
use std::process::{Command, Stdio};

/// A package with a known fault.
#[derive(Debug, PartialEq)]
pub(super) struct Finding {
    package: String,
    severity: String,
    what: String,
}

impl Finding {
    /// Returns nothing of these packages is published, so a lesser fault can wait for the next update.
    pub(super) fn is_grave(&self) -> bool {
        matches!(self.severity.as_str(), "high" | "critical")
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} ({}): {}", self.package, self.severity, self.what)
    }
}

/// Asks about the lock file in a folder.
///
/// # Errors
/// When the registry gives no answer to that: some only hand out packages.
pub(super) fn ask(folder: &Path) -> anyhow::Result<Vec<Finding>> {
    let output = Command::new("npm")
        .args(["audit", "--json", "--package-lock-only"])
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .context("`npm` could not be started")?;
    read(&String::from_utf8_lossy(&output.stdout))
}

/// Reads the second version of npm's report; an error has no version.
fn read(said: &str) -> anyhow::Result<Vec<Finding>> {
    let report: Value = serde_json::from_str(said).context("`npm audit --json` wrote no JSON")?;
    if report.get("auditReportVersion").is_none() {
        let message = report.get("message").and_then(Value::as_str).unwrap_or("no reason given");
        bail!("the registry did not answer `npm audit` ({message})");
    }
    let packages = report.get("vulnerabilities").and_then(Value::as_object);
    let packages = packages.context("the report of `npm audit` has no `vulnerabilities`")?;
    Ok(packages.iter().map(|(package, fault)| finding(package, fault)).collect())
}

fn finding(package: &str, fault: &Value) -> Finding {
    let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let causes = fault.get("via").and_then(Value::as_array).into_iter().flatten();
    let causes: Vec<String> = causes
        .map(|cause| match cause {
            Value::String(other) => format!("through {other}"),
            advisory => {
                [text(advisory, "title"), text(advisory, "url")].into_iter().flatten().collect::<Vec<_>>().join(", ")
            }
        })
        .collect();
    // A fault whose severity is not known counts as grave.
    let severity = text(fault, "severity").unwrap_or_else(|| "critical".to_owned());
    Finding { package: package.to_owned(), severity, what: causes.join("; ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_read_and_faults_are_told_apart_by_severity() {
        let report = r#"{"auditReportVersion": 2, "vulnerabilities": {
            "left": {"severity": "high", "via": [{"title": "Reads too far", "url": "https://example.org/1"}]},
            "right": {"severity": "low", "via": ["left"]}}}"#;
        let findings = read(report).unwrap();
        let shown: Vec<_> = findings.iter().map(ToString::to_string).collect();
        assert_eq!(shown, ["left (high): Reads too far, https://example.org/1", "right (low): through left"]);
        assert_eq!(findings.iter().map(Finding::is_grave).collect::<Vec<_>>(), [true, false]);
        assert_eq!(read(r#"{"auditReportVersion": 2, "vulnerabilities": {}}"#).unwrap(), []);
    }

    #[test]
    fn no_answer_is_not_taken_for_a_clean_one() {
        for said in [r#"{"message": "405 Method Not Allowed", "error": {}}"#, "", "{}", r#"{"auditReportVersion": 2}"#]
        {
            assert!(read(said).is_err(), "{said}");
        }
    }
}

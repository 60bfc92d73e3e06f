//! DOIs that do not look like one, or that two entries have.

use std::collections::HashMap;

use offprint_core::json::string;

use super::super::finding::Finding;
use super::super::list::{List, find};

/// Adds each such DOI.
pub(super) fn check(list: &List<'_>, findings: &mut Vec<Finding>) {
    let mut firsts: HashMap<String, (usize, &str)> = HashMap::new();
    for entry in &list.entries {
        let Some(raw) = find(entry.text, "DOI") else { continue };
        let Some(written) = string(raw).filter(|doi| !doi.trim().is_empty()) else { continue };
        let Some(doi) = doi(&written) else {
            let finding = list.about(entry, "DOI", "odd-doi", format!("`{}` does not look like a DOI", written.trim()));
            findings.push(
                finding
                    .label("no DOI")
                    .help("A DOI is `10.`, four to nine digits, a slash and a name: 10.1145/2541883."),
            );
            continue;
        };
        if let Some((first, piece)) = firsts.get(&doi) {
            findings.push(
                list.about(entry, "DOI", "same-doi", format!("entry {} has this DOI already", first + 1))
                    .label("again")
                    .related(list.source.span(piece), format!("entry {}", first + 1))
                    .help("Correct the DOI, or keep one of the two entries."),
            );
        } else {
            firsts.insert(doi, (entry.position, raw));
        }
    }
}

/// Returns the DOI alone, in lower case, which is how DOIs compare.
fn doi(written: &str) -> Option<String> {
    let lower = written.trim().to_lowercase();
    let (before, doi) = lower.split_at(lower.find("10.")?);
    let known = matches!(before.trim_end(), "" | "doi:" | "doi") || before.ends_with("doi.org/");
    let (registrant, name) = doi.strip_prefix("10.")?.split_once('/')?;
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let registrant = registrant.split('.').all(digits) && (4..=9).contains(&registrant.split('.').next()?.len());
    let name = !name.is_empty() && !name.contains(char::is_whitespace);
    (known && registrant && name).then(|| doi.to_owned())
}

#[cfg(test)]
mod tests {
    use super::doi;

    #[test]
    fn a_doi_is_recognised_with_and_without_its_prefix() {
        for written in [
            "10.1145/2541883",
            "DOI:10.1145/2541883",
            "https://doi.org/10.1145/2541883",
            "http://dx.doi.org/10.1145/2541883",
        ] {
            assert_eq!(doi(written).as_deref(), Some("10.1145/2541883"), "from {written}");
        }
        assert_eq!(doi("10.1002.5/(SICI)<1::AID>3.0").as_deref(), Some("10.1002.5/(sici)<1::aid>3.0"));
        for written in
            ["10.1145", "10.1145/", "10.12/x", "11.1145/x", "10.1145/a b", "see 10.1145/x", "10.x/y", "İ10.1145/x"]
        {
            assert_eq!(doi(written), None, "from {written}");
        }
    }
}

//! Addresses of DOIs in their former forms: without https, or by `dx.doi.org`.

use offprint_core::json::{Members, string};

use super::super::finding::Finding;
use super::super::list::{Entry, List, find};

/// What such addresses begin with.
const FORMER: [&str; 3] = ["http://dx.doi.org/", "http://doi.org/", "https://dx.doi.org/"];

/// Adds each such address of a link, of `URL` or of the venue.
pub(super) fn check(list: &List<'_>, findings: &mut Vec<Finding>) {
    for entry in list.entries.iter().filter(|entry| entry.text.contains("doi.org")) {
        let links = find(entry.text, "custom.links").into_iter().flat_map(Members::of);
        let links = (0..links.count()).map(|at| format!("custom.links[{at}].url"));
        for field in links.chain(["URL", "custom.venue-url"].map(str::to_owned)) {
            findings.extend(finding(list, entry, &field));
        }
    }
}

fn finding(list: &List<'_>, entry: &Entry<'_>, field: &str) -> Option<Finding> {
    let address = string(find(entry.text, field)?)?;
    let doi = FORMER.iter().find_map(|former| address.trim().strip_prefix(former))?;
    let finding = list.about(entry, field, "former-doi-address", "this is a former address of a DOI");
    Some(finding.label("redirects").help(format!("Write https://doi.org/{doi}.")))
}

//! URLs of DOIs in their former forms, without https or by `dx.doi.org`; and URLs with spaces.

use offprint_core::href::Href;
use offprint_core::json::{Members, string};

use super::super::finding::Finding;
use super::super::list::{Entry, List, find};

/// What such URLs begin with.
const FORMER: [&str; 3] = ["http://dx.doi.org/", "http://doi.org/", "https://dx.doi.org/"];

/// Adds each such URL of a link, of `URL` or of the venue, and of a person if it has spaces.
pub(super) fn check(list: &List<'_>, findings: &mut Vec<Finding>) {
    people(list, findings);
    for entry in &list.entries {
        let links = find(entry.text, "custom.links").into_iter().flat_map(Members::of).enumerate();
        let links = links.map(|(at, link)| (format!("custom.links[{at}].url"), find(link.value, "url")));
        let others = ["URL", "custom.venue-url"].map(|field| (field.to_owned(), find(entry.text, field)));
        for (field, raw) in links.chain(others) {
            findings.extend(former(list, entry, &field, raw));
            findings.extend(spaced(list, raw, &field, Some(entry)));
        }
    }
}

fn people(list: &List<'_>, findings: &mut Vec<Finding>) {
    let people = list.envelope_text.and_then(|envelope| find(envelope, "people"));
    for (at, person) in people.into_iter().flat_map(Members::of).enumerate() {
        findings.extend(spaced(list, find(person.value, "url"), &format!("people[{at}].url"), None));
    }
}

fn former(list: &List<'_>, entry: &Entry<'_>, field: &str, raw: Option<&str>) -> Option<Finding> {
    let url = string(raw?)?;
    let doi = FORMER.iter().find_map(|former| url.trim().strip_prefix(former))?;
    let finding = list.about(entry, field, "former-doi-address", "this is a former URL of a DOI");
    Some(finding.label("redirects").help(format!("Write https://doi.org/{doi}.")))
}

/// Returns a URL that has white space inside, where it can be followed at all.
fn spaced(list: &List<'_>, raw: Option<&str>, field: &str, entry: Option<&Entry<'_>>) -> Option<Finding> {
    let raw = raw?;
    let href = Href::parse(&string(raw)?).ok()?;
    href.as_str().contains(char::is_whitespace).then(|| {
        let finding = list.warning("space-in-address", raw, "this URL has a space in it").field(field);
        let finding = finding.label("no URL has spaces").help("Write %20 for each space, or take it out.");
        Finding { entry: entry.map(Entry::reference), ..finding }
    })
}

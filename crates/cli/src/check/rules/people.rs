//! People who claim the same name or ORCID, and ORCIDs that no one can have.

use std::collections::HashMap;

use offprint_core::fold;
use offprint_core::json::{Members, string};

use super::super::finding::Finding;
use super::super::list::{List, find};

/// Adds each name and ORCID that an earlier person has, and each ORCID whose check digit is wrong.
pub(super) fn check(list: &List<'_>, findings: &mut Vec<Finding>) {
    let people = list.envelope_text.and_then(|envelope| find(envelope, "people")).unwrap_or("[]");
    let mut names: HashMap<String, (usize, &str)> = HashMap::new();
    let mut orcids: HashMap<String, (usize, &str)> = HashMap::new();
    for (at, person) in Members::of(people).enumerate().filter(|(_, person)| person.value.starts_with('{')) {
        for (field, raw) in spellings(person.value) {
            let Some(name) = string(raw).map(|name| fold::key(&name)).filter(|name| !name.is_empty()) else { continue };
            let (first, piece) = *names.entry(name).or_insert((at, raw));
            if first != at {
                let message = format!("person {} has this name too", first + 1);
                let finding = list.warning("name-taken", raw, message).field(format!("people[{at}].{field}"));
                findings.push(
                    finding
                        .label("again")
                        .related(list.source.span(piece), format!("person {}", first + 1))
                        .help("Give each spelling to one person; join the two if they are the same."),
                );
            }
        }
        findings.extend(orcid(list, at, person.value, &mut orcids));
    }
}

/// Returns a person's name and aliases, with their paths.
fn spellings(person: &str) -> Vec<(String, &str)> {
    let name = find(person, "name").map(|name| ("name".to_owned(), name));
    let aliases = find(person, "aliases").filter(|aliases| aliases.starts_with('[')).into_iter().flat_map(Members::of);
    let aliases = aliases.enumerate().map(|(at, alias)| (format!("aliases[{at}]"), alias.value));
    name.into_iter().chain(aliases).collect()
}

fn orcid<'a>(
    list: &List<'_>,
    at: usize,
    person: &'a str,
    taken: &mut HashMap<String, (usize, &'a str)>,
) -> Option<Finding> {
    let raw = find(person, "orcid")?;
    let digits: String = string(raw)?.trim_end_matches('/').rsplit('/').next()?.replace('-', "").to_uppercase();
    let field = format!("people[{at}].orcid");
    // One of another form has been reported as such.
    let check = check_digit(&digits)?;
    if !digits.ends_with(check) {
        let finding =
            list.warning("orcid", raw, "no one can have this ORCID: its last digit does not fit").field(field);
        return Some(finding.label("mistyped").help("Copy it again from https://orcid.org."));
    }
    let (first, piece) = *taken.entry(digits).or_insert((at, raw));
    (first != at).then(|| {
        list.warning("orcid-taken", raw, format!("person {} has this ORCID too", first + 1))
            .field(field)
            .label("again")
            .related(list.source.span(piece), format!("person {}", first + 1))
            .help("Join the two people, or correct one of the ORCIDs.")
    })
}

/// Returns the last digit of an ORCID as ISO 7064 (MOD 11-2) has it; none where these are not 15 digits and one more
/// sign.
fn check_digit(orcid: &str) -> Option<char> {
    let digits = orcid.get(..15).filter(|_| orcid.len() == 16)?;
    let mut total = 0;
    for digit in digits.chars() {
        total = (total + digit.to_digit(10)?) * 2 % 11;
    }
    match (12 - total) % 11 {
        10 => Some('X'),
        check => char::from_digit(check, 10),
    }
}

#[cfg(test)]
mod tests {
    use super::check_digit;

    #[test]
    fn the_check_digit_is_that_of_orcid() {
        for orcid in ["0000000218250097", "0000000151093700", "000000021694233X", "0000000000000001"] {
            assert_eq!(check_digit(orcid), orcid.chars().last(), "of {orcid}");
        }
        assert_eq!(check_digit("0000"), None);
        assert_eq!(check_digit("00000002182500é"), None);
    }
}

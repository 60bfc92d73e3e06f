//! One author in two spellings: each counts as a person of its own, and shows only a part of the papers.
//!
//! Spellings that `people` joins, or gives to two people, are in order, and so are two that are in one entry.

mod alike;
mod coauthors;
mod edits;
mod initials;
mod spelling;
mod swapped;

use std::collections::HashSet;

use offprint_core::fold;
use offprint_core::json::{Members, string};
use offprint_core::publication::Name;

use super::super::finding::Finding;
use super::super::list::{Entry, List, find};
use coauthors::Coauthors;
use spelling::{Spelling, spellings};

/// Two spellings, by number, that may be one author.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pair {
    /// The one to report.
    odd: usize,
    /// The one that it is probably meant to be.
    usual: usize,
    why: &'static str,
    /// Whether this alone says little: there must be somebody who writes with both.
    needs_coauthor: bool,
}

impl Pair {
    /// Returns the more frequent spelling is the usual one, or else the earlier one.
    fn of(spellings: &[Spelling], one: usize, other: usize, why: &'static str) -> Self {
        let weight = |at: usize| (spellings[at].entries.len(), usize::MAX - at);
        let (odd, usual) = if weight(one) < weight(other) { (one, other) } else { (other, one) };
        Self { odd, usual, why, needs_coauthor: false }
    }
}

/// Adds each spelling that is probably another one's, once.
pub(super) fn check(list: &List<'_>, findings: &mut Vec<Finding>) {
    let spellings = spellings(list);
    let coauthors = Coauthors::of(list, &spellings);
    let mut said = HashSet::new();
    for finder in [alike::pairs, swapped::pairs, initials::pairs, edits::pairs] {
        for pair in finder(&spellings) {
            let (odd, usual) = (&spellings[pair.odd], &spellings[pair.usual]);
            let likely = !pair.needs_coauthor || coauthors.common(odd, usual);
            if likely && is_suspicious(odd, usual) && said.insert(pair.odd) {
                findings.push(finding(list, odd, usual, pair.why));
            }
        }
    }
}

fn is_suspicious(odd: &Spelling, usual: &Spelling) -> bool {
    let settled = odd.person.is_some() && usual.person.is_some();
    let told_apart = odd.suffix != usual.suffix && !odd.suffix.is_empty() && !usual.suffix.is_empty();
    !settled && !told_apart && !odd.meets(usual)
}

fn finding(list: &List<'_>, odd: &Spelling, usual: &Spelling, why: &str) -> Finding {
    let (entry, other) = (&list.entries[odd.entries[0]], &list.entries[usual.entries[0]]);
    let (field, piece) = author(entry, odd);
    let (_, other_piece) = author(other, usual);
    let message = format!("`{}` may be `{}` in another spelling", odd.display, usual.display);
    let finding = list.warning("name-spelling", piece, message).field(field).label(why);
    let count = usual.entries.len();
    let others = format!("`{}`, in {count} {}", usual.display, if count == 1 { "entry" } else { "entries" });
    let finding = finding.related(list.source.span(other_piece), others).help(help(list, odd, usual));
    Finding { entry: Some(entry.reference()), ..finding }
}

fn help(list: &List<'_>, odd: &Spelling, usual: &Spelling) -> String {
    let (alias, name) = (&odd.display, &usual.display);
    if fold::key(alias) == fold::key(name) {
        return format!("They count as one author; write both `{name}`.");
    }
    let known = |spelling: &Spelling| spelling.person.and_then(|person| list.envelope().people.get(person));
    match (known(usual), known(odd)) {
        (Some(person), _) => {
            format!("If they are one, add \"{alias}\" to the aliases of \"{}\" in `people`.", person.name)
        }
        (_, Some(person)) => {
            format!("If they are one, add \"{name}\" to the aliases of \"{}\" in `people`.", person.name)
        }
        _ => format!("If they are one, add {{ \"name\": \"{name}\", \"aliases\": [\"{alias}\"] }} to `people`."),
    }
}

/// Returns the field in which an entry has a spelling, and its text.
fn author<'a>(entry: &Entry<'a>, spelling: &Spelling) -> (String, &'a str) {
    let authors = find(entry.text, "author").unwrap_or("[]");
    let is_it = |text: &str| name(text).is_some_and(|name| fold::key(&name.display()) == fold::key(&spelling.display));
    let found = Members::of(authors).enumerate().find(|(_, author)| is_it(author.value));
    match found {
        Some((at, author)) => (format!("author[{at}]"), author.value),
        None => ("author".to_owned(), entry.piece("author")),
    }
}

/// Returns a name from its text in the file.
fn name(text: &str) -> Option<Name> {
    let part = |field: &str| find(text, field).and_then(string).unwrap_or_default().into_boxed_str();
    let literal = string(text).map(String::into_boxed_str).unwrap_or_else(|| part("literal"));
    if !literal.is_empty() {
        return Some(Name::Literal(literal));
    }
    text.starts_with('{').then(|| Name::Parts {
        given: part("given"),
        family: part("family"),
        dropping: part("dropping-particle"),
        non_dropping: part("non-dropping-particle"),
        suffix: part("suffix"),
    })
}

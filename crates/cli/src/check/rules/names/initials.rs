//! Names that give less of the same: "D. Scott" and "David Scott", "David Scott" and "David J. Scott".

use std::collections::HashMap;

use super::Pair;
use super::spelling::Spelling;

/// Returns each spelling that a fuller one completes, unless fuller ones disagree: beside "John Smith" and "Jane Smith"
/// nobody can say who "J. Smith" is.
pub(super) fn pairs(spellings: &[Spelling]) -> Vec<Pair> {
    let mut groups: HashMap<(&str, Option<char>), Vec<usize>> = HashMap::new();
    for (at, spelling) in spellings.iter().enumerate() {
        if let Some(first) = spelling.given.first() {
            groups.entry((&spelling.family, first.chars().next())).or_default().push(at);
        }
    }
    let mut pairs = Vec::new();
    for group in groups.values().filter(|group| group.len() > 1) {
        for &at in group {
            let short = &spellings[at];
            let fuller: Vec<usize> =
                group.iter().copied().filter(|other| completes(&spellings[*other], short)).collect();
            let agree = |a: &usize, b: &usize| {
                let (a, b) = (&spellings[*a], &spellings[*b]);
                a.given == b.given || completes(a, b) || completes(b, a)
            };
            let first = fuller.first();
            if first.is_some_and(|_| fuller.iter().all(|a| fuller.iter().all(|b| agree(a, b)))) {
                let usual = fuller.iter().copied().max_by_key(|at| (spellings[*at].entries.len(), usize::MAX - at));
                pairs.extend(usual.map(|usual| Pair {
                    odd: at,
                    usual,
                    why: "gives less of the same name",
                    needs_coauthor: false,
                }));
            }
        }
    }
    pairs
}

/// Returns whether the given names of `full` say all that those of `short` say, and more.
fn completes(full: &Spelling, short: &Spelling) -> bool {
    let is_more = full.given_letters() > short.given_letters();
    let mut rest = full.given.iter();
    let mut names = short.given.iter();
    let first = rest.next().zip(names.next()).is_some_and(|(full, short)| fits(full, short));
    is_more && first && names.all(|name| rest.any(|full| fits(full, name)))
}

/// Returns whether a name is the other, or its initial; of one with a hyphen the initial of the whole or of each part.
fn fits(full: &str, short: &str) -> bool {
    let is_initial = |full: &str, short: &str| short.chars().count() == 1 && full.starts_with(short);
    let each = || {
        let (full, short): (Vec<&str>, Vec<&str>) = (full.split('-').collect(), short.split('-').collect());
        full.len() == short.len()
            && full.iter().zip(short).all(|(full, short)| *full == short || is_initial(full, short))
    };
    is_initial(full, short) || each()
}

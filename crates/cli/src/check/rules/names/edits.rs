//! Names one slip of the finger apart: "Madhavapeddy" and "Madhavapedy".
//!
//! Beside a short family name, "Xudong" and "Xutong" are mostly two people, so there a co-author in common is needed.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::Pair;
use super::spelling::Spelling;

/// Shorter parts of a name differ by a letter in too many people: "Zhang" and "Zheng", "Anna" and "Anne".
const LONG: usize = 6;

/// A slip is rare: what is in more entries than this is meant.
const MOST: usize = 2;

/// Returns each spelling that is one edit away from another.
///
/// Two words are at most one edit apart only if taking a letter from each, or from one, can make them equal. So pairs are
/// found by sorting what each leaves, and the time grows with the list and not with its square.
pub(super) fn pairs(spellings: &[Spelling]) -> Vec<Pair> {
    let mut left: Vec<(u64, usize)> = Vec::new();
    for (at, spelling) in spellings.iter().enumerate().filter(|(_, spelling)| !spelling.family.is_empty()) {
        let given = spelling.given.join(" ");
        if given.len() < LONG && spelling.family.len() < LONG {
            continue;
        }
        let whole: Vec<char> = given.chars().chain(['|']).chain(spelling.family.chars()).collect();
        left.push((hash(&whole, usize::MAX), at));
        left.extend((0..whole.len()).map(|gap| (hash(&whole, gap), at)));
    }
    left.sort_unstable();
    left.dedup();
    let mut pairs = Vec::new();
    for alike in left.chunk_by(|a, b| a.0 == b.0) {
        for (at, (_, one)) in alike.iter().enumerate() {
            for (_, other) in &alike[at + 1..] {
                let (a, b) = (&spellings[*one], &spellings[*other]);
                if is_slip(a, b) {
                    let short = a.family.len() < LONG || b.family.len() < LONG;
                    let pair = Pair::of(spellings, *one, *other, "one letter apart");
                    pairs.push(Pair { needs_coauthor: short, ..pair });
                }
            }
        }
    }
    pairs.sort_unstable_by_key(|pair| (pair.odd, pair.usual));
    pairs
}

fn hash(letters: &[char], gap: usize) -> u64 {
    let mut hasher = DefaultHasher::new();
    letters.iter().enumerate().filter(|(at, _)| *at != gap).for_each(|(_, letter)| letter.hash(&mut hasher));
    hasher.finish()
}

fn is_slip(one: &Spelling, other: &Spelling) -> bool {
    let rare = one.entries.len().min(other.entries.len()) <= MOST;
    let given = (one.given.join(" "), other.given.join(" "));
    rare && ((given.0 == given.1 && is_inner_edit(&one.family, &other.family))
        || (one.family == other.family && is_inner_edit(&given.0, &given.1)))
}

/// Returns whether two long words are one edit apart, inside: beginnings and ends tell people apart ("Martin" and
/// "Martina", "Christian" and "Christina").
fn is_inner_edit(one: &str, other: &str) -> bool {
    let ends = |word: &str| (word.chars().next(), word.chars().next_back());
    let long = |word: &str| word.chars().count() >= LONG;
    long(one) && long(other) && ends(one) == ends(other) && strsim::osa_distance(one, other) == 1
}

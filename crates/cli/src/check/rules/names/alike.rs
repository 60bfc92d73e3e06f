//! Names of the same letters: they differ in accents, case, hyphens, or in how umlauts are written.

use std::collections::HashMap;

use super::Pair;
use super::spelling::Spelling;

/// What German and Scandinavian letters become where they cannot be typed; folding only takes their marks.
const WRITTEN_OUT: [(char, &str); 6] = [('ä', "ae"), ('ö', "oe"), ('ü', "ue"), ('å', "aa"), ('ø', "oe"), ('æ', "ae")];

/// Returns each spelling that an earlier or more frequent one equals.
pub(super) fn pairs(spellings: &[Spelling]) -> Vec<Pair> {
    let mut same: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, spelling) in spellings.iter().enumerate() {
        same.entry(&spelling.key).or_default().push(at);
    }
    let mut pairs = Vec::new();
    for (at, spelling) in spellings.iter().enumerate() {
        let written_out = written_out(&spelling.display);
        let others = same.get(spelling.key.as_str()).into_iter().chain(same.get(written_out.as_str()));
        for other in others.flatten().filter(|other| **other != at) {
            pairs.push(Pair::of(spellings, at, *other, "differs only in accents, case, hyphens or spaces"));
        }
    }
    pairs
}

/// Returns the letters of a name with umlauts written out; empty where it has none.
fn written_out(name: &str) -> String {
    let lower = name.to_lowercase();
    if !lower.contains(WRITTEN_OUT.map(|(letter, _)| letter)) {
        return String::new();
    }
    let mut written = String::new();
    for c in lower.chars() {
        match WRITTEN_OUT.iter().find(|(letter, _)| *letter == c) {
            Some((_, letters)) => written.push_str(letters),
            None => written.push(c),
        }
    }
    offprint_core::fold::words(&written).concat()
}

//! Finding what a search text asks for, by the index.

use super::postings::{Occurrence, Postings};
use crate::library::Catalog;
use crate::query::Years;
use crate::search::{AS_TYPED, Clause, Field, Hits, Search, Sought, Typed, Widened, clause_score};

/// What a whole word weighs against a beginning.
const WHOLE_WORD: u32 = 2;

/// Entries matching fewer than one in this many of what a neighbouring spelling matches are taken for typing errors.
const RARE: u32 = 100;

/// The entries that hold one clause.
struct Matches {
    /// By entry, what its occurrences weigh; 0 where there is none.
    weights: Vec<u32>,
    /// How many entries have any.
    holding: u32,
}

impl Matches {
    fn of(weights: Vec<u32>) -> Self {
        let holding = weights.iter().filter(|weight| **weight > 0).count() as u32;
        Self { weights, holding }
    }
}

/// Finds the entries that hold all clauses, and tells which words were widened to a neighbouring spelling.
pub(super) fn find(postings: &Postings, catalog: &Catalog, search: &Search) -> (Hits, Vec<Widened>) {
    let entries = postings.entries();
    let mut scores = vec![AS_TYPED + 1; entries];
    let mut widened = Vec::new();
    for Clause { excluded, sought } in &search.clauses {
        match sought {
            Sought::Years(years) => keep_years(&mut scores, catalog, years, *excluded),
            Sought::Phrase { field, words, whole } => {
                let typed = phrase(postings, *field, words, *whole);
                if *excluded {
                    scores
                        .iter_mut()
                        .zip(&typed.weights)
                        .filter(|(_, weight)| **weight > 0)
                        .for_each(|(score, _)| *score = 0);
                    continue;
                }
                let near = match &words[..] {
                    [word] if !whole => neighbour(postings, *field, word, typed.holding),
                    _ => None,
                };
                keep(&mut scores, &typed, near.as_ref().map(|(_, matches)| matches));
                widened.extend(near.map(|(shown, _)| Widened { typed: words[0].clone(), shown }));
            }
        }
    }
    (Hits::new(scores), widened)
}

fn keep_years(scores: &mut [u32], catalog: &Catalog, years: &Years, excluded: bool) {
    for (score, entry) in scores.iter_mut().zip(0..) {
        if years.contains(catalog.year(entry)) == excluded {
            *score = 0;
        }
    }
}

/// Leaves the entries that match as typed or, below them, by the neighbouring spelling, and adds to their scores.
fn keep(scores: &mut [u32], typed: &Matches, near: Option<&Matches>) {
    let entries = scores.len() as u32;
    for (entry, score) in scores.iter_mut().enumerate().filter(|(_, score)| **score > 0) {
        let weight = typed.weights[entry];
        let near_weight = near.map_or(0, |near| near.weights[entry]);
        *score = match (weight, near) {
            (1.., _) => *score + clause_score(weight, typed.holding, entries),
            (0, Some(near)) if near_weight > 0 => {
                (*score & !AS_TYPED) + clause_score(near_weight, near.holding, entries)
            }
            _ => 0,
        };
    }
}

fn phrase(postings: &Postings, field: Option<Field>, words: &[String], whole: bool) -> Matches {
    match words {
        [word] => beginning(postings, field, word, whole),
        _ => side_by_side(postings, field, words, whole),
    }
}

/// Entries with a word that begins with, or is, `word`.
fn beginning(postings: &Postings, field: Option<Field>, word: &str, whole: bool) -> Matches {
    let mut weights = vec![0; postings.entries()];
    let exact = postings.exactly(word);
    if whole {
        exact.into_iter().for_each(|term| postings.weigh(term, field, WHOLE_WORD, &mut weights));
    } else {
        postings.beginning(word, &mut |term| {
            let factor = if exact == Some(term) { WHOLE_WORD } else { 1 };
            postings.weigh(term, field, factor, &mut weights);
        });
    }
    Matches::of(weights)
}

/// Entries in which the words stand side by side.
fn side_by_side(postings: &Postings, field: Option<Field>, words: &[String], whole: bool) -> Matches {
    let mut weights = vec![0; postings.entries()];
    let mut ends: Vec<Occurrence> = Vec::new();
    let Some((last, before)) = words.split_last() else { return Matches::of(weights) };
    for (at, word) in before.iter().enumerate() {
        let mut next = Vec::new();
        if let Some(term) = postings.exactly(word) {
            postings.occurrences(term, field, &mut |occurrence| {
                if at == 0 || follows(&ends, occurrence) {
                    next.push(occurrence);
                }
            });
        }
        ends = next;
        ends.sort_unstable_by_key(place);
    }
    let exact = postings.exactly(last);
    let mut close = |term: u32| {
        let factor = if exact == Some(term) { WHOLE_WORD } else { 1 };
        postings.occurrences(term, field, &mut |occurrence| {
            if follows(&ends, occurrence) {
                weights[occurrence.entry as usize] += postings.weight(occurrence.entry, occurrence.field) * factor;
            }
        });
    };
    if whole {
        exact.into_iter().for_each(close);
    } else {
        postings.beginning(last, &mut close);
    }
    Matches::of(weights)
}

/// Whether one of `ends` stands right before the occurrence.
fn follows(ends: &[Occurrence], next: Occurrence) -> bool {
    let before = next.position.checked_sub(1).map(|position| Occurrence { position, ..next });
    before.is_some_and(|before| ends.binary_search_by_key(&place(&before), place).is_ok())
}

/// Something by which occurrences are ordered: entry by entry, the head and the body of each apart.
fn place(occurrence: &Occurrence) -> (u32, bool, u32) {
    (occurrence.entry, occurrence.field == Field::Abstract, occurrence.position)
}

/// The spelling that `word` is likely to be a typing error of, and what has it: of the nearest terms the one that most
/// entries have a word beginning with, if they are many more than those that have the word as typed.
fn neighbour(postings: &Postings, field: Option<Field>, word: &str, holding: u32) -> Option<(String, Matches)> {
    let typed = Typed::new(word)?;
    if holding.saturating_mul(RARE) >= postings.entries() as u32 {
        return None;
    }
    let mut most = typed.most();
    let mut nearest = Vec::new();
    for term in 0..postings.terms() as u32 {
        match typed.distance(postings.term(term), most) {
            Some(0) | None => {}
            Some(distance) => {
                if distance < most {
                    nearest.clear();
                    most = distance;
                }
                nearest.push(term);
            }
        }
    }
    // Of many terms as near as each other a few are compared; there are never many that matter.
    let mut best: Option<(u32, Matches)> = None;
    for term in nearest {
        let matches = beginning(postings, field, postings.term(term), false);
        if best.as_ref().is_none_or(|(_, best)| matches.holding > best.holding) {
            best = Some((term, matches));
        }
    }
    let (term, matches) = best.filter(|(_, matches)| holding.saturating_mul(RARE) < matches.holding)?;
    Some((postings.term(term).to_owned(), matches))
}

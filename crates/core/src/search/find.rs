//! Finding what a search text asks for, in whatever knows which words an entry has.

use super::{AS_TYPED, Clause, Field, Hits, Search, Sought, Typed, Widened, clause_score};

/// Entries that have a word are taken for typing errors where this many times more have a neighbouring spelling.
const RARE: u32 = 100;

/// Texts of entries: a scan of a short list's, or an index of a long one's.
pub(crate) trait Corpus {
    /// How many entries there are.
    fn entries(&self) -> u32;
    /// By entry the sum of what its occurrences of the words weigh, which stand side by side: see [`super::weight`]. The
    /// last word may be the beginning of one, unless it must be `whole`.
    fn weights(&self, field: Option<Field>, words: &[String], whole: bool) -> Vec<u32>;
    /// Calls `each` with all words; with some of them repeatedly, if that is simpler.
    fn each_word(&self, each: &mut dyn FnMut(&str));
    /// The year of an entry.
    fn year(&self, entry: u32) -> Option<i32>;
}

/// The entries that hold one clause.
struct Matches {
    /// By entry; 0 where it does not hold.
    weights: Vec<u32>,
    /// In how many entries it holds.
    holding: u32,
}

impl Matches {
    fn of(corpus: &dyn Corpus, field: Option<Field>, words: &[String], whole: bool) -> Self {
        let weights = corpus.weights(field, words, whole);
        let holding = weights.iter().filter(|weight| **weight > 0).count() as u32;
        Self { weights, holding }
    }
}

/// Finds the entries in which all clauses hold, and says which words were widened to a neighbouring spelling.
pub(crate) fn find(corpus: &dyn Corpus, search: &Search) -> (Hits, Vec<Widened>) {
    let mut scores = vec![AS_TYPED + 1; corpus.entries() as usize];
    let mut widened = Vec::new();
    for Clause { excluded, sought } in &search.clauses {
        match sought {
            Sought::Years(years) => {
                drop_where(&mut scores, &|entry| years.contains(corpus.year(entry as u32)) == *excluded);
            }
            Sought::Phrase { field, words, whole } => {
                let typed = Matches::of(corpus, *field, words, *whole);
                if *excluded {
                    drop_where(&mut scores, &|entry| typed.weights[entry] > 0);
                    continue;
                }
                let near = match &words[..] {
                    [word] if !whole => neighbour(corpus, *field, word, typed.holding),
                    _ => None,
                };
                add_scores(&mut scores, &typed, near.as_ref().map(|(_, near)| near));
                widened.extend(near.map(|(shown, _)| Widened { typed: words[0].clone(), shown }));
            }
        }
    }
    (Hits::new(scores), widened)
}

fn drop_where(scores: &mut [u32], is_out: &dyn Fn(usize) -> bool) {
    for (entry, score) in scores.iter_mut().enumerate() {
        if is_out(entry) {
            *score = 0;
        }
    }
}

/// Leaves the entries that match as typed or, below them, by the neighbouring spelling, and adds to their scores.
fn add_scores(scores: &mut [u32], typed: &Matches, near: Option<&Matches>) {
    let entries = scores.len() as u32;
    for (entry, score) in scores.iter_mut().enumerate().filter(|(_, score)| **score > 0) {
        let near = near.filter(|near| near.weights[entry] > 0);
        *score = match (typed.weights[entry], near) {
            (weight @ 1.., _) => *score + clause_score(weight, typed.holding, entries),
            (0, Some(near)) => (*score & !AS_TYPED) + clause_score(near.weights[entry], near.holding, entries),
            _ => 0,
        };
    }
}

/// The spelling that `word` is likely to be an error for, and what has it: of the nearest words the one that most entries
/// have a word beginning with, where these are many more than the `holding` entries that have the word as typed.
fn neighbour(corpus: &dyn Corpus, field: Option<Field>, word: &str, holding: u32) -> Option<(String, Matches)> {
    let typed = Typed::new(word)?;
    if holding.saturating_mul(RARE) >= corpus.entries() {
        return None;
    }
    let mut best: Option<(String, Matches)> = None;
    for word in nearest(corpus, &typed) {
        let words = [word];
        let matches = Matches::of(corpus, field, &words, false);
        let [word] = words;
        if holding.saturating_mul(RARE) < matches.holding
            && best.as_ref().is_none_or(|(_, best)| matches.holding > best.holding)
        {
            best = Some((word, matches));
        }
    }
    best
}

/// The words with the fewest errors against the typed one, each once, in alphabetical order.
fn nearest(corpus: &dyn Corpus, typed: &Typed) -> Vec<String> {
    let mut most = typed.most();
    let mut nearest: Vec<String> = Vec::new();
    corpus.each_word(&mut |word| {
        let Some(distance @ 1..) = typed.distance(word, most) else { return };
        if distance < most {
            nearest.clear();
            most = distance;
        }
        if let Err(at) = nearest.binary_search_by(|known| known.as_str().cmp(word)) {
            nearest.insert(at, word.to_owned());
        }
    });
    nearest
}

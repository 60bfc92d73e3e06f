//! Which entries match a search, and how well.

use super::clause::{Clause, Field, Search, Sought};
use super::forms::forms;
use super::rank::{AS_FORM, AS_NAME, AS_TYPED, LEVEL, rarity, saturated, with_clause};
use super::widen::{Widened, widen};
use crate::fold::Needle;

/// What is searched: the texts of a short list, or the index of a long one.
pub(crate) trait Corpus {
    /// Returns how many entries there are.
    fn entries(&self) -> u32;
    /// Looks for words that are side by side.
    fn weigh(&self, field: Option<Field>, needle: &Needle) -> Found;
    /// Looks for any of some whole words.
    fn weigh_any(&self, field: Option<Field>, words: &[String]) -> Found;
    /// Returns how many entries have words side by side.
    fn holding(&self, field: Option<Field>, needle: &Needle) -> u32 {
        self.weigh(field, needle).holding
    }
    /// Hands over every entry one of whose names has all of some whole words.
    fn each_named(&self, words: &[&str], take: &mut dyn FnMut(u32));
    /// Hands over every word of any field that so many edits can make of `word`, and others; a scan does so again for each
    /// time that one is there.
    fn each_near(&self, word: &str, most: usize, take: &mut dyn FnMut(&str));
    /// Returns the year of an entry.
    fn year(&self, entry: u32) -> Option<i32>;
}

/// Where something was found.
pub(crate) struct Found {
    /// By entry: the sum of the weights of all places; 0 where there is none, and nothing where no entry has any.
    pub(crate) weights: Vec<u32>,
    /// How many entries have any.
    pub(crate) holding: u32,
}

impl Found {
    /// Returns that nothing was found.
    pub(crate) fn nothing() -> Self {
        Self { weights: Vec::new(), holding: 0 }
    }

    pub(crate) fn new(weights: Vec<u32>) -> Self {
        let holding = weights.iter().filter(|weight| **weight > 0).count() as u32;
        Self { weights, holding }
    }

    /// Gives each entry that has it and no score yet one of this level.
    fn score(&self, level: u32, scores: &mut [u32]) {
        let rarity = rarity(self.holding, scores.len() as u32);
        for (score, weights) in scores.iter_mut().zip(&self.weights).filter(|(score, _)| **score == 0) {
            if *weights > 0 {
                *score = level | (rarity * saturated(*weights)).max(1);
            }
        }
    }
}

/// Which entries match, and how well.
#[derive(Debug)]
pub struct Hits {
    scores: Vec<u32>,
    /// Words that were searched beside those that were typed.
    pub widened: Vec<Widened>,
}

impl Hits {
    /// Returns the hits of a search in which nothing is a word.
    pub(crate) fn none() -> Self {
        Self { scores: Vec::new(), widened: Vec::new() }
    }

    /// By entry how well it matches; 0 if not.
    pub fn scores(&self) -> &[u32] {
        &self.scores
    }

    /// Returns whether the entry matches.
    pub fn contains(&self, entry: u32) -> bool {
        self.scores.get(entry as usize).is_some_and(|score| *score > 0)
    }
}

/// Finds the entries for which all clauses hold.
///
/// A clause is scored by how many entries hold it whether or not they match in all else.
pub(crate) fn find(corpus: &dyn Corpus, search: &Search) -> Hits {
    let mut finder = Finder { corpus, is_excluding: false, widened: Vec::new() };
    let mut scores = finder.all(&search.clauses);
    finder.raise_names(search, &mut scores);
    Hits { scores, widened: finder.widened }
}

struct Finder<'a> {
    corpus: &'a dyn Corpus,
    /// Whether what is found is to be left out: then it is only what was typed.
    is_excluding: bool,
    widened: Vec<Widened>,
}

impl Finder<'_> {
    /// Returns the score of every entry for one clause: 0 where it does not hold.
    fn score(&mut self, clause: &Clause) -> Vec<u32> {
        let outer = self.is_excluding;
        self.is_excluding |= clause.excluded;
        let mut scores = match &clause.sought {
            Sought::Years(years) => {
                let year = |entry| years.contains(self.corpus.year(entry));
                (0..self.corpus.entries()).map(|entry| if year(entry) { AS_TYPED } else { 0 }).collect()
            }
            Sought::Phrase { field, words, whole, .. } => self.phrase(clause, *field, &Needle::new(words, *whole)),
            Sought::Any(clauses) => self.any(clauses),
            Sought::All(clauses) => self.all(clauses),
        };
        self.is_excluding = outer;
        if clause.excluded {
            scores.iter_mut().for_each(|score| *score = if *score == 0 { AS_TYPED } else { 0 });
        }
        scores
    }

    /// Scores each entry by the clause that it matches best.
    fn any(&mut self, clauses: &[Clause]) -> Vec<u32> {
        let mut best = vec![0; self.corpus.entries() as usize];
        for clause in clauses {
            best.iter_mut().zip(self.score(clause)).for_each(|(best, score)| *best = score.max(*best));
        }
        best
    }

    fn all(&mut self, clauses: &[Clause]) -> Vec<u32> {
        let Some((first, others)) = clauses.split_first() else {
            return vec![AS_TYPED; self.corpus.entries() as usize];
        };
        let mut sums = self.score(first);
        for clause in others {
            for (sum, score) in sums.iter_mut().zip(self.score(clause)) {
                *sum = if *sum == 0 || score == 0 { 0 } else { with_clause(*sum, score) };
            }
        }
        sums
    }

    /// Scores each entry by what was typed; one without that by other forms of the word, else by a near word.
    fn phrase(&mut self, clause: &Clause, field: Option<Field>, needle: &Needle) -> Vec<u32> {
        let mut scores = vec![0; self.corpus.entries() as usize];
        let typed = self.corpus.weigh(field, needle);
        typed.score(AS_TYPED, &mut scores);
        let Some(word) = clause.plain_word().filter(|_| !self.is_excluding) else { return scores };
        let forms = forms(word);
        if !forms.is_empty() {
            let found = self.corpus.weigh_any(field, &forms);
            found.score(AS_FORM, &mut scores);
            if found.holding > 0 {
                return scores;
            }
        }
        let near = clause.forgiven_word().and_then(|word| widen(self.corpus, word, field, typed.holding));
        if let Some(near) = near {
            near.found.score(0, &mut scores);
            Widened { typed: word.to_owned(), shown: near.word }.join(&mut self.widened);
        }
        scores
    }

    /// Puts the entries first that have all typed words in one name, where there are several.
    fn raise_names(&self, search: &Search, scores: &mut [u32]) {
        let mut words: Vec<&str> = Vec::new();
        let mut are_plain = true;
        for clause in &search.clauses {
            clause.each_phrase(&mut |phrase| match &phrase.sought {
                Sought::Phrase { is_form: true, .. } => {}
                Sought::Phrase { field: None, words: typed, whole: false, .. } => {
                    words.extend(typed.iter().map(String::as_str));
                }
                _ => are_plain = false,
            });
        }
        if are_plain && words.len() > 1 {
            self.corpus.each_named(&words, &mut |entry| {
                if let Some(score) = scores.get_mut(entry as usize).filter(|score| **score & LEVEL == AS_TYPED) {
                    *score |= AS_NAME;
                }
            });
        }
    }
}

//! Terms in the order of their texts, which is made slice by slice.

use super::terms::Terms;

/// Terms in the order of their texts, once all are known.
#[derive(Debug, Default)]
pub(super) struct Alphabet {
    terms: Vec<u32>,
    /// Where in `terms` those begin that share a first byte, and where the last of them end.
    borders: Vec<u32>,
    /// So many of these parts are in order.
    ordered: usize,
}

impl Alphabet {
    /// Puts some more terms in order; whether there is more to do. To be called when no more terms are to come.
    pub(super) fn sort(&mut self, texts: &Terms) -> bool {
        if self.borders.is_empty() {
            self.gather(texts);
        } else if let Some(&[start, end]) = self.borders.windows(2).nth(self.ordered) {
            let part = &mut self.terms[start as usize..end as usize];
            part.sort_unstable_by(|a, b| texts.text(*a).cmp(texts.text(*b)));
            self.ordered += 1;
        }
        self.ordered + 1 < self.borders.len()
    }

    /// Puts the terms together that begin with the same byte.
    fn gather(&mut self, texts: &Terms) {
        let first = |term: u32| usize::from(texts.text(term).as_bytes()[0]);
        let all = 0..texts.len() as u32;
        let mut starts = vec![0u32; 0x101];
        all.clone().for_each(|term| starts[first(term) + 1] += 1);
        (1..starts.len()).for_each(|at| starts[at] += starts[at - 1]);
        self.borders = starts.clone();
        self.terms = vec![0; texts.len()];
        for term in all {
            let start = &mut starts[first(term)];
            self.terms[*start as usize] = term;
            *start += 1;
        }
    }

    /// Calls `each` for every term that begins with `word`.
    pub(super) fn beginning(&self, word: &str, texts: &Terms, each: &mut dyn FnMut(u32)) {
        if self.ordered > 0 && self.ordered + 1 == self.borders.len() {
            let start = self.terms.partition_point(|term| texts.text(*term) < word);
            let begins = |term: &&u32| texts.text(**term).starts_with(word);
            self.terms[start..].iter().take_while(begins).for_each(|term| each(*term));
        } else {
            (0..texts.len() as u32).filter(|term| texts.text(*term).starts_with(word)).for_each(each);
        }
    }
}

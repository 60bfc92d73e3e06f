//! What the words that begin with one letter weigh.
//!
//! The first key of a search asks for a quarter of all words in half of all entries, most of them rare ones that lie
//! anywhere in memory. So their weights are summed up as they are indexed.

/// Sums for each letter of ASCII; words that begin with something else are few.
const LETTERS: usize = 26;

/// Sums are taken for as many entries at once.
const BLOCK: usize = 1 << 10;

/// By letter and entry.
#[derive(Debug)]
struct Block([[u16; BLOCK]; LETTERS]);

/// The sums of all entries.
#[derive(Debug, Default)]
pub(super) struct Letters {
    blocks: Vec<Box<Block>>,
    /// Whether a sum is too great to be told.
    is_over: [bool; LETTERS],
}

/// How often words begin with each letter in one text; a word that is nothing else counts twice, as whole words do.
#[derive(Default)]
pub(super) struct Counts([u32; LETTERS]);

impl Counts {
    #[inline(always)]
    pub(super) fn add(&mut self, word: &[u8]) {
        if let Some(count) = word.first().and_then(|first| self.0.get_mut(usize::from(first.wrapping_sub(b'a')))) {
            *count += 1 + u32::from(word.len() == 1);
        }
    }
}

impl Letters {
    /// Adds what is in a text of an entry, where each beginning has this weight.
    pub(super) fn add(&mut self, entry: u32, counts: &Counts, weight: u32) {
        let (block, at) = (entry as usize / BLOCK, entry as usize % BLOCK);
        while self.blocks.len() <= block {
            self.blocks.push(Box::new(Block([[0; BLOCK]; LETTERS])));
        }
        let sums = self.blocks[block].0.iter_mut().map(|letter| &mut letter[at]);
        for ((sum, count), is_over) in sums.zip(&counts.0).zip(&mut self.is_over) {
            let new = count.saturating_mul(weight).saturating_add(u32::from(*sum));
            *is_over |= new > u32::from(u16::MAX);
            *sum = new as u16;
        }
    }

    /// By entry what the words weigh that begin with `word`, where that is one letter.
    pub(super) fn weights(&self, word: &str, entries: usize) -> Option<Vec<u32>> {
        let &[letter] = word.as_bytes() else { return None };
        let letter = usize::from(letter.wrapping_sub(b'a'));
        if *self.is_over.get(letter)? {
            return None;
        }
        let mut weights: Vec<u32> = Vec::with_capacity(self.blocks.len() * BLOCK);
        self.blocks.iter().for_each(|block| weights.extend(block.0[letter].iter().map(|sum| u32::from(*sum))));
        weights.resize(entries, 0);
        Some(weights)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_told_until_one_of_them_is_too_great() {
        let mut letters = Letters::default();
        let mut counts = Counts::default();
        ["a", "ab", "b2", "2a", "é"].iter().for_each(|word| counts.add(word.as_bytes()));
        letters.add(1, &counts, 7);
        assert_eq!(letters.weights("a", 3), Some(vec![0, 21, 0]));
        assert_eq!(letters.weights("b", 1), Some(vec![0]));
        assert_eq!((letters.weights("2", 3), letters.weights("ab", 3)), (None, None));
        letters.add(1, &counts, 40_000);
        assert_eq!(letters.weights("a", 3), None);
        assert_eq!(letters.weights("b", 2), Some(vec![0, 40_007]));
    }
}

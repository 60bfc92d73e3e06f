//! The terms met lately.

use crate::fold::Word;

/// Terms met lately, by their texts: nine of ten words are found here without a look into the whole dictionary, which
/// is far larger than the processor's cache.
#[derive(Debug)]
pub(super) struct Frequent {
    /// A word of up to 16 bytes, filled up with zeros, and its number.
    slots: Vec<([u64; 2], u32)>,
}

const FREQUENT: usize = 1 << 14;

impl Default for Frequent {
    fn default() -> Self {
        Self { slots: vec![([0; 2], 0); FREQUENT] }
    }
}

impl Frequent {
    /// Returns the number of a word, which `find` finds where the word was not met lately.
    #[inline(always)]
    pub(super) fn get(&mut self, word: Word<'_>, find: impl FnOnce(&str) -> u32) -> u32 {
        let Some(key) = word.key() else { return find(word.text()) };
        let hash = (key[0] ^ key[1].rotate_left(23)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let slot = &mut self.slots[(hash >> 50) as usize % FREQUENT];
        if slot.0 != key {
            *slot = (key, find(word.text()));
        }
        slot.1
    }
}

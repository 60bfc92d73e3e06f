//! Sets of entries.

/// A set of entries, one bit each: that of a long list stays in the processor's nearest cache.
#[derive(Default)]
pub(super) struct Set {
    words: Vec<u64>,
    entries: u32,
}

impl Set {
    /// Returns those of so many entries that it `holds`, asked in ascending order.
    pub(super) fn of(entries: u32, mut holds: impl FnMut(u32) -> bool) -> Self {
        let mut words = vec![0; entries.div_ceil(64) as usize];
        for entry in (0..entries).filter(|entry| holds(*entry)) {
            words[entry as usize / 64] |= 1 << (entry % 64);
        }
        Self { words, entries }
    }

    /// Returns how many entries are in it.
    pub(super) fn len(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// Returns whether more than half of all entries are in it.
    pub(super) fn is_most(&self) -> bool {
        self.len() > self.entries / 2
    }

    /// Calls `each` with the entries that are in it or, where `absent`, with all others, in ascending order.
    pub(super) fn each(&self, absent: bool, each: &mut dyn FnMut(u32)) {
        for (word, start) in self.words.iter().zip(0..) {
            let mut rest = if absent { !word } else { *word };
            while rest != 0 {
                let entry = 64 * start + rest.trailing_zeros();
                if entry < self.entries {
                    each(entry);
                }
                rest &= rest - 1;
            }
        }
    }

    /// Returns the entries that are in it, in the order of a list of all entries.
    pub(super) fn in_order(&self, all: &[u32]) -> Vec<u32> {
        let mut entries = vec![0; self.len() as usize + 1];
        let mut length = 0;
        // Without a jump for each entry, which the processor could not guess.
        for &entry in all {
            entries[length] = entry;
            length += (self.words[entry as usize / 64] >> (entry % 64) & 1) as usize;
        }
        entries.truncate(length);
        entries
    }
}

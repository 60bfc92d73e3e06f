//! A table from texts to numbers.

/// Numbers by text, found in constant time.
///
/// The standard library's map would be 2 kB more of the page (brotli): it guards against texts that are chosen to collide, and it can
/// be emptied, shrunk and walked. Here whoever chooses the texts publishes the list, and a table is only filled and asked.
/// All texts stand in one string, which for short ones takes a third of the memory of a string each.
#[derive(Debug, Default)]
pub(crate) struct Index {
    texts: String,
    /// Where each text ends in `texts`.
    ends: Vec<u32>,
    numbers: Vec<u32>,
    /// Positions in `numbers`, or [`FREE`]; a text's own is the first one free at the time, from its hash on. There are a
    /// power of two of them, and at least a third are free. The bits that no position needs are those of the hash: few
    /// texts that are not the same are ever compared, which would be slow, as each lies somewhere else in memory.
    slots: Vec<u32>,
}

const FREE: u32 = u32::MAX;

impl Index {
    /// The number of a text.
    pub(crate) fn get(&self, text: &str) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        let (slot, _) = self.slot(text);
        self.numbers.get(self.position(self.slots[slot])).copied()
    }

    /// The number of a text, which is `new` where it had none.
    pub(crate) fn get_or_insert(&mut self, text: &str, new: u32) -> &mut u32 {
        if self.numbers.len() * 3 >= self.slots.len() * 2 {
            self.grow();
        }
        let (slot, hash) = self.slot(text);
        if self.slots[slot] == FREE {
            self.slots[slot] = hash & !self.mask() | self.numbers.len() as u32;
            self.texts.push_str(text);
            self.ends.push(self.texts.len() as u32);
            self.numbers.push(new);
        }
        let at = self.position(self.slots[slot]);
        &mut self.numbers[at]
    }

    /// How many texts there are.
    pub(crate) fn len(&self) -> usize {
        self.numbers.len()
    }

    /// The text that came as number `at`, counted from 0.
    pub(crate) fn text(&self, at: u32) -> &str {
        let at = at as usize;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.texts[start as usize..self.ends[at] as usize]
    }

    /// All numbers, in the order in which their texts came.
    pub(crate) fn numbers_mut(&mut self) -> &mut [u32] {
        &mut self.numbers
    }

    fn grow(&mut self) {
        self.slots = vec![FREE; (self.slots.len() * 2).max(16)];
        for at in 0..self.numbers.len() as u32 {
            let (slot, hash) = self.slot(self.text(at));
            self.slots[slot] = hash & !self.mask() | at;
        }
    }

    /// The bits of a slot that are a position.
    fn mask(&self) -> u32 {
        self.slots.len() as u32 - 1
    }

    fn position(&self, slot: u32) -> usize {
        (slot & self.mask()) as usize
    }

    /// The slot of a text or, where it is not in the table, the free one that it would take; and its hash.
    fn slot(&self, text: &str) -> (usize, u32) {
        let (hash, mask) = (hash(text), self.mask());
        let mut at = (hash & mask) as usize;
        loop {
            let slot = self.slots[at];
            let is_it = || (slot ^ hash) & !mask == 0 && self.text(slot & mask) == text;
            if slot == FREE || is_it() {
                return (at, hash);
            }
            at = (at + 1) & mask as usize;
        }
    }
}

/// Multiplies four bytes at a time, as Fx does: short, and good enough for names.
fn hash(text: &str) -> u32 {
    let mix = |hash: u32, part: u32| (hash.rotate_left(5) ^ part).wrapping_mul(0x9e37_79b1);
    let (parts, rest) = text.as_bytes().as_chunks::<4>();
    let hash = parts.iter().fold(text.len() as u32, |hash, part| mix(hash, u32::from_le_bytes(*part)));
    let hash = rest.iter().fold(hash, |hash, byte| mix(hash, u32::from(*byte)));
    hash ^ hash >> 15
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_its_number_while_the_table_grows() {
        let mut index = Index::default();
        assert_eq!(index.get("0"), None);
        for number in 0..1000 {
            assert_eq!(*index.get_or_insert(&number.to_string(), number), number);
            assert_eq!(*index.get_or_insert("0", number), 0);
        }
        for number in 0..1000 {
            assert_eq!(index.get(&number.to_string()), Some(number));
            assert_eq!(index.text(number), number.to_string());
        }
        assert_eq!((index.get(""), index.get("1000"), index.len()), (None, None, 1000));
        index.numbers_mut().iter_mut().for_each(|number| *number += 1);
        assert_eq!(index.get("7"), Some(8));
    }
}

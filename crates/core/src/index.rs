//! A table from texts to numbers.

/// Numbers by text, found in constant time.
///
/// The standard library's map would be 2 kB more of the page (brotli): it guards against texts that are chosen to collide, and it can
/// be emptied, shrunk and walked. Here whoever chooses the texts publishes the list, and a table is only filled and asked.
#[derive(Debug, Default)]
pub(crate) struct Index {
    entries: Vec<(Box<str>, u32)>,
    /// Positions in `entries`, or [`FREE`]; a text's own is the first one free at the time, from its hash on. There are a
    /// power of two of them, and at least half are free.
    slots: Vec<u32>,
}

const FREE: u32 = u32::MAX;

impl Index {
    /// The number of a text.
    pub(crate) fn get(&self, text: &str) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        self.entries.get(self.slots[self.slot(text)] as usize).map(|(_, number)| *number)
    }

    /// The number of a text, which is `new` where it had none.
    pub(crate) fn get_or_insert(&mut self, text: &str, new: u32) -> &mut u32 {
        if self.entries.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(text);
        if self.slots[slot] == FREE {
            self.slots[slot] = self.entries.len() as u32;
            self.entries.push((text.into(), new));
        }
        &mut self.entries[self.slots[slot] as usize].1
    }

    /// All numbers, in the order in which their texts came.
    pub(crate) fn numbers_mut(&mut self) -> impl Iterator<Item = &mut u32> {
        self.entries.iter_mut().map(|(_, number)| number)
    }

    fn grow(&mut self) {
        self.slots = vec![FREE; (self.slots.len() * 2).max(16)];
        for at in 0..self.entries.len() {
            let slot = self.slot(&self.entries[at].0);
            self.slots[slot] = at as u32;
        }
    }

    /// The slot of a text or, where it is not in the table, the free one that it would take.
    fn slot(&self, text: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash(text) as usize & mask;
        while let Some((known, _)) = self.entries.get(self.slots[slot] as usize)
            && **known != *text
        {
            slot = (slot + 1) & mask;
        }
        slot
    }
}

/// FNV-1a: short, and good enough for names.
fn hash(text: &str) -> u32 {
    let mut hash: u32 = 0x811c_9dc5;
    for byte in text.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash
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
        }
        assert_eq!((index.get(""), index.get("1000")), (None, None));
        index.numbers_mut().for_each(|number| *number += 1);
        assert_eq!(index.get("7"), Some(8));
    }
}

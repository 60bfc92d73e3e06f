//! A file of abstracts: an object of texts by id, read while it arrives.

use super::decoder::Decoder;
use super::store::Store;
use crate::json::{End, Members, string};

/// Abstracts out of a file of their own.
#[derive(Debug, Default)]
pub(super) struct Abstracts {
    store: Store,
    /// By entry, one more than the number in `store`; 0 for none.
    numbers: Vec<u32>,
    decoder: Decoder,
    buffer: String,
    is_begun: bool,
    is_ended: bool,
    /// The buffer is not looked at again before it holds this many bytes.
    patience: usize,
}

impl Abstracts {
    /// Takes the next piece of the file. `entry` finds the entry of an id; the first abstract of each stays.
    pub(super) fn feed(&mut self, piece: &[u8], entry: &dyn Fn(&str) -> Option<u32>) {
        self.decoder.push(piece, false, &mut self.buffer);
        if !self.is_begun {
            let start = self.buffer.trim_start_matches('\u{feff}').trim_ascii_start();
            self.is_begun = start.starts_with('{');
            let blank = self.buffer.len() - start.len();
            self.buffer.drain(..blank + usize::from(self.is_begun));
        }
        if self.is_begun && self.buffer.len() >= self.patience {
            self.take(false, entry);
        }
    }

    /// Ends the file; whether it was such an object, and whole.
    pub(super) fn end(&mut self, entry: &dyn Fn(&str) -> Option<u32>) -> bool {
        if self.is_begun && !self.is_ended {
            self.take(true, entry);
        }
        self.buffer = String::new();
        self.is_ended
    }

    /// Takes what is in the buffer. More may come of its last member, unless the file has ended.
    fn take(&mut self, is_last: bool, entry: &dyn Fn(&str) -> Option<u32>) {
        let buffer = std::mem::take(&mut self.buffer);
        let mut walk = Members::inside(&buffer, b'}');
        let mut taken = 0;
        while let Some(member) = walk.next().filter(|_| is_last || walk.end().is_none()) {
            let text = string(member.value).filter(|text| !text.trim().is_empty());
            if let (Some(entry), Some(text)) = (member.decoded_key().and_then(|id| entry(&id)), text) {
                self.add(entry, &text);
            }
            taken = walk.offset();
        }
        self.is_ended = walk.end() == Some(End::Closed);
        self.buffer = buffer;
        self.buffer.drain(..taken);
        self.patience = 2 * self.buffer.len();
    }

    fn add(&mut self, entry: u32, text: &str) {
        let entry = entry as usize;
        if self.numbers.len() <= entry {
            self.numbers.resize(entry + 1, 0);
        }
        if self.numbers[entry] == 0 {
            self.store.push(text);
            self.numbers[entry] = self.store.len();
        }
    }

    /// Hands the abstract of an entry to `read`.
    pub(super) fn with<T>(&self, entry: u32, read: impl FnOnce(&str) -> T) -> Option<T> {
        let number = self.numbers.get(entry as usize)?.checked_sub(1)?;
        self.store.with(number, read)
    }
}

//! Texts kept compressed, one by one at hand.

use std::cell::RefCell;

/// Texts are compressed together up to this many bytes: more would compress little better, and take longer to unpack
/// for the sake of one of them.
const BLOCK: usize = 32 * 1024;

/// Texts numbered from 0 in the order in which they came.
#[derive(Debug, Default)]
pub(super) struct Store {
    blocks: Vec<Block>,
    /// The block that is being filled.
    open: Vec<u8>,
    /// The number of the first text in it.
    open_first: u32,
    /// Where each text begins in its block.
    starts: Vec<u32>,
    unpacked: RefCell<Unpacked>,
}

#[derive(Debug)]
struct Block {
    /// The number of its first text.
    first: u32,
    length: usize,
    packed: Box<[u8]>,
}

/// The block unpacked last: texts are mostly asked for in their order.
#[derive(Debug, Default)]
struct Unpacked {
    block: Option<usize>,
    bytes: Vec<u8>,
}

impl Store {
    pub(super) fn push(&mut self, text: &str) {
        if !self.open.is_empty() && self.open.len() + text.len() > BLOCK {
            self.close();
        }
        self.starts.push(self.open.len() as u32);
        self.open.extend_from_slice(text.as_bytes());
    }

    /// Returns how many texts there are.
    pub(super) fn len(&self) -> u32 {
        self.starts.len() as u32
    }

    /// Hands a text to `read`.
    pub(super) fn with<T>(&self, number: u32, read: impl FnOnce(&str) -> T) -> Option<T> {
        let start = *self.starts.get(number as usize)? as usize;
        let next = self.starts.get(number as usize + 1).map_or(0, |next| *next as usize);
        if number >= self.open_first {
            return text(&self.open, start, next).map(read);
        }
        let block = self.blocks.partition_point(|block| block.first <= number).checked_sub(1)?;
        let mut unpacked = self.unpacked.borrow_mut();
        if unpacked.block != Some(block) {
            let Block { length, packed, .. } = &self.blocks[block];
            unpacked.block = None;
            unpacked.bytes.resize(*length, 0);
            lz4_flex::block::decompress_into(packed, &mut unpacked.bytes).ok()?;
            unpacked.block = Some(block);
        }
        text(&unpacked.bytes, start, next).map(read)
    }

    fn close(&mut self) {
        let packed = lz4_flex::block::compress(&self.open).into_boxed_slice();
        self.blocks.push(Block { first: self.open_first, length: self.open.len(), packed });
        self.open.clear();
        self.open_first = self.starts.len() as u32;
    }
}

/// Returns the text from `start` to where the next one begins, which is the block's end where that is in another block.
fn text(bytes: &[u8], start: usize, next: usize) -> Option<&str> {
    let end = if next > start { next } else { bytes.len() };
    std::str::from_utf8(bytes.get(start..end)?).ok()
}

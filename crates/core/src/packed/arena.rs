//! Memory for very many byte strings that grow side by side.
//!
//! A string is a chain of slices, each twice as long as the one before up to [`LARGEST`], so that at most half of it is
//! unused, and nothing is ever moved or freed while the strings grow.

/// The smallest slice and the largest: 8 bytes hold a word that occurs once, 2,048 are read as fast as one piece.
const SMALLEST: u32 = 8;
const CLASSES: u8 = 9;
const LARGEST: u8 = CLASSES - 1;

/// At the end of each slice stands where the next one is.
const LINK: u32 = 4;

const PAGE_BITS: u32 = 16;
const PAGE: u32 = 1 << PAGE_BITS;

/// The memory. Each page holds slices of one length, so that a slice begins at a multiple of its length.
#[derive(Debug, Default)]
pub(super) struct Arena {
    pages: Vec<Box<[u8; PAGE as usize]>>,
    /// For each length, where its next slice will be; a multiple of [`PAGE`] where there is none left.
    free: [u32; CLASSES as usize],
}

/// One byte string; empty at first.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Chain {
    first: u32,
    /// Where the next byte goes.
    at: u32,
    class: u8,
    begun: bool,
}

impl Arena {
    /// Appends a number, seven bits a byte, lowest first.
    #[inline]
    pub(super) fn put(&mut self, chain: &mut Chain, mut number: u32) {
        while number >= 0x80 {
            self.push(chain, number as u8 | 0x80);
            number >>= 7;
        }
        self.push(chain, number as u8);
    }

    #[inline(always)]
    fn push(&mut self, chain: &mut Chain, byte: u8) {
        let size = SMALLEST << chain.class;
        if chain.at & (size - 1) == size - LINK || !chain.begun {
            self.extend(chain);
        }
        self.pages[(chain.at >> PAGE_BITS) as usize][(chain.at % PAGE) as usize] = byte;
        chain.at += 1;
    }

    /// Adds a slice to a chain.
    #[inline(never)]
    fn extend(&mut self, chain: &mut Chain) {
        if chain.begun {
            let next = (chain.class + 1).min(LARGEST);
            let start = self.slice(next);
            let link = (chain.at % PAGE) as usize;
            self.pages[(chain.at >> PAGE_BITS) as usize][link..link + LINK as usize]
                .copy_from_slice(&start.to_le_bytes());
            (chain.at, chain.class) = (start, next);
        } else {
            *chain = Chain { first: self.slice(0), begun: true, ..*chain };
            chain.at = chain.first;
        }
    }

    /// A slice that nobody has.
    fn slice(&mut self, class: u8) -> u32 {
        let free = &mut self.free[class as usize];
        if free.is_multiple_of(PAGE) {
            *free = (self.pages.len() as u32) << PAGE_BITS;
            self.pages.push(Box::new([0; PAGE as usize]));
        }
        let start = *free;
        *free += SMALLEST << class;
        start
    }

    fn bytes(&self, at: u32, length: u32) -> &[u8] {
        let start = at % PAGE;
        &self.pages[(at >> PAGE_BITS) as usize][start as usize..(start + length) as usize]
    }

    /// The chain's slices in order.
    fn slices(&self, chain: Chain) -> impl Iterator<Item = &[u8]> {
        let mut next = chain.begun.then_some((chain.first, 0u8));
        std::iter::from_fn(move || {
            let (start, class) = next?;
            let size = SMALLEST << class;
            let is_last = chain.at.wrapping_sub(start) <= size - LINK && chain.class == class;
            if is_last {
                next = None;
                return Some(self.bytes(start, chain.at - start));
            }
            let link = self.bytes(start + size - LINK, LINK);
            next = Some((u32::from_le_bytes([link[0], link[1], link[2], link[3]]), (class + 1).min(LARGEST)));
            Some(self.bytes(start, size - LINK))
        })
    }

    /// Calls `each` for every number that was put, in order.
    #[inline(always)]
    pub(super) fn each(&self, chain: Chain, mut each: impl FnMut(u32)) {
        let (mut number, mut shift) = (0u32, 0);
        for slice in self.slices(chain) {
            for &byte in slice {
                if byte < 0x80 {
                    each(number | u32::from(byte) << shift);
                    (number, shift) = (0, 0);
                } else {
                    number |= u32::from(byte & 0x7f) << shift;
                    shift += 7;
                }
            }
        }
    }

    /// Calls `each` for the numbers of two chains, pair by pair.
    pub(super) fn each_pair(&self, one: Chain, other: Chain, mut each: impl FnMut(u32, u32)) {
        let mut others = self.slices(other).flatten();
        self.each(one, |number| {
            let (mut second, mut shift) = (0, 0);
            for &byte in others.by_ref() {
                second |= u32::from(byte & 0x7f) << shift;
                shift += 7;
                if byte < 0x80 {
                    break;
                }
            }
            each(number, second);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back_in_order_from_chains_that_grow_side_by_side() {
        let mut arena = Arena::default();
        let mut chains = [Chain::default(); 7];
        let number = |chain: usize, at: usize| (at as u32).wrapping_mul(2_654_435_761) >> (chain * 5 % 32);
        for at in 0..3000 {
            for (which, chain) in chains.iter_mut().enumerate() {
                arena.put(chain, number(which, at));
            }
        }
        for (which, chain) in chains.into_iter().enumerate() {
            let mut read = Vec::new();
            arena.each(chain, |number| read.push(number));
            assert_eq!(read, (0..3000).map(|at| number(which, at)).collect::<Vec<_>>());
            let mut pairs = Vec::new();
            arena.each_pair(chain, chains[0], |one, other| pairs.push((one, other)));
            assert_eq!(pairs[2999], (number(which, 2999), number(0, 2999)));
        }
        let mut none: Vec<u32> = Vec::new();
        arena.each(Chain::default(), |number| none.push(number));
        assert!(none.is_empty());
    }
}

//! Memory for very many byte strings that grow side by side.
//!
//! A short string is stored in its own handle, since most words occur once or twice. A longer one is a chain of slices, each twice
//! as long as the one before up to [`LARGEST`], so that at most half of it is unused, and nothing is ever moved or freed
//! while the strings grow.

/// The smallest slice and the largest: 16 bytes are the next step behind [`INLINE`], 2,048 are read as fast as one piece.
const SMALLEST: u32 = 16;
const CLASSES: u32 = 8;
const LARGEST: u32 = CLASSES - 1;

/// At the end of each slice is where the next one is.
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
///
/// Up to [`INLINE`] bytes lie in it, lowest first, with their number above them. With the highest bit set it is a chain:
/// where the next byte goes, and above that where the first slice is, whose low bits are the class of the last one.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Chain(u64);

const INLINE: u32 = 7;
const IS_CHAIN: u64 = 1 << 63;

impl Chain {
    fn of_slices(first: u32, class: u32, at: u32) -> Self {
        Self(IS_CHAIN | u64::from(first | class) << 32 | u64::from(at))
    }

    fn is_inline(self) -> bool {
        self.0 & IS_CHAIN == 0
    }

    /// Returns how many bytes lie in it.
    fn length(self) -> u32 {
        (self.0 >> (8 * INLINE)) as u32
    }

    fn first(self) -> u32 {
        (self.0 >> 32) as u32 & (u32::MAX >> 1) & !LARGEST
    }

    fn class(self) -> u32 {
        (self.0 >> 32) as u32 & LARGEST
    }

    fn at(self) -> u32 {
        self.0 as u32
    }
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
        if chain.is_inline() {
            let length = chain.length();
            if length < INLINE {
                chain.0 = (chain.0 | u64::from(byte) << (8 * length)) + (1 << (8 * INLINE));
                return;
            }
            self.spill(chain);
        } else if chain.at() & ((SMALLEST << chain.class()) - 1) == (SMALLEST << chain.class()) - LINK {
            self.extend(chain);
        }
        let at = chain.at();
        self.pages[(at >> PAGE_BITS) as usize][(at % PAGE) as usize] = byte;
        chain.0 += 1;
    }

    /// Moves the bytes that lie in a handle into a slice.
    #[inline(never)]
    fn spill(&mut self, chain: &mut Chain) {
        let start = self.slice(0);
        self.bytes_mut(start, INLINE).copy_from_slice(&chain.0.to_le_bytes()[..INLINE as usize]);
        *chain = Chain::of_slices(start, 0, start + INLINE);
    }

    /// Adds a slice to a chain.
    #[inline(never)]
    fn extend(&mut self, chain: &mut Chain) {
        let class = (chain.class() + 1).min(LARGEST);
        let start = self.slice(class);
        self.bytes_mut(chain.at(), LINK).copy_from_slice(&start.to_le_bytes());
        *chain = Chain::of_slices(chain.first(), class, start);
    }

    /// Returns a slice that nobody has.
    fn slice(&mut self, class: u32) -> u32 {
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

    fn bytes_mut(&mut self, at: u32, length: u32) -> &mut [u8] {
        let start = at % PAGE;
        &mut self.pages[(at >> PAGE_BITS) as usize][start as usize..(start + length) as usize]
    }

    /// Returns the slices of a chain in order.
    fn slices(&self, chain: Chain) -> impl Iterator<Item = &[u8]> {
        let mut next = (!chain.is_inline()).then_some((chain.first(), 0));
        std::iter::from_fn(move || {
            let (start, class) = next?;
            let size = SMALLEST << class;
            let is_last = chain.at().wrapping_sub(start) <= size - LINK && chain.class() == class;
            if is_last {
                next = None;
                return Some(self.bytes(start, chain.at() - start));
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
        let mut take = |byte: u8| {
            number |= u32::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                each(number);
                (number, shift) = (0, 0);
            }
        };
        if chain.is_inline() {
            chain.0.to_le_bytes()[..chain.length() as usize].iter().for_each(|byte| take(*byte));
        }
        self.slices(chain).for_each(|slice| slice.iter().for_each(|byte| take(*byte)));
    }

    /// Returns the numbers one by one, which takes longer than [`Arena::each`].
    pub(super) fn numbers(&self, chain: Chain) -> impl Iterator<Item = u32> {
        let length = if chain.is_inline() { chain.length() } else { 0 };
        let inline = chain.0.to_le_bytes().into_iter().take(length as usize);
        let mut bytes = inline.chain(self.slices(chain).flatten().copied());
        std::iter::from_fn(move || {
            let (mut number, mut shift) = (0, 0);
            for byte in bytes.by_ref() {
                number |= u32::from(byte & 0x7f) << shift;
                shift += 7;
                if byte < 0x80 {
                    return Some(number);
                }
            }
            None
        })
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
            assert_eq!(arena.numbers(chain).collect::<Vec<_>>(), read);
        }
        let mut none: Vec<u32> = Vec::new();
        arena.each(Chain::default(), |number| none.push(number));
        assert!(none.is_empty());
    }
}

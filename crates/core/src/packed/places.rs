//! Where one term is, in as few bytes as can be read quickly.

use super::arena::{Arena, Chain};
use super::batch::Occurrence;

/// Where one term is in heads, or in bodies: in each entry so many times in one field.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Places {
    /// For each entry a number: from the lowest bit on, `DETAIL` bits that tell more of it, and the difference to the
    /// entry before.
    entries: Chain,
    /// For each occurrence its position.
    positions: Chain,
    last: u32,
}

/// What the detail of a number says.
pub(super) trait Detail {
    /// How many bits it has.
    const BITS: u32;
    /// The most occurrences that one number stands for.
    const MOST: usize;
    /// Returns the detail of so many occurrences in a field.
    fn of(field: u32, count: usize) -> u32;
    /// Returns how many occurrences a number stands for.
    fn count(detail: u32) -> usize;
}

/// In heads the field of one occurrence: few words are there twice.
pub(super) struct InField;

impl Detail for InField {
    const BITS: u32 = 3;
    const MOST: usize = 1;

    fn of(field: u32, _: usize) -> u32 {
        field
    }

    fn count(_: u32) -> usize {
        1
    }
}

/// In bodies how many occurrences there are, less one.
pub(super) struct Repeated;

impl Detail for Repeated {
    const BITS: u32 = 2;
    const MOST: usize = 1 << Self::BITS;

    fn of(_: u32, count: usize) -> u32 {
        count as u32 - 1
    }

    fn count(detail: u32) -> usize {
        detail as usize + 1
    }
}

impl Places {
    /// Adds the occurrences in a field of an entry, which is not before the one added last.
    pub(super) fn put<D: Detail>(&mut self, arena: &mut Arena, entry: u32, field: u32, occurrences: &[Occurrence]) {
        for part in occurrences.chunks(D::MOST) {
            arena.put(&mut self.entries, (entry - self.last) << D::BITS | D::of(field, part.len()));
            part.iter().for_each(|occurrence| arena.put(&mut self.positions, occurrence.position()));
            self.last = entry;
        }
    }

    /// Calls `each` with each entry and the detail, in order.
    #[inline(always)]
    pub(super) fn each<D: Detail>(&self, arena: &Arena, mut each: impl FnMut(u32, u32)) {
        let mut entry = 0;
        arena.each(self.entries, |number| {
            entry += number >> D::BITS;
            each(entry, number & ((1 << D::BITS) - 1));
        });
    }

    /// Calls `each` with each occurrence: the entry, the detail and the position.
    pub(super) fn each_position<D: Detail>(&self, arena: &Arena, mut each: impl FnMut(u32, u32, u32)) {
        let mut positions = arena.numbers(self.positions);
        self.each::<D>(arena, |entry, detail| {
            for position in positions.by_ref().take(D::count(detail)) {
                each(entry, detail, position);
            }
        });
    }
}

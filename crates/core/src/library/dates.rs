//! When each entry was published.

use crate::publication::Date;

/// Dates by entry; four bytes each, for there may be a great many.
#[derive(Debug, Default)]
pub(super) struct Dates {
    /// The year, four bits for the month and five for the day, so that they compare as dates do; or [`NO_DATE`].
    packed: Vec<i32>,
}

const NO_DATE: i32 = i32::MIN;

/// Years beyond these are as good as these: they must fit into 23 bits.
const MOST: i32 = (1 << 22) - 1;

impl Dates {
    pub(super) fn len(&self) -> usize {
        self.packed.len()
    }

    pub(super) fn add(&mut self, date: Option<&Date>) {
        self.packed.push(date.map_or(NO_DATE, |date| {
            let (year, month, day) = date.order();
            year.clamp(-MOST, MOST) << 9 | i32::from(month & 15) << 5 | i32::from(day & 31)
        }));
    }

    /// Returns something that compares as the date does; less than any for no date.
    pub(super) fn of(&self, entry: u32) -> Option<i32> {
        self.packed.get(entry as usize).copied().filter(|date| *date != NO_DATE)
    }

    pub(super) fn year(&self, entry: u32) -> Option<i32> {
        self.of(entry).map(|date| date >> 9)
    }
}

//! How many typing errors are forgiven in a word, and which words are worth comparing with it.
//!
//! The distance itself, optimal string alignment, is `rapidfuzz`'s.

/// The longest word in which errors are forgiven.
const LONGEST: usize = 64;

/// Returns how many typing errors are forgiven in a folded word: one from four letters, two from eight; none where there
/// is a digit, since another number is another thing.
pub fn edits_allowed(word: &str) -> usize {
    match word.chars().count() {
        _ if word.bytes().any(|byte| byte.is_ascii_digit()) => 0,
        8..=LONGEST => 2,
        4..8 => 1,
        _ => 0,
    }
}

/// The length of a word, and its letters as bits, several letters a bit: enough to rule out most words quickly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shape {
    length: u8,
    letters: u32,
}

impl Shape {
    /// Returns the shape of a word.
    pub(crate) fn of(word: &str) -> Self {
        let (mut length, mut letters) = (0u8, 0);
        for c in word.chars() {
            length = length.saturating_add(1);
            letters |= 1 << (c as u32 & 31);
        }
        Self { length, letters }
    }

    /// Reports whether `most` edits can be enough: each changes the length by one at most, and removes and adds one letter.
    pub(crate) fn can_reach(self, other: Self, most: usize) -> bool {
        // This alone rules out nearly all of a great many words.
        if (self.letters ^ other.letters).count_ones() as usize > 2 * most {
            return false;
        }
        let lost = (self.letters & !other.letters).count_ones();
        let new = (other.letters & !self.letters).count_ones();
        usize::from(self.length.abs_diff(other.length)) <= most && lost.max(new) as usize <= most
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rapidfuzz::distance::osa;

    use super::*;

    fn distance(a: &str, b: &str) -> usize {
        osa::distance(a.chars(), b.chars())
    }

    #[test]
    fn a_swap_of_neighbours_is_one_edit() {
        for (a, b, edits) in [
            ("unikrenel", "unikernel", 1),
            ("transfomer", "transformer", 1),
            ("lamp", "lamps", 1),
            ("lamp", "lynx", 3),
            ("ca", "abc", 3),
            ("", "abc", 3),
            ("же", "еж", 1),
            ("same", "same", 0),
        ] {
            assert_eq!(distance(a, b), edits, "{a} {b}");
        }
    }

    #[test]
    fn the_longer_a_word_the_more_is_forgiven() {
        for (word, edits) in [("cat", 0), ("lamp", 1), ("systems", 1), ("unikernel", 2), ("mp3player", 0), ("жизн", 1)]
        {
            assert_eq!(edits_allowed(word), edits, "{word}");
        }
        assert_eq!(edits_allowed(&"a".repeat(65)), 0);
    }

    proptest! {
        #[test]
        fn a_shape_never_rules_out_a_near_word(a in "[abжA-D]{0,9}", b in "[abжA-D]{0,9}") {
            prop_assert!(Shape::of(&a).can_reach(Shape::of(&b), distance(&a, &b)));
        }
    }
}

//! How far a word is from another: typing errors, counted.

/// The longest word that errors are counted for: its letters are bits of a number.
const LONGEST: usize = 64;

/// How many typing errors are forgiven in a folded word: one from four letters, two from eight; none where there is a
/// digit, since another number is another thing.
pub fn edits_allowed(word: &str) -> usize {
    match word.chars().count() {
        _ if word.bytes().any(|byte| byte.is_ascii_digit()) => 0,
        8..=LONGEST => 2,
        4..8 => 1,
        _ => 0,
    }
}

/// What of a word tells quickly that it is not near another: its length, and its letters as bits, several letters a bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shape {
    length: u8,
    letters: u32,
}

impl Shape {
    /// The shape of a word.
    pub(crate) fn of(word: &str) -> Self {
        let (mut length, mut letters) = (0u8, 0);
        for c in word.chars() {
            length = length.saturating_add(1);
            letters |= 1 << (c as u32 & 31);
        }
        Self { length, letters }
    }

    /// Whether so many edits can be enough: each changes the length by one at most, and takes and brings one letter.
    pub(crate) fn can_reach(self, other: Self, most: usize) -> bool {
        // This alone settles it for nearly all of a great many words.
        if (self.letters ^ other.letters).count_ones() as usize > 2 * most {
            return false;
        }
        let lost = (self.letters & !other.letters).count_ones();
        let new = (other.letters & !self.letters).count_ones();
        usize::from(self.length.abs_diff(other.length)) <= most && lost.max(new) as usize <= most
    }
}

/// A word as typed, made ready to be compared with many others.
pub struct Typed {
    length: usize,
    /// For each ASCII character the places at which the word has it, as bits.
    ascii: [u64; 128],
    /// The same for other characters.
    others: Vec<(char, u64)>,
}

impl Typed {
    /// Of a word longer than 64 letters only these are seen, so that it is near to nothing.
    pub fn new(word: &str) -> Self {
        let mut typed = Self { length: word.chars().count(), ascii: [0; 128], others: Vec::new() };
        for (c, at) in word.chars().zip(0..LONGEST) {
            *typed.places_mut(c) |= 1 << at;
        }
        typed
    }

    fn places_mut(&mut self, c: char) -> &mut u64 {
        if c.is_ascii() {
            return &mut self.ascii[c as usize];
        }
        let known = self.others.iter().position(|(other, _)| *other == c);
        let at = known.unwrap_or_else(|| {
            self.others.push((c, 0));
            self.others.len() - 1
        });
        &mut self.others[at].1
    }

    fn places(&self, c: char) -> u64 {
        match self.ascii.get(c as usize) {
            Some(places) => *places,
            None => self.others.iter().find(|(other, _)| *other == c).map_or(0, |(_, places)| *places),
        }
    }

    /// How many letters must be put in, left out, replaced or swapped with their neighbour to make `word` of it, if it
    /// is at most `most`. No place is edited twice (optimal string alignment).
    ///
    /// Hyyrö's bit-parallel algorithm: a column of the table of distances is two numbers, whose bits say where it rises
    /// and falls by one. Takes a dozen operations for each letter of `word`, and allocates nothing.
    pub fn distance(&self, word: &str, most: usize) -> Option<usize> {
        let mut left = word.chars().count();
        if self.length.abs_diff(left) > most || self.length > LONGEST {
            return None;
        }
        let Some(last) = self.length.checked_sub(1) else { return Some(left) };
        let mut distance = self.length;
        let (mut rises, mut falls) = (u64::MAX, 0u64);
        let (mut same, mut same_before) = (0u64, 0u64);
        for c in word.chars() {
            let places = self.places(c);
            let swapped = ((!same & places) << 1) & same_before;
            same = ((places & rises).wrapping_add(rises) ^ rises) | places | falls | swapped;
            same_before = places;
            let across_rises = falls | !(same | rises);
            let across_falls = same & rises;
            distance = distance + (across_rises >> last & 1) as usize - (across_falls >> last & 1) as usize;
            left -= 1;
            // Each letter to come can make up for one at most.
            if distance > most + left {
                return None;
            }
            let across_rises = across_rises << 1 | 1;
            rises = across_falls << 1 | !(same | across_rises);
            falls = across_rises & same;
        }
        Some(distance)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The table itself, as the definition has it.
    fn naive(a: &str, b: &str) -> usize {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                let mut best = if i == 0 || j == 0 { i + j } else { usize::MAX };
                if i > 0 && j > 0 {
                    let replaced = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    best = replaced.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                }
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    best = best.min(table[i - 2][j - 2] + 1);
                }
                table[i][j] = best;
            }
        }
        table[a.len()][b.len()]
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
            assert_eq!(Typed::new(a).distance(b, 9), Some(edits), "{a} {b}");
            assert_eq!(naive(a, b), edits, "{a} {b}");
        }
    }

    #[test]
    fn the_longer_a_word_the_more_is_forgiven() {
        for (word, edits) in [("cat", 0), ("lamp", 1), ("systems", 1), ("unikernel", 2), ("mp3player", 0), ("жизн", 1)]
        {
            assert_eq!(edits_allowed(word), edits, "{word}");
        }
        assert_eq!(edits_allowed(&"a".repeat(65)), 0);
        assert_eq!(Typed::new(&"a".repeat(65)).distance(&"a".repeat(65), 2), None);
        assert_eq!(Typed::new(&"a".repeat(64)).distance(&"a".repeat(62), 2), Some(2));
    }

    proptest! {
        #[test]
        fn it_is_what_the_table_says(a in "[abж]{0,9}", b in "[abж]{0,9}", most in 0usize..4) {
            let distance = naive(&a, &b);
            prop_assert_eq!(Typed::new(&a).distance(&b, most), (distance <= most).then_some(distance));
        }

        #[test]
        fn no_near_word_has_another_shape(a in "[abжA-D]{0,9}", b in "[abжA-D]{0,9}") {
            prop_assert!(Shape::of(&a).can_reach(Shape::of(&b), naive(&a, &b)));
        }

        #[test]
        fn few_edits_in_a_long_word_are_counted(word in "[a-e]{50,64}", at in 0usize..50, letter in "[a-e]?") {
            let mut other = word.clone();
            other.replace_range(at..at + 1, &letter);
            prop_assert_eq!(Typed::new(&word).distance(&other, 2), Some(naive(&word, &other)));
        }
    }
}

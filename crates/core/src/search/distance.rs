//! How many typing errors lie between two words.

/// Longer words are never taken for one another.
const LONGEST: usize = 40;

/// A typed word, to be compared with very many others.
///
/// An error is a letter too many, one missing, another one, or two neighbours swapped (optimal string alignment).
pub struct Typed {
    letters: Vec<char>,
    /// One bit for each letter that occurs; several letters may share one.
    signature: u32,
    most: usize,
}

impl Typed {
    /// A word, unless it is too short for errors to be told from other words, or has a digit in it.
    pub fn new(word: &str) -> Option<Self> {
        let letters: Vec<char> = word.chars().collect();
        let most = match letters.len() {
            _ if letters.iter().any(char::is_ascii_digit) => 0,
            0..4 | LONGEST.. => 0,
            4..8 => 1,
            _ => 2,
        };
        (most > 0).then(|| Self { letters, signature: signature(word), most })
    }

    /// How many errors the word may have: one from four letters, two from eight.
    pub fn most(&self) -> usize {
        self.most
    }

    /// The number of errors between the two, if they are at most `most`. Most words are told apart by their lengths and
    /// by the letters that they have in common, without a look at the places of these.
    pub fn distance(&self, other: &str, most: usize) -> Option<usize> {
        let longest = 4 * (self.letters.len() + most);
        if other.len() + most < self.letters.len() || other.len() > longest {
            return None;
        }
        let signature = signature(other);
        if (self.signature & !signature).count_ones().max((signature & !self.signature).count_ones()) as usize > most {
            return None;
        }
        let mut letters = ['\0'; LONGEST + 2];
        let mut length = 0;
        for letter in other.chars() {
            *letters.get_mut(length)? = letter;
            length += 1;
        }
        if length.abs_diff(self.letters.len()) > most {
            return None;
        }
        self.aligned(&letters[..length], most)
    }

    /// Fills in the table of distances between beginnings, row by row, in the band in which they can be small enough.
    fn aligned(&self, other: &[char], most: usize) -> Option<usize> {
        const FAR: u8 = u8::MAX / 2;
        let mut rows = [[FAR; LONGEST + 3]; 3];
        for (at, cell) in rows[0].iter_mut().enumerate().take(most + 1) {
            *cell = at as u8;
        }
        for i in 1..=self.letters.len() {
            let [before, above, mut row] = [rows[(i + 1) % 3], rows[(i + 2) % 3], [FAR; LONGEST + 3]];
            let (from, to) = (i.saturating_sub(most), (i + most).min(other.len()));
            let mut least = FAR;
            for j in from..=to {
                row[j] = if j == 0 {
                    i as u8
                } else {
                    let same = self.letters[i - 1] == other[j - 1];
                    let mut best = (above[j - 1] + u8::from(!same)).min(above[j] + 1).min(row[j - 1] + 1);
                    let swapped =
                        i > 1 && j > 1 && self.letters[i - 1] == other[j - 2] && self.letters[i - 2] == other[j - 1];
                    if swapped {
                        best = best.min(before[j - 2] + 1);
                    }
                    best
                };
                least = least.min(row[j]);
            }
            if usize::from(least) > most {
                return None;
            }
            rows[i % 3] = row;
        }
        let distance = usize::from(rows[self.letters.len() % 3][other.len()]);
        (distance <= most).then_some(distance)
    }
}

fn signature(word: &str) -> u32 {
    word.chars().fold(0, |bits, letter| bits | 1 << (letter as u32 & 31))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn edits_are_counted_with_swaps_as_one() {
        for (typed, other, distance) in [
            ("unikrenel", "unikernel", Some(1)),
            ("transfomer", "transformer", Some(1)),
            ("lamp", "lamps", Some(1)),
            ("lamp", "lynx", None),
            ("same", "same", Some(0)),
            ("müller", "muller", Some(1)),
            ("guassian", "gaussian", Some(1)),
            ("bayesain", "bayesian", Some(1)),
        ] {
            let typed = Typed::new(typed).unwrap();
            assert_eq!(typed.distance(other, typed.most()), distance, "{other}");
        }
        assert!(Typed::new("cat").is_none() && Typed::new("sha256").is_none());
        assert_eq!((Typed::new("lamp").unwrap().most(), Typed::new("unikernel").unwrap().most()), (1, 2));
    }

    /// The textbook's table, whole.
    fn by_the_book(a: &str, b: &str) -> usize {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = match (i, j) {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => {
                        let replaced = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                        let mut best = replaced.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                        if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                            best = best.min(table[i - 2][j - 2] + 1);
                        }
                        best
                    }
                };
            }
        }
        table[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn the_band_gives_what_the_whole_table_gives(typed in "[a-dé]{4,12}", other in "[a-dé]{0,14}") {
            let word = Typed::new(&typed).unwrap();
            for most in 1..=2 {
                let distance = by_the_book(&typed, &other);
                prop_assert_eq!(word.distance(&other, most), (distance <= most).then_some(distance));
            }
        }
    }
}

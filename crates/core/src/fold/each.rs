//! Going through the folded words of a text.

use super::words::push_words;

/// A folded word.
#[derive(Clone, Copy)]
pub struct Word<'a> {
    bytes: &'a [u8],
    key: Option<[u64; 2]>,
}

impl<'a> Word<'a> {
    /// Returns a word that is folded already.
    pub fn of(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut buffer = [0; LONGEST];
        match buffer.get_mut(..bytes.len()) {
            Some(start) => start.copy_from_slice(bytes),
            None => return Self { bytes, key: None },
        }
        Self { bytes, key: Word::first(&buffer, bytes.len()).key }
    }

    /// Returns its text.
    pub fn text(&self) -> &'a str {
        std::str::from_utf8(self.bytes).unwrap_or_default()
    }

    /// Returns the bytes of its text.
    pub fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// Returns its bytes, filled up with zeros, where there are at most 16: two words are the same if these are.
    pub fn key(&self) -> Option<[u64; 2]> {
        self.key
    }

    /// Returns the word in the first bytes of a buffer.
    #[inline(always)]
    fn first(buffer: &'a [u8; LONGEST], length: usize) -> Self {
        let [low, high, ..] = buffer.as_chunks::<8>().0 else { return Self { bytes: &[], key: None } };
        let mask = |length: usize| if length < 8 { (1 << (8 * length)) - 1 } else { u64::MAX };
        let low = u64::from_le_bytes(*low) & mask(length);
        let high = u64::from_le_bytes(*high) & mask(length.saturating_sub(8));
        Self { bytes: &buffer[..length], key: (length <= 16).then_some([low, high]) }
    }
}

/// Words of ASCII up to this length are read without a look at anything but themselves.
const LONGEST: usize = 32;

/// Calls `each` with each folded word of `text` in order.
///
/// The same words as those of [`push_words`], for whoever has the whole text of a long list to go through: several times
/// as fast, as hardly a word is written down on the way.
pub fn each_word(text: &str, mut each: impl FnMut(Word<'_>)) {
    let mut rest = text.as_bytes();
    let mut buffer = [0; LONGEST];
    let mut folded = String::new();
    while !rest.is_empty() {
        let mut length = 0;
        for (place, byte) in buffer.iter_mut().zip(rest) {
            let lower = LOWER[usize::from(*byte)];
            if lower <= BEYOND {
                break;
            }
            *place = lower;
            length += 1;
        }
        if rest.get(length).is_none_or(|byte| LOWER[usize::from(*byte)] == GAP) {
            if length > 0 {
                each(Word::first(&buffer, length));
            }
        } else {
            // A long word, or one with other letters in it, is folded with all that follows up to the next gap.
            length = rest.iter().position(|byte| LOWER[usize::from(*byte)] == GAP).unwrap_or(rest.len());
            folded.clear();
            push_words(std::str::from_utf8(&rest[..length]).unwrap_or_default(), &mut folded);
            for word in folded.split(' ').skip(1) {
                match buffer.get_mut(..word.len()) {
                    Some(start) => {
                        start.copy_from_slice(word.as_bytes());
                        each(Word::first(&buffer, word.len()));
                    }
                    None => each(Word { bytes: word.as_bytes(), key: None }),
                }
            }
        }
        rest = rest.get(length + 1..).unwrap_or_default();
    }
}

/// Other ASCII than letters and digits.
const GAP: u8 = 0;

/// Beyond ASCII.
const BEYOND: u8 = 1;

/// Of each byte the lower case where it is an ASCII letter or digit, else [`GAP`] or [`BEYOND`].
const LOWER: [u8; 256] = {
    let mut lower = [GAP; 256];
    let mut byte = 0;
    while byte < 256 {
        let own = byte as u8;
        if !own.is_ascii() {
            lower[byte] = BEYOND;
        } else if own.is_ascii_alphanumeric() {
            lower[byte] = own.to_ascii_lowercase();
        }
        byte += 1;
    }
    lower
};

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_words_are_those_that_are_written_down(text in "([a-cX-Z0-2]{0,20}|[ .-]|[äØßﬁ½学習\u{301}\u{ad}]){0,12}") {
            let mut written = String::new();
            push_words(&text, &mut written);
            let mut words = String::new();
            each_word(&text, |word| {
                let bytes: Vec<u8> = word.key().into_iter().flatten().flat_map(u64::to_le_bytes).collect();
                let filled = String::from_utf8_lossy(&bytes).trim_end_matches('\0').to_owned();
                assert!(filled == word.text() || word.text().len() > 16);
                words.extend([" ", word.text()]);
            });
            prop_assert_eq!(words, written);
        }
    }
}

//! Cutting text into folded words.

use super::chars::{folded, is_own_word};

/// Appends each folded word of `text` to `out`, each preceded by one space.
///
/// Takes time linear in `text`; ASCII is copied word by word and never looked up.
pub fn push_words(text: &str, out: &mut String) {
    let start = out.len();
    let mut in_word = false;
    let mut rest = text;
    while let Some(&byte) = rest.as_bytes().first() {
        let length = if byte.is_ascii_alphanumeric() {
            let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
            open_word(&mut in_word, out);
            out.push_str(&rest[..length]);
            length
        } else if byte.is_ascii() {
            in_word = false;
            1
        } else {
            push_folded(rest, &mut in_word, out)
        };
        rest = &rest[length..];
    }
    // One sweep over the whole is several times faster than lowering each word as it is copied.
    out[start..].make_ascii_lowercase();
}

/// The folded words of `text` in order.
pub fn words(text: &str) -> Vec<String> {
    let mut joined = String::new();
    push_words(text, &mut joined);
    joined.split(' ').skip(1).map(str::to_owned).collect()
}

/// Whether a character can stand in a word, or is nothing by itself, as a mark.
pub fn is_in_word(c: char) -> bool {
    folded(c).iter().all(|folded| folded.in_word)
}

/// Calls `each` with each folded word of `text` in order.
///
/// The same words as those of [`push_words`], for whoever has the whole text of a long list to go through: three times as
/// fast, as no word is written down on the way.
pub fn each_word(text: &str, mut each: impl FnMut(&str)) {
    let bytes = text.as_bytes();
    let mut word = Word::default();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let lower = LOWER[usize::from(byte)];
        if lower > 1 {
            word.push_ascii(lower);
            at += 1;
        } else if lower == 0 {
            word.close(&mut each);
            at += 1;
        } else {
            let mut in_word = !word.is_empty();
            let mut folded = String::new();
            at += push_folded(&text[at..], &mut in_word, &mut folded);
            word.push_folded(&folded, in_word, &mut each);
        }
    }
    word.close(&mut each);
}

/// Of each byte the lower case where it is an ASCII letter or digit, 0 where it is other ASCII, and 1 beyond ASCII.
const LOWER: [u8; 256] = {
    let mut lower = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let own = byte as u8;
        lower[byte] = if !own.is_ascii() {
            1
        } else if own.is_ascii_alphanumeric() {
            own.to_ascii_lowercase()
        } else {
            0
        };
        byte += 1;
    }
    lower
};

/// A word while it is read: a short one of ASCII needs no memory of its own.
#[derive(Default)]
struct Word {
    ascii: [u8; 32],
    length: usize,
    /// The word, once it is longer or has another character in it.
    text: String,
}

impl Word {
    fn is_empty(&self) -> bool {
        self.length == 0 && self.text.is_empty()
    }

    #[inline(always)]
    fn push_ascii(&mut self, byte: u8) {
        if let (true, Some(place)) = (self.text.is_empty(), self.ascii.get_mut(self.length)) {
            *place = byte;
            self.length += 1;
        } else {
            self.spill();
            self.text.push(char::from(byte));
        }
    }

    /// Takes what a character folds to: words behind a space each, but for the part that goes on with the word that is
    /// being read. A character that is no part of a word ends it.
    fn push_folded(&mut self, folded: &str, in_word: bool, each: &mut impl FnMut(&str)) {
        let mut parts = folded.split(' ');
        let own = parts.next().unwrap_or_default();
        if !own.is_empty() {
            self.spill();
            self.text.push_str(own);
        }
        for part in parts {
            self.close(each);
            self.text.push_str(part);
        }
        if !in_word {
            self.close(each);
        }
    }

    fn spill(&mut self) {
        self.text.extend(self.ascii[..self.length].iter().map(|byte| char::from(*byte)));
        self.length = 0;
    }

    #[inline(always)]
    fn close(&mut self, each: &mut impl FnMut(&str)) {
        if self.length > 0 {
            // It is ASCII.
            if let Ok(word) = std::str::from_utf8(&self.ascii[..self.length]) {
                each(word);
            }
            self.length = 0;
        } else if !self.text.is_empty() {
            each(&self.text);
            self.text.clear();
        }
    }
}

/// Appends what the first character of `rest` folds to, and returns how many bytes that character takes.
fn push_folded(rest: &str, in_word: &mut bool, out: &mut String) -> usize {
    rest.chars().next().map_or(0, |c| {
        for folded in folded(c) {
            let is_own = is_own_word(folded.c);
            *in_word &= folded.in_word && !is_own;
            if folded.in_word {
                open_word(in_word, out);
                out.push(folded.c);
            }
            *in_word &= !is_own;
        }
        c.len_utf8()
    })
}

fn open_word(in_word: &mut bool, out: &mut String) {
    if !*in_word {
        out.push(' ');
        *in_word = true;
    }
}

//! Cutting text into folded words.

use super::chars::folded;

/// Appends each folded word of `text` to `out`, each preceded by one space.
///
/// Takes time linear in `text`; ASCII is copied word by word and never looked up.
pub fn push_words(text: &str, out: &mut String) {
    push(text, ' ', out);
}

/// The folded words of `text` in order.
pub fn words(text: &str) -> Vec<String> {
    runs(text).into_iter().flatten().collect()
}

/// The same, those together between which nothing stands: only text in a script without spaces has several in a run.
pub fn runs(text: &str) -> Vec<Vec<String>> {
    let mut joined = String::new();
    push(text, '\t', &mut joined);
    let mut runs: Vec<Vec<String>> = Vec::new();
    for run in joined.split(' ').skip(1) {
        let mut words = Vec::new();
        for word in run.split('\t') {
            words.push(word.to_owned());
        }
        runs.push(words);
    }
    runs
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
            let mut before = if word.is_empty() { Before::Gap } else { Before::Letter };
            let mut folded = String::new();
            at += push_folded(&text[at..], &mut before, ' ', &mut folded);
            word.push_folded(&folded, before == Before::Letter, &mut each);
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

/// Puts a space before each run of words and `glue` between the words of one.
fn push(text: &str, glue: char, out: &mut String) {
    let start = out.len();
    let mut before = Before::Gap;
    let mut rest = text;
    while let Some(&byte) = rest.as_bytes().first() {
        let length = if byte.is_ascii_alphanumeric() {
            let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
            before.open(Before::Letter, glue, out);
            out.push_str(&rest[..length]);
            length
        } else if byte.is_ascii() {
            before = Before::Gap;
            1
        } else {
            push_folded(rest, &mut before, glue, out)
        };
        rest = &rest[length..];
    }
    // One sweep over the whole is several times faster than lowering each word as it is copied.
    out[start..].make_ascii_lowercase();
}

/// Appends what the first character of `rest` folds to, and returns how many bytes that character takes.
fn push_folded(rest: &str, before: &mut Before, glue: char, out: &mut String) -> usize {
    rest.chars().next().map_or(0, |c| {
        for folded in folded(c) {
            if folded.in_word {
                before.push(folded.c, glue, out);
            } else {
                *before = Before::Gap;
            }
        }
        c.len_utf8()
    })
}

/// What stands before a letter or digit.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Before {
    /// Something that belongs to no word.
    Gap,
    /// A letter or digit that shares its word with the next one.
    Letter,
    /// A character that is a word of its own.
    Single,
}

impl Before {
    /// Appends a letter or digit.
    pub(super) fn push(&mut self, c: char, glue: char, out: &mut String) {
        self.open(if is_single(c) { Self::Single } else { Self::Letter }, glue, out);
        out.push(c);
    }

    /// Appends what parts `next` from what stands before it.
    fn open(&mut self, next: Self, glue: char, out: &mut String) {
        match (*self, next) {
            (Self::Gap, _) => out.push(' '),
            (Self::Letter, Self::Letter) => {}
            _ => out.push(glue),
        }
        *self = next;
    }
}

/// Chinese and Japanese are written without spaces, and where a word ends is a question for dictionaries: each character
/// is a word of its own, so that any part of a text is found.
///
/// The blocks from the radicals to the end of the ideographs hold kana, bopomofo and signs besides; Hangul there folds
/// to letters that stand elsewhere. The few ideographs of the compatibility block that stay as they are stand in names.
fn is_single(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

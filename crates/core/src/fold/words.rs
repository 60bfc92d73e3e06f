//! Cutting text into folded words.

use super::chars::folded;

/// Appends each folded word of `text` to `out`, each preceded by one space.
///
/// Takes time linear in `text`; ASCII is copied word by word and never looked up.
pub fn push_words(text: &str, out: &mut String) {
    push(text, ' ', out);
}

/// Returns the folded words of `text` in order.
pub fn words(text: &str) -> Vec<String> {
    runs(text).into_iter().flatten().collect()
}

/// Returns the same, those together between which nothing is: only text in a script without spaces has several in a
/// run.
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

/// What is before a letter or digit.
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

    /// Appends what parts `next` from what is before it.
    fn open(&mut self, next: Self, glue: char, out: &mut String) {
        match (*self, next) {
            (Self::Gap, _) => out.push(' '),
            (Self::Letter, Self::Letter) => {}
            _ => out.push(glue),
        }
        *self = next;
    }
}

/// Chinese, Japanese, Thai, Lao, Khmer and Burmese are written without spaces, and where a word ends is a question for
/// dictionaries: each character is a word of its own, so that any part of a text is found.
///
/// The blocks from the radicals to the end of the ideographs hold kana, bopomofo and signs besides; Hangul there folds
/// to letters that are elsewhere. The few ideographs of the compatibility block that stay as they are are in names.
pub(super) fn is_single(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{A9E0}'..='\u{A9FF}'
        | '\u{AA60}'..='\u{AA7F}' | '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

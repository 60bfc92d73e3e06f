//! Finding where in the original text the words of a query stand.

use std::ops::Range;

use super::chars::{folded, is_own_word};

/// Words to be found side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needle {
    /// Folded words; one without any matches nothing.
    pub words: Vec<String>,
    /// Whether the last of them must be a whole word; else it is the beginning of one.
    pub whole: bool,
}

impl Needle {
    /// The beginning of a word.
    pub fn beginning(word: &str) -> Self {
        Self { words: vec![word.to_owned()], whole: false }
    }
}

/// The byte ranges of `text` that match one of `needles`.
///
/// Where several begin at the same word, the longest counts. The ranges lie on character boundaries, ascend and don't
/// overlap, and cover whole characters with the marks that follow them: "grubl" marks "Grübl" in "Grüblein" however the
/// ü is written, "s" marks the whole of "ß".
pub fn marks(text: &str, needles: &[Needle]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    if needles.is_empty() {
        return found;
    }
    let words = words(text);
    for at in 0..words.len() {
        let end = needles.iter().filter_map(|needle| match_end(&words[at..], needle)).max();
        if let Some(end) = end {
            let range = words[at].start()..widen(text, end);
            match found.last_mut() {
                Some(last) if range.start < last.end => last.end = last.end.max(range.end),
                _ => found.push(range),
            }
        }
    }
    found
}

/// A folded word of a text.
#[derive(Default)]
struct Word {
    folded: String,
    /// For each folded character, where it ends in `folded` and where its source stands in the text.
    sources: Vec<(usize, Range<usize>)>,
}

impl Word {
    fn start(&self) -> usize {
        self.sources.first().map_or(0, |(_, source)| source.start)
    }

    /// Where in the text the first `length` bytes of the folded word end.
    fn end(&self, length: usize) -> Option<usize> {
        self.sources.iter().take_while(|(end, _)| *end <= length).last().map(|(_, source)| source.end)
    }
}

/// Where in the text a match ends that begins with the first of `words`.
fn match_end(words: &[Word], needle: &Needle) -> Option<usize> {
    let (last, before) = needle.words.split_last()?;
    let word = words.get(before.len())?;
    let stands = before.iter().zip(words).all(|(sought, word)| word.folded == *sought)
        && if needle.whole { word.folded == *last } else { word.folded.starts_with(last.as_str()) };
    if stands { word.end(last.len()) } else { None }
}

fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut is_open = false;
    for (at, c) in text.char_indices() {
        for folded in folded(c) {
            let is_own = is_own_word(folded.c);
            if folded.in_word {
                if !is_open || is_own {
                    words.push(Word::default());
                }
                if let Some(word) = words.last_mut() {
                    word.folded.push(folded.c);
                    word.sources.push((word.folded.len(), at..at + c.len_utf8()));
                }
            }
            is_open = folded.in_word && !is_own;
        }
    }
    words
}

/// `end` moved past the characters after it that belong to the one before: marks and invisible ones.
fn widen(text: &str, end: usize) -> usize {
    let following = text[end..].chars().take_while(|&c| folded(c).is_empty());
    end + following.map(char::len_utf8).sum::<usize>()
}

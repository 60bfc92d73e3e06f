//! Finding where in the original text the words of a query stand.

use std::ops::Range;

use super::chars::folded;

/// The byte ranges of `text` in which the beginning of a word matches one of `prefixes`.
///
/// `prefixes` are folded words; an empty one matches nothing. Where several match a word, the longest counts.
/// The ranges lie on character boundaries, ascend and don't overlap, and cover whole characters with the marks
/// that follow them: "grubl" marks "Grübl" in "Grüblein" however the ü is written, "s" marks the whole of "ß".
pub fn marks(text: &str, prefixes: &[String]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut word = Word::default();
    for (at, c) in text.char_indices() {
        let source = at..at + c.len_utf8();
        for folded in folded(c) {
            if folded.in_word {
                word.push(folded.c, source.clone());
            } else {
                word.close(prefixes, &mut found);
            }
        }
    }
    word.close(prefixes, &mut found);
    let widened = found.into_iter().map(|range| range.start..widen(text, range.end));
    join_overlapping(widened)
}

/// A word being read: its folding, and which character of the text gave each part of that.
#[derive(Default)]
struct Word {
    folded: String,
    /// For each folded character, where it ends in `folded` and where its source stands in the text.
    sources: Vec<(usize, Range<usize>)>,
}

impl Word {
    fn push(&mut self, folded: char, source: Range<usize>) {
        self.folded.push(folded);
        self.sources.push((self.folded.len(), source));
    }

    /// Adds the range of the longest prefix that the word begins with, and starts a new word.
    fn close(&mut self, prefixes: &[String], found: &mut Vec<Range<usize>>) {
        let matching = prefixes.iter().filter(|prefix| self.folded.starts_with(prefix.as_str()));
        let longest = matching.map(String::len).max().unwrap_or(0);
        let matched = self.sources.iter().take_while(|(end, _)| *end <= longest);
        if let (Some((_, first)), Some((_, last))) = (matched.clone().next(), matched.last()) {
            found.push(first.start..last.end);
        }
        self.folded.clear();
        self.sources.clear();
    }
}

/// `end` moved past the characters after it that belong to the one before: marks and invisible ones.
fn widen(text: &str, end: usize) -> usize {
    let following = text[end..].chars().take_while(|&c| folded(c).is_empty());
    end + following.map(char::len_utf8).sum::<usize>()
}

/// Joins ranges that share a character, as the two words of "½" do. The ranges come in order.
fn join_overlapping(ranges: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

//! Finding where in the original text the words of a query are.

use std::ops::Range;

use super::chars::folded;
use super::forms::{Letter, each_form_in};
use super::words::Before;

/// Folded words to be found side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needle {
    /// Each behind a space, as [`push_words`](super::push_words) writes them.
    words: String,
    whole: bool,
}

impl Needle {
    /// At least one word, none of them empty. The last is the beginning of a word, unless it is to be `whole`.
    pub fn new(words: &[String], whole: bool) -> Self {
        Self { words: words.iter().flat_map(|word| [" ", word]).collect(), whole }
    }

    /// Returns one word alone.
    pub fn word(word: &str, whole: bool) -> Self {
        Self { words: [" ", word].concat(), whole }
    }

    /// Returns its words.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.split(' ').skip(1)
    }

    /// Returns whether the last of them must be a whole word too.
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    /// Returns whether it is at the start of folded words, and whether as whole words.
    fn at_start(&self, folded: &str) -> Option<bool> {
        let behind = folded.strip_prefix(&*self.words)?;
        // Whatever parts words is a space or a control character.
        let whole = behind.bytes().next().is_none_or(|next| next <= b' ');
        (whole || !self.whole).then_some(whole)
    }

    /// Returns whether it is in folded words.
    pub fn is_in(&self, folded: &str) -> bool {
        let mut is_there = false;
        self.each_in(folded, &mut |_| is_there = true);
        is_there
    }

    /// Calls `found` for each place where it is in folded words, with whether it does as whole words.
    pub fn each_in(&self, folded: &str, found: &mut dyn FnMut(bool)) {
        let mut rest = folded;
        while let Some(at) = rest.find(&*self.words) {
            self.at_start(&rest[at..]).into_iter().for_each(&mut *found);
            rest = &rest[at + 1..];
        }
    }
}

/// Returns the byte ranges of `text` in which one of `needles` is.
///
/// Where several begin at one word, the longest counts. The ranges lie on character boundaries, ascend and don't
/// overlap, and cover whole characters with the marks that follow them: "grubl" marks "Grübl" in "Grüblein" however
/// the ü is written, "s" marks the whole of "ß".
pub fn marks(text: &str, needles: &[&Needle]) -> Vec<Range<usize>> {
    let spelling = Spelling::of(text);
    let mut places: Vec<Range<usize>> = Vec::new();
    for (at, _) in spelling.folded.match_indices(' ') {
        let here = needles.iter().filter(|needle| needle.at_start(&spelling.folded[at..]).is_some());
        let longest = here.map(|needle| needle.words.len()).max().unwrap_or(0);
        if let Some(Range { start, end }) = spelling.source(at + 1, at + longest) {
            // Further forms of words come last, wherever their words are.
            let at = places.partition_point(|place| place.start <= start);
            places.insert(at, start..widen(text, end));
        }
    }
    let mut found = Vec::with_capacity(places.len());
    places.into_iter().for_each(|place| join(place, &mut found));
    found
}

/// The folded words of a text, each behind a space, and which characters of the text gave them.
#[derive(Default)]
struct Spelling {
    folded: String,
    /// For each folded letter, where it ends in `folded` and where its source is in the text.
    sources: Vec<(usize, Range<usize>)>,
}

impl Spelling {
    fn of(text: &str) -> Self {
        let mut spelling = Self::default();
        let mut before = Before::Gap;
        for (at, c) in text.char_indices() {
            for folded in folded(c) {
                if folded.in_word {
                    before.push(folded.c, ' ', &mut spelling.folded);
                    spelling.sources.push((spelling.folded.len(), at..at + c.len_utf8()));
                } else {
                    before = Before::Gap;
                }
            }
        }
        each_form_in(text, &mut |letters| spelling.push_form(letters));
        spelling
    }

    /// Adds a further form of words, beside which nothing is.
    fn push_form(&mut self, letters: &[Letter]) {
        self.folded.push_str("\t ");
        for (c, place) in letters {
            self.folded.push(*c);
            self.sources.push((self.folded.len(), place.clone()));
        }
    }

    /// Returns what gave the folded letters from `start` to `end`.
    fn source(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let before = |place: usize| self.sources.partition_point(|(end, _)| *end <= place);
        let letters = self.sources.get(before(start)..before(end))?;
        Some(letters.first()?.1.start..letters.last()?.1.end)
    }
}

/// `end` moved past the characters after it that belong to the one before: marks and invisible ones.
fn widen(text: &str, end: usize) -> usize {
    let following = text[end..].chars().take_while(|&c| folded(c).is_empty());
    end + following.map(char::len_utf8).sum::<usize>()
}

/// Adds a range that begins no earlier than those before it. What shares a character is joined, as the two words of
/// "½" are.
fn join(range: Range<usize>, ranges: &mut Vec<Range<usize>>) {
    match ranges.last_mut() {
        Some(last) if range.start < last.end => last.end = last.end.max(range.end),
        _ => ranges.push(range),
    }
}

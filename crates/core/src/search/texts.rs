//! Folded texts, searched from end to end.
//!
//! A scan of this kind needs no time to build beyond folding and is fast enough for some ten thousand entries.

use super::clause::Field;
use super::fields::{Part, each_text};
use super::find::{Corpus, Found};
use super::rank::weight;
use crate::fold::{self, Needle};
use crate::publication::Publication;

/// Stands behind each field; no word holds it.
const FIELD_END: char = '\n';

/// Stands before a further form of a word, which is in the same text and beside nothing.
const FORM_START: &str = "\u{1} ";

/// Stands behind each name, keyword and other text that a phrase does not reach across.
const TEXT_END: char = '\t';

/// The folded words of every entry, each behind a space, field after field in the order of [`Field::ALL`].
#[derive(Debug, Default)]
pub struct Texts {
    entries: Vec<Text>,
}

#[derive(Debug)]
struct Text {
    words: Box<str>,
    year: Option<i32>,
}

impl Texts {
    /// Folds all entries. `canonical` gives the name that a spelling counts under, where that is another.
    pub fn of<'a>(publications: &[Publication], canonical: impl Fn(&str) -> Option<&'a str>) -> Self {
        let text = |publication: &Publication| Text { words: words(publication, &canonical), year: publication.year() };
        Self { entries: publications.iter().map(text).collect() }
    }
}

impl Corpus for Texts {
    fn entries(&self) -> u32 {
        self.entries.len() as u32
    }

    fn weigh(&self, field: Option<Field>, needle: &Needle) -> Found {
        Found::new(self.entries.iter().map(|text| weigh(&text.words, field, needle)).collect())
    }

    fn weigh_any(&self, field: Option<Field>, words: &[String]) -> Found {
        let start = common_start(words);
        let stem = Needle::word(start, false);
        let needles: Vec<Needle> = words.iter().map(|word| Needle::word(word, true)).collect();
        let weigh = |text: &Text| match start.is_empty() || stem.is_in(&text.words) {
            true => needles.iter().map(|needle| weigh(&text.words, field, needle)).sum(),
            false => 0,
        };
        Found::new(self.entries.iter().map(weigh).collect())
    }

    fn each_named(&self, words: &[&str], take: &mut dyn FnMut(u32)) {
        let needles: Vec<Needle> = words.iter().map(|word| Needle::word(word, true)).collect();
        for (text, entry) in self.entries.iter().zip(0..) {
            let names = text.words.split(FIELD_END).nth(Field::Author as usize).unwrap_or_default();
            if names.split(TEXT_END).any(|name| needles.iter().all(|needle| needle.is_in(name))) {
                take(entry);
            }
        }
    }

    fn each_near(&self, _word: &str, _most: usize, take: &mut dyn FnMut(&str)) {
        for text in &self.entries {
            text.words.split(|c| c <= ' ').filter(|word| !word.is_empty()).for_each(&mut *take);
        }
    }

    fn year(&self, entry: u32) -> Option<i32> {
        self.entries.get(entry as usize).and_then(|text| text.year)
    }
}

fn weigh(text: &str, field: Option<Field>, needle: &Needle) -> u32 {
    let mut weights = 0;
    for (here, text) in Field::ALL.into_iter().zip(text.split(FIELD_END)).filter(|(here, _)| here.is_searched(field)) {
        let length = || text.bytes().filter(|byte| *byte == b' ').count() as u32;
        needle.each_in(text, &mut |whole| weights += weight(here, length(), whole));
    }
    weights
}

/// Returns what all of some words begin with.
fn common_start(words: &[String]) -> &str {
    let Some((first, others)) = words.split_first() else { return "" };
    let is_common = |end: usize| others.iter().all(|word| word.starts_with(&first[..end]));
    let ends = first.char_indices().map(|(at, c)| at + c.len_utf8());
    &first[..ends.take_while(|end| is_common(*end)).last().unwrap_or(0)]
}

fn words<'a>(publication: &Publication, canonical: &dyn Fn(&str) -> Option<&'a str>) -> Box<str> {
    let mut words = String::new();
    let mut last = 0;
    each_text(publication, canonical, &mut |field, part| {
        words.extend((last..field as usize).map(|_| FIELD_END));
        last = field as usize;
        match part {
            Part::Text(text) => {
                fold::push_words(text, &mut words);
                fold::each_form(text, &mut |form| words.extend([FORM_START, form]));
            }
            Part::Word(word) => words.extend([FORM_START, word]),
        }
        words.push(TEXT_END);
    });
    words.into_boxed_str()
}

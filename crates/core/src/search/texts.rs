//! Folded texts, searched from end to end.
//!
//! A scan of this kind needs no time to build beyond folding and is fast enough for some ten thousand entries.

use crate::fold;
use crate::publication::Publication;
use crate::rich::{self, RichText};

/// What a match in a field is worth: title, authors, what tells where and when, abstract. A title says what a work is
/// about, so one match there outweighs matches in all other fields.
const WEIGHTS: [u32; FIELDS] = [16, 6, 3, 1];

/// A whole word counts this many times what a beginning does.
const WHOLE_WORD: u32 = 2;

const FIELDS: usize = 4;

/// Stands between fields; no word holds it.
const FIELD_END: char = '\n';

/// The folded words of every entry, field after field, each word behind a space.
#[derive(Debug, Default)]
pub struct Texts {
    entries: Vec<Box<str>>,
}

/// Which entries match, and how well.
#[derive(Debug)]
pub struct Hits {
    scores: Vec<u32>,
}

impl Hits {
    /// Scores by entry; 0 for one that does not match.
    pub(crate) fn new(scores: Vec<u32>) -> Self {
        Self { scores }
    }

    /// Whether the entry matches.
    pub fn contains(&self, entry: u32) -> bool {
        self.score(entry) > 0
    }

    /// How well it matches; 0 if not.
    pub fn score(&self, entry: u32) -> u32 {
        self.scores.get(entry as usize).copied().unwrap_or(0)
    }
}

impl Texts {
    /// Folds all entries. `canonical` gives the name that a spelling counts under, where that is another.
    pub fn of<'a>(publications: &[Publication], canonical: impl Fn(&str) -> Option<&'a str>) -> Self {
        Self { entries: publications.iter().map(|publication| text(publication, &canonical)).collect() }
    }

    /// Finds the entries that have a word beginning with each of `words`, which are folded.
    pub fn find(&self, words: &[String]) -> Hits {
        let needles: Vec<String> = words.iter().map(|word| format!(" {word}")).collect();
        Hits { scores: self.entries.iter().map(|text| score(text, &needles)).collect() }
    }

    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().flat_map(|text| text.split([' ', FIELD_END])).filter(|word| !word.is_empty())
    }
}

/// The sum over all words of their best match, or 0 as soon as one is missing.
fn score(text: &str, needles: &[String]) -> u32 {
    let mut sum = 0;
    for needle in needles {
        match best_match(text, needle) {
            0 => return 0,
            score => sum += score,
        }
    }
    sum
}

/// Fields stand in the order of their weight, so the first match is in the best field.
fn best_match(text: &str, needle: &str) -> u32 {
    let Some(at) = text.find(needle) else { return 0 };
    let field = text[..at].bytes().filter(|byte| *byte == FIELD_END as u8).count();
    let is_whole = matches!(text.as_bytes().get(at + needle.len()), None | Some(b' ' | b'\n'));
    WEIGHTS[field.min(FIELDS - 1)] * if is_whole { WHOLE_WORD } else { 1 }
}

fn text<'a>(publication: &Publication, canonical: &impl Fn(&str) -> Option<&'a str>) -> Box<str> {
    let mut text = String::new();
    push_rich(&publication.title, &mut text);
    text.push(FIELD_END);
    for name in publication.authors.iter().map(|name| name.display()) {
        fold::push_words(&name, &mut text);
        canonical(&name).into_iter().for_each(|name| fold::push_words(name, &mut text));
    }
    text.push(FIELD_END);
    let places = [
        &publication.container_short,
        &publication.container,
        &publication.event,
        &publication.publisher,
        &publication.genre,
    ];
    places.into_iter().flatten().for_each(|place| fold::push_words(place, &mut text));
    publication.keywords.iter().for_each(|keyword| fold::push_words(keyword, &mut text));
    publication.year().into_iter().for_each(|year| fold::push_words(&year.to_string(), &mut text));
    publication.note.iter().for_each(|note| push_rich(note, &mut text));
    text.push(FIELD_END);
    publication.abstract_text.iter().for_each(|source| push_rich(source, &mut text));
    text.into_boxed_str()
}

fn push_rich(source: &str, text: &mut String) {
    if rich::is_plain(source) {
        fold::push_words(source, text);
    } else {
        fold::push_words(&RichText::parse_block(source).0.plain(), text);
    }
}

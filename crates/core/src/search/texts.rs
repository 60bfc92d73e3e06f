//! Folded texts, searched from end to end.
//!
//! A scan of this kind needs no time to build beyond folding and is fast enough for some thousand entries.

use super::find::Corpus;
use super::{Field, weight};
use crate::fold;
use crate::publication::{Publication, type_label};
use crate::rich::{self, RichText};

/// The fields in the order in which they stand in a text.
const FIELDS: [Field; 7] =
    [Field::Title, Field::Author, Field::Venue, Field::Keyword, Field::Other, Field::Abstract, Field::Type];

/// Stands behind a field; no word holds it.
const FIELD_END: char = '\n';

/// Stands behind a value of a field, such as a name, so that no phrase reaches from one to the next.
const VALUE_END: char = '\r';

/// The folded words of every entry, field after field, each word behind a space.
#[derive(Debug, Default)]
pub struct Texts {
    entries: Vec<Text>,
}

#[derive(Debug)]
struct Text {
    words: Box<str>,
    year: Option<i32>,
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
        let text = |publication: &Publication| {
            let mut words = String::new();
            each_value(publication, &canonical, &mut |field, value| {
                let ends = words.chars().filter(|c| *c == FIELD_END).count();
                (ends..field as usize).for_each(|_| words.push(FIELD_END));
                fold::push_words(value, &mut words);
                words.push(VALUE_END);
            });
            Text { words: words.into_boxed_str(), year: publication.year() }
        };
        Self { entries: publications.iter().map(text).collect() }
    }
}

impl Corpus for Texts {
    fn entries(&self) -> u32 {
        self.entries.len() as u32
    }

    fn weights(&self, field: Option<Field>, words: &[String], whole: bool) -> Vec<u32> {
        let mut needle = String::new();
        for word in words {
            needle.push(' ');
            needle.push_str(word);
        }
        self.entries.iter().map(|text| weigh(&text.words, field, &needle, whole)).collect()
    }

    fn each_word(&self, each: &mut dyn FnMut(&str)) {
        for text in &self.entries {
            text.words.split([' ', FIELD_END, VALUE_END]).filter(|word| !word.is_empty()).for_each(&mut *each);
        }
    }

    fn year(&self, entry: u32) -> Option<i32> {
        self.entries.get(entry as usize).and_then(|text| text.year)
    }
}

/// What the occurrences of `needle` weigh together.
fn weigh(text: &str, sought: Option<Field>, needle: &str, whole: bool) -> u32 {
    let mut sum = 0;
    for (field, text) in FIELDS.into_iter().zip(text.split(FIELD_END)) {
        if sought.map_or(field == Field::Type, |sought| sought != field) {
            continue;
        }
        let mut from = 0;
        while let Some(at) = text[from..].find(needle) {
            from += at + needle.len();
            let is_whole = matches!(text.as_bytes().get(from), None | Some(b' ' | b'\r'));
            if is_whole || !whole {
                let length = text.bytes().filter(|byte| *byte == b' ').count() as u32;
                sum += weight(field, length, is_whole);
            }
        }
    }
    sum
}

/// Calls `each` with every text of an entry that can be searched, in the order of the fields.
pub(crate) fn each_value<'a>(
    publication: &Publication,
    canonical: &impl Fn(&str) -> Option<&'a str>,
    each: &mut dyn FnMut(Field, &str),
) {
    with_plain(&publication.title, &mut |title| each(Field::Title, title));
    for name in publication.authors.iter().map(|name| name.display()) {
        each(Field::Author, &name);
        canonical(&name).into_iter().for_each(|name| each(Field::Author, name));
    }
    let Publication { container_short, container, event, publisher, genre, .. } = publication;
    for place in [container_short, container, event, publisher, genre].into_iter().flatten() {
        each(Field::Venue, place);
    }
    publication.keywords.iter().for_each(|keyword| each(Field::Keyword, keyword));
    publication.year().into_iter().for_each(|year| each(Field::Other, &year.to_string()));
    publication.note.iter().for_each(|note| with_plain(note, &mut |note| each(Field::Other, note)));
    publication.abstract_text.iter().for_each(|text| with_plain(text, &mut |text| each(Field::Abstract, text)));
    if !publication.kind.is_empty() {
        each(Field::Type, &publication.kind);
        each(Field::Type, &type_label(&publication.kind));
    }
}

/// Calls `take` with a rich text without its markup.
pub(crate) fn with_plain(source: &str, take: &mut dyn FnMut(&str)) {
    if rich::is_plain(source) {
        take(source);
    } else {
        take(&RichText::parse_block(source).0.plain());
    }
}

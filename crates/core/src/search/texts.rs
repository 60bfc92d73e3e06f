//! Folded texts, searched from end to end.
//!
//! A scan of this kind needs no time to build beyond folding and is fast enough for some ten thousand entries.

use super::clause::Field;
use super::fields::each_text;
use super::rank::weight;
use crate::fold::Needle;
use crate::publication::Publication;

/// Stands behind each field; no word holds it.
const FIELD_END: char = '\n';

/// Stands behind each name, keyword and other text that a phrase does not reach across.
const TEXT_END: char = '\t';

/// The folded words of every entry, each behind a space, field after field in the order of [`Field::ALL`].
#[derive(Debug, Default)]
pub struct Texts {
    entries: Vec<Box<str>>,
}

/// Where something was found.
pub(super) struct Found {
    /// By entry: the sum of the weights of all places; 0 where there is none.
    pub(super) weights: Vec<u32>,
    /// How many entries have any.
    pub(super) holding: u32,
}

impl Texts {
    /// Folds all entries. `canonical` gives the name that a spelling counts under, where that is another.
    pub fn of<'a>(publications: &[Publication], canonical: impl Fn(&str) -> Option<&'a str>) -> Self {
        Self { entries: publications.iter().map(|publication| text(publication, &canonical)).collect() }
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Looks through all entries.
    pub(super) fn weigh(&self, field: Option<Field>, needle: &Needle) -> Found {
        let weights: Vec<u32> = self.entries.iter().map(|text| weigh(text, field, needle)).collect();
        let holding = weights.iter().filter(|weight| **weight > 0).count() as u32;
        Found { weights, holding }
    }

    /// Hands over every word of a field, again for each time that it is there.
    pub(super) fn each_word<'t>(&'t self, field: Option<Field>, take: &mut dyn FnMut(&'t str)) {
        for text in &self.entries {
            for (here, text) in fields(text) {
                if here.is_searched(field) {
                    text.split(|c| c <= ' ').filter(|word| !word.is_empty()).for_each(&mut *take);
                }
            }
        }
    }
}

fn fields(text: &str) -> impl Iterator<Item = (Field, &str)> {
    Field::ALL.into_iter().zip(text.split(FIELD_END))
}

fn weigh(text: &str, field: Option<Field>, needle: &Needle) -> u32 {
    let mut weights = 0;
    for (here, text) in fields(text).filter(|(here, _)| here.is_searched(field)) {
        let length = || text.bytes().filter(|byte| *byte == b' ').count() as u32;
        needle.each_in(text, &mut |whole| weights += weight(here, length(), whole));
    }
    weights
}

fn text<'a>(publication: &Publication, canonical: &dyn Fn(&str) -> Option<&'a str>) -> Box<str> {
    let mut text = String::new();
    let mut last = 0;
    each_text(publication, canonical, &mut |field, words| {
        text.extend((last..field as usize).map(|_| FIELD_END));
        last = field as usize;
        text.push_str(words);
        text.push(TEXT_END);
    });
    text.into_boxed_str()
}

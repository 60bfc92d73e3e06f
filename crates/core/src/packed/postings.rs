//! The inverted index: for each word, where it is.
//!
//! What a list shows of an entry at a glance, its head, and its abstract, its body, are indexed apart: heads as they are
//! read, bodies afterwards, while the list is in use already. Both go through the entries in order, so that a posting
//! needs only the difference to the one before.

use super::alphabet::Alphabet;
use super::arena::Arena;
use super::batch::Batch;
use super::frequent::Frequent;
use super::letters::{Counts, Letters};
use super::places::{InField, Places, Repeated};
use super::terms::Terms;
use crate::fold::{self, Word};
use crate::search::{Field, Part, Shape, weight};

/// Positions of two values, such as two names, are this far apart: no phrase reaches over the border.
const GAP: u32 = 2;

/// Each name begins at a multiple of this position, so that two words are in one name if their positions are in one
/// such stretch. Longer names than this are none.
const NAME: u32 = 32;

/// The inverted index of a list.
#[derive(Debug, Default)]
pub(super) struct Postings {
    terms: Terms,
    alphabet: Alphabet,
    /// By term: what tells quickly that it is not near a word.
    shapes: Vec<Shape>,
    /// By term where it is in heads, and where in bodies.
    heads: Vec<Places>,
    bodies: Vec<Places>,
    arena: Arena,
    batch: Batch,
    frequent: Frequent,
    letters: Letters,
    /// What the beginning of a word weighs in each title and abstract.
    title_weights: Vec<u16>,
    abstract_weights: Vec<u8>,
}

/// One occurrence of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Occurrence {
    pub(super) entry: u32,
    pub(super) field: Field,
    /// Heads and bodies are counted apart.
    pub(super) position: u32,
}

/// Adds the head of one entry.
pub(super) struct Head<'a> {
    postings: &'a mut Postings,
    entry: u32,
    position: u32,
}

impl Head<'_> {
    /// Adds a value of a field.
    pub(super) fn add(&mut self, field: Field, part: Part<'_>) {
        if field == Field::Author {
            self.position = self.position.next_multiple_of(NAME);
        }
        let (weight, end) = self.postings.add(self.entry, field, self.position, part);
        self.position = end + GAP;
        if field == Field::Title {
            self.postings.title_weights[self.entry as usize] = weight as u16;
        }
    }
}

impl Postings {
    /// Starts the next entry.
    pub(super) fn head(&mut self) -> Head<'_> {
        let entry = self.title_weights.len() as u32;
        self.title_weights.push(1);
        self.abstract_weights.push(1);
        self.make_room(entry);
        Head { postings: self, entry, position: 0 }
    }

    /// Adds an entry's abstract; entries come in order.
    pub(super) fn add_body(&mut self, entry: u32, text: &str) {
        self.make_room(entry);
        let (weight, _) = self.add(entry, Field::Abstract, 0, Part::Text(text));
        self.abstract_weights[entry as usize] = weight as u8;
    }

    /// Adds a part of a field; what the beginning of a word weighs in it, and the position behind it.
    fn add(&mut self, entry: u32, field: Field, position: u32, part: Part<'_>) -> (u32, u32) {
        let (mut length, mut position) = (0, position);
        let mut counts = Counts::default();
        let mut add = |word: Word<'_>, step: u32| {
            let term = self.number(word);
            position += step;
            self.batch.push(term, entry, field, position);
            counts.add(word.bytes());
            length += 1;
            position += 1;
        };
        match part {
            Part::Text(text) => {
                fold::each_word(text, |word| add(word, 0));
                fold::each_form(text, &mut |form| add(Word::of(form), 1));
            }
            Part::Word(word) => add(Word::of(word), 1),
        }
        let weight = weight(field, length, false);
        if field.is_searched(None) {
            self.letters.add(entry, &counts, weight);
        }
        (weight, position)
    }

    /// Returns the number of a term, which is new if need be.
    #[inline(always)]
    fn number(&mut self, word: Word<'_>) -> u32 {
        let Self { terms, shapes, frequent, .. } = self;
        frequent.get(word, |text| {
            let new = terms.len() as u32;
            let number = terms.get_or_add(text);
            if number == new {
                shapes.push(Shape::of(text));
            }
            number
        })
    }

    fn make_room(&mut self, entry: u32) {
        if self.batch.is_full(entry) {
            self.flush();
        }
    }

    /// Makes everything that was added findable.
    pub(super) fn flush(&mut self) {
        let Self { heads, bodies, arena, .. } = self;
        self.batch.drain(|term, entry, field, occurrences| {
            if field == Field::Abstract as u32 {
                places_mut(bodies, term).put::<Repeated>(arena, entry, field, occurrences);
            } else {
                places_mut(heads, term).put::<InField>(arena, entry, field, occurrences);
            }
        });
    }

    /// Returns how many entries there are.
    pub(super) fn entries(&self) -> usize {
        self.title_weights.len()
    }

    /// Calls `each` with every entry one of whose names has all of some words.
    pub(super) fn each_named(&self, words: &[&str], each: &mut dyn FnMut(u32)) {
        let mut names: Option<Vec<(u32, u32)>> = None;
        for word in words {
            let mut own = Vec::new();
            if let Some(term) = self.exactly(word) {
                self.occurrences(term, Some(Field::Author), &mut |at| own.push((at.entry, at.position / NAME)));
            }
            own.sort_unstable();
            own.dedup();
            if let Some(others) = names {
                own.retain(|name| others.binary_search(name).is_ok());
            }
            names = Some(own);
        }
        names.into_iter().flatten().for_each(|(entry, _)| each(entry));
    }

    /// Calls `each` for every term that so many edits can make of `word`, and for some others.
    pub(super) fn each_near(&self, word: &str, most: usize, each: &mut dyn FnMut(&str)) {
        let shape = Shape::of(word);
        let near = self.shapes.iter().zip(0..).filter(|(other, _)| shape.can_reach(**other, most));
        near.for_each(|(_, term)| each(self.terms.text(term)));
    }

    /// Puts some more terms in order, so that in the end those beginning with a word are found at once; whether there is
    /// more to do. To be called when no more text is to come.
    pub(super) fn sort_terms(&mut self) -> bool {
        self.alphabet.sort(&self.terms)
    }

    /// Calls `each` for every term that begins with `word`.
    pub(super) fn beginning(&self, word: &str, each: &mut dyn FnMut(u32)) {
        self.alphabet.beginning(word, &self.terms, each);
    }

    /// Returns the term that is this word.
    pub(super) fn exactly(&self, word: &str) -> Option<u32> {
        self.terms.get(word)
    }

    /// Returns what an occurrence of a beginning weighs.
    pub(super) fn weight(&self, entry: u32, field: Field) -> u32 {
        match field {
            Field::Title => u32::from(self.title_weights[entry as usize]),
            Field::Abstract => u32::from(self.abstract_weights[entry as usize]),
            _ => weight(field, 0, false),
        }
    }

    /// By entry what the occurrences of some terms weigh, in one field or in all but the type. Each term comes with what it
    /// counts.
    pub(super) fn weigh(&self, terms: &[(u32, u32)], field: Option<Field>) -> Vec<u32> {
        let mut weights = vec![0; self.entries()];
        if Field::Abstract.is_searched(field) {
            for (bodies, factor) in places(&self.bodies, terms) {
                bodies.each::<Repeated>(&self.arena, |entry, more| weights[entry as usize] += (more + 1) * factor);
            }
            weights.iter_mut().zip(&self.abstract_weights).for_each(|(sum, one)| *sum *= u32::from(*one));
        }
        if field == Some(Field::Abstract) {
            return weights;
        }
        let fixed = Field::ALL.map(|own| if own.is_searched(field) { weight(own, 0, false) } else { 0 });
        let in_title = u32::from(Field::Title.is_searched(field));
        for (heads, factor) in places(&self.heads, terms) {
            heads.each::<InField>(&self.arena, |entry, own| {
                let title = u32::from(self.title_weights[entry as usize]) * in_title;
                let own = own as usize % fixed.len();
                weights[entry as usize] += factor * if own == Field::Title as usize { title } else { fixed[own] };
            });
        }
        weights
    }

    /// Returns the same of all words that begin with a letter, in all fields but the type, where that is known.
    pub(super) fn weigh_letter(&self, word: &str) -> Option<Vec<u32>> {
        self.letters.weights(word, self.entries())
    }

    /// The entries that have a term, in one field or in all but the type; some come several times.
    pub(super) fn entries_of(&self, term: u32, field: Option<Field>, each: &mut dyn FnMut(u32)) {
        if let Some(heads) = self.heads.get(term as usize) {
            heads.each::<InField>(&self.arena, |entry, own| {
                if field_of(own).is_searched(field) {
                    each(entry);
                }
            });
        }
        if let Some(bodies) = self.bodies.get(term as usize).filter(|_| Field::Abstract.is_searched(field)) {
            bodies.each::<Repeated>(&self.arena, |entry, _| each(entry));
        }
    }

    /// All occurrences of a term, in heads and then in bodies, each in order; in one field or in all but the type.
    pub(super) fn occurrences(&self, term: u32, field: Option<Field>, each: &mut dyn FnMut(Occurrence)) {
        if let Some(heads) = self.heads.get(term as usize) {
            heads.each_position::<InField>(&self.arena, |entry, own, position| {
                let own = field_of(own);
                if own.is_searched(field) {
                    each(Occurrence { entry, field: own, position });
                }
            });
        }
        if let Some(bodies) = self.bodies.get(term as usize).filter(|_| Field::Abstract.is_searched(field)) {
            bodies.each_position::<Repeated>(&self.arena, |entry, _, position| {
                each(Occurrence { entry, field: Field::Abstract, position });
            });
        }
    }
}

/// Returns where each of some terms is, and what comes with it.
fn places<'a>(all: &'a [Places], terms: &'a [(u32, u32)]) -> impl Iterator<Item = (&'a Places, u32)> {
    terms.iter().filter_map(|(term, factor)| Some((all.get(*term as usize)?, *factor)))
}

fn places_mut(all: &mut Vec<Places>, term: u32) -> &mut Places {
    let term = term as usize;
    if all.len() <= term {
        all.resize(term + 1, Places::default());
    }
    &mut all[term]
}

/// Returns the field of a number.
fn field_of(number: u32) -> Field {
    Field::ALL[number as usize % Field::ALL.len()]
}

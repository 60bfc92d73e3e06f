//! Taking a search text apart: `[-][field:](word | "quoted phrase")`, parted by white space, with `NOT`, `AND` and `OR`.

use std::ops::Range;

use super::clause::{Clause, Field, Hint, Search, Sought};
use super::typed::{all, plain, words};
use crate::fold;
use crate::query::Years;

/// The words that a colon makes a field of.
const FIELDS: [(&str, Field); 7] = [
    ("author", Field::Author),
    ("title", Field::Title),
    ("venue", Field::Venue),
    ("keyword", Field::Keyword),
    ("award", Field::Award),
    ("abstract", Field::Abstract),
    ("type", Field::Type),
];

const YEAR: &str = "year";

// Of one type, so that one piece of code looks for both.
const QUOTE: fn(char) -> bool = is_quote;
const WORD_END: fn(char) -> bool = |c| c.is_whitespace() || is_quote(c);

/// What is before a colon, where that means something.
struct Label<'t> {
    name: &'t str,
    /// None for [`YEAR`].
    field: Option<Field>,
}

/// What a part of a text is.
enum Part {
    /// Conditions that must all hold.
    Clauses(Vec<Clause>),
    And,
    Or,
    Not,
}

/// A part of a text that is a condition by itself.
struct Unit {
    clause: Clause,
    /// Whether it is a choice between alternatives.
    is_choice: bool,
    /// Where it is written.
    place: Range<usize>,
}

impl Search {
    /// Takes a search text apart. Any text is understood: what is no clause is searched as plain words, and `hint` tells
    /// of the first such part.
    ///
    /// Parts of a word that nothing but a sign joins, as in `deep-learning`, must all be there, or the word without the
    /// sign; they are one phrase if it is excluded, or if it is to lie in one name, keyword or award.
    pub fn parse(text: &str) -> Self {
        let mut search = Self::default();
        for Unit { clause, .. } in search.units(text) {
            match clause {
                Clause { excluded: false, sought: Sought::All(clauses) } => search.extend(clauses),
                clause => search.extend([clause]),
            }
        }
        if search.clauses.is_empty() && !text.trim().is_empty() {
            search.hint = Some(Hint::NoWords);
        }
        search
    }

    fn extend(&mut self, clauses: impl IntoIterator<Item = Clause>) {
        for clause in clauses {
            if !self.clauses.contains(&clause) {
                self.clauses.push(clause);
            }
        }
    }

    /// Returns the conditions of a text in their order, alternatives as one.
    fn units(&mut self, text: &str) -> Vec<Unit> {
        let mut units: Vec<Unit> = Vec::new();
        let (mut is_negated, mut is_alternative) = (false, false);
        let mut rest = text.trim_start();
        let mut start = text.len() - rest.len();
        while !rest.is_empty() {
            let (part, behind) = self.take_part(rest);
            let end = text.len() - behind.len();
            rest = behind.trim_start();
            match part {
                Part::And => {}
                Part::Or => is_alternative = !units.is_empty(),
                Part::Not => is_negated = true,
                Part::Clauses(clauses) => {
                    if !clauses.is_empty() {
                        let clause = if is_negated { not(clauses) } else { all(clauses) };
                        match units.last_mut().filter(|_| is_alternative) {
                            Some(last) => last.join(clause, end),
                            None => units.push(Unit { clause, is_choice: false, place: start..end }),
                        }
                        (is_negated, is_alternative) = (false, false);
                    }
                    start = text.len() - rest.len();
                }
            }
        }
        if is_negated {
            self.doubt(Hint::NothingExcluded);
        }
        units
    }

    /// Takes the first part off `text`, which does not begin with white space, and returns the rest.
    fn take_part<'t>(&mut self, text: &'t str) -> (Part, &'t str) {
        let end = text.find(WORD_END).unwrap_or(text.len());
        let operator = match &text[..end] {
            "AND" => Some(Part::And),
            "OR" => Some(Part::Or),
            "NOT" => Some(Part::Not),
            _ => None,
        };
        match operator {
            Some(part) => (part, &text[end..]),
            None => {
                let (clauses, rest) = self.take_clauses(text);
                (Part::Clauses(clauses), rest)
            }
        }
    }

    fn take_clauses<'t>(&mut self, text: &'t str) -> (Vec<Clause>, &'t str) {
        let (excluded, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (label, text) = label(text);
        let (value, whole, rest) = self.take_value(text);
        let clauses = match label {
            Some(label) => self.labelled(excluded, label, value, whole),
            None if excluded && value.is_empty() && !whole => {
                self.doubt(Hint::NothingExcluded);
                Vec::new()
            }
            None if whole => words(excluded, None, value, whole),
            None => plain(excluded, value),
        };
        (clauses, rest)
    }

    /// Returns what is in the quotation marks that `text` begins with, else a word; whether it was quoted; and the
    /// rest.
    fn take_value<'t>(&mut self, text: &'t str) -> (&'t str, bool, &'t str) {
        let mut text = text;
        if let Some(behind) = text.strip_prefix(is_quote) {
            if let Some(end) = behind.find(QUOTE) {
                let (value, rest) = behind.split_at(end);
                return (value, true, rest.strip_prefix(is_quote).unwrap_or(rest));
            }
            self.doubt(Hint::OpenQuote);
            text = behind;
        }
        let (value, rest) = text.split_at(text.find(WORD_END).unwrap_or(text.len()));
        (value, false, rest)
    }

    fn labelled(&mut self, excluded: bool, label: Label<'_>, value: &str, whole: bool) -> Vec<Clause> {
        let name = label.name;
        if fold::typed(value).is_empty() {
            self.doubt(Hint::NoValue(name.to_owned()));
            words(excluded, None, name, false)
        } else if label.field.is_some() {
            words(excluded, label.field, value, whole)
        } else if let Some(years) = Years::parse(&value.replace('–', "-")) {
            vec![Clause { excluded, sought: Sought::Years(years) }]
        } else {
            self.doubt(Hint::NoYear(value.to_owned()));
            [words(excluded, None, name, false), words(excluded, None, value, whole)].concat()
        }
    }

    fn doubt(&mut self, hint: Hint) {
        self.hint.get_or_insert(hint);
    }
}

impl Unit {
    /// Adds an alternative, which ends at `end`.
    fn join(&mut self, clause: Clause, end: usize) {
        self.place.end = end;
        match &mut self.clause.sought {
            Sought::Any(alternatives) if self.is_choice => alternatives.push(clause),
            _ => self.clause = Clause::of(Sought::Any(vec![self.clause.clone(), clause])),
        }
        self.is_choice = true;
    }
}

/// Returns the contrary of some conditions.
fn not(clauses: Vec<Clause>) -> Clause {
    Clause { excluded: true, sought: all(clauses).sought }
}

/// Returns the parts of a search text that are a condition each, as they are written; alternatives are one part.
pub fn parts(text: &str) -> Vec<&str> {
    Search::default().units(text).into_iter().map(|unit| text[unit.place].trim_end()).collect()
}

/// Returns the field word that `text` begins with, and what is behind its colon.
fn label(text: &str) -> (Option<Label<'_>>, &str) {
    let Some((name, value)) = text.split_once(':') else { return (None, text) };
    let known = FIELDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
    let field = known.map(|(_, field)| *field);
    if field.is_none() && !YEAR.eq_ignore_ascii_case(name) {
        return (None, text);
    }
    (Some(Label { name, field }), value)
}

/// Phones write curly quotation marks by themselves.
pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„')
}

//! Taking a search text apart: `[-][field:](word | "quoted phrase")`, parted by white space.

use super::clause::{Clause, Field, Hint, Search, Sought};
use crate::fold;
use crate::query::Years;

/// The words that a colon makes a field of.
const FIELDS: [(&str, Field); 6] = [
    ("author", Field::Author),
    ("title", Field::Title),
    ("venue", Field::Venue),
    ("keyword", Field::Keyword),
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

impl Search {
    /// Takes a search text apart. Any text is understood: what is no clause is searched as plain words, and `hint` tells
    /// of the first such part.
    ///
    /// A word in several parts, as `deep-learning`, is several clauses; but one phrase if it is excluded, or if it is to
    /// lie in one name or keyword.
    pub fn parse(text: &str) -> Self {
        let mut search = Self::default();
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            rest = search.take_clause(rest).trim_start();
        }
        search
    }

    /// Takes the first clause off `text`, which does not begin with white space, and returns the rest.
    fn take_clause<'t>(&mut self, text: &'t str) -> &'t str {
        let (excluded, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (label, text) = label(text);
        let (value, whole, rest) = self.take_value(text);
        match label {
            Some(label) => self.push_labelled(excluded, label, value, whole),
            None if excluded && value.is_empty() && !whole => self.doubt(Hint::NothingExcluded),
            None => self.push_words(excluded, None, value, whole),
        }
        rest
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

    fn push_labelled(&mut self, excluded: bool, label: Label<'_>, value: &str, whole: bool) {
        let name = label.name;
        if fold::runs(value).is_empty() {
            self.doubt(Hint::NoValue(name.to_owned()));
            self.push_words(excluded, None, name, false);
        } else if label.field.is_some() {
            self.push_words(excluded, label.field, value, whole);
        } else if let Some(years) = Years::parse(&value.replace('–', "-")) {
            self.push(excluded, Sought::Years(years));
        } else {
            self.doubt(Hint::NoYear(value.to_owned()));
            self.push_words(excluded, None, name, false);
            self.push_words(excluded, None, value, whole);
        }
    }

    fn push_words(&mut self, excluded: bool, field: Option<Field>, value: &str, whole: bool) {
        let runs = fold::runs(value);
        if whole || excluded || matches!(field, Some(Field::Author | Field::Keyword)) {
            self.push_phrase(excluded, field, runs.into_iter().flatten().collect(), whole);
        } else {
            runs.into_iter().for_each(|words| self.push_phrase(excluded, field, words, whole));
        }
    }

    fn push_phrase(&mut self, excluded: bool, field: Option<Field>, words: Vec<String>, whole: bool) {
        if !words.is_empty() {
            self.push(excluded, Sought::Phrase { field, words, whole });
        }
    }

    fn push(&mut self, excluded: bool, sought: Sought) {
        let clause = Clause { excluded, sought };
        if !self.clauses.contains(&clause) {
            self.clauses.push(clause);
        }
    }

    fn doubt(&mut self, hint: Hint) {
        self.hint.get_or_insert(hint);
    }
}

/// Returns the parts of a search text that are one clause each, or belong to one, as they are written.
pub fn parts(text: &str) -> Vec<&str> {
    let (mut parts, mut rest) = (Vec::new(), text.trim_start());
    while !rest.is_empty() {
        let behind = Search::default().take_clause(rest);
        parts.push(rest[..rest.len() - behind.len()].trim_end());
        rest = behind.trim_start();
    }
    parts
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

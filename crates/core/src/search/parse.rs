//! Taking a search text apart.

use super::{Clause, Field, Hint, Search, Sought};
use crate::fold;
use crate::query::Years;

/// The words that say where to search, before a colon.
const FIELD_WORDS: [(&str, Option<Field>); 7] = [
    ("author", Some(Field::Author)),
    ("title", Some(Field::Title)),
    ("venue", Some(Field::Venue)),
    ("keyword", Some(Field::Keyword)),
    ("abstract", Some(Field::Abstract)),
    ("type", Some(Field::Type)),
    ("year", None),
];

impl Search {
    /// Takes a search text apart: words, `"phrases"`, `-exclusions` and `field:values`.
    ///
    /// Every text can be searched: what does not parse counts as plain words, and [`Search::hint`] says why.
    pub fn parse(text: &str) -> Self {
        let mut search = Self::default();
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            rest = search.take_token(rest).trim_start();
        }
        search
    }

    /// The plain words of it, as a text: what is left when nothing but the words counts.
    pub fn plain(&self) -> String {
        let mut plain: Vec<&str> = Vec::new();
        for clause in self.clauses.iter().filter(|clause| !clause.excluded) {
            if let Sought::Phrase { words, .. } = &clause.sought {
                plain.extend(words.iter().map(String::as_str));
            }
        }
        plain.join(" ")
    }

    /// Takes the first token; what follows it.
    fn take_token<'t>(&mut self, text: &'t str) -> &'t str {
        let (excluded, body) = match text.strip_prefix('-') {
            Some(body) if body.starts_with(|c| fold::is_in_word(c) || is_quote(c)) => (true, body),
            _ => (false, text),
        };
        let (name, value) = split_field(body);
        if let Some(quoted) = value.strip_prefix(is_quote) {
            let Some(end) = quoted.find(is_quote) else {
                self.hint = Some(Hint::OpenQuote);
                return &text[text.len() - quoted.len()..];
            };
            let after = &quoted[end..];
            self.take_value(excluded, name, &quoted[..end], true);
            return after.strip_prefix(is_quote).unwrap_or(after);
        }
        let end = value.find(char::is_whitespace).unwrap_or(value.len());
        if name.is_some() && end == 0 {
            self.hint = Some(Hint::NoValue(body[..body.len() - value.len()].to_owned()));
            self.take_words(excluded, None, body[..body.len() - value.len()].trim_end_matches(':'));
        } else {
            self.take_value(excluded, name, &value[..end], false);
        }
        &value[end..]
    }

    fn take_value(&mut self, excluded: bool, name: Option<Option<Field>>, value: &str, quoted: bool) {
        match name {
            Some(None) => match Years::parse(value) {
                Some(years) => self.push(excluded, Sought::Years(years)),
                None => {
                    self.hint = Some(Hint::NoYear(value.to_owned()));
                    self.take_words(excluded, None, value);
                }
            },
            name if quoted => self.push_phrase(excluded, name.flatten(), fold::words(value), true),
            // A name or a keyword is one, however it is written.
            Some(field @ Some(Field::Author | Field::Keyword)) => {
                self.push_phrase(excluded, field, fold::words(value), false);
            }
            name => self.take_words(excluded, name.flatten(), value),
        }
    }

    /// Takes words one by one; those that are written together without a space, as in Chinese, stay together.
    fn take_words(&mut self, excluded: bool, field: Option<Field>, text: &str) {
        for run in text.split(|c| !fold::is_in_word(c)) {
            self.push_phrase(excluded, field, fold::words(run), false);
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
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„')
}

/// The field that a token begins with, `None` inside for a year, and what follows the colon.
fn split_field(token: &str) -> (Option<Option<Field>>, &str) {
    for (word, field) in FIELD_WORDS {
        if let Some((start, rest)) = token.split_at_checked(word.len())
            && start.eq_ignore_ascii_case(word)
            && let Some(value) = rest.strip_prefix(':')
        {
            return (Some(field), value);
        }
    }
    (None, token)
}

/// The text with each word that folds to `word` put in quotes, which ask for just that word.
pub fn quote_word(text: &str, word: &str) -> String {
    let mut quoted = String::new();
    for token in text.split_whitespace() {
        let (field, value) = split_field(token);
        let start = &token[..token.len() - value.len()];
        if !quoted.is_empty() {
            quoted.push(' ');
        }
        if field != Some(None) && fold::words(value) == [word] {
            quoted.extend([start, "\"", value, "\""]);
        } else {
            quoted.push_str(token);
        }
    }
    quoted
}

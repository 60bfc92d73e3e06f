//! Words with capitals inside, such as "OCaml" and "ML", and lone Greek letters, such as the "λ" of "λ-calculus".
//!
//! CSL's title case leaves the former as they are; Hayagriva writes "Ocaml" and "Ml". Only words so written are restored:
//! the "doi" of a URL is not the "DOI" of a title. A Greek letter by itself is a sign, and "Λ" is another one.

use std::collections::HashMap;

use hayagriva::citationberg::json::{Item, Value};

/// The words of an item that have a capital behind their first letter, and its small Greek letters, by their [`key`].
pub(super) struct Capitals<'a> {
    words: HashMap<String, &'a str>,
}

impl<'a> Capitals<'a> {
    pub(super) fn of(item: &'a Item) -> Self {
        let mut words = HashMap::new();
        for value in item.0.values() {
            let Value::String(text) = value else { continue };
            for word in text.split(|c: char| !c.is_alphanumeric()) {
                if word.chars().skip(1).any(char::is_uppercase) || is_greek_letter(word) {
                    words.insert(key(word), word);
                }
            }
        }
        Self { words }
    }

    /// Returns the text with those words as they were, wherever their first letter is the only capital left.
    pub(super) fn restore(&self, text: &str) -> String {
        let mut restored = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(start) = rest.find(char::is_alphanumeric) {
            let (gap, from_word) = rest.split_at(start);
            let end = from_word.find(|c: char| !c.is_alphanumeric()).unwrap_or(from_word.len());
            let (word, behind) = from_word.split_at(end);
            let lost = word.starts_with(char::is_uppercase) && !word.chars().skip(1).any(char::is_uppercase);
            let original = if lost { self.words.get(&key(word)) } else { None };
            restored.push_str(gap);
            restored.push_str(original.copied().unwrap_or(word));
            rest = behind;
        }
        restored.push_str(rest);
        restored
    }
}

/// Returns what a word and its capitalised form have in common; some Greek letters have two small forms.
fn key(word: &str) -> String {
    word.to_uppercase().to_lowercase()
}

/// Returns whether this is one small Greek letter; the micro sign counts as one.
fn is_greek_letter(word: &str) -> bool {
    let mut letters = word.chars();
    let is_greek = |c: char| c.is_lowercase() && matches!(c, '\u{370}'..='\u{3ff}' | 'µ');
    letters.next().is_some_and(is_greek) && letters.next().is_none()
}

//! The spellings of authors' names in a list.

use std::collections::HashMap;

use offprint_core::fold;
use offprint_core::publication::Name;
use unicode_normalization::UnicodeNormalization;

use super::super::super::list::{Entry, List};

/// One way in which authors are written, and where.
#[derive(Debug)]
pub(super) struct Spelling {
    /// The name as a reader sees it.
    pub(super) display: String,
    /// All its letters and digits, folded.
    pub(super) key: String,
    /// Its words, folded.
    pub(super) words: Vec<String>,
    /// The given names, folded; those written as `JL` are two. Empty for a group.
    pub(super) given: Vec<String>,
    /// The letters of the family name with its particles, folded; empty for a group.
    pub(super) family: String,
    /// "jr", "iii".
    pub(super) suffix: String,
    /// Positions in [`List::entries`], ascending.
    pub(super) entries: Vec<usize>,
    /// The person in `people` who has this name or alias.
    pub(super) person: Option<usize>,
}

impl Spelling {
    fn new(name: &Name, display: String) -> Self {
        let words = fold::words(&display);
        let mut spelling = Self {
            key: words.concat(),
            words,
            display,
            given: Vec::new(),
            family: String::new(),
            suffix: String::new(),
            entries: Vec::new(),
            person: None,
        };
        if let Name::Parts { given, family, dropping, non_dropping, suffix } = name {
            spelling.given = given_names(given);
            spelling.family = fold::words(&format!("{dropping} {non_dropping} {family}")).concat();
            spelling.suffix = fold::words(suffix).concat();
        }
        spelling
    }

    /// Returns whether both are in one entry, so that they are two people.
    pub(super) fn meets(&self, other: &Self) -> bool {
        let (few, many) = if self.entries.len() < other.entries.len() { (self, other) } else { (other, self) };
        few.entries.iter().any(|entry| many.entries.binary_search(entry).is_ok())
    }

    /// Returns how many letters its given names have.
    pub(super) fn given_letters(&self) -> usize {
        self.given.iter().map(|name| name.chars().count()).sum()
    }
}

/// Returns the given names, those with a hyphen as one: "Hao-Shu" is not "Hao" and a second name.
fn given_names(given: &str) -> Vec<String> {
    let mut names = Vec::new();
    for word in given.replace(".-", "-").split([' ', '.']).filter(|word| !word.is_empty()) {
        let glued = matches!(word.len(), 2 | 3) && word.bytes().all(|byte| byte.is_ascii_uppercase());
        if glued {
            names.extend(word.chars().map(|c| c.to_ascii_lowercase().to_string()));
        } else {
            let parts: Vec<String> = word.split('-').map(|part| fold::words(part).concat()).collect();
            names.extend(Some(parts.join("-")).filter(|name| name.contains(char::is_alphanumeric)));
        }
    }
    names
}

/// Returns all spellings, in the order in which they first are in the list. Two that differ only in how their letters
/// are encoded look the same to everyone, and are one.
pub(super) fn spellings(list: &List<'_>) -> Vec<Spelling> {
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut spellings: Vec<Spelling> = Vec::new();
    let people = people(list);
    for (at, Entry { publication, .. }) in list.entries.iter().enumerate() {
        for name in &publication.authors {
            let display = name.display();
            let display: String = if display.is_ascii() { display } else { display.nfc().collect() };
            let number = *numbers.entry(display).or_insert_with_key(|display| {
                let mut spelling = Spelling::new(name, display.clone());
                spelling.person = people.get(&fold::key(display)).copied();
                spellings.push(spelling);
                spellings.len() - 1
            });
            let entries = &mut spellings[number].entries;
            if entries.last() != Some(&at) {
                entries.push(at);
            }
        }
    }
    spellings
}

/// Returns the position in `people` of the person who has a name or alias, by its folded form.
fn people(list: &List<'_>) -> HashMap<String, usize> {
    let mut people = HashMap::new();
    for (at, person) in list.envelope().people.iter().enumerate() {
        for name in person.aliases.iter().chain([&person.name]) {
            people.insert(fold::key(name), at);
        }
    }
    people
}

//! What a search text asks for.

use crate::query::Years;

/// A part of an entry that words are searched in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Its title.
    Title,
    /// Its authors and editors, each name by itself.
    Author,
    /// Where it appeared: the names of the journal or proceedings, the event, the publisher, the genre.
    Venue,
    /// Its keywords, each by itself.
    Keyword,
    /// Its awards, each by itself.
    Award,
    /// Its year in digits, its note, and its numbers: found by plain words only.
    Other,
    /// Its abstract.
    Abstract,
    /// Its type, found by `type:` only.
    Type,
}

impl Field {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::Title, Self::Author, Self::Venue, Self::Keyword, Self::Award, Self::Other, Self::Abstract, Self::Type];

    /// Returns whether a clause looks here; `asked` is the field that it names.
    pub fn is_searched(self, asked: Option<Self>) -> bool {
        asked.map_or(self != Self::Type, |asked| asked == self)
    }
}

/// A search text, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    /// All of them must hold. None of a text without a letter or digit, which finds nothing.
    pub clauses: Vec<Clause>,
    /// What could not be understood and is searched as plain words.
    pub hint: Option<Hint>,
}

/// One condition on an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Whether it must not hold: `-word`.
    pub excluded: bool,
    /// The condition.
    pub sought: Sought,
}

/// What must be found in an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sought {
    /// Words side by side, in one field or in any.
    Phrase {
        /// Where; in any field but [`Field::Type`] if it is not said.
        field: Option<Field>,
        /// Folded words that are side by side in this order; at least one.
        words: Vec<String>,
        /// Whether the last word must be a whole word too, as quotes ask; else it is the beginning of one.
        whole: bool,
        /// Whether it is another form of what was typed: no typing errors are looked for in it.
        is_form: bool,
    },
    /// A year.
    Years(Years),
    /// What one of them asks for.
    Any(Vec<Clause>),
    /// What all of them ask for.
    All(Vec<Clause>),
}

impl Clause {
    /// Returns a condition that must hold.
    pub(super) fn of(sought: Sought) -> Self {
        Self { excluded: false, sought }
    }

    /// Calls `each` with every condition on words that is to hold, those inside of others too.
    pub(crate) fn each_phrase<'c>(&'c self, each: &mut dyn FnMut(&'c Self)) {
        if self.excluded {
            return;
        }
        match &self.sought {
            Sought::Phrase { .. } => each(self),
            Sought::Any(clauses) | Sought::All(clauses) => clauses.iter().for_each(|clause| clause.each_phrase(each)),
            Sought::Years(_) => {}
        }
    }
}

/// Why a part of a search text is not taken as what it looks like.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Hint {
    /// A quotation mark has no second one.
    OpenQuote,
    /// Nothing follows this field word, such as `author:`.
    NoValue(String),
    /// What follows `year:` is no year and no range of years.
    NoYear(String),
    /// A minus sign is alone.
    NothingExcluded,
    /// Nothing in it is a letter or digit.
    NoWords,
}

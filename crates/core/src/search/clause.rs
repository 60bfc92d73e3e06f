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
    /// Its year in digits, and its note: found by plain words only.
    Other,
    /// Its abstract.
    Abstract,
    /// Its type, found by `type:` only.
    Type,
}

impl Field {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Title, Self::Author, Self::Venue, Self::Keyword, Self::Other, Self::Abstract, Self::Type];

    /// Returns whether a clause looks here; `asked` is the field that it names.
    pub fn is_searched(self, asked: Option<Self>) -> bool {
        asked.map_or(self != Self::Type, |asked| asked == self)
    }
}

/// A search text, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    /// All of them must hold.
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
    },
    /// A year.
    Years(Years),
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
}

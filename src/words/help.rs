//! What "Search help" says.

pub(crate) const SEARCH_HELP_INTRODUCTION: &str = "Every word must match, each as the beginning of a word, whatever its case and accents. Press an example to try it.";
pub(crate) const HELP_ALL: &str = "both words, anywhere in an entry";
pub(crate) const HELP_PHRASE: &str = "these whole words, side by side";
pub(crate) const HELP_NOT: &str = "entries without the second word (also NOT)";
pub(crate) const HELP_OR: &str = "either word";
pub(crate) const HELP_FIELD: &str = "the word in the title; also abstract:, keyword:, award: and type:";
pub(crate) const HELP_AUTHOR: &str = "entries of an author of that name";
pub(crate) const HELP_VENUE: &str = "entries of that venue";
pub(crate) const HELP_YEAR: &str = "these years; also year:2013, year:2010-, year:-2012 and year:none";

//! What is said beside the list.

use offprint_core::problem::Place;
use offprint_core::search::Hint;

use super::number;

pub(crate) fn hidden_by_filters(title: &str) -> String {
    format!("“{title}” is hidden by the current filters.")
}

pub(crate) fn unknown_anchor(anchor: &str) -> String {
    format!("There is no publication “{anchor}” here.")
}

pub(crate) fn ignored_value(parameter: &str, value: &str) -> String {
    format!("“{value}” in the URL is not a valid value for “{parameter}” and is ignored.")
}

pub(crate) fn no_abstracts(file: &str) -> String {
    format!("The abstracts in {file} could not be loaded; reload to try again.")
}

pub(crate) fn also_showing(word: &str) -> String {
    format!("Also showing “{word}”.")
}

pub(crate) fn left_out(left_out: usize, all: usize) -> String {
    let noun = if all == 1 { "entry" } else { "entries" };
    format!("{} of {} {noun} could not be read and are left out.", number(left_out), number(all))
}

pub(crate) fn hint(hint: &Hint) -> String {
    match hint {
        Hint::OpenQuote => "A closing quotation mark is missing: the words are searched one by one.".to_owned(),
        Hint::NoValue(field) => format!("Nothing follows “{field}:”, so it is searched as a word."),
        Hint::NoYear(value) => {
            format!("“{value}” is not a year, such as 2013 or 2010-2014: it is searched as a word.")
        }
        Hint::NoWords => "Type a word, a name or a year: there is no letter or digit in this search.".to_owned(),
        Hint::NothingExcluded => "To leave out a word, put the minus sign directly before it.".to_owned(),
    }
}

/// Says where a file breaks off, and how many entries precede that.
pub(crate) fn cut_short(source: &str, place: Place, count: usize) -> String {
    format!(
        "{source} breaks off at line {}, column {}. The entries before that are shown below ({count}).",
        place.line, place.column
    )
}

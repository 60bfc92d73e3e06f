//! Every text that the page shows, in English.
//!
//! Components take their texts from here only, which is also what keeps Leptos from writing static markup
//! through `innerHTML`: see ARCHITECTURE.md.

mod help;
mod load_problem;
mod notices;

pub(crate) use help::*;
pub(crate) use load_problem::{ErrorText, load_problem};
pub(crate) use notices::{
    also_showing, cut_short, hidden_by_filters, hint, ignored_value, left_out, no_abstracts, unknown_anchor,
};
use offprint_core::query::Years;

pub(crate) const PUBLICATIONS: &str = "Publications";
pub(crate) const SKIP_TO_RESULTS: &str = "Skip to results";
pub(crate) const SEARCH: &str = "Search";
pub(crate) const SEARCH_PUBLICATIONS: &str = "Search publications";
pub(crate) const SEARCH_HELP: &str = "Search help";
pub(crate) const QUESTION_MARK: &str = "?";
pub(crate) const SLASH: &str = "/";
pub(crate) const SLASH_SHORTCUT: &str = "Key / starts a search";
pub(crate) const FILTERS: &str = "Filters";
pub(crate) const SELECTED_PUBLICATIONS: &str = "Selected publications";
pub(crate) const SORT_BY: &str = "Sort by";
pub(crate) const GROUP_BY: &str = "Group by";
pub(crate) const EXPORT: &str = "Export";
pub(crate) const COLLAPSE_ABSTRACTS: &str = "Collapse abstracts";
pub(crate) const EXPAND_ABSTRACTS: &str = "Expand abstracts";
pub(crate) const ACTIVE_FILTERS: &str = "Active filters";
pub(crate) const CLEAR_ALL_FILTERS: &str = "Clear all filters";
pub(crate) const CROSS: &str = "×";
pub(crate) const DASH: &str = "–";
pub(crate) const NARROW: &str = "Narrow";
pub(crate) const NO_SUCH_VALUE: &str = "No matches";
pub(crate) const SHOW_ALL: &str = "Show all";
pub(crate) const SHOW_FEWER: &str = "Show fewer";
pub(crate) const SHOW_MORE: &str = "Show more";
pub(crate) const YEAR: &str = "Year";
pub(crate) const FROM_YEAR: &str = "From year";
pub(crate) const TO_YEAR: &str = "To year";
pub(crate) const NO_YEAR: &str = "No year";
pub(crate) const UNDATED: &str = "Undated";
pub(crate) const RESULTS: &str = "Results";
pub(crate) const NOTICES: &str = "Notices";
pub(crate) const DISMISS: &str = "Dismiss";
pub(crate) const SHOW_THIS_PUBLICATION: &str = "Show this publication";
pub(crate) const ABSTRACT: &str = "Abstract";
pub(crate) const AND: &str = " and ";
pub(crate) const COMMA: &str = ", ";
pub(crate) const ET_AL: &str = " et al.";
/// Separates the parts of a line; the space that may not break keeps the dot from starting a line.
pub(crate) const DOT: &str = "\u{a0}· ";
pub(crate) const WEBSITE: &str = "Website";
pub(crate) const HOME_PAGE: &str = "Home page";
pub(crate) const LINK_TO_THIS_PUBLICATION: &str = "Link to this publication";
pub(crate) const CITE: &str = "Cite";
pub(crate) const SHOW: &str = "Show";
pub(crate) const CLOSE: &str = "Close";
pub(crate) const COPIED: &str = "Copied";
pub(crate) const DIGIT_KEYS: &str = "The keys 1 to 9 press the first nine buttons.";
pub(crate) const NOT_COPIED: &str = "The browser did not allow copying. Select the text instead.";
pub(crate) const PREPARING_REFERENCES: &str = "Preparing the references…";
pub(crate) const FORMATTER_MISSING: &str =
    "The citation formatter could not be loaded. Check the connection, and open this dialog again.";
pub(crate) const BIBLIOGRAPHY_TO_PRINT: &str = "A bibliography to print";
pub(crate) const BIBLIOGRAPHY_TOO_LONG: &str = "For a bibliography to print, choose up to 500 publications.";
pub(crate) const LOADING: &str = "Loading";
pub(crate) const LOADING_PUBLICATIONS: &str = "Loading publications…";
pub(crate) const PREPARING_SEARCH: &str = "Preparing the search";
pub(crate) const PREPARING_ABSTRACTS: &str = "Preparing the search in abstracts… ";
pub(crate) const WHAT_IS_WRONG: &str = "What is wrong";
pub(crate) const NO_MATCHES: &str = "No matches";
pub(crate) const CLOSEST_MATCHES: &str = "Closest matches";
pub(crate) const TRY_ONE_OF_THESE: &str = "Try one of these:";
pub(crate) const EMPTY_LIST: &str = "There are no publications here yet";
pub(crate) const PARTLY_DRAWN: &str =
    "The page holds only the publications near those in view. To print all or to search with the browser: ";
pub(crate) const PARTLY_PRINTED: &str =
    "Only a part of the list is printed here. “Show all” on the page draws all of it.";
pub(crate) const TRY_AGAIN: &str = "Try again";
pub(crate) const REST_OF_SITE_WORKS: &str = "Everything else on this site works as before.";
#[cfg(feature = "ssr")]
pub(crate) const OTHER_PAGES: &str = "Other pages";
#[cfg(feature = "ssr")]
pub(crate) const EACH_ON_ITS_OWN_PAGE: &str = "Each publication on a page of its own";
#[cfg(feature = "ssr")]
pub(crate) const CONTENTS: &str = "Contents";
#[cfg(feature = "ssr")]
pub(crate) const BIBTEX: &str = "BibTeX";

/// Returns a number with commas between its thousands.
pub fn number(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Returns the count of a list that nothing narrows: "12 publications".
pub(crate) fn count(all: usize) -> String {
    format!("{} {}", number(all), if all == 1 { "publication" } else { "publications" })
}

/// Returns the count of a narrowed list: "3 of 12 publications".
pub(crate) fn count_of(shown: usize, all: usize) -> String {
    format!("{} of {}", number(shown), count(all))
}

/// Returns the label of a filter that a search is the name of: "Author: Wei Wang (5)".
pub(crate) fn offered_filter(group: &str, value: &str, count: usize) -> String {
    format!("{group}: {value} ({})", number(count))
}

/// Returns the label of all publications of an author: "All 7 publications by Kaiming He".
pub(crate) fn all_by_author(all: usize, author: &str) -> String {
    format!("All {} by {author}", count(all))
}

/// Returns years as a part of a name: "2013", "2010–2014", "from 2015", "up to 2012".
pub(crate) fn years_in_name(years: Years) -> String {
    match years {
        Years::Range(Some(from), None) => format!("from {from}"),
        Years::Range(None, Some(to)) => format!("up to {to}"),
        Years::Unknown => "no year".to_owned(),
        years => years.label(),
    }
}

/// Returns the title of the document in a state that has a name.
pub(crate) fn titled(name: &str, title: &str) -> String {
    format!("{name} – {title}")
}

/// Returns the heading of a group with its count: "2013 (2)".
pub(crate) fn heading(heading: &str, count: usize) -> String {
    format!("{heading} ({})", number(count))
}

pub(crate) fn remove_filter(filter: &str) -> String {
    format!("Remove filter: {filter}")
}

pub(crate) fn filter(group: &str, value: &str) -> String {
    format!("{group} {value}")
}

/// Returns what leaving a filter or a word out would find: "Without Author Ada Byron: 3 publications".
pub(crate) fn without(filter: &str, found: usize) -> String {
    format!("Without {filter}: {}", count(found))
}

pub(crate) fn quoted(word: &str) -> String {
    format!("“{}”", word.trim_matches(['"', '“', '”', '„']))
}

/// Returns the text of the button that leads from the filters to the results.
pub(crate) fn show_found(found: usize) -> String {
    if found == 0 { NO_MATCHES.to_owned() } else { format!("Show {}", count(found)) }
}

pub(crate) fn search_instead(text: &str) -> String {
    format!("Search for “{text}” instead")
}

pub(crate) fn search_only(word: &str) -> String {
    format!("Search only for “{word}”")
}

pub(crate) fn show_all_publications(count: usize) -> String {
    format!("Show all {} publications", number(count))
}

pub(crate) fn show_all_on_one_page(count: usize) -> String {
    format!("Show all {} on one page", number(count))
}

pub(crate) fn narrow(group: &str) -> String {
    format!("Narrow {group}")
}

pub(crate) fn first_of(first: usize, all: usize) -> String {
    format!("first {first} of {}; narrow for the rest", number(all))
}

pub(crate) fn bar(years: &str, count: u32) -> String {
    format!("{years}: {}", number(count as usize))
}

pub(crate) fn year_hint(example: i32) -> String {
    format!("A year is a whole number, such as {example}.")
}

/// Returns the accessible name of a control that shows `shown` and filters by `value`.
pub(crate) fn shown_for(shown: &str, value: &str) -> String {
    format!("{shown} ({value})")
}

pub(crate) fn label_and_title(label: &str, title: &str) -> String {
    format!("{label}: {title}")
}

pub(crate) fn website_of(name: &str) -> String {
    format!("{WEBSITE}: {name}")
}

/// Returns the text of the button in the place of so many authors.
pub(crate) fn more_authors(count: usize) -> String {
    format!("and {} more", number(count))
}

/// Returns what follows editors in the place of authors.
pub(crate) fn editors(count: usize) -> &'static str {
    if count == 1 { " (ed.)" } else { " (eds.)" }
}

/// Returns the editors of a work that has authors: "edited by Ada Byron, Charles Babbage and Mary Somerville".
pub(crate) fn edited_by(names: &[String]) -> String {
    match names {
        [others @ .., last] if !others.is_empty() => format!("edited by {}{AND}{last}", others.join(COMMA)),
        _ => format!("edited by {}", names.concat()),
    }
}

pub(crate) fn pages(count: &str) -> String {
    format!("{count} pages")
}

pub(crate) fn orcid(id: &str) -> String {
    format!("ORCID {id}")
}

pub(crate) fn cite_title(title: &str) -> String {
    format!("{CITE}: {title}")
}

pub(crate) fn copy(what: &str) -> String {
    format!("Copy {what}")
}

pub(crate) fn show_text(what: &str) -> String {
    format!("{SHOW} {what}")
}

pub(crate) fn copied(what: &str) -> String {
    format!("{COPIED} {what}.")
}

pub(crate) fn download(what: &str) -> String {
    format!("Download {what}")
}

pub(crate) fn download_bibliography(style: &str) -> String {
    format!("Download {style} bibliography")
}

pub(crate) fn exported_list(count: &str) -> String {
    format!("The current list in its order: {count}.")
}

pub(crate) fn kilobytes(bytes: usize) -> String {
    format!(" {} kB", bytes / 1000)
}

#[cfg(feature = "ssr")]
pub(crate) fn back_to(title: &str) -> String {
    format!("← {title}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_separated_by_commas() {
        for (value, text) in [(0, "0"), (999, "999"), (1_000, "1,000"), (100_000, "100,000"), (1_234_567, "1,234,567")]
        {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn one_publication_is_singular() {
        assert_eq!(count(1), "1 publication");
        assert_eq!(count_of(0, 12), "0 of 12 publications");
    }
}

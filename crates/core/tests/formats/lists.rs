//! The lists that are written.

use offprint_core::publication::{Link, Publication};
use offprint_core::read::read;

/// Every file with entries, the one that is published first.
const FILES: [&str; 11] = [
    "data/publications",
    "tests/fixtures/bare-array",
    "tests/fixtures/people",
    "tests/fixtures/scripts",
    "tests/fixtures/years",
    "tests/fixtures/bom",
    "tests/fixtures/unsafe",
    "tests/fixtures/odd-json",
    "tests/fixtures/wrong-types",
    "tests/fixtures/duplicates",
    "tests/fixtures/deep",
];

pub(crate) fn publications(list: &[u8]) -> Vec<Publication> {
    read(list).unwrap_or_else(|error| panic!("{error}")).publications
}

/// Returns the entries of each file, with its name.
pub(crate) fn all() -> Vec<(&'static str, Vec<Publication>)> {
    FILES.map(|name| (name, file(name))).into()
}

pub(crate) fn file(name: &str) -> Vec<Publication> {
    let path = format!("{}/../../{name}.json", env!("CARGO_MANIFEST_DIR"));
    publications(&std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}")))
}

/// Letters and digits alone: what is left of a text once markup, dashes and spaces may differ.
pub(crate) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Returns a text with any white space as one space.
pub(crate) fn spaced(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Returns whether a link leads to a DOI, which formats have a field of its own for.
pub(crate) fn is_doi(link: &Link) -> bool {
    link.href.as_str().contains("doi.org/10.")
}

/// Returns all URLs but the DOI's.
pub(crate) fn urls(publication: &Publication) -> Vec<String> {
    publication.links.iter().filter(|link| !is_doi(link)).map(|link| link.href.to_string()).collect()
}

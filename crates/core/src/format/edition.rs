//! Editions in words, as the styles of BibTeX want them: "Second".

const WORDS: [&str; 12] = [
    "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh",
    "Twelfth",
];

/// Returns the English word for the number of an edition; any other text is returned as it is.
pub fn edition_in_words(edition: &str) -> &str {
    let number = edition.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    number.and_then(|number| WORDS.get(number)).copied().unwrap_or(edition)
}

/// Returns the number of an edition that is given as an English word; any other text is returned as it is.
pub fn edition_number(edition: &str) -> String {
    let number = WORDS.iter().position(|word| word.eq_ignore_ascii_case(edition.trim()));
    number.map_or_else(|| edition.to_owned(), |at| (at + 1).to_string())
}

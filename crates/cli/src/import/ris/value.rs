//! Names, dates and plain text.

use offprint_core::publication::Date;
use offprint_core::rich::RichText;
use serde_json::{Value, json};

use crate::import::bibtex;
use crate::import::tex::web_text;

/// `Family, Given, Suffix`; a name without a comma is a group's.
pub(super) fn name(text: &str) -> Value {
    let text = plain(text);
    let mut parts = text.splitn(3, ',').map(str::trim);
    match (parts.next(), parts.next(), parts.next()) {
        (Some(family), Some(given), Some(suffix)) if !suffix.is_empty() => {
            json!({ "given": given, "family": family, "suffix": suffix })
        }
        (Some(family), Some(given), _) if !given.is_empty() && !family.is_empty() => {
            json!({ "given": given, "family": family })
        }
        (Some(family), _, _) if !family.contains(' ') && !family.is_empty() => json!({ "family": family }),
        _ => json!({ "literal": text.trim_end_matches(',') }),
    }
}

/// Returns a date such as `2013/04/16/spring`; nothing where no year can be read.
pub(super) fn date(text: &str) -> Option<Value> {
    let mut parts = text.split(['/', '-', '.']).map(str::trim);
    let number = |part: Option<&str>, most: u32| part?.parse::<u32>().ok().filter(|number| (1..=most).contains(number));
    let year = parts.next().filter(|year| year.len() == 4).and_then(|year| year.parse::<u32>().ok());
    let Some(year) = year else { return bibtex::edtf(text) };
    if let Some(date) = text.splitn(4, '/').nth(3).and_then(|words| in_words(words.trim(), year)) {
        return Some(date);
    }
    let month = parts.next();
    let month = number(month, 12).or_else(|| month.and_then(bibtex::month_number).map(u32::from));
    Some(match (month, number(parts.next(), 31)) {
        (Some(month), Some(day)) => json!({ "date-parts": [[year, month, day]] }),
        (Some(month), None) => json!({ "date-parts": [[year, month]] }),
        (None, _) => json!({ "date-parts": [[year]] }),
    })
}

/// Returns the date that the words behind the numbers say, where they say more: a range, or that it is approximate.
fn in_words(words: &str, year: u32) -> Option<Value> {
    let season = ["spring", "summer", "autumn", "winter"].iter().position(|season| words.eq_ignore_ascii_case(season));
    if let Some(season) = season {
        return Some(json!({ "date-parts": [[year]], "season": season + 1 }));
    }
    let date = Date::from_words(words).filter(|date| u32::try_from(date.year) == Ok(year))?;
    (date.end.is_some() || date.is_circa()).then(|| json!(date.edtf()))
}

/// Returns text without markup, references such as `&amp;` decoded.
pub(super) fn plain(text: &str) -> String {
    RichText::parse_inline(&web_text(text)).0.plain()
}

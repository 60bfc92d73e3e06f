//! Names, dates and plain text.

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
    let month = parts.next();
    let month = number(month, 12).or_else(|| month.and_then(bibtex::month_number).map(u32::from));
    Some(match (month, number(parts.next(), 31)) {
        (Some(month), Some(day)) => json!({ "date-parts": [[year, month, day]] }),
        (Some(month), None) => json!({ "date-parts": [[year, month]] }),
        (None, _) => json!({ "date-parts": [[year]] }),
    })
}

/// Returns text without markup, references such as `&amp;` decoded.
pub(super) fn plain(text: &str) -> String {
    RichText::parse_inline(&web_text(text)).0.plain()
}

//! Dates: BibTeX's year and month, BibLaTeX's EDTF.

use offprint_core::publication::{Date, MONTHS};
use serde_json::{Value, json};

use crate::import::tex;

/// `date = {2013-04-16}`: a date or a range as numbers, EDTF that says more than numbers as it is, words with a year.
pub(crate) fn edtf(text: &str) -> Option<Value> {
    // A tilde is EDTF's for "about" here, and TeX's for a space elsewhere.
    let text = tex::verbatim(text).replace("--", "/").replace(['–', '—'], "/");
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'/'));
    match Date::from_edtf(&text) {
        Some(date) if is_plain && !text.ends_with('/') && !text.starts_with('/') => Some(numbers(&date)),
        Some(_) if text.is_ascii() && !text.contains(' ') => Some(Value::from(text)),
        _ => words(&tex::plain(&text)),
    }
}

fn numbers(date: &Date) -> Value {
    let day = |(year, month, day): (i32, u8, u8)| match (month, day) {
        (0, _) => json!([year]),
        (_, 0) => json!([year, month]),
        _ => json!([year, month, day]),
    };
    if date.month > 20 {
        return json!({ "date-parts": [[date.year]], "season": date.month - 20 });
    }
    let days: Vec<_> = std::iter::once(date.numbers()).chain(date.end).map(day).collect();
    json!({ "date-parts": days })
}

/// Returns a date in words, if a year can be read from it.
pub(super) fn words(text: &str) -> Option<Value> {
    Date::from_words(text).map(|_| json!({ "literal": text.trim() }))
}

/// What became of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Month {
    /// It is part of the date, or there is none.
    Read,
    /// It is no month.
    Unreadable,
    /// The year is none that could have a month: a range, or words.
    NoPlace,
}

/// `year`, `month` and `day`, and what became of the month.
pub(super) fn three_fields(year: &str, month: &str, day: &str) -> (Option<Value>, Month) {
    let beside_words = if month.trim().is_empty() { Month::Read } else { Month::NoPlace };
    let year = tex::plain(year);
    let bare = year.trim().trim_matches(['(', ')', '[', ']', '{', '}', '.']);
    let range: Vec<&str> = bare.split(['–', '/', '-']).filter(|part| !part.trim().is_empty()).map(str::trim).collect();
    let is_year = |text: &&str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = |text: &str| text.parse::<i32>().unwrap_or_default();
    match range[..] {
        [start, end] if is_year(&start) && is_year(&end) => {
            (Some(json!({ "date-parts": [[number(start)], [number(end)]] })), beside_words)
        }
        [whole] if is_year(&whole) => month_and_day(number(whole), &tex::plain(month), day),
        _ => (edtf(&year), beside_words),
    }
}

fn month_and_day(year: i32, month: &str, day: &str) -> (Option<Value>, Month) {
    if month.trim().is_empty() {
        return (Some(json!({ "date-parts": [[year]] })), Month::Read);
    }
    if let Some(season) = season(month) {
        return (Some(json!({ "date-parts": [[year]], "season": season })), Month::Read);
    }
    let mut words = month.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let months: Vec<u8> = words.clone().filter_map(month_number).collect();
    let all: Vec<u8> = match months[..] {
        [] => words
            .clone()
            .next()
            .and_then(|word| word.parse().ok())
            .filter(|month| (1..=12).contains(month))
            .into_iter()
            .collect(),
        _ => months,
    };
    let is_numeric = words.clone().all(|word| word.parse::<u8>().is_ok());
    let in_month = words.find_map(|word| word.parse::<u8>().ok()).filter(|_| !is_numeric);
    let day = day.trim().parse().ok().or(in_month).filter(|day| (1..=31).contains(day));
    let date = match (&all[..], day) {
        ([month], Some(day)) => json!([[year, month, day]]),
        ([month], None) => json!([[year, month]]),
        ([first, .., last], _) if first < last => json!([[year, first], [year, last]]),
        ([first, ..], _) => json!([[year, first]]),
        ([], _) => json!([[year]]),
    };
    (Some(json!({ "date-parts": date })), if all.is_empty() { Month::Unreadable } else { Month::Read })
}

fn season(text: &str) -> Option<u8> {
    let text = text.trim().to_lowercase();
    let seasons =
        [("spring", 1), ("summer", 2), ("autumn", 3), ("fall", 3), ("winter", 4), ("frühjahr", 1), ("herbst", 3)];
    seasons.iter().find(|(name, _)| text == *name).map(|(_, number)| *number)
}

/// English months, and those of French, German, Italian and Spanish by their beginning.
pub(crate) fn month_number(word: &str) -> Option<u8> {
    const OTHERS: [(&str, u8); 22] = [
        ("jän", 1),
        ("gen", 1),
        ("ene", 1),
        ("janv", 1),
        ("fév", 2),
        ("fev", 2),
        ("mär", 3),
        ("mrz", 3),
        ("avr", 4),
        ("abr", 4),
        ("mai", 5),
        ("mag", 5),
        ("giu", 6),
        ("juin", 6),
        ("lug", 7),
        ("juil", 7),
        ("août", 8),
        ("ago", 8),
        ("set", 9),
        ("okt", 10),
        ("ott", 10),
        ("dez", 12),
    ];
    let word = word.to_lowercase();
    if word.chars().count() < 3 || word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let english = MONTHS.iter().position(|month| month.to_lowercase().starts_with(&word)).or(if word == "sept" {
        Some(8)
    } else {
        None
    });
    let english = english.and_then(|at| u8::try_from(at + 1).ok());
    english.or_else(|| OTHERS.iter().find(|(name, _)| word.starts_with(name)).map(|(_, number)| *number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn year_and_month_are_read_in_every_shape() {
        for (year, month, day, date) in [
            ("2013", "apr", "", json!({ "date-parts": [[2013, 4]] })),
            ("2013", "April", "16", json!({ "date-parts": [[2013, 4, 16]] })),
            ("{2013}", "{16} apr", "", json!({ "date-parts": [[2013, 4, 16]] })),
            ("2013", "4", "", json!({ "date-parts": [[2013, 4]] })),
            ("2013", "jun/jul", "", json!({ "date-parts": [[2013, 6], [2013, 7]] })),
            ("2013", "Sept.", "", json!({ "date-parts": [[2013, 9]] })),
            ("2013", "Summer", "", json!({ "date-parts": [[2013]], "season": 2 })),
            ("2010--2012", "", "", json!({ "date-parts": [[2010], [2012]] })),
            ("[1998]", "", "", json!({ "date-parts": [[1998]] })),
            ("c. 1998", "", "", json!({ "literal": "c. 1998" })),
            ("2013-04", "", "", json!({ "date-parts": [[2013, 4]] })),
        ] {
            assert_eq!(three_fields(year, month, day), (Some(date), Month::Read), "from {year:?} {month:?} {day:?}");
        }
        assert_eq!(three_fields("in press", "", "").0, None);
        let (year, range) = (json!({ "date-parts": [[2013]] }), json!({ "date-parts": [[2012], [2013]] }));
        assert_eq!(three_fields("2013", "soon", ""), (Some(year), Month::Unreadable));
        assert_eq!(three_fields("2012--2013", "12", ""), (Some(range), Month::NoPlace));
    }

    #[test]
    fn biblatex_dates_are_numbers_where_numbers_say_it_all() {
        for (text, date) in [
            ("2013-04-16", json!({ "date-parts": [[2013, 4, 16]] })),
            ("2004-06/2006-08", json!({ "date-parts": [[2004, 6], [2006, 8]] })),
            ("2010-21", json!({ "date-parts": [[2010]], "season": 1 })),
            ("2013~", json!("2013~")),
            ("2010/..", json!("2010/..")),
            ("circa 1998", json!({ "literal": "circa 1998" })),
        ] {
            assert_eq!(edtf(text), Some(date), "from {text:?}");
        }
        assert_eq!(edtf("soon"), None);
    }
}

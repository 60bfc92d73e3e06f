//! Dates as the formatter wants them: one day at most, in the calendar, and without a season, which Hayagriva writes both
//! in place of the year and behind it.

use hayagriva::citationberg::json::{DateValue, VecDate, VecDateRange};
use offprint_core::publication::Date;
use serde_json::{Map, Value as Json};

/// Returns a CSL date; of a range its beginning. None where it has no year.
pub(super) fn date(date: &Map<String, Json>) -> Option<DateValue> {
    let words = ["raw", "literal"].into_iter().find_map(|field| date.get(field).and_then(Json::as_str));
    let parts = parts(date).or_else(|| words.and_then(Date::from_words).map(|date| day(&date)))?;
    Some(DateValue::DateParts {
        date_parts: VecDateRange(vec![VecDate(parts)]),
        literal: None,
        season: None,
        circa: date.get("circa").is_some_and(is_true),
    })
}

/// Returns year, month and day as far as they are given and sound.
fn parts(date: &Map<String, Json>) -> Option<Vec<i16>> {
    let given = date.get("date-parts")?.as_array()?.first()?.as_array()?;
    let year = number(given.first()?)?;
    // Hayagriva counts the year 0, and CSL does not.
    let mut parts = vec![if year < 0 { year + 1 } else { year }];
    for (part, most) in given.get(1..3).or(given.get(1..)).unwrap_or_default().iter().zip([12, 31]) {
        match number(part) {
            Some(part) if (1..=most).contains(&part) => parts.push(part),
            _ => break,
        }
    }
    Some(parts)
}

/// Returns what is known of a date in words.
fn day(date: &Date) -> Vec<i16> {
    let year = i16::try_from(date.year).unwrap_or(i16::MAX);
    let month = Some(i16::from(date.month)).filter(|month| (1..=12).contains(month));
    let day = Some(i16::from(date.day)).filter(|day| month.is_some() && *day > 0);
    [Some(year), month, day].into_iter().flatten().collect()
}

fn number(value: &Json) -> Option<i16> {
    match value {
        Json::String(text) => text.trim().parse().ok(),
        _ => value.as_i64().and_then(|number| i16::try_from(number).ok()),
    }
}

fn is_true(flag: &Json) -> bool {
    flag.as_bool().unwrap_or(false) || flag.as_i64() == Some(1) || matches!(flag.as_str(), Some("true" | "1"))
}

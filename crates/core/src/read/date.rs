//! CSL-JSON dates in the forms that tools write.

use serde::Deserialize;

use super::lenient::{FromJson, Lenient, wrong_type};
use super::log::Log;
use super::object::Object;
use super::path::Path;
use super::values::Id;
use crate::json::{self, scalar, split};
use crate::problem::Fault;
use crate::publication::Date;

/// A date as an object; what a variant is for is in the CSL-JSON schema.
#[derive(Deserialize, Default)]
#[serde(default, rename_all = "kebab-case")]
struct DateFields<'a> {
    #[serde(borrow)]
    date_parts: Lenient<'a, Vec<Vec<i32>>>,
    season: Lenient<'a, Id>,
    circa: Lenient<'a, Id>,
    raw: Lenient<'a, Id>,
    literal: Lenient<'a, Id>,
    edtf: Lenient<'a, Id>,
}

/// A date as `date-parts`, EDTF, raw or literal text.
impl FromJson for Date {
    fn from_json(text: &str, path: &Path<'_>, log: &mut Log<'_>) -> Option<Self> {
        let date = match text.as_bytes().first() {
            Some(b'"') => Self::from_words(&<Box<str>>::from_json(text, path, log)?).ok_or(Fault::NoYear),
            Some(b'{') => {
                let fields = Object::read(text, path, log)?.fields;
                match from_fields(&fields) {
                    Err(Fault::NotInCalendar) => {
                        log.add_field(text, path, Fault::NotInCalendar);
                        return possible(&fields);
                    }
                    date => date,
                }
            }
            _ => Err(wrong_type("a date", text)),
        };
        date.map_err(|fault| log.add_field(text, path, fault)).ok()
    }
}

/// Returns what is left of a date without what is not in the calendar: the year and perhaps the month.
fn possible(date: &DateFields<'_>) -> Option<Date> {
    let days = split(date.date_parts.text()?).members;
    let parts = split(days.first()?.value).members;
    let part = |at: usize| parts.get(at).and_then(|part| integer(part.value));
    let (year, month) = (part(0)?, part(1).and_then(|month| u8::try_from(month).ok()).unwrap_or(0));
    Date::new(year, month, 0).or_else(|| Date::new(year, 0, 0))
}

fn from_fields(date_fields: &DateFields<'_>) -> Result<Date, Fault> {
    let words = [&date_fields.raw, &date_fields.literal, &date_fields.edtf]
        .into_iter()
        .find_map(|words| words.text().and_then(scalar));
    let parts = date_fields.date_parts.text().map(|parts| from_parts(parts, season(date_fields)));
    match (parts, words) {
        (Some(Ok(date)), _) => Ok(if is_circa(date_fields) { date.circa() } else { date }),
        (Some(Err(fault)), None) => Err(fault),
        (_, Some(words)) => Date::from_words(&words).ok_or(Fault::NoYear),
        (None, None) => Err(Fault::NoYear),
    }
}

/// Returns the season as EDTF counts them, from 21; CSL counts from 1 (spring) or has its name. Zero where there is none.
fn season(date: &DateFields<'_>) -> u8 {
    let Some(season) = date.season.text().and_then(scalar) else { return 0 };
    let number = ["spring", "summer", "autumn", "winter"].iter().position(|name| season.eq_ignore_ascii_case(name));
    match number.map(|at| at as i32 + 1).or_else(|| season.trim().parse().ok()) {
        Some(season @ 1..=4) => season as u8 + 20,
        _ => 0,
    }
}

/// Returns whether a date is approximate: true, 1 or any word but `false`.
fn is_circa(date: &DateFields<'_>) -> bool {
    let is_said = |text: &str| !matches!(scalar(text).as_deref().unwrap_or(text).trim(), "" | "0" | "false" | "null");
    date.circa.text().is_some_and(is_said)
}

fn from_parts(text: &str, season: u8) -> Result<Date, Fault> {
    if !text.starts_with('[') {
        return Err(wrong_type("a list", text));
    }
    let days = split(text).members;
    let mut days = days.iter();
    let first = days.next().ok_or(Fault::NoYear)?.value;
    if let Some(date) = written_out(first) {
        return Ok(date);
    }
    let (year, month, day) = numbers(first)?;
    let month = if month == 0 { season } else { month };
    let mut date = Date::new(year, month, day).ok_or(Fault::NotInCalendar)?;
    date.end = days.next().and_then(|day| numbers(day.value).ok()).filter(|end| *end != date.numbers());
    Ok(date)
}

/// Returns the date of a list whose one part is a whole date: `["2013-04-05"]`.
fn written_out(day: &str) -> Option<Date> {
    let parts = split(day).members;
    let [part] = &parts[..] else { return None };
    Date::from_edtf(&scalar(part.value).filter(|text| text.chars().skip(1).any(|c| c == '-'))?)
}

/// Returns year, month and day from numbers or numeric strings; zero where a part is not given.
fn numbers(day: &str) -> Result<(i32, u8, u8), Fault> {
    if !day.starts_with('[') {
        return Err(wrong_type("a list", day));
    }
    let mut numbers = [None; 3];
    for (number, json::Member { value, .. }) in numbers.iter_mut().zip(split(day).members) {
        if !matches!(value, "null" | "\"\"") {
            *number = Some(integer(value).ok_or(Fault::NoYear)?);
        }
    }
    let [year, month, day] = numbers;
    let part = |part: Option<i32>| u8::try_from(part.unwrap_or(0)).map_err(|_| Fault::NotInCalendar);
    Ok((year.ok_or(Fault::NoYear)?, part(month)?, part(day)?))
}

fn integer(text: &str) -> Option<i32> {
    scalar(text)?.trim().parse().ok()
}

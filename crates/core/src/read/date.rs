//! Reading CSL-JSON dates in the shapes that other tools write.

use super::log::Log;
use super::record::{Record, wrong_type};
use crate::json::{Members, scalar};
use crate::problem::{Fault, Loss};
use crate::publication::Date;

/// A date, as date-parts, EDTF, raw or literal text.
pub(super) fn date<'a>(entry: &Record<'a>, field: &str, log: &mut Log<'a>) -> Option<Date> {
    let raw = entry.raw(field)?;
    let read = match raw.as_bytes()[..] {
        [b'"', ..] => entry.text(field, log).map(|text| Date::from_words(&text).ok_or(Fault::NoYear)),
        [b'{', ..] => Some(object(&entry.object(field, log)?)),
        _ => Some(Err(wrong_type("a date", raw))),
    };
    read?.map_err(|fault| log.add(raw, &entry.path(field), Loss::Field, fault)).ok()
}

fn object(date: &Record<'_>) -> Result<Date, Fault> {
    let words = ["raw", "literal", "edtf"].into_iter().find_map(|field| date.raw(field).and_then(scalar));
    let parts = date.raw("date-parts").map(|raw| parts(raw, season(date)));
    match (parts, words) {
        (Some(Ok(parts)), _) => Ok(parts),
        (Some(Err(fault)), None) => Err(fault),
        (_, Some(words)) => Date::from_words(&words).ok_or(Fault::NoYear),
        (None, None) => Err(Fault::NoYear),
    }
}

/// CSL seasons count from 1 (spring); EDTF's from 21.
fn season(date: &Record<'_>) -> u8 {
    match date.raw("season").and_then(integer) {
        Some(season @ 1..=4) => season as u8 + 20,
        _ => 0,
    }
}

fn parts(raw: &str, season: u8) -> Result<Date, Fault> {
    let mut days = Members::of(raw);
    let (year, month, day) = numbers(days.next().ok_or_else(|| wrong_or_empty(raw))?.value)?;
    let month = if month == 0 { season } else { month };
    let mut date = Date::new(year, month, day).ok_or(Fault::NotInCalendar)?;
    date.end = days.next().and_then(|day| numbers(day.value).ok()).filter(|end| *end != date.numbers());
    Ok(date)
}

fn wrong_or_empty(raw: &str) -> Fault {
    if raw.starts_with('[') { Fault::NoYear } else { wrong_type("a list", raw) }
}

/// Year, month and day from numbers or numeric strings.
fn numbers(day: &str) -> Result<(i32, u8, u8), Fault> {
    if !day.starts_with('[') {
        return Err(wrong_type("a list", day));
    }
    let mut numbers = [None; 3];
    for (number, item) in numbers.iter_mut().zip(Members::of(day)) {
        *number = Some(match item.value {
            "null" | "\"\"" => 0,
            raw => integer(raw).ok_or(Fault::NoYear)?,
        });
    }
    let [year, month, day] = numbers;
    let part = |part: Option<i32>| u8::try_from(part.unwrap_or(0)).map_err(|_| Fault::NotInCalendar);
    Ok((year.ok_or(Fault::NoYear)?, part(month)?, part(day)?))
}

fn integer(raw: &str) -> Option<i32> {
    scalar(raw)?.trim().parse().ok()
}

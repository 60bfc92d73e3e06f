//! Dates that can be read and cannot be: a day that its month does not have, a year far away, an end before its beginning.

use std::time::{SystemTime, UNIX_EPOCH};

use offprint_core::json::{Member, Members};
use offprint_core::publication::Date;
use offprint_core::read;

use super::super::finding::Finding;
use super::super::list::{Entry, List};

const FIELDS: [&str; 6] = ["issued", "event-date", "original-date", "submitted", "available-date", "accessed"];

/// How many years ahead a date may lie.
const AHEAD: i64 = 3;

/// It cannot be earlier than this.
const EARLIEST: i64 = 2026;

const SECONDS_OF_YEAR: u64 = 31_556_952;

type Day = (i32, u8, u8);

/// Adds each such date; of two faults of one date the first.
pub(super) fn check(list: &List<'_>, findings: &mut Vec<Finding>) {
    let last = this_year() + AHEAD;
    for entry in &list.entries {
        for Member { key, value } in Members::of(entry.text).filter(|member| FIELDS.contains(&member.key)) {
            findings.extend(date(value).and_then(|date| finding(list, entry, key, &date, last)));
        }
    }
}

/// Returns a date as reading takes it, in whichever field it is.
fn date(raw: &str) -> Option<Date> {
    read::entry(&format!("{{\"id\": \"x\", \"title\": \"x\", \"issued\": {raw}}}"))?.issued
}

fn finding(list: &List<'_>, entry: &Entry<'_>, field: &str, date: &Date, last: i64) -> Option<Finding> {
    let about = |code, message: String| list.about(entry, field, code, message);
    let days = || [Some(date.numbers()), date.end].into_iter().flatten();
    if let Some((year, _, _)) = days().find(|day| is_far(day.0, last)) {
        let finding = about("far-year", format!("the year {year} is far away"));
        return Some(finding.label("is it right?").help("Correct the year."));
    }
    if let Some(day) = days().find(|day| date.words.is_none() && !is_in_calendar(*day)) {
        let finding = about("impossible-date", format!("the calendar has no {}", written(day)));
        return Some(finding.label("no such day").help("Correct the day, or leave it out."));
    }
    date.end.filter(|end| is_before(*end, date.numbers()))?;
    let finding = about("backwards-range", "this range ends before it begins".to_owned());
    Some(finding.label("runs backwards").help("Write the earlier date first."))
}

fn is_far(year: i32, last: i64) -> bool {
    year.unsigned_abs() > 9999 || i64::from(year) > last
}

/// Returns whether there is such a day, month or season: what is not in the calendar is lost when it is written.
fn is_in_calendar(day: Day) -> bool {
    let date = Date { year: day.0, month: day.1, day: day.2, end: None, words: None };
    Date::from_edtf(&date.edtf()).is_some_and(|read| read.numbers() == day)
}

/// Returns whether one day is earlier than another, as far as both are known.
fn is_before(one: Day, other: Day) -> bool {
    let is_month = |month: u8| (1..=12).contains(&month);
    let months = is_month(one.1) && is_month(other.1);
    let days = months && one.2 > 0 && other.2 > 0;
    let known = |(year, month, day): Day| (year, if months { month } else { 0 }, if days { day } else { 0 });
    known(one) < known(other)
}

fn written((year, month, day): Day) -> String {
    format!("{year}-{month:02}-{day:02}").trim_end_matches("-00").to_owned()
}

/// Returns the year by the clock; some computers have none and begin at 1970.
fn this_year() -> i64 {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    i64::try_from(seconds / SECONDS_OF_YEAR).map_or(0, |years| years + 1970).max(EARLIEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_compared_as_far_as_both_are_known() {
        for (one, other, expected) in [
            ((2003, 0, 0), (2004, 6, 0), true),
            ((2004, 0, 0), (2004, 6, 0), false),
            ((2004, 5, 0), (2004, 6, 9), true),
            ((2004, 6, 0), (2004, 6, 9), false),
            ((2004, 6, 8), (2004, 6, 9), true),
            ((2004, 3, 0), (2004, 22, 0), false),
        ] {
            assert_eq!(is_before(one, other), expected, "{one:?} before {other:?}");
        }
    }

    #[test]
    fn the_calendar_knows_leap_years_and_seasons() {
        for (day, expected) in [
            ((2020, 2, 29), true),
            ((2020, 2, 30), false),
            ((2100, 2, 29), false),
            ((2021, 4, 31), false),
            ((2021, 22, 0), true),
            ((2021, 13, 0), false),
            ((-500, 0, 0), true),
        ] {
            assert_eq!(is_in_calendar(day), expected, "{day:?}");
        }
    }
}

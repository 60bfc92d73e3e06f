//! Dates: as exact as they are given, and no more.

/// Month names; `MONTHS[0]` is January.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const CIRCA: &str = "circa ";

const SEASONS: [&str; 4] = ["Spring", "Summer", "Autumn", "Winter"];

/// A date of publication with a known year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Date {
    /// Year of the (first) day; negative before the common era.
    pub year: i32,
    /// Month from 1 to 12, or a season from 21 (spring) to 24 (winter) as in EDTF; 0 when not given.
    pub month: u8,
    /// Day from 1 to 31; 0 when not given.
    pub day: u8,
    /// The last day of a range, as year, month and day.
    pub end: Option<(i32, u8, u8)>,
    /// The words of the file, where they say more than the numbers do: "circa 1998".
    pub words: Option<Box<str>>,
}

/// A date as text in three pieces, since the year is a control of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateText {
    /// What is before the year: "April ".
    pub before: String,
    /// The year.
    pub year: String,
    /// What is behind it: " – August 2006".
    pub after: String,
}

impl Date {
    /// Returns a date of which only the given numbers are known; none if they are not in the calendar.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let valid = match month {
            0 => day == 0,
            1..=12 => day <= 31,
            21..=24 => day == 0,
            _ => false,
        };
        valid.then_some(Self { year, month, day, end: None, words: None })
    }

    /// Reads an EDTF date or range: `2013`, `2013-04`, `2013-04-09`, `2013-21`, `-0500`, `2004-06/2006-08`, `2013~`,
    /// with `?` and a time of day passed over.
    pub fn from_edtf(text: &str) -> Option<Self> {
        let (start, end) = text.split_once('/').map_or((text, None), |(start, end)| (start, Some(end)));
        let mut date = edtf_day(start)?;
        let is_circa = start.contains(['~', '%']);
        date.end =
            end.and_then(edtf_day).map(|end| (end.year, end.month, end.day)).filter(|end| *end != date.numbers());
        Some(if is_circa { date.circa() } else { date })
    }

    /// Returns a date that is said to be approximate.
    pub fn circa(mut self) -> Self {
        let DateText { before, year, after } = self.text();
        self.words = Some(format!("{CIRCA}{before}{year}{after}").into());
        self
    }

    /// Returns whether the date is approximate, and its words say no more than that.
    pub fn is_circa(&self) -> bool {
        let DateText { before, year, after } = Self { words: None, ..self.clone() }.text();
        self.words.as_deref().and_then(|words| words.strip_prefix(CIRCA)) == Some(&format!("{before}{year}{after}"))
    }

    /// Finds a year in words: "April 2013", "circa 1998". Only a number of four digits is taken for one.
    pub fn from_words(text: &str) -> Option<Self> {
        if let Some(date) = Self::from_edtf(text.trim()) {
            return Some(date);
        }
        let year = digits(text.split(|c: char| !c.is_ascii_digit()).find(|digits| digits.len() == 4)?)?;
        let is_month = |name: &str| {
            let mut words = text.split(|c: char| !c.is_ascii_alphabetic());
            words.any(|word| {
                word.len() >= 3 && name.get(..word.len()).is_some_and(|name| name.eq_ignore_ascii_case(word))
            })
        };
        let month = MONTHS.iter().position(|name| is_month(name)).map_or(0, |at| at as u8 + 1);
        Some(Self { year, month, day: 0, end: None, words: Some(text.trim().into()) })
    }

    /// Returns year, month and day, zero where not given.
    pub fn numbers(&self) -> (i32, u8, u8) {
        (self.year, self.month, self.day)
    }

    /// Returns a key to sort by: what is not given counts as the earliest, a season as no month.
    pub fn order(&self) -> (i32, u8, u8) {
        if self.month > 12 { (self.year, 0, 0) } else { self.numbers() }
    }

    /// Returns the date or range in EDTF, as [`Date::from_edtf`] reads it; without a day that its month does not have.
    pub fn edtf(&self) -> String {
        let mut text = String::new();
        push_edtf(self.numbers(), &mut text);
        if self.is_circa() {
            text.push('~');
        }
        if let Some(end) = self.end {
            text.push('/');
            push_edtf(end, &mut text);
        }
        text
    }

    /// Returns the date as a reader sees it.
    pub fn text(&self) -> DateText {
        let year = self.year.to_string();
        if let Some((before, after)) = self.words.as_deref().and_then(|words| words.split_once(&*year)) {
            return DateText { before: before.to_owned(), year, after: after.to_owned() };
        }
        let mut before = before_year(self.month, self.day);
        let after = match self.end {
            Some((end, month, day)) if end == self.year && month > 0 => {
                before = format!("{} – {}", before.trim_end(), before_year(month, day));
                String::new()
            }
            Some((end, month, day)) => format!(" – {}{end}", before_year(month, day)),
            None => String::new(),
        };
        DateText { before, year, after }
    }
}

/// "9 April ", "April ", "Spring ", or nothing.
fn before_year(month: u8, day: u8) -> String {
    let name = match month {
        1..=12 => MONTHS[month as usize - 1],
        21..=24 => SEASONS[month as usize - 21],
        _ => return String::new(),
    };
    if day > 0 { format!("{day} {name} ") } else { format!("{name} ") }
}

fn push_edtf((year, month, day): (i32, u8, u8), out: &mut String) {
    let sign = if year < 0 { "-" } else { "" };
    let long = if year.unsigned_abs() > 9999 { "Y" } else { "" };
    out.push_str(&format!("{sign}{long}{:04}", year.unsigned_abs()));
    let day = if day > days_of_month(year, month) { 0 } else { day };
    for part in [month, day].into_iter().take_while(|part| *part > 0) {
        out.push_str(&format!("-{part:02}"));
    }
}

/// Returns how many days a month has.
pub(crate) fn days_of_month(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn edtf_day(text: &str) -> Option<Date> {
    let text = text.trim().split('T').next()?.trim_end_matches('Z');
    let (sign, text) = text.strip_prefix('-').map_or((1, text), |text| (-1, text));
    let mut numbers = [0; 3];
    for (number, part) in numbers.iter_mut().zip(text.strip_prefix('Y').unwrap_or(text).split('-')) {
        *number = digits(part.trim_end_matches(['?', '~', '%']))?;
    }
    let [year, month, day] = numbers;
    Date::new(sign * year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// Returns a number of nothing but digits.
fn digits(text: &str) -> Option<i32> {
    if text.bytes().all(|b| b.is_ascii_digit()) { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(date: &Date) -> String {
        let DateText { before, year, after } = date.text();
        format!("{before}[{year}]{after}")
    }

    #[test]
    fn edtf_dates_are_read_as_exactly_as_they_are_given() {
        for (text, expected) in [
            ("2013", "[2013]"),
            ("2013-04", "April [2013]"),
            ("2013-04-09", "9 April [2013]"),
            ("2013-04-09T12:00:00Z", "9 April [2013]"),
            ("2013?", "[2013]"),
            ("2010-21", "Spring [2010]"),
            ("-0500", "[-500]"),
            ("Y99999", "[99999]"),
            ("2004-06/2006-08", "June [2004] – August 2006"),
            ("2010-04-13/2010-04-16", "13 April – 16 April [2010]"),
            ("2010/..", "[2010]"),
            ("2013-04~", "circa April [2013]"),
            ("2004%/2006", "circa [2004] – 2006"),
        ] {
            assert_eq!(Date::from_edtf(text).as_ref().map(written).as_deref(), Some(expected), "from {text:?}");
        }
        for nonsense in ["", "soon", "2013-13", "2013-04-32", "20-x", "-", "201X"] {
            assert_eq!(Date::from_edtf(nonsense), None, "from {nonsense:?}");
        }
    }

    #[test]
    fn what_is_written_as_edtf_is_read_back() {
        for text in [
            "2013",
            "2013-04",
            "2013-04-09",
            "2010-21",
            "-0500",
            "Y99999",
            "-Y12345-01",
            "2004-06/2006-08",
            "0800",
            "2013~",
            "2004-06~/2006-08",
            "2012-02-29",
        ] {
            assert_eq!(Date::from_edtf(text).map(|date| date.edtf()).as_deref(), Some(text));
        }
        assert_eq!(Date::from_edtf("2013-02-31").map(|date| date.edtf()).as_deref(), Some("2013-02"));
    }

    #[test]
    fn a_year_is_found_in_words_and_the_words_stay() {
        for (text, year, month, expected) in [
            ("April 2013", 2013, 4, "April [2013]"),
            ("circa 1998", 1998, 0, "circa [1998]"),
            ("Sept. 3, 2004 (online)", 2004, 9, "Sept. 3, [2004] (online)"),
        ] {
            let date = Date::from_words(text).expect(text);
            assert_eq!((date.year, date.month, written(&date).as_str()), (year, month, expected));
        }
        assert_eq!(Date::from_words("forthcoming"), None);
    }

    #[test]
    fn a_missing_month_sorts_as_the_earliest() {
        let order = |text: &str| Date::from_edtf(text).expect(text).order();
        assert!(order("2010") < order("2010-01"));
        assert!(order("2010-22") < order("2010-01"));
        assert!(order("-0500") < order("0001"));
    }
}

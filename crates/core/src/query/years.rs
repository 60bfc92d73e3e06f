//! Ranges of years, as URLs and people write them.

use std::fmt;

/// One value of the Year filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Years {
    /// From one year to another, both included; an absent end is open.
    Range(Option<i32>, Option<i32>),
    /// Entries without a year.
    Unknown,
}

impl Years {
    /// Returns one year.
    pub fn single(year: i32) -> Self {
        Self::Range(Some(year), Some(year))
    }

    /// Returns the years between two ends, whichever is the earlier; none where both are open.
    pub fn between(from: Option<i32>, to: Option<i32>) -> Option<Self> {
        match (from, to) {
            (None, None) => None,
            (Some(from), Some(to)) => Some(Self::Range(Some(from.min(to)), Some(from.max(to)))),
            ends => Some(Self::Range(ends.0, ends.1)),
        }
    }

    /// Returns the first and the last year, as far as numbers go where an end is open; none for entries without a year.
    pub(crate) fn bounds(self) -> Option<(i32, i32)> {
        match self {
            Self::Range(from, to) => Some((from.unwrap_or(i32::MIN + 1), to.unwrap_or(i32::MAX - 1))),
            Self::Unknown => None,
        }
    }

    /// Reads `2013`, `2010-2014`, `2010-`, `-2012` (always "up to 2012") or `none`. A range given backwards is turned.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.eq_ignore_ascii_case("none") {
            return Some(Self::Unknown);
        }
        if let Some(year) = year(text, false) {
            return Some(Self::single(year));
        }
        // The hyphen that parts the two ends is the first one that no sign can be, or the first at all.
        let at = text.char_indices().skip(1).find(|(_, c)| *c == '-').map_or(0, |(at, _)| at);
        let at = if at == 1 && text.starts_with("--") { 0 } else { at };
        let (from, to) = (text.get(..at)?, text.get(at + 1..)?);
        let end = |text: &str| if text.is_empty() { Some(None) } else { year(text, true).map(Some) };
        match (end(from)?, text.as_bytes()[at] == b'-', end(to)?) {
            (_, false, _) | (None, _, None) => None,
            (Some(from), _, Some(to)) => Some(Self::Range(Some(from.min(to)), Some(from.max(to)))),
            (from, _, to) => Some(Self::Range(from, to)),
        }
    }

    /// Returns whether an entry of this year belongs to it.
    pub fn contains(self, year: Option<i32>) -> bool {
        match (self, year) {
            (Self::Unknown, year) => year.is_none(),
            (Self::Range(..), None) => false,
            (Self::Range(from, to), Some(year)) => {
                from.is_none_or(|from| from <= year) && to.is_none_or(|to| year <= to)
            }
        }
    }

    /// Adds to `left` what is left of it without the years from `from` to `to`.
    fn push_without(self, from: i32, to: i32, left: &mut Vec<Self>) {
        let Self::Range(start, end) = self else { return left.push(self) };
        if start.is_some_and(|start| start > to) || end.is_some_and(|end| end < from) {
            return left.push(self);
        }
        if start.is_none_or(|start| start < from) {
            left.push(Self::Range(start, Some(from - 1)));
        }
        if end.is_none_or(|end| end > to) {
            left.push(Self::Range(Some(to + 1), end));
        }
    }

    /// As it is shown: "2013", "2010–2014", "from 2010", "up to 2012", "none".
    pub fn label(self) -> String {
        match self {
            Self::Unknown => "none".to_owned(),
            Self::Range(Some(from), Some(to)) if from == to => from.to_string(),
            Self::Range(Some(from), Some(to)) => format!("{from}–{to}"),
            Self::Range(Some(from), None) => format!("from {from}"),
            Self::Range(None, Some(to)) => format!("up to {to}"),
            Self::Range(None, None) => String::new(),
        }
    }
}

/// As a URL writes it. A single year before the common era is written as a range, since `-500` is "up to 500".
impl fmt::Display for Years {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str("none"),
            Self::Range(Some(from), Some(to)) if from == to && *from >= 0 => write!(f, "{from}"),
            Self::Range(from, to) => {
                from.map_or(Ok(()), |from| write!(f, "{from}"))?;
                f.write_str("-")?;
                to.map_or(Ok(()), |to| write!(f, "{to}"))
            }
        }
    }
}

fn year(text: &str, signed: bool) -> Option<i32> {
    let digits = if signed { text.strip_prefix('-').unwrap_or(text) } else { text };
    let numeric = !digits.is_empty() && digits.len() <= 6 && digits.bytes().all(|b| b.is_ascii_digit());
    numeric.then(|| text.parse().ok()).flatten()
}

/// Returns whether every year from `from` to `to` is chosen.
pub fn cover(chosen: &[Years], from: i32, to: i32) -> bool {
    let mut left = vec![Years::Range(Some(from), Some(to))];
    for years in chosen {
        if let Some((start, end)) = years.bounds() {
            for piece in std::mem::take(&mut left) {
                piece.push_without(start, end, &mut left);
            }
        }
    }
    left.is_empty()
}

/// Adds the years from `from` to `to` to the chosen ones or, where all of them are chosen, takes them out.
pub fn toggle(chosen: &[Years], from: i32, to: i32) -> Vec<Years> {
    let mut toggled = Vec::new();
    if cover(chosen, from, to) {
        chosen.iter().for_each(|years| years.push_without(from, to, &mut toggled));
    } else {
        toggled.extend_from_slice(chosen);
        toggled.push(Years::Range(Some(from), Some(to)));
    }
    toggled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_written_as_they_are_read() {
        for (text, canonical) in [
            ("2013", Some("2013")),
            ("2010-2014", Some("2010-2014")),
            ("2014-2010", Some("2010-2014")),
            ("2013-2013", Some("2013")),
            ("2010-", Some("2010-")),
            ("-2012", Some("-2012")),
            ("None", Some("none")),
            ("-500--500", Some("-500--500")),
            ("-500-200", Some("-500-200")),
            ("-500-", Some("-500-")),
            ("--500", Some("--500")),
            ("-", None),
            ("--", None),
            ("", None),
            ("soon", None),
            ("2010-soon", None),
            ("2010-2011-2012", None),
            ("20102-é", None),
            ("99999999999", None),
        ] {
            assert_eq!(Years::parse(text).map(|years| years.to_string()).as_deref(), canonical, "from {text:?}");
        }
    }

    #[test]
    fn an_open_range_reaches_as_far_as_there_are_years() {
        let up_to = Years::parse("-2012").expect("a range");
        assert!(up_to.contains(Some(-500)) && up_to.contains(Some(2012)) && !up_to.contains(Some(2013)));
        assert!(!up_to.contains(None) && Years::Unknown.contains(None));
    }

    #[test]
    fn a_year_taken_out_of_a_range_leaves_two() {
        let chosen = [Years::Range(Some(2010), Some(2014)), Years::Unknown];
        let text = |years: &[Years]| years.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        assert_eq!(text(&toggle(&chosen, 2012, 2012)), "2010-2011 2013-2014 none");
        assert_eq!(text(&toggle(&chosen, 2010, 2014)), "none");
        assert_eq!(text(&toggle(&chosen, 2014, 2015)), "2010-2014 none 2014-2015");
        assert!(cover(&[Years::single(2010), Years::single(2011)], 2010, 2011));
        assert!(!cover(&[Years::single(2010)], 2010, 2011));
    }
}

//! The years of the list, in bars.

/// More years than this are put together, several to a bar.
const MOST_BARS: i64 = 80;

/// A bar: the years from `from` to `to`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Bar {
    /// First year.
    pub from: i32,
    /// Last year.
    pub to: i32,
}

impl Bar {
    /// "2010" or "2010–2014".
    pub fn label(self) -> String {
        if self.from == self.to { self.from.to_string() } else { format!("{}–{}", self.from, self.to) }
    }
}

/// Bars of equal width from the first year of the list to the last.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Histogram {
    first: i32,
    width: i32,
    bars: Vec<Bar>,
}

impl Histogram {
    /// Returns one bar a year, or as few years a bar (2, 5, 10, 20, …) as keep within 80 bars.
    pub(super) fn over(years: impl Iterator<Item = i32>) -> Self {
        let Some((min, max)) = years.fold(None, |ends: Option<(i32, i32)>, year| {
            Some(ends.map_or((year, year), |(min, max)| (min.min(year), max.max(year))))
        }) else {
            return Self::default();
        };
        let span = i64::from(max) - i64::from(min) + 1;
        let width =
            widths().find(|width| (span - 1) / width < MOST_BARS - i64::from(*width > 1)).unwrap_or(span) as i32;
        let first = if width == 1 { min } else { min.div_euclid(width) * width };
        let count = (i64::from(max) - i64::from(first)) / i64::from(width) + 1;
        let bars =
            (0..count as i32).map(|at| first + at * width).map(|from| Bar { from, to: from + (width - 1) }).collect();
        Self { first, width, bars }
    }

    /// Returns a histogram with these bars: those of a list that the engine holds.
    pub fn of_bars(bars: Vec<Bar>) -> Self {
        Self { bars, ..Self::default() }
    }

    /// Returns the bars, earliest first; none for a list without years.
    pub fn bars(&self) -> &[Bar] {
        &self.bars
    }

    /// Returns the bar that a year of the list belongs to.
    fn bar_of(&self, year: i32) -> usize {
        ((i64::from(year) - i64::from(self.first)) / i64::from(self.width.max(1))) as usize
    }
}

/// Which bar each entry belongs to; entries without a year belong to one more behind the last.
#[derive(Debug, Default)]
pub(super) struct Years {
    bars: Vec<u32>,
    /// How many entries each bar has.
    pub(super) totals: Vec<u32>,
}

impl Years {
    pub(super) fn new(histogram: &Histogram, years: impl Iterator<Item = Option<i32>>) -> Self {
        let none = histogram.bars.len();
        let bars = years.map(|year| year.map_or(none, |year| histogram.bar_of(year)) as u32).collect();
        let mut years = Self { bars, totals: vec![0; none + 1] };
        years.bars.iter().for_each(|bar| years.totals[*bar as usize] += 1);
        years
    }

    /// Returns the bar of an entry, as a column has its values.
    pub(super) fn of(&self, entry: u32) -> &[u32] {
        self.bars.get(entry as usize).map(std::slice::from_ref).unwrap_or_default()
    }

    /// Returns how many entries have no year.
    pub(super) fn without(&self) -> u32 {
        self.totals.last().copied().unwrap_or(0)
    }
}

/// 1, 2, 5, 10, 20, 50, …
fn widths() -> impl Iterator<Item = i64> {
    (0..9).flat_map(|power| [1, 2, 5].map(|step| step * 10i64.pow(power)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_year_has_a_bar_until_there_are_too_many() {
        let labels = |years: &[i32]| {
            let histogram = Histogram::over(years.iter().copied());
            for year in years {
                let bar = histogram.bars()[histogram.bar_of(*year)];
                assert!(bar.from <= *year && *year <= bar.to);
            }
            histogram.bars().iter().map(|bar| bar.label()).collect::<Vec<_>>()
        };
        assert_eq!(labels(&[2006, 2009]), ["2006", "2007", "2008", "2009"]);
        assert_eq!(labels(&[1950, 2026]).len(), 77);
        assert_eq!(labels(&[1940, 2026])[..2], ["1940–1941", "1942–1943"]);
        assert!(labels(&[-500, 2026, 99999]).len() <= 81);
        assert_eq!(labels(&[-500, 2026, 99999])[0], "-2000–-1");
        assert!(labels(&[]).is_empty());
    }
}

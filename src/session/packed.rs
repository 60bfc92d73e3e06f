//! A long list, which lies in the engine.

use std::borrow::Cow;

use offprint_core::library::{Answer, Bar, Counts, Group, Histogram};
use offprint_core::problem::Place;
use offprint_core::publication::Publication;
use offprint_core::query::{Facet, Query};
use offprint_core::read::{self, Envelope, Unreadable};
use offprint_core::search::Widened;

use super::{Choice, Collection, Reply, Report};
use crate::browser::engine::Shared;

/// Stands for something that there is not.
const NONE: u32 = u32::MAX;

/// Stands behind each of several texts.
const SEPARATOR: char = '\u{1f}';

/// A list in the engine. What its functions give is told where they are written, in `offprint-engine`.
pub(super) struct Packed {
    engine: Shared,
    envelope: Envelope,
    histogram: Histogram,
    length: usize,
    without_year: u32,
    /// How many values each facet has.
    values: [u32; Facet::COUNT],
}

/// Takes numbers one by one, or several at once.
struct Numbers<'a>(&'a [u32]);

impl Numbers<'_> {
    fn one(&mut self) -> u32 {
        self.several(1).first().copied().unwrap_or(0)
    }

    fn several(&mut self, count: u32) -> Vec<u32> {
        let (taken, rest) = self.0.split_at((count as usize).min(self.0.len()));
        let taken = taken.to_vec();
        self.0 = rest;
        taken
    }
}

impl Packed {
    /// Ends the file that the engine was fed with.
    ///
    /// # Errors
    /// Where there is no list in it.
    pub(super) fn open(engine: Shared) -> Result<(Self, Report), Unreadable> {
        engine.call("end", &[]);
        let numbers = engine.numbers();
        let mut numbers = Numbers(&numbers);
        if numbers.one() == 0 {
            return Err(unreadable(&mut numbers));
        }
        let (length, without_year) = (numbers.one() as usize, numbers.one());
        let left_out = numbers.one() as usize;
        let place = Place { line: numbers.one() as usize, column: numbers.one() as usize };
        let values = Facet::ALL.map(|_| numbers.one());
        let bars = numbers.0.chunks_exact(2).map(|ends| Bar { from: ends[0] as i32, to: ends[1] as i32 });
        let text = engine.text();
        let mut texts = text.split_terminator(SEPARATOR);
        let envelope = texts.next().and_then(|envelope| read::read(envelope.as_bytes()).ok());
        let histogram = Histogram::of_bars(bars.collect());
        let envelope = envelope.map(|reading| reading.envelope).unwrap_or_default();
        let cut = (place.line > 0).then_some(place);
        let report = Report { left_out, cut, problems: texts.map(str::to_owned).collect() };
        Ok((Self { engine, envelope, histogram, length, without_year, values }, report))
    }

    fn read_answer(&self) -> Answer {
        let (numbers, text) = (self.engine.numbers(), self.engine.text());
        let (mut numbers, mut texts) = (Numbers(&numbers), text.split_terminator(SEPARATOR));
        let total = numbers.one() as usize;
        let mut lengths = Vec::new();
        for _ in 0..numbers.one() {
            let title = (numbers.one() == 1).then(|| texts.next().unwrap_or_default().to_owned());
            lengths.push((title, numbers.one()));
        }
        let mut groups = Vec::new();
        for (title, length) in lengths {
            groups.push(Group { title, entries: numbers.several(length) });
        }
        let facets = self.values.map(|count| numbers.several(count));
        let bars = numbers.several(self.histogram.bars().len() as u32);
        let counts = Counts::new(facets, bars, numbers.one());
        let mut widened = Vec::new();
        for _ in 0..numbers.one() {
            let mut text = || texts.next().unwrap_or_default().to_owned();
            widened.push(Widened { typed: text(), shown: text() });
        }
        Answer { total, groups, counts, widened, suggestion: texts.next().map(str::to_owned) }
    }

    fn number(&self, found: u32) -> Option<u32> {
        if found == NONE { None } else { Some(found) }
    }
}

fn unreadable(numbers: &mut Numbers<'_>) -> Unreadable {
    match numbers.one() {
        0 => Unreadable::Empty,
        1 => Unreadable::Html,
        2 => Unreadable::NotJson {
            line: numbers.one() as usize,
            column: numbers.one() as usize,
            found: char::from_u32(numbers.one()),
        },
        _ => Unreadable::OtherShape,
    }
}

impl Collection for Packed {
    fn answer(&self, query: &Query, reply: Reply) {
        self.engine.call_with("answer", None, query.to_search().as_bytes());
        reply(self.read_answer());
    }

    fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    fn len(&self) -> usize {
        self.length
    }

    fn publication(&self, entry: u32) -> Option<Cow<'_, Publication>> {
        self.engine.call("entry", &[entry]);
        let (length, text) = (self.engine.numbers().first().copied()? as usize, self.engine.text());
        let (raw, abstract_text) = text.split_at_checked(length)?;
        let mut publication = read::entry(raw)?;
        if publication.abstract_text.is_none() && !abstract_text.is_empty() {
            publication.abstract_text = Some(abstract_text.into());
        }
        Some(Cow::Owned(publication))
    }

    fn year(&self, entry: u32) -> Option<i32> {
        let year = self.engine.call("year", &[entry]) as i32;
        if year == i32::MIN { None } else { Some(year) }
    }

    fn by_anchor(&self, anchor: &str) -> Option<u32> {
        self.number(self.engine.call_with("by_anchor", None, anchor.as_bytes()))
    }

    fn choices(&self, facet: Facet, narrow: &str, first: &[u32], most: usize) -> Vec<Choice> {
        let mut input: Vec<u8> = Vec::new();
        for number in [most as u32, first.len() as u32].iter().chain(first) {
            input.extend(number.to_le_bytes());
        }
        input.extend(narrow.as_bytes());
        self.engine.call_with("choices", Some(facet as u32), &input);
        let (numbers, text) = (self.engine.numbers(), self.engine.text());
        let mut texts = text.split_terminator(SEPARATOR);
        let mut text = || texts.next().unwrap_or_default().to_owned();
        numbers.into_iter().map(|id| Choice { id, label: text(), name: text() }).collect()
    }

    fn choice_count(&self, facet: Facet) -> usize {
        self.values[facet as usize] as usize
    }

    fn find(&self, facet: Facet, name: &str) -> Option<u32> {
        self.number(self.engine.call_with("find", Some(facet as u32), name.as_bytes()))
    }

    fn histogram(&self) -> &Histogram {
        &self.histogram
    }

    fn without_year(&self) -> u32 {
        self.without_year
    }

    fn label(&self, facet: Facet, value: &str) -> String {
        self.engine.call_with("label", Some(facet as u32), value.as_bytes());
        self.engine.text()
    }

    fn engine(&self) -> Option<Shared> {
        Some(self.engine.clone())
    }
}

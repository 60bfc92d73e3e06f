//! Messages between the page and the modules that it loads on demand, the engine and the citation formatter.
//!
//! Each module has a memory of its own. What is short or nested crosses as JSON; long columns of numbers cross as typed
//! arrays.

use serde::{Deserialize, Serialize};

use crate::library::{Answer, Bar, Counts, Group, Histogram};
use crate::packed::Packed;
use crate::problem::Report;
use crate::query::Facet;
use crate::read::Unreadable;
use crate::search::Widened;

/// Describes a list that the engine has read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ListSummary {
    /// Why the file is not a list, if it is none; everything else is empty then.
    pub unreadable: Option<String>,
    /// The file without its list: [`crate::read::read`] gives the envelope in it. Empty for a bare list.
    pub envelope_text: String,
    /// How many entries the list has.
    pub length: usize,
    /// How many entries have no year.
    pub without_year: u32,
    /// What is wrong with it.
    pub report: Report,
    /// How many values each facet has, in the order of [`Facet::ALL`].
    pub values: [usize; Facet::COUNT],
    /// The bars of the histogram.
    pub bars: Vec<Bar>,
}

impl ListSummary {
    /// Returns the histogram of the list.
    pub fn histogram(&self) -> Histogram {
        Histogram::of_bars(self.bars.clone())
    }
}

impl From<&Unreadable> for ListSummary {
    fn from(why: &Unreadable) -> Self {
        Self { unreadable: Some(why.to_string()), ..Self::default() }
    }
}

impl From<&Packed> for ListSummary {
    fn from(list: &Packed) -> Self {
        let catalog = list.catalog();
        Self {
            unreadable: None,
            envelope_text: list.envelope_text().to_owned(),
            length: catalog.len(),
            without_year: catalog.without_year(),
            report: Report::of(list.problems()),
            values: Facet::ALL.map(|facet| catalog.column(facet).values().len()),
            bars: catalog.histogram().bars().to_vec(),
        }
    }
}

/// One value of a filter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetValue {
    /// Its number in the facet, by which counts are ordered.
    pub id: u32,
    /// Its text on the page.
    pub label: String,
    /// Its name in URLs.
    pub name: String,
}

/// The part of an answer that crosses as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct AnswerSummary {
    /// How many entries there are in all groups.
    pub total: usize,
    /// The groups, without their entries.
    pub groups: Vec<GroupSummary>,
    /// How many results have no year.
    pub without_year: u32,
    /// Words that are searched in another spelling too.
    pub widened: Vec<Widened>,
    /// A spelling that finds something where the query's finds nothing.
    pub suggestion: Option<String>,
}

/// One group of an answer, without its entries.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct GroupSummary {
    /// Its heading, if it has one.
    pub title: Option<String>,
    /// How many entries it has.
    pub length: usize,
}

impl From<&Group> for GroupSummary {
    fn from(group: &Group) -> Self {
        Self { title: group.title.clone(), length: group.entries.len() }
    }
}

/// An answer as it crosses between modules.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AnswerMessage {
    /// Crosses as JSON.
    pub summary: AnswerSummary,
    /// The entries of all groups, one group after the other.
    pub entries: Vec<u32>,
    /// The counts of all facets' values, one facet after the other in the order of [`Facet::ALL`].
    pub counts: Vec<u32>,
    /// The counts of the histogram's bars.
    pub bars: Vec<u32>,
}

/// A column of an answer that does not have as many numbers as its summary or its list says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an answer has {found} {column} instead of {expected}")]
pub struct LengthMismatch {
    /// The name of the column.
    pub column: &'static str,
    /// How many numbers it should have.
    pub expected: usize,
    /// How many numbers it has.
    pub found: usize,
}

impl From<Answer> for AnswerMessage {
    fn from(answer: Answer) -> Self {
        let Answer { groups, total, counts, widened, suggestion } = answer;
        let mut summary =
            AnswerSummary { total, groups: Vec::new(), without_year: counts.without_year, widened, suggestion };
        let mut entries = Vec::with_capacity(total);
        for group in groups {
            entries.extend_from_slice(&group.entries);
            summary.groups.push(GroupSummary::from(&group));
        }
        Self { summary, entries, counts: Facet::ALL.map(|facet| counts.of(facet)).concat(), bars: counts.bars }
    }
}

impl AnswerMessage {
    /// Returns the answer again, by the lengths that the summary of its list says.
    ///
    /// # Errors
    /// If a column has another length: the answer is not of this list.
    pub fn into_answer(self, list: &ListSummary) -> Result<Answer, LengthMismatch> {
        let AnswerSummary { total, groups, without_year, widened, suggestion } = self.summary;
        check("entries", groups.iter().map(|group| group.length).sum(), self.entries.len())?;
        check("counts", list.values.iter().sum(), self.counts.len())?;
        check("bars", list.bars.len(), self.bars.len())?;
        let (mut entries, mut counts) = (self.entries.into_iter(), self.counts.into_iter());
        let groups = groups
            .into_iter()
            .map(|GroupSummary { title, length }| Group { title, entries: entries.by_ref().take(length).collect() });
        let groups = groups.collect();
        let facets = list.values.map(|length| counts.by_ref().take(length).collect());
        Ok(Answer { total, groups, counts: Counts::new(facets, self.bars, without_year), widened, suggestion })
    }
}

fn check(column: &'static str, expected: usize, found: usize) -> Result<(), LengthMismatch> {
    if expected == found { Ok(()) } else { Err(LengthMismatch { column, expected, found }) }
}

//! The engine alone, as the benchmark compares it with others: documents that are at hand, in fields.

use offprint_core::library::Answer;
use offprint_core::packed::{Intake, Packed};
use offprint_core::publication::{Date, Name, Publication};
use offprint_core::query::{Facet, Query};

use crate::output::Output;

/// As many values of a facet are written out.
const MOST_VALUES: usize = 20;

/// Adds documents: each its year (0 for none), how many texts it has, how long each is in bytes, and the texts: title,
/// venue, abstract, authors. Numbers are 32 bits, little-endian.
pub(crate) fn add(intake: &mut Intake, mut input: &[u8]) {
    while let Some(publication) = document(&mut input) {
        intake.add(&publication);
    }
}

fn document(input: &mut &[u8]) -> Option<Publication> {
    let year = number(input)? as i32;
    let lengths: Vec<u32> = (0..number(input)?).map_while(|_| number(input)).collect();
    let mut texts = lengths.into_iter().map_while(|length| {
        let (text, rest) = input.split_at_checked(length as usize)?;
        *input = rest;
        Some(std::str::from_utf8(text).unwrap_or_default().into())
    });
    let (title, venue, abstract_text) = (texts.next()?, texts.next()?, texts.next()?);
    Some(Publication {
        title,
        container: Some(venue).filter(|venue| !venue.is_empty()),
        abstract_text: Some(abstract_text).filter(|text| !text.is_empty()),
        authors: texts.map(Name::Literal).collect(),
        issued: if year == 0 { None } else { Date::new(year, 0, 0) },
        ..Publication::default()
    })
}

fn number(input: &mut &[u8]) -> Option<u32> {
    let (number, rest) = input.split_first_chunk::<4>()?;
    *input = rest;
    Some(u32::from_le_bytes(*number))
}

/// Numbers: all results, best first.
pub(crate) fn query(packed: &Packed, text: &str, output: &mut Output) -> u32 {
    let answer = ask(packed, text);
    answer.groups.iter().for_each(|group| output.numbers.extend_from_slice(&group.entries));
    answer.total as u32
}

/// Numbers as above. Text: the commonest years, venues and authors among the results with their counts, as JSON.
pub(crate) fn facets(packed: &Packed, text: &str, output: &mut Output) -> u32 {
    let answer = ask(packed, text);
    answer.groups.iter().for_each(|group| output.numbers.extend_from_slice(&group.entries));
    let bars = packed.catalog().histogram().bars();
    let years = commonest(&answer.counts.bars, &|at| bars[at].label());
    let named = |facet: Facet| {
        let values = packed.catalog().column(facet).values();
        commonest(answer.counts.of(facet), &|at| values[at].label.to_string())
    };
    let (venues, authors) = (named(Facet::Venue), named(Facet::Author));
    output.text = format!(r#"{{"year":[{years}],"venue":[{venues}],"authors":[{authors}]}}"#);
    answer.total as u32
}

fn ask(packed: &Packed, text: &str) -> Answer {
    packed.answer(&Query::default().with_text(text.to_owned()))
}

fn commonest(counts: &[u32], label: &dyn Fn(usize) -> String) -> String {
    let pair = |at: usize| format!("[{},{}]", quoted(&label(at)), counts[at]);
    top(counts).into_iter().map(pair).collect::<Vec<_>>().join(",")
}

/// The positions of the greatest counts, greatest first. A value stands at an earlier position the commoner it is in the
/// whole list, so that most of them fall at the first comparison.
fn top(counts: &[u32]) -> Vec<usize> {
    let mut top: Vec<usize> = Vec::with_capacity(MOST_VALUES + 1);
    for (at, &count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        if top.len() == MOST_VALUES && top.last().is_some_and(|last| counts[*last] >= count) {
            continue;
        }
        let place = top.partition_point(|other| counts[*other] >= count);
        top.insert(place, at);
        top.truncate(MOST_VALUES);
    }
    top
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\0'..='\u{1f}' => quoted.push(' '),
            _ => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

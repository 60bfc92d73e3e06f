//! Where and when: "Proceedings of … <a>ASPLOS '13</a>, April, 2013. Invited paper."

use offprint_core::problem::Loss;
use scraper::{ElementRef, Node};
use serde_json::{Value, json};

use super::words::{spaced, text};
use crate::document::Members;
use crate::import::bibtex::month_number;
use crate::import::item::{custom, put_text};
use crate::import::report::{Report, Spot};

/// Reads what is behind the authors.
pub(super) fn read(details: ElementRef<'_>, spot: Spot<'_>, report: &mut Report, members: &mut Members) {
    let parts = Parts::of(details);
    if let (Some(url), Some(custom)) = (&parts.url, custom(members)) {
        custom.insert("venue-url".to_owned(), Value::from(url.as_str()));
    }
    let Some(date) = Date::find(&parts.after) else {
        return report.add(spot, "issued", Loss::Field, "no year can be read behind the authors");
    };
    members.insert("issued".to_owned(), date.value);
    put_text(members, "note", &note(&parts.after[date.end..]));
    venue(&parts, spaced(&parts.after[..date.start]).trim_end_matches(','), members);
}

/// The words before the link to the venue, those in it, and those behind it.
#[derive(Default)]
struct Parts {
    before: String,
    link: String,
    url: Option<String>,
    after: String,
}

impl Parts {
    fn of(details: ElementRef<'_>) -> Self {
        let mut parts = Self::default();
        let is_break = |node: &Node| node.as_element().is_some_and(|element| element.name() == "br");
        for child in details.children().skip_while(|node| !is_break(node.value())).skip(1) {
            match (child.value(), ElementRef::wrap(child)) {
                (Node::Text(words), _) if parts.url.is_some() => parts.after.push_str(words),
                (Node::Text(words), _) => parts.before.push_str(words),
                (_, Some(link)) => {
                    parts.link = text(link).trim_start_matches('>').trim().to_owned();
                    parts.url = link.attr("href").map(str::to_owned);
                }
                _ => {}
            }
        }
        if parts.url.is_none() {
            parts.after = std::mem::take(&mut parts.before);
        }
        parts.before = spaced(&parts.before);
        parts
    }
}

/// A year, with the month before it, and where both are.
struct Date {
    start: usize,
    end: usize,
    value: Value,
}

impl Date {
    fn find(text: &str) -> Option<Self> {
        let is_digit = |byte: &u8| byte.is_ascii_digit();
        let year_at = text.as_bytes().windows(4).rposition(|four| four.iter().all(is_digit))?;
        let year: i32 = text[year_at..year_at + 4].parse().ok()?;
        let before = text[..year_at].trim_end_matches([' ', ',']);
        let word = before.rsplit([' ', ',']).next().unwrap_or_default();
        let end = year_at + 4;
        Some(match month_number(word) {
            Some(month) => {
                Self { start: before.len() - word.len(), end, value: json!({ "date-parts": [[year, month]] }) }
            }
            None => Self { start: before.len(), end, value: json!({ "date-parts": [[year]] }) },
        })
    }
}

fn note(after: &str) -> String {
    spaced(after).trim_start_matches(['.', ',', ' ']).to_owned()
}

fn venue(parts: &Parts, after: &str, members: &mut Members) {
    if parts.url.is_none() {
        return without_link(after, members);
    }
    let journal = format!("{} ", parts.before);
    let (before, is_journal) = journal.strip_prefix("In ").map_or((journal.trim(), false), |rest| (rest.trim(), true));
    put_text(members, "type", if is_journal { "article-journal" } else { "paper-conference" });
    // "HotCloud '10" names the event; "Visions of Computer Science" goes on with what is before it.
    let is_event = parts.link.split(' ').count() < 3;
    let container =
        if is_event && !before.is_empty() { before.to_owned() } else { spaced(&format!("{before} {}", parts.link)) };
    put_text(members, "container-title", &container);
    if is_event {
        let short = parts.link.split([' ', '\u{a0}']).next().unwrap_or_default();
        put_text(members, "container-title-short", short);
        put_text(members, "event-title", &parts.link);
    }
}

fn without_link(text: &str, members: &mut Members) {
    if let Some(publisher) = text.strip_prefix("Published by ") {
        let (publisher, pages) = publisher.split_once(", ").unwrap_or((publisher, ""));
        put_text(members, "type", "book");
        put_text(members, "publisher", publisher);
        put_text(members, "number-of-pages", pages.trim_end_matches(" pages"));
    } else if let Some((_, school)) = text.split_once("Thesis, ") {
        put_text(members, "type", "thesis");
        put_text(members, "genre", "PhD thesis");
        put_text(members, "publisher", school);
    } else {
        put_text(members, "type", "paper-conference");
        put_text(members, "container-title", text);
        let short = text.rsplit_once('(').and_then(|(_, short)| short.strip_suffix(')'));
        put_text(members, "container-title-short", short.unwrap_or_default());
    }
}

//! RIS, as EndNote defined it and Zotero, Mendeley and JabRef read it.
//!
//! A line is a tag and its value, and a value is one line: so none can end its entry or begin another. Two readers take
//! `T2` of a conference paper for the conference, with the proceedings in `C3`; so it is written.

use super::line;
use super::links::{doi, others, url};
use crate::publication::{Date, LinkKind, Name, Publication};
use crate::read::{other_date, other_names};
use crate::rich::RichText;

/// Returns one entry, with a blank line at its end.
pub(super) fn ris(publication: &Publication) -> String {
    let kind = reference_type(&publication.kind);
    let mut entry = Entry { text: format!("TY  - {kind}\r\n") };
    entry.put("ID", &publication.id);
    people(publication, &mut entry);
    entry.put("TI", &publication.plain_title());
    entry.variable("ST", publication, "title-short");
    places(publication, kind, &mut entry);
    dates(publication, &mut entry);
    numbers(publication, kind, &mut entry);
    entry.put("DO", &doi(publication).unwrap_or_default());
    links(publication, &mut entry);
    entry.put("LA", publication.language.as_deref().unwrap_or_default());
    publication.keywords.iter().for_each(|keyword| entry.put("KW", keyword));
    entry.put("N1", &publication.award_note().unwrap_or_default());
    for (tag, source) in [("AB", &publication.abstract_text), ("N1", &publication.note)] {
        entry.put(tag, &source.as_deref().map(|source| RichText::parse_block(source).0.plain()).unwrap_or_default());
    }
    entry.text.push_str("ER  - \r\n\r\n");
    entry.text
}

/// An entry that is being written.
struct Entry {
    text: String,
}

impl Entry {
    /// Adds a line; an empty value is none.
    fn put(&mut self, tag: &str, value: &str) {
        let value = line(value);
        if !value.is_empty() {
            for part in [tag, "  - ", &value, "\r\n"] {
                self.text.push_str(part);
            }
        }
    }

    fn variable(&mut self, tag: &str, publication: &Publication, variable: &str) {
        self.put(tag, &publication.other(variable).unwrap_or_default());
    }
}

fn reference_type(kind: &str) -> &'static str {
    match kind {
        "article-journal" | "review" | "review-book" => "JOUR",
        "article-magazine" => "MGZN",
        "article-newspaper" => "NEWS",
        "paper-conference" => "CONF",
        "book" => "BOOK",
        "collection" => "EDBOOK",
        "periodical" => "SER",
        "chapter" => "CHAP",
        "entry-dictionary" => "DICT",
        "entry" | "entry-encyclopedia" => "ENCYC",
        "thesis" => "THES",
        "report" | "article" => "RPRT",
        "manuscript" => "MANSCPT",
        "webpage" | "post" => "ELEC",
        "post-weblog" => "BLOG",
        "dataset" => "DATA",
        "software" => "COMP",
        "patent" => "PAT",
        "standard" => "STAND",
        "speech" => "SLIDE",
        "pamphlet" => "PAMP",
        "motion_picture" => "MPCT",
        "broadcast" => "VIDEO",
        "song" => "SOUND",
        "graphic" => "ART",
        "figure" => "FIGURE",
        "map" => "MAP",
        "interview" | "personal_communication" => "PCOMM",
        "legal_case" => "CASE",
        "legislation" | "regulation" => "STAT",
        "bill" => "BILL",
        "hearing" => "HEAR",
        _ => "GEN",
    }
}

fn people(publication: &Publication, entry: &mut Entry) {
    publication.authors.iter().for_each(|author| entry.put("AU", &inverted(author)));
    for (tag, variable) in [("ED", "editor"), ("A3", "collection-editor"), ("A4", "translator")] {
        other_names(publication, variable).iter().for_each(|name| entry.put(tag, &inverted(name)));
    }
}

/// Returns a name as RIS has it: family, given, suffix.
pub(super) fn inverted(name: &Name) -> String {
    let Name::Parts { given, family, dropping, non_dropping, suffix } = name else { return name.display() };
    let last = line(&[&**dropping, &**non_dropping, &**family].join(" "));
    if last.is_empty() || given.trim().is_empty() && suffix.trim().is_empty() {
        return name.display();
    }
    let mut parts = vec![last, line(given), line(suffix)];
    parts.truncate(if parts[2].is_empty() { 2 } else { 3 });
    parts.join(", ")
}

fn places(publication: &Publication, kind: &str, entry: &mut Entry) {
    let text = |text: &Option<Box<str>>| text.as_deref().unwrap_or_default().to_owned();
    let (container, short, event) =
        (text(&publication.container), text(&publication.container_short), text(&publication.event));
    let series = publication.other("collection-title").unwrap_or_default();
    let is_conference = kind == "CONF";
    let main = if container.is_empty() { &short } else { &container };
    match (main.is_empty(), event.is_empty()) {
        (false, true) => entry.put("T2", main),
        (false, false) if is_conference => entry.put("T2", &event),
        (false, false) => {
            entry.put("T2", main);
            entry.put("C3", &event);
        }
        (true, _) => entry.put("T2", if event.is_empty() { &series } else { &event }),
    }
    if is_conference {
        entry.put("C3", main);
    }
    if !main.is_empty() || !event.is_empty() {
        entry.put("T3", &series);
    }
    entry.put("JO", &short);
    entry.put("PB", publication.publisher.as_deref().unwrap_or_default());
    entry.variable("CY", publication, "publisher-place");
    entry.variable("C1", publication, "event-place");
    entry.put("M3", &genre(publication));
}

/// Returns what sort of work it is. RIS has no type for a preprint that others read: it is a report whose sort says so.
fn genre(publication: &Publication) -> String {
    let genre = publication.genre.as_deref().unwrap_or_default();
    match (&*publication.kind, genre) {
        ("article", "") => "Preprint".to_owned(),
        ("article", genre) if !genre.to_lowercase().contains("preprint") => format!("Preprint: {genre}"),
        _ => genre.to_owned(),
    }
}

fn dates(publication: &Publication, entry: &mut Entry) {
    if let Some(date) = &publication.issued {
        entry.put("PY", &format!("{:04}", date.year));
        entry.put("DA", &day(date));
    }
    if let Some(date) = other_date(publication, "accessed") {
        entry.put("Y2", &day(&date));
    }
}

/// `YYYY/MM/DD/other`: what the numbers do not say is in the words at the end.
fn day(date: &Date) -> String {
    let two = |number: u8| if matches!(number, 1..=31) { format!("{number:02}") } else { String::new() };
    let month = if date.month > 12 { String::new() } else { two(date.month) };
    let words = match (&date.words, date.end) {
        (Some(words), _) => words.to_string(),
        (None, Some(_)) => date.edtf(),
        (None, None) if date.month > 12 => date.text().before,
        _ => String::new(),
    };
    format!("{:04}/{month}/{}/{}", date.year, two(date.day), words.trim().replace('/', " to "))
}

fn numbers(publication: &Publication, kind: &str, entry: &mut Entry) {
    entry.variable("VL", publication, "volume");
    let issue = publication.other("issue");
    let number_tag = match (kind, &issue) {
        ("RPRT" | "PAT", _) => "SN",
        ("JOUR", _) => "C7",
        (_, None) => "IS",
        _ => "M1",
    };
    entry.put("IS", &issue.unwrap_or_default());
    entry.variable(number_tag, publication, "number");
    for (tag, variable) in
        [("NV", "number-of-volumes"), ("ET", "edition"), ("SE", "chapter-number"), ("SN", "ISBN"), ("SN", "ISSN")]
    {
        entry.variable(tag, publication, variable);
    }
    if kind == "COMP" {
        entry.variable("ET", publication, "version");
    }
    for (tag, variable) in [("DB", "archive"), ("AN", "PMID"), ("C2", "PMCID"), ("CN", "call-number")] {
        entry.variable(tag, publication, variable);
    }
    match publication.other("page") {
        Some(pages) => put_pages(&pages, entry),
        None => entry.variable("SP", publication, "number-of-pages"),
    }
}

/// First and last page; what is no plain range stays whole.
fn put_pages(pages: &str, entry: &mut Entry) {
    let numbers: Vec<&str> = pages.split(['-', '–', '—']).map(str::trim).filter(|page| !page.is_empty()).collect();
    match numbers[..] {
        [first, last] if !pages.contains([',', ';']) => {
            entry.put("SP", first);
            entry.put("EP", last);
        }
        _ => entry.put("SP", pages),
    }
}

/// PDFs are attachments and the venue is something related; everything else is a URL, the main one first.
fn links(publication: &Publication, entry: &mut Entry) {
    let all = url(publication).into_iter().chain(others(publication));
    for link in all {
        entry.put(if link.kind == LinkKind::Pdf { "L1" } else { "UR" }, link.href.as_str());
    }
    entry.put("L3", publication.venue_url.as_ref().map(|href| href.as_str()).unwrap_or_default());
}

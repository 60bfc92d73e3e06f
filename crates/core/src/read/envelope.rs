//! The envelope around the list.

use super::entry;
use super::log::Log;
use super::record::{Record, wrong_type};
use crate::fold;
use crate::href::{Href, UnsafeHref};
use crate::json::{End, Members, string};
use crate::problem::{Fault, Loss};
use crate::publication::Publication;
use crate::rich::RichText;

/// What stands around the list of publications; all of it is optional.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Envelope {
    /// The page's heading, plain text.
    pub title: Option<String>,
    /// Rich text shown above the list.
    pub introduction: Option<String>,
    /// The sections in order.
    pub sections: Vec<Section>,
    /// People with several spellings, a home page or an ORCID.
    pub people: Vec<Person>,
    /// Address of a file with the abstracts by id.
    pub abstracts: Option<String>,
}

impl Envelope {
    /// The heading of a section, by its id, compared folded.
    pub fn section_title(&self, id: &str) -> Option<&str> {
        let section = self.sections.iter().find(|section| fold::key(&section.id) == fold::key(id));
        section.and_then(|section| section.title.as_deref())
    }
}

/// A part of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// What entries name in `custom.section`.
    pub id: String,
    /// Its heading; a section without one has no heading.
    pub title: Option<String>,
}

/// A person whose spellings count as one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    /// The name that is shown in the filter.
    pub name: String,
    /// Other spellings.
    pub aliases: Vec<String>,
    /// Home page.
    pub url: Option<Href>,
    /// ORCID, the 16 digits with hyphens.
    pub orcid: Option<String>,
}

/// Reads the envelope and its list.
///
/// # Errors
/// When there is no list in it; the error is the place of the first fault in the JSON, if that is the reason.
pub(super) fn read<'a>(source: &'a str, log: &mut Log<'a>) -> Result<(Envelope, Vec<Publication>), Option<&'a str>> {
    let mut walk = Members::of(source);
    let found = walk.by_ref().any(|member| member.key == "publications" && member.value.starts_with('['));
    if !found {
        return Err(match walk.end() {
            Some(End::Fault(at)) => Some(&source[at..]),
            Some(End::CutShort) => Some(&source[source.len()..]),
            _ => None,
        });
    }
    let Some(record) = Record::read(source, "", log) else { return Err(None) };
    let envelope = Envelope {
        title: inline(&record, "title", log),
        introduction: rich(&record, "introduction", log).map(String::from),
        sections: sections(&record, log),
        people: people(&record, log),
        abstracts: beside(&record, "abstracts", log),
    };
    let list = record.raw("publications").unwrap_or("[]");
    let publications = entry::read_list(list, log);
    log.leave();
    Ok((envelope, publications))
}

/// A rich text; what it leaves out is reported.
pub(super) fn rich<'a>(record: &Record<'a>, field: &str, log: &mut Log<'a>) -> Option<Box<str>> {
    let text = record.text(field, log)?;
    if !crate::rich::is_plain(&text) {
        for fault in RichText::parse_block(&text).1 {
            record.refuse(field, Fault::Text(fault), log);
        }
    }
    Some(text)
}

/// A file in the folder of the list or below: a list has nobody ask for what is elsewhere.
fn beside<'a>(record: &Record<'a>, field: &str, log: &mut Log<'a>) -> Option<String> {
    let file = href(record, field, log)?;
    let is_beside = file.is_relative() && !file.as_str().starts_with(['/', '\\']);
    if !is_beside {
        record.refuse(field, Fault::Address(UnsafeHref::Elsewhere), log);
    }
    is_beside.then(|| file.to_string())
}

/// A line of rich text, as plain text.
fn inline<'a>(record: &Record<'a>, field: &str, log: &mut Log<'a>) -> Option<String> {
    let text = RichText::parse_inline(&record.text(field, log)?).0.plain();
    if text.is_empty() { None } else { Some(text) }
}

fn sections<'a>(record: &Record<'a>, log: &mut Log<'a>) -> Vec<Section> {
    let mut sections = Vec::new();
    for (path, raw) in record.items("sections", log) {
        let Some(section) = Record::read(raw, &path, log) else { continue };
        let title = inline(&section, "title", log);
        match section.name("id", log) {
            Some(id) => sections.push(Section { id: id.into(), title }),
            None => log.add(raw, &section.path("id"), Loss::Field, Fault::Missing),
        }
    }
    sections
}

fn people<'a>(record: &Record<'a>, log: &mut Log<'a>) -> Vec<Person> {
    let mut people = Vec::new();
    for (path, raw) in record.items("people", log) {
        let Some(person) = Record::read(raw, &path, log) else { continue };
        let Some(name) = person.text("name", log) else {
            log.add(raw, &person.path("name"), Loss::Field, Fault::Missing);
            continue;
        };
        people.push(Person {
            name: name.into(),
            aliases: texts(&person, "aliases", log).into_iter().map(String::from).collect(),
            url: href(&person, "url", log),
            orcid: orcid(&person, log),
        });
    }
    people
}

/// The ORCID, given as such or as its address.
fn orcid<'a>(person: &Record<'a>, log: &mut Log<'a>) -> Option<String> {
    let text = person.text("orcid", log)?;
    let orcid = text.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_ascii_uppercase();
    let valid = orcid.len() == 19
        && orcid.bytes().enumerate().all(|(at, b)| match at {
            4 | 9 | 14 => b == b'-',
            18 => b.is_ascii_digit() || b == b'X',
            _ => b.is_ascii_digit(),
        });
    if !valid {
        person.refuse("orcid", Fault::Unknown(text.into()), log);
    }
    valid.then_some(orcid)
}

/// A list of texts.
pub(super) fn texts<'a>(record: &Record<'a>, field: &str, log: &mut Log<'a>) -> Vec<Box<str>> {
    let mut texts = Vec::new();
    for (path, raw) in record.items(field, log) {
        texts.extend(item(&path, raw, log));
    }
    texts
}

/// An item of a list of texts; a blank one is none.
pub(super) fn item<'a>(path: &str, raw: &'a str, log: &mut Log<'a>) -> Option<Box<str>> {
    match string(raw).as_deref().map(str::trim) {
        Some("") => None,
        Some(text) => Some(text.into()),
        None => {
            log.add(raw, path, Loss::Field, wrong_type("a text", raw));
            None
        }
    }
}

/// An address that is safe to follow.
pub(super) fn href<'a>(record: &Record<'a>, field: &str, log: &mut Log<'a>) -> Option<Href> {
    let text = record.text(field, log)?;
    Href::parse(&text).map_err(|fault| record.refuse(field, Fault::Address(fault), log)).ok()
}

//! The envelope around the list.

use serde::Deserialize;

use super::lenient::{FromJson, Lenient};
use super::list::read_list;
use super::log::Log;
use super::object::Object;
use super::path::Path;
use super::values::{FileBeside, Id, Inline, Rich, Trimmed};
use crate::fold;
use crate::href::Href;
use crate::json::{End, split};
use crate::problem::Fault;
use crate::publication::Publication;
use crate::query::GroupBy;

/// What a file says besides its publications; all of it is optional.
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
    /// Relative URL of a file with the abstracts by id.
    pub abstracts: Option<String>,
    /// What the list is grouped by, until a visitor chooses.
    pub group: Option<GroupBy>,
}

impl Envelope {
    /// Returns what the list is grouped by: what is asked for, else what the file says, else its sections. Without sections it
    /// cannot be grouped by them.
    pub fn grouping(&self, asked: Option<GroupBy>) -> GroupBy {
        let is_possible = |group: &GroupBy| *group != GroupBy::Section || !self.sections.is_empty();
        asked.or(self.group).or(Some(GroupBy::Section)).filter(is_possible).unwrap_or(GroupBy::None)
    }

    /// Returns the heading of a section, by its id, compared folded.
    pub fn section_title(&self, id: &str) -> Option<&str> {
        let section = self.sections.iter().find(|section| fold::key(&section.id) == fold::key(id));
        section.and_then(|section| section.title.as_deref())
    }
}

/// A part of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The id that entries name in `custom.section`.
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
    /// Whether it is one of the list's own people, whose names are emphasised.
    pub member: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct EnvelopeFields<'a> {
    #[serde(borrow)]
    title: Lenient<'a, Inline>,
    introduction: Lenient<'a, Rich>,
    sections: Lenient<'a, Vec<Section>>,
    people: Lenient<'a, Vec<Person>>,
    abstracts: Lenient<'a, FileBeside>,
    group: Lenient<'a, GroupBy>,
    publications: Lenient<'a, Vec<Publication>>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct SectionFields<'a> {
    #[serde(borrow)]
    id: Lenient<'a, Id>,
    title: Lenient<'a, Inline>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct PersonFields<'a> {
    #[serde(borrow)]
    name: Lenient<'a, Box<str>>,
    aliases: Lenient<'a, Vec<Trimmed>>,
    url: Lenient<'a, Href>,
    orcid: Lenient<'a, Orcid>,
    member: Lenient<'a, bool>,
}

/// The entries of a list, each with its own text.
type Entries = Vec<(Publication, Box<str>)>;

/// Reads the envelope and its list.
///
/// # Errors
/// When there is no list in it. The error is the text from the first syntax error on, if that is the reason.
pub(super) fn read<'a>(source: &'a str, log: &mut Log<'_>) -> Result<(Envelope, Entries), Option<&'a str>> {
    let members = split(source);
    let has_list = members.members.iter().any(|member| member.key == "publications" && member.value.starts_with('['));
    if !has_list {
        return Err(match members.end {
            End::Fault(at) => Some(&source[at..]),
            End::CutShort => Some(&source[source.len()..]),
            End::Closed => None,
        });
    }
    let fields: EnvelopeFields<'_> = Object::of(source, members, &Path::Root, log).ok_or(None)?.fields;
    let root = Path::Root;
    let envelope = Envelope {
        title: fields.title.read(&root.field("title"), log).map(|title| title.0),
        introduction: fields.introduction.read(&root.field("introduction"), log).map(|text| text.0.into()),
        sections: fields.sections.read(&root.field("sections"), log).unwrap_or_default(),
        people: fields.people.read(&root.field("people"), log).unwrap_or_default(),
        abstracts: fields.abstracts.read(&root.field("abstracts"), log).map(|file| file.0),
        group: fields.group.read(&root.field("group"), log),
    };
    let entries = read_list(fields.publications.text().unwrap_or("[]"), log);
    Ok((envelope, entries))
}

impl FromJson for GroupBy {
    fn from_json(text: &str, path: &Path<'_>, log: &mut Log<'_>) -> Option<Self> {
        let name = <Box<str>>::from_json(text, path, log)?;
        let group = Self::parse(&name);
        if group.is_none() {
            log.add_field(text, path, Fault::Unknown(name.into()));
        }
        group
    }
}

impl FromJson for Section {
    fn from_json(text: &str, path: &Path<'_>, log: &mut Log<'_>) -> Option<Self> {
        let SectionFields { id, title } = Object::read(text, path, log)?.fields;
        let title = title.read(&path.field("title"), log).map(|title| title.0);
        let id = id.read(&path.field("id"), log);
        if id.is_none() {
            log.add_field(text, &path.field("id"), Fault::Missing);
        }
        Some(Self { id: id?.0.into(), title })
    }
}

impl FromJson for Person {
    fn from_json(text: &str, path: &Path<'_>, log: &mut Log<'_>) -> Option<Self> {
        let PersonFields { name, aliases, url, orcid, member } = Object::read(text, path, log)?.fields;
        let Some(name) = name.read(&path.field("name"), log) else {
            log.add_field(text, &path.field("name"), Fault::Missing);
            return None;
        };
        let aliases = aliases.read(&path.field("aliases"), log).unwrap_or_default();
        Some(Self {
            name: name.into(),
            aliases: aliases.into_iter().map(|alias| alias.0.into()).collect(),
            url: url.read(&path.field("url"), log),
            orcid: orcid.read(&path.field("orcid"), log).map(|orcid| orcid.0),
            member: member.read(&path.field("member"), log).unwrap_or(false),
        })
    }
}

/// An ORCID, written as such or as its URL.
struct Orcid(String);

impl FromJson for Orcid {
    fn from_json(text: &str, path: &Path<'_>, log: &mut Log<'_>) -> Option<Self> {
        let written = <Box<str>>::from_json(text, path, log)?;
        let orcid = written.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_ascii_uppercase();
        let is_valid = orcid.len() == 19
            && orcid.bytes().enumerate().all(|(at, b)| match at {
                4 | 9 | 14 => b == b'-',
                18 => b.is_ascii_digit() || b == b'X',
                _ => b.is_ascii_digit(),
            });
        if !is_valid {
            log.add_field(text, path, Fault::Unknown(written.into()));
        }
        is_valid.then_some(Self(orcid))
    }
}

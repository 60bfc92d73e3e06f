//! One entry of the list.

use serde::Deserialize;

use super::lenient::{FromJson, Lenient};
use super::link::Doi;
use super::log::Log;
use super::object::Object;
use super::path::Path;
use super::values::{Awards, Id, Keywords, Rich, Trimmed};
use crate::href::Href;
use crate::problem::Fault;
use crate::publication::{Date, Image, Link, LinkKind, Name, Publication};
use crate::rich::RichText;

/// The members of an entry that Offprint reads; all others are kept as they are written.
#[derive(Deserialize, Default)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct EntryFields<'a> {
    #[serde(borrow)]
    pub(super) id: Lenient<'a, Id>,
    r#type: Lenient<'a, Box<str>>,
    pub(super) title: Lenient<'a, Box<str>>,
    author: Lenient<'a, Vec<Name>>,
    issued: Lenient<'a, Date>,
    container_title: Lenient<'a, Box<str>>,
    container_title_short: Lenient<'a, Box<str>>,
    event_title: Lenient<'a, Box<str>>,
    event: Lenient<'a, Box<str>>,
    publisher: Lenient<'a, Box<str>>,
    genre: Lenient<'a, Box<str>>,
    r#abstract: Lenient<'a, Rich>,
    note: Lenient<'a, Rich>,
    keyword: Lenient<'a, Keywords>,
    language: Lenient<'a, Box<str>>,
    #[serde(rename = "DOI")]
    doi: Lenient<'a, Doi>,
    #[serde(rename = "URL")]
    url: Lenient<'a, Href>,
    custom: Lenient<'a, CustomFields<'a>>,
}

/// The members of `custom` that Offprint reads.
#[derive(Deserialize, Default)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct CustomFields<'a> {
    #[serde(borrow)]
    r#type: Lenient<'a, Box<str>>,
    section: Lenient<'a, Id>,
    venue_url: Lenient<'a, Href>,
    links: Lenient<'a, Vec<Link>>,
    selected: Lenient<'a, bool>,
    image: Lenient<'a, Image>,
    award: Lenient<'a, Awards>,
    others: Lenient<'a, bool>,
    pub(super) aliases: Lenient<'a, Vec<Trimmed>>,
}

impl<'a> EntryFields<'a> {
    /// Reads the member `custom`.
    pub(super) fn custom(&self, log: &mut Log<'_>) -> Option<Object<'a, CustomFields<'a>>> {
        Object::read(self.custom.text()?, &Path::Root.field("custom"), log)
    }

    fn text(field: &Lenient<'_, Box<str>>, name: &'static str, log: &mut Log<'_>) -> Option<Box<str>> {
        field.read(&Path::Root.field(name), log)
    }
}

/// Reads all fields of an entry but its aliases.
pub(super) fn publication(
    id: &str,
    title: &str,
    entry: &Object<'_, EntryFields<'_>>,
    custom: Option<&Object<'_, CustomFields<'_>>>,
    log: &mut Log<'_>,
) -> Publication {
    let fields = &entry.fields;
    check_title(title, fields, log);
    let root = Path::Root;
    // An entry that was written for others has the type that they know, and its own beside it.
    let own_kind = custom.and_then(|custom| in_custom(&custom.fields.r#type, "type", log));
    let mut text = |field, name| EntryFields::text(field, name, log);
    let kind = text(&fields.r#type, "type");
    let kind = own_kind.or(kind).unwrap_or_default();
    Publication {
        id: id.into(),
        title: title.into(),
        kind,
        container: text(&fields.container_title, "container-title"),
        container_short: text(&fields.container_title_short, "container-title-short"),
        event: text(&fields.event_title, "event-title").or_else(|| text(&fields.event, "event")),
        publisher: text(&fields.publisher, "publisher"),
        genre: text(&fields.genre, "genre"),
        language: text(&fields.language, "language").filter(|tag| is_language_tag(tag)),
        authors: fields.author.read(&root.field("author"), log).unwrap_or_default().into(),
        issued: fields.issued.read(&root.field("issued"), log),
        abstract_text: fields.r#abstract.read(&root.field("abstract"), log).map(|text| text.0),
        note: fields.note.read(&root.field("note"), log).map(|text| text.0),
        keywords: fields.keyword.read(&root.field("keyword"), log).map(|words| words.0).unwrap_or_default(),
        links: links(fields, custom.map(|custom| &custom.fields), log).into(),
        section: custom.and_then(|custom| in_custom(&custom.fields.section, "section", log)).map(|section| section.0),
        venue_url: custom.and_then(|custom| in_custom(&custom.fields.venue_url, "venue-url", log)),
        selected: custom.and_then(|custom| in_custom(&custom.fields.selected, "selected", log)).unwrap_or(false),
        awards: custom
            .and_then(|custom| in_custom(&custom.fields.award, "award", log))
            .map(|awards| awards.0)
            .unwrap_or_default(),
        has_other_authors: custom.and_then(|custom| in_custom(&custom.fields.others, "others", log)).unwrap_or(false),
        image: custom.and_then(|custom| in_custom(&custom.fields.image, "image", log)),
        aliases: Box::default(),
        rest: entry.others(),
        custom: custom.map(Object::others).unwrap_or_default(),
    }
}

fn in_custom<T: FromJson>(field: &Lenient<'_, T>, name: &'static str, log: &mut Log<'_>) -> Option<T> {
    field.read(&Path::Root.field("custom").field(name), log)
}

/// Reads `custom.links`, then CSL's own `DOI` and `URL` unless the same URL is among them.
fn links(entry: &EntryFields<'_>, custom: Option<&CustomFields<'_>>, log: &mut Log<'_>) -> Vec<Link> {
    let mut links = custom.and_then(|custom| in_custom(&custom.links, "links", log)).unwrap_or_default();
    let doi = entry.doi.read(&Path::Root.field("DOI"), log).and_then(|doi| doi.0);
    let url = entry.url.read(&Path::Root.field("URL"), log);
    let url_kind = url.as_ref().map_or(LinkKind::Website, LinkKind::of_url);
    for (kind, href) in [(LinkKind::Doi, doi), (url_kind, url)] {
        if let Some(href) = href.filter(|href| links.iter().all(|link| !link.href.is_same_target(href))) {
            links.push(Link { kind, href, label: None });
        }
    }
    links
}

/// Reports links in the title that are not safe.
fn check_title(title: &str, entry: &EntryFields<'_>, log: &mut Log<'_>) {
    for fault in RichText::parse_inline(title).1 {
        log.add_field(entry.title.text().unwrap_or_default(), &Path::Root.field("title"), Fault::Text(fault));
    }
}

/// Reports whether a text has the form of a BCP 47 tag: `de`, `pt-BR`, `zh-Hant`.
fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let is_language = |part: &str| matches!(part.len(), 2 | 3) && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_part = |part: &str| matches!(part.len(), 1..=8) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    parts.next().is_some_and(is_language) && parts.all(is_part)
}

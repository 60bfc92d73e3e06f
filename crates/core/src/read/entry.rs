//! Reading the entries, each by itself.

use super::date::issued;
use super::envelope::{href, rich, texts};
use super::fields::{keywords, links, names};
use super::log::Log;
use super::record::{Record, wrong_type};
use crate::index::Index;
use crate::json::{End, Member, Members, is_valid, scalar, string};
use crate::problem::{Fault, Loss};
use crate::publication::Publication;
use crate::rich::RichText;

/// Members of an entry that Offprint reads; all others are kept as they are.
const KNOWN: [&str; 18] = [
    "id",
    "type",
    "title",
    "author",
    "issued",
    "container-title",
    "container-title-short",
    "event-title",
    "event",
    "publisher",
    "genre",
    "abstract",
    "note",
    "keyword",
    "language",
    "DOI",
    "URL",
    "custom",
];

/// Members of `custom` that Offprint reads.
const KNOWN_CUSTOM: [&str; 4] = ["section", "venue-url", "links", "aliases"];

/// Reads the list of entries that `source` starts with.
pub(super) fn read_list<'a>(source: &'a str, log: &mut Log<'a>) -> Vec<Publication> {
    let mut list = List::default();
    let mut walk = Members::of(source);
    let mut position = 0;
    while let Some(Member { value, .. }) = walk.next() {
        let cut = walk.end() == Some(End::CutShort) && !is_whole(value);
        list.add(position, value, cut, log);
        position += 1;
    }
    log.leave();
    match walk.end() {
        Some(End::Fault(at)) => log.add(&source[at..], "", Loss::Rest, Fault::Syntax),
        Some(End::CutShort) => log.add(&source[source.len()..], "", Loss::Rest, Fault::CutShort),
        Some(End::Closed) | None => {}
    }
    list.publications
}

/// Whether the last entry of a file that is cut short stands before the cut.
fn is_whole(entry: &str) -> bool {
    let mut walk = Members::of(entry);
    walk.by_ref().for_each(drop);
    walk.end() == Some(End::Closed)
}

/// Entries read so far, with who holds which anchor.
#[derive(Default)]
struct List {
    publications: Vec<Publication>,
    /// Position in the file by id or alias.
    anchors: Index,
}

impl List {
    fn add<'a>(&mut self, position: usize, raw: &'a str, cut: bool, log: &mut Log<'a>) {
        log.enter(position, None);
        if !raw.starts_with('{') {
            return log.add(raw, "", Loss::Entry, wrong_type("an object", raw));
        }
        if cut {
            // A half entry may have half a title: what stands before it is whole, so it is left out.
            log.add(&raw[raw.len()..], "", Loss::Rest, Fault::CutShort);
            return log.add(raw, "", Loss::Entry, Fault::CutShort);
        }
        let Some(entry) = Record::read(raw, "", log) else { return };
        let id = entry.required("id", scalar);
        log.enter(position, id.as_ref().ok().cloned());
        let title = entry.required("title", string);
        let (id, title) = match (id, title) {
            (Ok(id), Ok(title)) => (id, title),
            (Err((at, fault)), _) => return log.add(at, "id", Loss::Entry, fault),
            (_, Err((at, fault))) => return log.add(at, "title", Loss::Entry, fault),
        };
        let id = id.as_str();
        if let Some(first) = self.anchors.get(id) {
            if self.publications.iter().any(|kept| &*kept.id == id) {
                return log.add(
                    entry.raw("id").unwrap_or(raw),
                    "id",
                    Loss::Entry,
                    Fault::DuplicateId { first: first as usize },
                );
            }
            log.add(entry.raw("id").unwrap_or(raw), "id", Loss::Nothing, Fault::AliasTaken { first: first as usize });
        }
        *self.anchors.get_or_insert(id, 0) = position as u32;
        let mut publication = read_fields(id, &title, &entry, log);
        publication.aliases = self.aliases(position, &entry, log);
        self.publications.push(publication);
    }

    /// Former anchors that nobody else holds.
    fn aliases<'a>(&mut self, position: usize, entry: &Record<'a>, log: &mut Log<'a>) -> Box<[Box<str>]> {
        let Some(custom) = custom(entry) else { return Box::default() };
        let mut aliases = Vec::new();
        for alias in texts(&custom, "aliases", log) {
            match self.anchors.get(&alias) {
                Some(first) => {
                    let at = custom.raw("aliases").unwrap_or_default();
                    log.add(at, "custom.aliases", Loss::Field, Fault::AliasTaken { first: first as usize });
                }
                None => {
                    self.anchors.get_or_insert(&alias, position as u32);
                    aliases.push(alias);
                }
            }
        }
        aliases.into_boxed_slice()
    }
}

/// `custom`, where it is an object; what it is otherwise is reported once, by [`read_fields`].
fn custom<'a>(entry: &Record<'a>) -> Option<Record<'a>> {
    let raw = entry.raw("custom")?;
    Record::read(raw, "custom", &mut Log::new(raw))
}

fn read_fields<'a>(id: &str, title: &str, entry: &Record<'a>, log: &mut Log<'a>) -> Publication {
    let custom = entry.object("custom", log);
    let mut text = |field: &str| entry.text(field, log);
    let (kind, container, container_short) = (text("type"), text("container-title"), text("container-title-short"));
    let event = text("event-title").or_else(|| text("event"));
    let (publisher, genre) = (text("publisher"), text("genre"));
    let language = text("language").filter(|tag| is_language_tag(tag));
    check_title(title, entry, log);
    Publication {
        id: id.into(),
        kind: kind.unwrap_or_default(),
        title: title.into(),
        authors: names(entry, "author", log).into(),
        issued: issued(entry, log),
        container,
        container_short,
        event,
        publisher,
        genre,
        abstract_text: rich(entry, "abstract", log),
        note: rich(entry, "note", log),
        keywords: keywords(entry, log).into(),
        language,
        section: custom.as_ref().and_then(|custom| custom.name("section", log)),
        venue_url: custom.as_ref().and_then(|custom| href(custom, "venue-url", log)),
        links: links(entry, custom.as_ref(), log).into(),
        aliases: Box::default(),
        rest: members_text(entry.others(&KNOWN)),
        custom: custom.map(|custom| members_text(custom.others(&KNOWN_CUSTOM))).unwrap_or_default(),
    }
}

/// Whether a text has the form of a BCP 47 tag: `de`, `pt-BR`, `zh-Hant`.
fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let is_language = |part: &str| matches!(part.len(), 2 | 3) && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_part = |part: &str| matches!(part.len(), 1..=8) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    parts.next().is_some_and(is_language) && parts.all(is_part)
}

fn check_title<'a>(title: &str, entry: &Record<'a>, log: &mut Log<'a>) {
    for fault in RichText::parse_inline(title).1 {
        log.add(entry.raw("title").unwrap_or_default(), "title", Loss::Field, Fault::Text(fault));
    }
}

/// What Offprint does not read, as JSON object text; members that are not JSON are gone.
fn members_text<'a>(members: impl Iterator<Item = Member<'a>>) -> Box<str> {
    let mut text = String::new();
    for Member { key, value } in members.filter(|member| is_valid(member.value)) {
        let before = if text.is_empty() { "{\"" } else { ",\"" };
        text.extend([before, key, "\":", value]);
    }
    if !text.is_empty() {
        text.push('}');
    }
    text.into_boxed_str()
}

//! Reading the entries, each by itself.

use super::date::date;
use super::envelope::{href, item, rich};
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
    let mut anchors = Anchors::default();
    let mut publications = Vec::new();
    let mut walk = Members::of(source);
    let mut position = 0;
    while let Some(Member { value, .. }) = walk.next() {
        let cut = walk.end() == Some(End::CutShort) && !is_whole(value);
        publications.extend(anchors.read(position, value, cut, log));
        position += 1;
    }
    log.leave();
    match walk.end() {
        Some(End::Fault(at)) => log.add(&source[at..], "", Loss::Rest, Fault::Syntax),
        Some(End::CutShort) => log.add(&source[source.len()..], "", Loss::Rest, Fault::CutShort),
        Some(End::Closed) | None => {}
    }
    publications
}

/// Whether the last entry of a file that is cut short stands before the cut.
pub(crate) fn is_whole(entry: &str) -> bool {
    let mut walk = Members::of(entry);
    walk.by_ref().for_each(drop);
    walk.end() == Some(End::Closed)
}

/// Who holds which anchor, of the entries read so far.
#[derive(Debug, Default)]
pub(crate) struct Anchors {
    /// Twice the position in the file, and one more where the anchor is an alias.
    holders: Index,
}

impl Anchors {
    /// The position in the file of the entry that an anchor leads to.
    pub(crate) fn holder(&self, anchor: &str) -> Option<usize> {
        self.holders.get(anchor).map(|holder| (holder / 2) as usize)
    }

    /// Reads an entry, unless something makes it worthless, which is noted.
    pub(crate) fn read<'a>(
        &mut self,
        position: usize,
        raw: &'a str,
        cut: bool,
        log: &mut Log<'a>,
    ) -> Option<Publication> {
        log.enter(position, None);
        if !raw.starts_with('{') {
            log.add(raw, "", Loss::Entry, wrong_type("an object", raw));
            return None;
        }
        if cut {
            // A half entry may have half a title: what stands before it is whole, so it is left out.
            log.add(&raw[raw.len()..], "", Loss::Rest, Fault::CutShort);
            log.add(raw, "", Loss::Entry, Fault::CutShort);
            return None;
        }
        let entry = Record::read(raw, "", log)?;
        let id = entry.required("id", scalar);
        log.enter(position, id.as_ref().ok().cloned());
        let (id, title) = match (id, entry.required("title", string)) {
            (Ok(id), Ok(title)) => (id, title),
            (Err((at, fault)), _) => {
                log.add(at, "id", Loss::Entry, fault);
                return None;
            }
            (_, Err((at, fault))) => {
                log.add(at, "title", Loss::Entry, fault);
                return None;
            }
        };
        self.take(&id, position, &entry, log)?;
        let mut publication = read_fields(&id, &title, &entry, log);
        publication.aliases = self.aliases(position, &entry, log);
        Some(publication)
    }

    /// Gives an id to the entry, unless another has it; one that is only an alias elsewhere is taken over.
    fn take<'a>(&mut self, id: &str, position: usize, entry: &Record<'a>, log: &mut Log<'a>) -> Option<()> {
        if let Some(holder) = self.holders.get(id) {
            let first = (holder / 2) as usize;
            let is_alias = holder % 2 == 1;
            let (loss, fault) = if is_alias {
                (Loss::Nothing, Fault::AliasTaken { first })
            } else {
                (Loss::Entry, Fault::DuplicateId { first })
            };
            log.add(entry.raw("id").unwrap_or_default(), "id", loss, fault);
            if !is_alias {
                return None;
            }
        }
        *self.holders.get_or_insert(id, 0) = 2 * position as u32;
        Some(())
    }

    /// Former anchors that nobody else holds.
    fn aliases<'a>(&mut self, position: usize, entry: &Record<'a>, log: &mut Log<'a>) -> Box<[Box<str>]> {
        let Some(custom) = custom(entry) else { return Box::default() };
        let mut aliases = Vec::new();
        for (path, raw) in custom.items("aliases", log) {
            let Some(alias) = item(&path, raw, log) else { continue };
            match self.holder(&alias) {
                Some(first) => log.add(raw, &path, Loss::Field, Fault::AliasTaken { first }),
                None => {
                    self.holders.get_or_insert(&alias, 2 * position as u32 + 1);
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
        issued: date(entry, "issued", log),
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

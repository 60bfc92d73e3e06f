//! CSL-JSON, as it was read: what Offprint does not use itself is written out again unchanged.

use super::links::doi_of;
use super::push_part;
use crate::json::{Members, quote};
use crate::publication::{Date, Link, LinkKind, Name, Publication};

/// One entry as a CSL-JSON object, a member a line.
pub fn csl_json(publication: &Publication) -> String {
    let mut entry = Object::with(",\n  ");
    entry.text("id", Some(&publication.id));
    entry.text("type", Some(&publication.kind));
    entry.text("title", Some(&publication.title));
    let mut authors = String::new();
    publication.authors.iter().for_each(|author| push_part(&mut authors, ", ", &name(author)));
    entry.put("author", &bracketed(authors));
    entry.text("container-title", publication.container.as_deref());
    entry.text("container-title-short", publication.container_short.as_deref());
    entry.text("event-title", publication.event.as_deref());
    entry.text("publisher", publication.publisher.as_deref());
    entry.text("genre", publication.genre.as_deref());
    entry.put("issued", &publication.issued.as_ref().map(date).unwrap_or_default());
    entry.text("abstract", publication.abstract_text.as_deref());
    entry.text("note", publication.note.as_deref());
    entry.put("keyword", &keywords(&publication.keywords));
    entry.text("language", publication.language.as_deref());
    entry.text("DOI", own_doi(publication).and_then(|at| doi_of(&publication.links[at])).as_deref());
    entry.text("URL", own_url(publication).map(|at| publication.links[at].href.as_str()));
    entry.rest(&publication.rest);
    entry.put("custom", &custom(publication));
    if entry.members.is_empty() { String::new() } else { format!("{{\n  {}\n}}", entry.members) }
}

/// The members of an object that is being written.
struct Object {
    members: String,
    separator: &'static str,
}

impl Object {
    fn with(separator: &'static str) -> Self {
        Self { members: String::new(), separator }
    }

    /// Adds a member whose value is JSON; an empty one is none.
    fn put(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            push_part(&mut self.members, self.separator, &format!("\"{key}\": {value}"));
        }
    }

    fn text(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.put(key, &quote(text));
        }
    }

    /// Adds what was kept as it stood in the file.
    fn rest(&mut self, object: &str) {
        for member in Members::of(object) {
            self.put(member.key, member.value);
        }
    }

    /// The object in one line; nothing for an empty one.
    fn inline(self) -> String {
        if self.members.is_empty() { String::new() } else { format!("{{ {} }}", self.members) }
    }
}

/// A list whose items, if it has any, are written already.
fn bracketed(items: String) -> String {
    if items.is_empty() { items } else { format!("[{items}]") }
}

/// One text with commas or, where a keyword has a comma, with semicolons; a list where neither would do.
fn keywords(keywords: &[Box<str>]) -> String {
    let any_has = |mark: char| keywords.iter().any(|keyword| keyword.contains(mark));
    let (separator, end) = if any_has(',') { ("; ", ";") } else { (", ", "") };
    let mut list = String::new();
    if any_has(';') {
        keywords.iter().for_each(|keyword| push_part(&mut list, ", ", &quote(keyword)));
        return bracketed(list);
    }
    keywords.iter().for_each(|keyword| push_part(&mut list, separator, keyword));
    if list.is_empty() { list } else { quote(&(list + end)) }
}

/// Where CSL's own `DOI` stands among the links: it is the last one of its kind that is read back as it is.
fn own_doi(publication: &Publication) -> Option<usize> {
    publication.links.iter().rposition(|link| {
        let address = link.href.as_str();
        let is_kept = address.starts_with("https://doi.org/10.") && !address.contains([' ', '"', '#', '<', '>', '?']);
        link.kind == LinkKind::Doi && link.label.is_none() && is_kept
    })
}

/// Returns the position of the link that is written as CSL's `URL`, where every tool finds it: the last website without a
/// label. `URL` is read behind all other links, so it is still the last one when the entry is written again.
fn own_url(publication: &Publication) -> Option<usize> {
    publication.links.iter().rposition(|link| link.kind == LinkKind::Website && link.label.is_none())
}

fn name(name: &Name) -> String {
    let mut object = Object::with(", ");
    match name {
        Name::Literal(literal) => object.text("literal", Some(literal)),
        Name::Parts { given, family, dropping, non_dropping, suffix } => {
            object.text("family", Some(family));
            object.text("given", Some(given));
            object.text("dropping-particle", Some(dropping));
            object.text("non-dropping-particle", Some(non_dropping));
            object.text("suffix", Some(suffix));
        }
    }
    object.inline()
}

fn date(date: &Date) -> String {
    let mut object = Object::with(", ");
    if let Some(words) = &date.words {
        object.text("raw", Some(words));
        return object.inline();
    }
    let is_season = date.month > 12;
    let month = if is_season { 0 } else { date.month };
    let mut days = day(date.year, month, date.day);
    if let Some((year, month, last)) = date.end {
        push_part(&mut days, ", ", &day(year, month, last));
    }
    object.put("date-parts", &format!("[{days}]"));
    if is_season {
        object.put("season", &(date.month - 20).to_string());
    }
    object.inline()
}

/// One of `date-parts`, with what is known of it.
fn day(year: i32, month: u8, day: u8) -> String {
    match (month, day) {
        (0, _) => format!("[{year}]"),
        (_, 0) => format!("[{year}, {month}]"),
        _ => format!("[{year}, {month}, {day}]"),
    }
}

fn custom(publication: &Publication) -> String {
    let mut custom = Object::with(", ");
    custom.text("section", publication.section.as_deref());
    custom.text("venue-url", publication.venue_url.as_ref().map(|url| url.as_str()));
    let own = [own_doi(publication), own_url(publication)];
    let mut links = String::new();
    for (at, link) in publication.links.iter().enumerate() {
        if !own.contains(&Some(at)) {
            push_part(&mut links, ", ", &self::link(link));
        }
    }
    custom.put("links", &bracketed(links));
    let mut aliases = String::new();
    publication.aliases.iter().for_each(|alias| push_part(&mut aliases, ", ", &quote(alias)));
    custom.put("aliases", &bracketed(aliases));
    custom.rest(&publication.custom);
    custom.inline()
}

fn link(link: &Link) -> String {
    let mut object = Object::with(", ");
    object.text("kind", Some(link.kind.name()));
    object.text("url", Some(link.href.as_str()));
    object.text("label", link.label.as_deref());
    object.inline()
}

//! CSL-JSON, as it was read: what Offprint does not use itself is written out again unchanged.

use crate::json::{Members, quote};
use crate::publication::{Date, Link, LinkKind, Name, Publication};

/// One entry as a CSL-JSON object, a member a line.
pub fn csl_json(publication: &Publication) -> String {
    let mut entry = Object::default();
    entry.text("id", Some(&publication.id));
    entry.text("type", Some(&publication.kind));
    entry.text("title", Some(&publication.title));
    entry.put("author", list(publication.authors.iter().map(name)));
    entry.text("container-title", publication.container.as_deref());
    entry.text("container-title-short", publication.container_short.as_deref());
    entry.text("event-title", publication.event.as_deref());
    entry.text("publisher", publication.publisher.as_deref());
    entry.text("genre", publication.genre.as_deref());
    entry.put("issued", publication.issued.as_ref().map(date).unwrap_or_default());
    entry.text("abstract", publication.abstract_text.as_deref());
    entry.text("note", publication.note.as_deref());
    entry.text("keyword", Some(&publication.keywords.join(", ")));
    entry.text("language", publication.language.as_deref());
    entry.text("DOI", doi(publication));
    entry.text("URL", publication.links.iter().find(|link| is_own_url(link)).map(|link| link.href.as_str()));
    entry.rest(&publication.rest);
    entry.put("custom", custom(publication));
    entry.written("\n  ", "\n")
}

/// The members of an object, each written already.
#[derive(Default)]
struct Object {
    members: Vec<String>,
}

impl Object {
    /// Adds a member whose value is JSON; an empty one is none.
    fn put(&mut self, key: &str, value: String) {
        if !value.is_empty() {
            self.members.push(format!("\"{key}\": {value}"));
        }
    }

    fn text(&mut self, key: &str, text: Option<&str>) {
        self.put(key, text.filter(|text| !text.is_empty()).map(quote).unwrap_or_default());
    }

    /// Adds what was kept as it stood in the file.
    fn rest(&mut self, object: &str) {
        for member in Members::of(object) {
            self.put(member.key, member.value.to_owned());
        }
    }

    /// The object with `before` before each member and `after` behind the last; nothing for an empty one.
    fn written(&self, before: &str, after: &str) -> String {
        if self.members.is_empty() {
            return String::new();
        }
        let separator = format!(",{before}");
        format!("{{{before}{}{after}}}", self.members.join(&separator))
    }

    fn inline(&self) -> String {
        self.written(" ", " ")
    }
}

fn list(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.collect();
    if items.is_empty() { String::new() } else { format!("[{}]", items.join(", ")) }
}

fn doi(publication: &Publication) -> Option<&str> {
    let doi = |link: &Link| link.kind == LinkKind::Doi;
    publication.links.iter().find(|link| doi(link)).and_then(|link| link.href.as_str().strip_prefix("https://doi.org/"))
}

/// A website without a label may have been CSL's `URL`; written as such, every tool finds it.
fn is_own_url(link: &Link) -> bool {
    link.kind == LinkKind::Website && link.label.is_none()
}

fn name(name: &Name) -> String {
    let mut object = Object::default();
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
    let mut object = Object::default();
    if let Some(words) = &date.words {
        object.text("raw", Some(words));
        return object.inline();
    }
    let is_season = date.month > 12;
    let month = if is_season { 0 } else { date.month };
    let day = |(year, month, day): (i32, u8, u8)| {
        let parts =
            [Some(year.to_string()), (month > 0).then(|| month.to_string()), (day > 0).then(|| day.to_string())];
        list(parts.into_iter().flatten())
    };
    object.put("date-parts", list([Some((date.year, month, date.day)), date.end].into_iter().flatten().map(day)));
    if is_season {
        object.put("season", (date.month - 20).to_string());
    }
    object.inline()
}

fn custom(publication: &Publication) -> String {
    let mut custom = Object::default();
    custom.text("section", publication.section.as_deref());
    custom.text("venue-url", publication.venue_url.as_ref().map(|url| url.as_str()));
    let own_url = publication.links.iter().position(is_own_url);
    let links =
        publication.links.iter().enumerate().filter(|(at, link)| Some(*at) != own_url && link.kind != LinkKind::Doi);
    custom.put("links", list(links.map(|(_, link)| self::link(link))));
    custom.put("aliases", list(publication.aliases.iter().map(|alias| quote(alias))));
    custom.rest(&publication.custom);
    custom.inline()
}

fn link(link: &Link) -> String {
    let mut object = Object::default();
    object.text("kind", Some(link.kind.name()));
    object.text("url", Some(link.href.as_str()));
    object.text("label", link.label.as_deref());
    object.inline()
}

//! CSL-JSON. Members that Offprint does not use are written unchanged.

use std::collections::BTreeMap;
use std::io;

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::ser::Formatter;
use serde_json::value::RawValue;

use super::links::{doi_of, own_url};
use super::zotero::is_read_by_zotero;
use crate::json::split;
use crate::publication::{Date, Image, Link, LinkKind, Name, Publication};

/// Writes one entry as a CSL-JSON object, one member a line.
pub fn csl_json(publication: &Publication) -> String {
    write(&Entry { publication, kind: &publication.kind, own_kind: "" })
}

/// Writes one entry for other programs: where Zotero would refuse its type, as a `document`, with the type that it has in
/// `custom.type`.
pub(super) fn shared(publication: &Publication) -> String {
    let kind = &*publication.kind;
    if is_read_by_zotero(kind) {
        return csl_json(publication);
    }
    write(&Entry { publication, kind: "document", own_kind: kind })
}

fn write(entry: &Entry<'_>) -> String {
    let mut out = Vec::new();
    let written = entry.serialize(&mut serde_json::Serializer::with_formatter(&mut out, Lines::default()));
    debug_assert!(written.is_ok(), "memory takes whatever is written");
    String::from_utf8_lossy(&out).into_owned()
}

/// Writes the members of an entry in lines of their own, and everything in them in one line.
#[derive(Default)]
struct Lines {
    depth: usize,
}

impl Formatter for Lines {
    fn begin_array_value<W: ?Sized + io::Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        out.write_all(if first { b"" } else { b", " })
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.depth += 1;
        out.write_all(if self.depth == 1 { b"{\n  " } else { b"{ " })
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        match (first, self.depth) {
            (true, _) => Ok(()),
            (false, 1) => out.write_all(b",\n  "),
            (false, _) => out.write_all(b", "),
        }
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.depth -= 1;
        out.write_all(if self.depth == 0 { b"\n}" } else { b" }" })
    }
}

struct Entry<'a> {
    publication: &'a Publication,
    /// The type to write, and the one to write into `custom`, if any.
    kind: &'a str,
    own_kind: &'a str,
}

impl Serialize for Entry<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { publication, kind, own_kind } = self;
        let mut object = serializer.serialize_map(None)?;
        texts(&mut object, [("id", &publication.id), ("type", kind), ("title", &publication.title)])?;
        list(&mut object, "author", publication.authors.iter().map(name))?;
        texts(
            &mut object,
            [
                ("container-title", text(&publication.container)),
                ("container-title-short", text(&publication.container_short)),
                ("event-title", text(&publication.event)),
                ("publisher", text(&publication.publisher)),
                ("genre", text(&publication.genre)),
            ],
        )?;
        if let Some(date) = &publication.issued {
            object.serialize_entry("issued", &Issued(date))?;
        }
        texts(&mut object, [("abstract", text(&publication.abstract_text)), ("note", text(&publication.note))])?;
        keywords(&mut object, &publication.keywords)?;
        let doi = own_doi(publication).and_then(|at| doi_of(&publication.links[at])).unwrap_or_default();
        let url = own_url(publication).map(|at| publication.links[at].href.as_str());
        texts(
            &mut object,
            [("language", text(&publication.language)), ("DOI", &doi), ("URL", url.unwrap_or_default())],
        )?;
        others(&mut object, &publication.rest)?;
        let custom = Custom::of(publication, own_kind);
        if !custom.is_empty() {
            object.serialize_entry("custom", &custom)?;
        }
        object.end()
    }
}

fn text(text: &Option<Box<str>>) -> &str {
    text.as_deref().unwrap_or_default()
}

/// Writes those members that are not empty.
fn texts<M: SerializeMap, const N: usize>(object: &mut M, texts: [(&'static str, &str); N]) -> Result<(), M::Error> {
    let mut texts = texts.into_iter().filter(|(_, text)| !text.is_empty());
    texts.try_for_each(|(key, text)| object.serialize_entry(key, text))
}

/// Writes a list, unless it is empty.
fn list<M: SerializeMap, T: Serialize>(
    object: &mut M,
    key: &'static str,
    items: impl Iterator<Item = T>,
) -> Result<(), M::Error> {
    let items: Vec<T> = items.collect();
    if items.is_empty() { Ok(()) } else { object.serialize_entry(key, &items) }
}

/// Writes members that were kept as they are written in the file.
fn others<M: SerializeMap>(object: &mut M, members: &str) -> Result<(), M::Error> {
    for member in split(members).members {
        if let (Some(key), Ok(value)) = (member.decoded_key(), serde_json::from_str::<&RawValue>(member.value)) {
            object.serialize_entry(&key, value)?;
        }
    }
    Ok(())
}

/// Writes one text with commas or, where a keyword has a comma, with semicolons; a list where neither would do.
fn keywords<M: SerializeMap>(object: &mut M, keywords: &[Box<str>]) -> Result<(), M::Error> {
    let any_has = |mark: char| keywords.iter().any(|keyword| keyword.contains(mark));
    match (any_has(';'), any_has(',')) {
        (true, _) => object.serialize_entry("keyword", keywords),
        (false, true) => object.serialize_entry("keyword", &(keywords.join("; ") + ";")),
        (false, false) => texts(object, [("keyword", &keywords.join(", "))]),
    }
}

/// Returns the position of the link that CSL's `DOI` stands for: the last one of its kind that is read back unchanged.
fn own_doi(publication: &Publication) -> Option<usize> {
    publication.links.iter().rposition(|link| {
        let url = link.href.as_str();
        let is_kept = url.starts_with("https://doi.org/10.") && !url.contains([' ', '"', '#', '<', '>', '?']);
        link.kind == LinkKind::Doi && link.label.is_none() && is_kept
    })
}

/// An object of texts, of which the empty ones are left out.
struct Texts<'a, const N: usize>([(&'static str, &'a str); N]);

impl<const N: usize> Serialize for Texts<'_, N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(None)?;
        texts(&mut object, self.0)?;
        object.end()
    }
}

fn name(name: &Name) -> Texts<'_, 6> {
    let absent: &str = "";
    let (literal, [family, given, dropping, non_dropping, suffix]) = match name {
        Name::Literal(literal) => (&**literal, [absent; 5]),
        Name::Parts { given, family, dropping, non_dropping, suffix } => {
            (absent, [&**family, given, dropping, non_dropping, suffix])
        }
    };
    Texts([
        ("literal", literal),
        ("family", family),
        ("given", given),
        ("dropping-particle", dropping),
        ("non-dropping-particle", non_dropping),
        ("suffix", suffix),
    ])
}

fn link(link: &Link) -> Texts<'_, 3> {
    Texts([("kind", link.kind.name()), ("url", link.href.as_str()), ("label", text(&link.label))])
}

struct Issued<'a>(&'a Date);

impl Serialize for Issued<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(date) = self;
        let mut object = serializer.serialize_map(None)?;
        if let Some(words) = date.words.as_ref().filter(|_| !date.is_circa()) {
            object.serialize_entry("raw", words)?;
            return object.end();
        }
        let is_season = date.month > 12;
        let start = (date.year, if is_season { 0 } else { date.month }, date.day);
        let days: Vec<Vec<i32>> = [Some(start), date.end].into_iter().flatten().map(date_parts).collect();
        object.serialize_entry("date-parts", &days)?;
        if date.is_circa() {
            object.serialize_entry("circa", &true)?;
        }
        if is_season {
            object.serialize_entry("season", &(date.month - 20))?;
        }
        object.end()
    }
}

/// Returns the numbers of a day that are known.
fn date_parts((year, month, day): (i32, u8, u8)) -> Vec<i32> {
    let known = if month == 0 { 1 } else { 2 + usize::from(day > 0) };
    [year, month.into(), day.into()][..known].to_vec()
}

struct Custom<'a> {
    publication: &'a Publication,
    kind: &'a str,
    /// The links that are neither CSL's `DOI` nor its `URL`.
    links: Vec<&'a Link>,
}

impl<'a> Custom<'a> {
    fn of(publication: &'a Publication, kind: &'a str) -> Self {
        let own = [own_doi(publication), own_url(publication)];
        let links = publication.links.iter().enumerate().filter(|(at, _)| !own.contains(&Some(*at)));
        Self { publication, kind, links: links.map(|(_, link)| link).collect() }
    }

    fn is_empty(&self) -> bool {
        let Publication { section, venue_url, aliases, selected, image, awards, has_other_authors, custom, .. } =
            self.publication;
        text(section).is_empty()
            && venue_url.is_none()
            && self.links.is_empty()
            && aliases.is_empty()
            && !selected
            && image.is_none()
            && awards.is_empty()
            && !has_other_authors
            && custom.is_empty()
            && self.kind.is_empty()
    }
}

impl Serialize for Custom<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Publication { section, venue_url, aliases, selected, image, awards, has_other_authors, custom, .. } =
            self.publication;
        let mut object = serializer.serialize_map(None)?;
        let venue_url = venue_url.as_ref().map(|url| url.as_str()).unwrap_or_default();
        texts(&mut object, [("type", self.kind), ("section", text(section)), ("venue-url", venue_url)])?;
        list(&mut object, "links", self.links.iter().copied().map(link))?;
        list(&mut object, "aliases", aliases.iter())?;
        match &awards[..] {
            [award] => object.serialize_entry("award", award)?,
            awards => list(&mut object, "award", awards.iter())?,
        }
        for (key, _) in [("selected", selected), ("others", has_other_authors)].into_iter().filter(|(_, is_so)| **is_so)
        {
            object.serialize_entry(key, &true)?;
        }
        if let Some(Image { url, alt }) = image {
            // An empty text says that the picture is decorative.
            object.serialize_entry("image", &BTreeMap::from([("url", url.as_str()), ("alt", alt)]))?;
        }
        others(&mut object, custom)?;
        object.end()
    }
}

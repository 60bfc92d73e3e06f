//! From an entry of BibTeX to one of CSL-JSON.

use offprint_core::format::edition_number;
use offprint_core::problem::Loss;
use serde_json::Value;

use super::entry::{Entry, Field};
use super::{arxiv, kind, member, person, url};
use crate::document::Members;
use crate::import::item::{Item, join_text, put_aliases, put_awards, put_custom, put_image, put_text};
use crate::import::language;
use crate::import::report::{Report, Spot};
use crate::import::separators;
use crate::import::source::Source;
use crate::import::tex::{self, Tex};

/// Brings an entry over; nothing where it has no title, or is none.
pub(super) fn item(entry: &Entry, source: &Source, report: &mut Report) -> Option<Item> {
    let spot = Spot { source, entry: &entry.key, at: entry.at };
    let mut map = Map { entry, spot, report, members: Members::new(), kind: "document" };
    map.kind();
    map.titles();
    map.dates();
    for field in &entry.fields {
        if !field.text.trim().is_empty() {
            map.field(field);
        }
    }
    url::identifiers(entry, spot, map.report, &mut map.members);
    arxiv::venue(&mut map.members);
    let has_title = map.members.contains_key("title");
    let members = map.members;
    if !has_title {
        let message = if entry.has_lost_title {
            "an entry needs a title, and this one cannot be read; fix it and import the file again"
        } else {
            "an entry needs a title, and nothing here can stand for one"
        };
        report.add(spot, "title", Loss::Entry, message);
        return None;
    }
    let key = if entry.key.is_empty() { None } else { Some(entry.key.clone()) };
    Some(Item { file: source.name.clone(), place: source.place(entry.at), key, members })
}

/// An entry on its way.
pub(super) struct Map<'a> {
    pub(super) entry: &'a Entry,
    pub(super) spot: Spot<'a>,
    pub(super) report: &'a mut Report,
    pub(super) members: Members,
    kind: &'static str,
}

impl Map<'_> {
    fn kind(&mut self) {
        let (kind, genre) = kind::kind(&self.entry.kind).unwrap_or_else(|| {
            let message = format!("the entry type @{} is not known; it becomes a document", self.entry.kind);
            self.report.count(self.spot, "", Loss::Nothing, &message);
            ("document", "")
        });
        let is_talk = kind == "manuscript" && self.entry.get("eventtitle").is_some();
        let kind = if is_talk { "speech" } else { kind };
        let kind = if url::is_preprint(self.entry) { "article" } else { kind };
        self.kind = kind;
        put_text(&mut self.members, "type", kind);
        let own = self.entry.get("type").map(|field| tex::plain(&field.text)).unwrap_or_default();
        put_text(&mut self.members, "genre", kind::genre(if own.is_empty() { genre } else { &own }));
    }

    /// A title and its subtitle; where there never was one, what comes nearest to it.
    fn titles(&mut self) {
        const OTHERS: [&str; 7] =
            ["booktitle", "maintitle", "eventtitle", "shorttitle", "journal", "howpublished", "note"];
        let title = self.with_subtitle("title", "subtitle").or_else(|| {
            let field = OTHERS.iter().filter(|_| !self.entry.has_lost_title).find_map(|name| self.entry.get(name))?;
            let message = format!("there is no title; {} stands for it", field.name);
            self.report.add(self.spot.at(field.at), "title", Loss::Nothing, message);
            Some(Tex::parse(&field.text).rich_line())
        });
        put_text(&mut self.members, "title", &title.unwrap_or_default());
        // Where a list has full names and short ones, these are their fields.
        let has_full = self.entry.get("fjournal").is_some();
        for (name, subtitle, member) in [
            ("fjournal", "journalsubtitle", "container-title"),
            ("journaltitle", "journalsubtitle", "container-title"),
            ("journal", "journalsubtitle", if has_full { "container-title-short" } else { "container-title" }),
            ("booktitle", "booksubtitle", "container-title"),
            ("maintitle", "mainsubtitle", if self.kind == "chapter" { "volume-title" } else { "container-title" }),
        ] {
            if let Some(field) = self.entry.get(name) {
                let title = tex::plain(&field.text);
                let subtitle = self.entry.get(subtitle);
                let behind = subtitle.map(|field| format!(": {}", tex::plain(&field.text))).unwrap_or_default();
                if !self.put(field, member, &format!("{title}{behind}"))
                    && let Some(subtitle) = subtitle
                {
                    self.report.unmapped(self.spot.at(subtitle.at), &subtitle.name);
                }
            }
        }
    }

    fn with_subtitle(&mut self, title: &str, subtitle: &str) -> Option<String> {
        let title = self.rich(self.entry.get(title)?, Tex::rich_line);
        match self.entry.get(subtitle) {
            Some(field) => {
                let subtitle = self.rich(field, Tex::rich_line);
                let colon = if title.ends_with(['?', '!', ':', '.']) { " " } else { ": " };
                Some(format!("{title}{colon}{subtitle}"))
            }
            None => Some(title).filter(|title| !title.is_empty()),
        }
    }

    /// Brings one field over, unless it is one that has been seen to with others.
    fn field(&mut self, field: &Field) {
        let name = field.name.as_str();
        if let Some(member) = member::names(name) {
            self.names(field, member);
        } else if let Some(member) = member::plain(name).filter(|member| *member != "container-title") {
            let text = self.rich(field, Tex::plain);
            // ACM writes the place of the conference beside that of the publisher.
            let is_event_place = name == "location" && self.entry.get("address").is_some();
            self.put(field, if is_event_place { "event-place" } else { member }, kind::series(&text));
        } else if let Some(member) = self.member_of(field) {
            let text = self.rich(field, Tex::plain);
            self.put(field, member, &text);
        } else if member::link(name).is_some() || url::FIELDS.contains(&name) {
            // `url` sees to them.
        } else if !self.special(field) {
            if member::is_housekeeping(name) {
                self.report.count(
                    self.spot.at(field.at),
                    name,
                    Loss::Nothing,
                    "it is a reference manager’s own and is left out",
                );
            } else {
                self.report.unmapped(self.spot.at(field.at), name);
            }
        }
    }

    /// Returns whether a field is the subtitle of something that has no title here.
    fn is_stray_subtitle(&self, name: &str) -> bool {
        let titles: &[&str] = match name {
            "subtitle" => &["title"],
            "booksubtitle" => &["booktitle"],
            "mainsubtitle" => &["maintitle"],
            "journalsubtitle" => &["journal", "journaltitle", "fjournal"],
            _ => return false,
        };
        titles.iter().all(|title| self.entry.get(title).is_none())
    }

    fn special(&mut self, field: &Field) -> bool {
        match field.name.as_str() {
            name if self.is_stray_subtitle(name) => return false,
            "title" | "subtitle" | "maintitle" | "mainsubtitle" | "journal" | "fjournal" | "journaltitle"
            | "journalsubtitle" | "booktitle" | "booksubtitle" | "date" | "year" | "month" | "day" | "urldate"
            | "lastchecked" | "accessed" | "eventdate" | "origdate" | "origyear" | "type" | "crossref" | "xdata" => {}
            "abstract" => {
                let text = self.rich(field, Tex::rich);
                put_text(&mut self.members, "abstract", &text);
            }
            "award" | "awards" | "award_name" => {
                let text = self.rich(field, Tex::plain);
                put_awards(&mut self.members, &text);
            }
            "selected" => self.selected(field),
            "preview" => {
                let url = tex::plain(&field.text);
                put_image(&mut self.members, &url);
            }
            "edition" => {
                let text = self.rich(field, Tex::plain);
                self.put(field, "edition", &edition_number(&text));
            }
            "note" | "addendum" | "titleaddon" | "howpublished" => self.note(field),
            "pages" => {
                let pages = tex::plain(&field.text).replace(['–', '—'], "-").replace(" - ", "-").replace("--", "-");
                self.put(field, "page", &pages);
            }
            "keywords" | "keyword" => self.keywords(field),
            "language" | "langid" | "hyphenation" => self.language(field),
            "ids" => put_aliases(&mut self.members, field.text.split(',')),
            _ => return false,
        }
        true
    }

    /// Returns the member for a field of plain text that has another place in each kind of entry.
    fn member_of(&self, field: &Field) -> Option<&'static str> {
        Some(match field.name.as_str() {
            "titleaddon" if self.is_online() => "container-title",
            "addendum" if self.is_online() && is_number(&field.text) => "number",
            "organization" if self.entry.get("publisher").is_some() => "authority",
            "organization" => "publisher",
            "number" => self.number(),
            _ => return None,
        })
    }

    /// Returns whether `titleaddon` is the website or blog that it appeared on, as Zotero and Offprint write it.
    fn is_online(&self) -> bool {
        matches!(self.kind, "article" | "webpage" | "post" | "post-weblog") && self.entry.kind == "online"
    }

    /// Returns what `number` counts depends on what the entry is.
    fn number(&self) -> &'static str {
        match self.kind {
            "article-journal" | "article-magazine" | "article-newspaper" | "periodical" => "issue",
            "book" | "chapter" | "paper-conference" if self.entry.get("series").is_some() => "collection-number",
            "paper-conference" => "issue",
            _ => "number",
        }
    }

    /// A flag of al-folio's.
    fn selected(&mut self, field: &Field) {
        match tex::plain(&field.text).to_ascii_lowercase().as_str() {
            "true" | "yes" | "1" => put_custom(&mut self.members, "selected", true.into()),
            "false" | "no" | "0" | "" => {}
            _ => self.report.count(self.spot.at(field.at), "selected", Loss::Field, "expected true or false"),
        }
    }

    fn keywords(&mut self, field: &Field) {
        let text = self.rich(field, Tex::plain);
        let separator = if text.contains(';') { ';' } else { ',' };
        let words: Vec<&str> = text.split(separator).map(str::trim).filter(|word| !word.is_empty()).collect();
        let between = if words.iter().any(|word| word.contains(',')) { "; " } else { ", " };
        join_text(&mut self.members, "keyword", between, &words.join(between));
    }

    fn language(&mut self, field: &Field) {
        match language::tag(&tex::plain(&field.text)) {
            Some(tag) => drop(put_text(&mut self.members, "language", &tag)),
            None => self.report.count(
                self.spot.at(field.at),
                &field.name,
                Loss::Field,
                "this language has no tag here; write it as a BCP 47 tag, such as de",
            ),
        }
    }

    fn names(&mut self, field: &Field, member: &str) {
        let names = person::names(&field.text);
        if separators::is_doubtful(&field.text) {
            self.report.add(self.spot.at(field.at), &field.name, Loss::Nothing, separators::DOUBT);
        }
        if names.is_empty() {
            self.report.add(self.spot.at(field.at), &field.name, Loss::Field, "no name can be read from it");
        } else {
            self.members.insert(member.to_owned(), Value::Array(names));
        }
    }

    /// Reads TeX, and names the commands in it that are not known.
    pub(super) fn rich(&mut self, field: &Field, write: impl Fn(&Tex) -> String) -> String {
        let tex = Tex::parse(&field.text);
        for command in &tex.unknown {
            let message =
                format!("the TeX command \\{command} is not known; its name, or what is in its braces, is kept");
            self.report.count(self.spot.at(field.at), &field.name, Loss::Nothing, &message);
        }
        write(&tex)
    }

    /// Adds plain text; where another field has that place, it is lost. Whether its place has this text now.
    fn put(&mut self, field: &Field, member: &str, text: &str) -> bool {
        let is_same = self.members.get(member).and_then(Value::as_str) == Some(text.trim());
        let is_there = put_text(&mut self.members, member, text) || is_same || text.trim().is_empty();
        if !is_there {
            let message = format!("another field is {member} already");
            self.report.count(self.spot.at(field.at), &field.name, Loss::Field, &message);
        }
        is_there
    }
}

/// Returns whether text is a number such as `2013/45` or `RR-0532`, and no sentence.
fn is_number(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit()) && !text.trim().contains(char::is_whitespace)
}

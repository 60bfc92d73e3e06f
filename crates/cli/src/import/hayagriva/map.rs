//! From an entry of Hayagriva to one of CSL-JSON.

use offprint_core::problem::Loss;
use serde_json::Value;

use super::value::{list, name, text};
use crate::document::Members;
use crate::import::item::{Item, is_web_url, put_doi, put_link, put_text, take_doi_url};
use crate::import::report::{Report, Spot};
use crate::import::{bibtex, language};

/// Brings an entry over; nothing where it has no title.
pub(super) fn item(key: &str, entry: &Value, spot: Spot<'_>, report: &mut Report) -> Option<Item> {
    let Some(fields) = entry.as_object() else {
        report.add(spot, "", Loss::Entry, "an entry is a map of fields");
        return None;
    };
    let mut map = Map { members: Members::new(), spot, report };
    let parents: Vec<&Value> = list(fields.get("parent"));
    // A parent without a type is what the format's documentation has as the default: of an article a periodical.
    let parent_kind = parents.first().map(|parent| kind_name(parent)).unwrap_or_default();
    let parent_kind = if parent_kind.is_empty() && !parents.is_empty() { "periodical".to_owned() } else { parent_kind };
    put_text(&mut map.members, "type", kind(&kind_name(entry), &parent_kind));
    for (name, value) in fields {
        map.field(name, value);
    }
    for parent in parents {
        map.parent(parent);
    }
    map.title();
    let members = map.members;
    if !members.contains_key("title") {
        report.add(spot, "title", Loss::Entry, "an entry needs a title");
        return None;
    }
    Some(Item { file: spot.source.name.clone(), place: spot.source.place(spot.at), key: Some(key.to_owned()), members })
}

fn kind_name(entry: &Value) -> String {
    entry["type"].as_str().unwrap_or_default().to_lowercase()
}

fn kind(name: &str, parent: &str) -> &'static str {
    match (name, parent) {
        ("article", "proceedings" | "conference") => "paper-conference",
        ("article", "newspaper") => "article-newspaper",
        ("article", "blog" | "web") => "post-weblog",
        ("article", "") => "article",
        ("article", _) => "article-journal",
        ("chapter" | "anthos", _) => "chapter",
        ("entry", _) => "entry",
        ("book" | "anthology" | "proceedings" | "reference", _) => "book",
        ("report", _) => "report",
        ("thesis", _) => "thesis",
        ("web", _) => "webpage",
        ("blog", _) => "post-weblog",
        ("post" | "thread", _) => "post",
        ("patent", _) => "patent",
        ("case", _) => "legal_case",
        ("legislation", _) => "legislation",
        ("manuscript", _) => "manuscript",
        ("periodical" | "newspaper", _) => "periodical",
        ("repository", _) => "software",
        ("video" | "scene", _) => "motion_picture",
        ("audio", _) => "song",
        ("artwork", _) => "graphic",
        ("performance", _) => "performance",
        ("conference" | "exhibition", _) => "event",
        _ => "document",
    }
}

struct Map<'a> {
    members: Members,
    spot: Spot<'a>,
    report: &'a mut Report,
}

impl Map<'_> {
    fn field(&mut self, name: &str, value: &Value) {
        match name {
            "type" | "parent" => {}
            "author" => self.names("author", value),
            "editor" => self.names("editor", value),
            "affiliated" => self.affiliated(value),
            "title" => {
                self.put("title", &text(value));
                self.put("title-short", &value.get("short").map(text).unwrap_or_default());
            }
            "date" => self.date("issued", name, value),
            "publisher" => {
                self.put("publisher", &value.get("name").map_or_else(|| text(value), text));
                self.put("publisher-place", &value.get("location").map(text).unwrap_or_default());
            }
            "url" => self.url(value),
            "serial-number" => self.serial_numbers(value),
            "doi" | "isbn" | "issn" => self.serial_number(name, &text(value)),
            "language" => match language::tag(&text(value)) {
                Some(tag) => self.put("language", &tag),
                None => self.report.count(self.spot, name, Loss::Field, "this language has no tag here"),
            },
            _ => match member(name) {
                Some(member) => self.put(member, &text(value).replace('–', "-")),
                None => self.report.unmapped(self.spot, name),
            },
        }
    }

    /// Takes the title of the book for a chapter that has none.
    fn title(&mut self) {
        let container = self.members.get("container-title").cloned();
        if let (None, Some(title)) = (self.members.get("title"), container) {
            self.report.add(self.spot, "title", Loss::Nothing, "there is no title; that of its parent stands for it");
            self.members.insert("title".to_owned(), title);
        }
    }

    /// What a parent says counts where the entry itself says nothing.
    fn parent(&mut self, parent: &Value) {
        let is_event = kind_name(parent) == "conference";
        let is_series = self.members.contains_key("container-title") && !is_event;
        let title = text(&parent["title"]);
        self.put(
            if is_event {
                "event-title"
            } else if is_series {
                "collection-title"
            } else {
                "container-title"
            },
            &title,
        );
        if !is_event && !is_series {
            self.put("container-title-short", &parent["title"].get("short").map(text).unwrap_or_default());
        }
        for (name, value) in parent.as_object().into_iter().flatten() {
            match name.as_str() {
                "title" | "type" | "url" => {}
                "author" => self.names("container-author", value),
                "date" if self.members.contains_key("issued") => {}
                "location" if is_event => self.put("event-place", &text(value)),
                "editor" | "publisher" | "date" | "location" | "organization" | "issue" | "volume" | "edition"
                | "serial-number" | "volume-total" => self.field(name, value),
                "parent" => list(Some(value)).into_iter().take(1).for_each(|grandparent| {
                    self.put("collection-title", &text(&grandparent["title"]));
                }),
                _ => self.report.unmapped(self.spot, &format!("parent.{name}")),
            }
        }
    }

    fn put(&mut self, member: &str, text: &str) {
        put_text(&mut self.members, member, text);
    }

    fn names(&mut self, member: &str, value: &Value) {
        let names: Vec<Value> = list(Some(value)).into_iter().filter_map(name).collect();
        if !names.is_empty() && !self.members.contains_key(member) {
            self.members.insert(member.to_owned(), Value::Array(names));
        }
    }

    fn affiliated(&mut self, value: &Value) {
        for group in list(Some(value)) {
            let role = group["role"].as_str().unwrap_or_default();
            let member = match role {
                "translator" | "director" | "illustrator" | "compiler" | "narrator" | "organizer" | "composer" => role,
                "executive-producer" | "producer" => role,
                "writer" => "script-writer",
                "cast-member" => "performer",
                "collaborator" | "commentator" | "annotator" => "contributor",
                _ => {
                    self.report.unmapped(self.spot, "affiliated");
                    continue;
                }
            };
            self.names(member, &group["names"]);
        }
    }

    fn date(&mut self, member: &str, name: &str, value: &Value) {
        match bibtex::edtf(&text(value)) {
            Some(date) => drop(self.members.insert(member.to_owned(), date)),
            None => self.report.add(self.spot, name, Loss::Field, "no date can be read from it"),
        }
    }

    fn url(&mut self, value: &Value) {
        let url = text(value);
        if take_doi_url(&mut self.members, &url) {
            return;
        }
        if is_web_url(&url) {
            self.put("URL", &url);
        } else {
            self.report.add(self.spot, "url", Loss::Field, "it is no URL");
        }
        if let Some(date) = value.get("date") {
            self.date("accessed", "url.date", date);
        }
    }

    fn serial_numbers(&mut self, value: &Value) {
        match value.as_object() {
            Some(numbers) => numbers.iter().for_each(|(name, value)| self.serial_number(name, &text(value))),
            None => self.put("number", &text(value)),
        }
    }

    fn serial_number(&mut self, name: &str, number: &str) {
        match name {
            "doi" => drop(put_doi(&mut self.members, number)),
            "isbn" => self.put("ISBN", number),
            "issn" => self.put("ISSN", number),
            "pmid" => self.put("PMID", number),
            "pmcid" => self.put("PMCID", number),
            "serial" => self.put("number", number),
            "arxiv" => {
                let id = number.trim().trim_start_matches("arXiv:").split(' ').next().unwrap_or_default();
                put_link(&mut self.members, "preprint", &format!("https://arxiv.org/abs/{id}"));
            }
            _ => self.report.unmapped(self.spot, &format!("serial-number.{name}")),
        }
    }
}

fn member(field: &str) -> Option<&'static str> {
    Some(match field {
        "location" => "publisher-place",
        "organization" => "publisher",
        "issue" => "issue",
        "chapter" => "chapter-number",
        "volume" => "volume",
        "volume-total" => "number-of-volumes",
        "edition" => "edition",
        "page-range" => "page",
        "page-total" => "number-of-pages",
        "runtime" => "dimensions",
        "archive" => "archive",
        "archive-location" => "archive-place",
        "call-number" => "call-number",
        "note" => "note",
        "abstract" => "abstract",
        "genre" => "genre",
        _ => return None,
    })
}

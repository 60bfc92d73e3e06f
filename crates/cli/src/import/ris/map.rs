//! From an entry of RIS to one of CSL-JSON.

use offprint_core::problem::Loss;
use offprint_core::publication::AWARD_NOTE;
use serde_json::{Value, json};

use super::kind;
use super::lines::Line;
use super::value::{date, name, plain};
use crate::document::Members;
use crate::import::item::{Item, doi, is_web_url, join_text, put_awards, put_link, put_text, take_doi_url};
use crate::import::language;
use crate::import::report::{Report, Spot};
use crate::import::separators;
use crate::import::source::Source;
use crate::import::tex::web_text;

/// Brings an entry over; nothing where it has no title.
pub(super) fn item(lines: &[Line], at: usize, source: &Source, report: &mut Report) -> Option<Item> {
    let text =
        |tag: &str| lines.iter().find(|line| line.tag == tag && !line.text.is_empty()).map(|line| line.text.clone());
    let key = text("ID");
    let kind_name = text("TY").unwrap_or_default().to_uppercase();
    let spot = Spot { source, entry: key.as_deref().unwrap_or_default(), at };
    let kind = kind::kind(&kind_name).unwrap_or_else(|| {
        report.count(spot, "TY", Loss::Nothing, &format!("the type {kind_name} is not known; it becomes a document"));
        "document"
    });
    let kind = if kind == "report" && text("M3").is_some_and(|genre| is_preprint(&genre)) { "article" } else { kind };
    let has_proceedings =
        kind == "paper-conference" && text("C3").is_some_and(|proceedings| Some(proceedings) != text("T2"));
    let mut map = Map { kind, has_proceedings, members: Members::new(), spot, report };
    put_text(&mut map.members, "type", kind);
    if kind_name == "INPR" {
        put_text(&mut map.members, "status", "in press");
    }
    for line in lines.iter().filter(|line| !line.text.is_empty()) {
        map.line(line);
    }
    map.repeated(lines);
    map.pages(text("SP"), text("EP"));
    map.title();
    let members = map.members;
    if !members.contains_key("title") {
        report.add(spot, "TI", Loss::Entry, "an entry needs a title; give it a line TI");
        return None;
    }
    Some(Item { file: source.name.clone(), place: source.place(at), key, members })
}

struct Map<'a> {
    kind: &'static str,
    /// Whether it is a conference paper with a line `C3`: `T2` is then the conference.
    has_proceedings: bool,
    members: Members,
    spot: Spot<'a>,
    report: &'a mut Report,
}

impl Map<'_> {
    fn line(&mut self, line: &Line) {
        match line.tag {
            "TY" | "ID" | "SP" | "EP" => {}
            "TI" | "T1" | "CT" => self.put(line, "title", &web_text(&line.text)),
            "AB" | "N2" => self.put(line, "abstract", &web_text(&line.text)),
            "N1" | "NO" => {
                let text = web_text(&line.text);
                match text.strip_prefix(AWARD_NOTE) {
                    Some(awards) => put_awards(&mut self.members, awards),
                    None => join_text(&mut self.members, "note", "\n\n", &text),
                }
            }
            "AU" | "A1" => self.name(line, "author"),
            "ED" | "A2" => self.name(line, "editor"),
            "A3" => self.name(line, "collection-editor"),
            "A4" => self.name(line, "translator"),
            "KW" | "K1" => {
                let between = if line.text.contains(',') { "; " } else { ", " };
                join_text(&mut self.members, "keyword", between, &plain(&line.text));
            }
            "PY" | "Y1" | "YR" | "DA" => self.date(line, "issued"),
            "Y2" => self.date(line, "accessed"),
            "DO" | "DI" => match doi(&line.text) {
                Some(doi) => self.put(line, "DOI", &doi),
                None => self.lost(line, "this is no DOI; one looks like 10.1145/2451116.2451167"),
            },
            "UR" | "LK" | "L1" | "L2" => self.url(line),
            "LA" => match language::tag(&line.text) {
                Some(tag) => self.put(line, "language", &tag),
                None => self.lost(line, "this language has no tag here; write it as a BCP 47 tag, such as de"),
            },
            "SN" => self.serial_number(line),
            "M3" if self.kind == "article" => self.put(line, "genre", genre_of_preprint(&plain(&line.text))),
            "JO" | "J1" | "J2" | "JA" => self.journal(line),
            _ => match self.member(line.tag) {
                Some(member) => self.put(line, member, &plain(&line.text)),
                None => self.report.unmapped(self.spot.at(line.at), line.tag),
            },
        }
    }

    /// Of lines that an entry has once, the first counts.
    fn repeated(&mut self, lines: &[Line]) {
        for tag in ["ID", "SP", "EP"] {
            let mut own = lines.iter().filter(|line| line.tag == tag && !line.text.is_empty());
            let first = own.next().map(|line| &line.text);
            for line in own.filter(|line| Some(&line.text) != first) {
                self.lost(line, "this line is in the entry twice; the first one is kept");
            }
        }
    }

    /// Returns the member for a tag of plain text.
    fn member(&self, tag: &str) -> Option<&'static str> {
        let is_whole = matches!(self.kind, "book" | "thesis" | "report" | "software" | "dataset");
        Some(match tag {
            "T2" if is_whole => "collection-title",
            "T2" if self.has_proceedings || self.kind == "speech" => "event-title",
            "T2" | "JF" => "container-title",
            "BT" if is_whole => "title",
            "BT" => "container-title",
            "T3" => "collection-title",
            "ST" => "title-short",
            "TA" => "container-title-short",
            "VL" | "VO" => "volume",
            "IS" | "CP" | "IP" => "issue",
            "PB" => "publisher",
            "CY" | "PP" | "PA" => "publisher-place",
            "ET" if self.kind == "software" => "version",
            "ET" => "edition",
            "C1" if matches!(self.kind, "paper-conference" | "speech") => "event-place",
            "M3" => "genre",
            "NV" => "number-of-volumes",
            "SE" => "section",
            "C3" if self.kind == "paper-conference" => "container-title",
            "CN" => "call-number",
            "TT" => "original-title",
            "M1" => "number",
            "C7" => "number",
            "C2" => "PMCID",
            "DB" => "source",
            _ => return None,
        })
    }

    fn put(&mut self, line: &Line, member: &str, text: &str) {
        let is_same = self.members.get(member).and_then(Value::as_str) == Some(text);
        if !put_text(&mut self.members, member, text) && !is_same && !text.is_empty() {
            self.report.count(
                self.spot.at(line.at),
                line.tag,
                Loss::Field,
                &format!("another line is {member} already"),
            );
        }
    }

    fn lost(&mut self, line: &Line, message: &str) {
        self.report.add(self.spot.at(line.at), line.tag, Loss::Field, message);
    }

    /// The first of a journal's names is the full one, unless a line says which is.
    fn journal(&mut self, line: &Line) {
        let text = plain(&line.text);
        match self.members.get("container-title").and_then(Value::as_str) {
            None if line.tag == "JO" => self.put(line, "container-title", &text),
            Some(full) if full == text => {}
            _ => self.put(line, "container-title-short", &text),
        }
    }

    fn name(&mut self, line: &Line, member: &str) {
        if separators::is_doubtful(&line.text) {
            self.report.add(self.spot.at(line.at), line.tag, Loss::Nothing, separators::DOUBT);
        }
        let more = separators::people(&line.text).into_iter().map(name);
        match self.members.entry(member).or_insert_with(|| json!([])) {
            Value::Array(names) => names.extend(more),
            other => *other = more.collect(),
        }
    }

    /// `2013/04/16/spring`; a later line that says more takes the place of a former one.
    fn date(&mut self, line: &Line, member: &str) {
        let Some(date) = date(&line.text) else {
            return self.lost(line, "no date can be read from it; one looks like 2013/04/16");
        };
        // What was said in words says most: a range, a season, or that the date is approximate.
        let exactness = |date: &Value| match date["date-parts"][0].as_array() {
            Some(parts) if date.get("season").is_none() => parts.len(),
            _ => usize::MAX,
        };
        if self.members.get(member).is_none_or(|known| exactness(known) < exactness(&date)) {
            self.members.insert(member.to_owned(), date);
        }
    }

    fn url(&mut self, line: &Line) {
        for url in urls(&line.text) {
            let url = url.as_str();
            if take_doi_url(&mut self.members, url) {
                continue;
            }
            if !is_web_url(url) {
                self.report.count(self.spot.at(line.at), line.tag, Loss::Field, "it is no URL; add its link by hand");
            } else if line.tag == "L1" || url.to_lowercase().ends_with(".pdf") {
                put_link(&mut self.members, "pdf", url);
            } else if !put_text(&mut self.members, "URL", url) && self.members["URL"] != url {
                put_link(&mut self.members, "website", url);
            }
        }
    }

    fn serial_number(&mut self, line: &Line) {
        let digits = line.text.bytes().filter(|byte| byte.is_ascii_digit() || matches!(byte, b'X' | b'x')).count();
        let is_report = matches!(self.kind, "report" | "article" | "patent");
        let member = if is_report {
            "number"
        } else if digits >= 10 {
            "ISBN"
        } else {
            "ISSN"
        };
        join_text(&mut self.members, member, ", ", &line.text);
    }

    fn pages(&mut self, start: Option<String>, end: Option<String>) {
        let pages = match (start, end) {
            (Some(start), Some(end)) if start != end && !start.contains('-') => format!("{start}-{end}"),
            (Some(page), _) | (None, Some(page)) => page,
            (None, None) => return,
        };
        let is_whole =
            matches!(self.kind, "book" | "thesis" | "report") && pages.bytes().all(|byte| byte.is_ascii_digit());
        put_text(&mut self.members, if is_whole { "number-of-pages" } else { "page" }, &pages.replace('–', "-"));
    }

    /// Where there is no title, what comes nearest to one.
    fn title(&mut self) {
        let other = ["collection-title", "container-title", "title-short"]
            .iter()
            .find_map(|name| self.members.get(*name))
            .cloned();
        if let (None, Some(title)) = (self.members.get("title"), other) {
            self.report.add(self.spot, "TI", Loss::Nothing, "there is no title; another one stands for it");
            self.members.insert("title".to_owned(), title);
        }
    }
}

/// Returns whether the sort of a report says that it is a preprint.
fn is_preprint(genre: &str) -> bool {
    genre.to_lowercase().contains("preprint")
}

/// Returns what the sort of a preprint says beyond that it is one.
fn genre_of_preprint(genre: &str) -> &str {
    let rest = genre.strip_prefix("Preprint").unwrap_or(genre);
    if rest.is_empty() { rest } else { rest.strip_prefix(": ").unwrap_or(genre) }
}

/// Returns the URLs of a line. A space within one belongs to it; a remark in brackets behind it does not.
fn urls(text: &str) -> Vec<String> {
    let mut urls: Vec<String> = Vec::new();
    for part in text.split(';') {
        for (at, piece) in part.split_whitespace().enumerate() {
            match urls.last_mut() {
                Some(last) if at > 0 && !begins_url(piece) => *last = format!("{last}%20{piece}"),
                _ => urls.push(piece.to_owned()),
            }
        }
    }
    urls
}

fn begins_url(piece: &str) -> bool {
    piece.contains("://") || piece.starts_with("www.") || piece.starts_with(['(', '[', '<'])
}

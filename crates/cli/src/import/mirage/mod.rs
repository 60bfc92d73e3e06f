//! The former page of the MirageOS project: a heading, a paragraph and a quotation for each publication.

mod place;
#[cfg(test)]
mod tests;
mod words;

use offprint_core::problem::Loss;
use scraper::{ElementRef, Html};
use serde_json::{Value, json};

use super::item::{Imported, Item, custom, put_link, put_text};
use super::report::{Report, Spot};
use super::source::Source;
use crate::document::Members;
use words::{elements, markup, spaced, text};

/// Reads a page.
pub(crate) fn read(source: &Source, report: &mut Report) -> Imported {
    let page = Html::parse_document(&source.text);
    let mut imported = Imported::default();
    let mut section = Section { id: "papers".to_owned(), title: None };
    let mut sections = vec![section.member()];
    for element in elements(page.root_element(), &["h2", "h4", "p"]) {
        match element.value().name() {
            "h2" => {
                let title = text(element);
                let id = title.split_whitespace().next().unwrap_or_default().to_lowercase();
                section = Section { id, title: Some(title) };
                sections.push(section.member());
            }
            "h4" => imported.items.extend(item(element, &section, source, report)),
            _ if imported.items.is_empty() && sections.len() == 1 => {
                imported.envelope.entry("introduction").or_insert_with(|| Value::from(markup(element)));
            }
            _ => {}
        }
    }
    if imported.items.is_empty() {
        report.add(
            Spot { source, entry: "", at: 0 },
            "",
            Loss::Rest,
            "there is no entry of the former MirageOS page in it",
        );
    } else {
        imported.envelope.insert("sections".to_owned(), Value::Array(sections));
    }
    imported
}

struct Section {
    id: String,
    title: Option<String>,
}

impl Section {
    fn member(&self) -> Value {
        self.title.as_ref().map_or_else(|| json!({ "id": self.id }), |title| json!({ "id": self.id, "title": title }))
    }
}

/// Reads the entry whose heading this is.
fn item(heading: ElementRef<'_>, section: &Section, source: &Source, report: &mut Report) -> Option<Item> {
    report.counts.read += 1;
    let anchor = elements(heading, &["a"]).find_map(|link| link.attr("name")).map(str::to_owned);
    let key = anchor.clone().unwrap_or_default();
    let at = source.text.find(&format!("name=\"{key}\"")).unwrap_or_default();
    let spot = Spot { source, entry: &key, at };
    let mut following = heading.next_siblings().filter_map(ElementRef::wrap);
    let details = following.next().filter(|element| element.value().name() == "p");
    let quotation = following.next().filter(|element| element.value().name() == "blockquote");
    let mut members = Members::new();
    if !put_text(&mut members, "title", &text(heading)) {
        report.add(spot, "title", Loss::Entry, "an entry needs a title");
        return None;
    }
    match details {
        Some(details) => {
            authors(details, &mut members);
            place::read(details, spot, report, &mut members);
        }
        None => report.add(spot, "author", Loss::Field, "expected a paragraph with the authors behind the title"),
    }
    put_text(&mut members, "abstract", &quotation.map(markup).unwrap_or_default());
    let venue = custom(&mut members).and_then(|custom| custom.shift_remove("venue-url"));
    if let Some(custom) = custom(&mut members) {
        custom.insert("section".to_owned(), Value::from(section.id.as_str()));
        custom.extend(venue.map(|venue| ("venue-url".to_owned(), venue)));
    }
    links(heading, spot, report, &mut members);
    Some(Item { file: source.name.clone(), place: source.place(at), key: anchor, members })
}

/// "Jon Crowcroft, Anil Madhavapeddy and Theo Hong", whose last words are their family names.
fn authors(details: ElementRef<'_>, members: &mut Members) {
    let names = elements(details, &["i"]).next().map(text).unwrap_or_default().replace(" and ", ", ");
    let name = |name: &str| match name.rsplit_once(' ') {
        Some((given, family)) => json!({ "given": given, "family": family }),
        None => json!({ "family": name }),
    };
    let names: Vec<Value> = names.split(',').map(str::trim).filter(|name| !name.is_empty()).map(name).collect();
    if !names.is_empty() {
        members.insert("author".to_owned(), Value::Array(names));
    }
}

/// The links of a heading, whose icons show their kinds.
fn links(heading: ElementRef<'_>, spot: Spot<'_>, report: &mut Report, members: &mut Members) {
    let is_book = members.get("type").is_some_and(|kind| kind == "book");
    for link in elements(heading, &["a"]) {
        let Some(url) = link.attr("href") else { continue };
        let icon = elements(link, &["i"]).find_map(|icon| icon.attr("class")).unwrap_or_default();
        let kind = match icon.split_whitespace().last() {
            Some("fa-cloud-download") => "pdf",
            Some("fa-desktop") => "slides",
            Some("fa-external-link-square") if is_book => "website",
            Some("fa-external-link-square") => "publisher",
            _ => {
                let message = format!("the icon “{}” of this link is not known; it becomes a website", spaced(icon));
                report.add(spot, "links", Loss::Nothing, message);
                "website"
            }
        };
        put_link(members, kind, url);
    }
}

//! BibTeX, in UTF-8 as biber and current BibTeX styles read it.

use super::edition_in_words;
use super::tex::{self, Entry};
use crate::publication::{Date, Publication, days_of_month};
use crate::read::other_date;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const SEASONS: [&str; 4] = ["Spring", "Summer", "Autumn", "Winter"];

/// CSL variables that have a field of the same meaning. Of two for one field, or two fields for one, the first counts.
const VARIABLES: [(&str, &str); 17] = [
    ("volume", "volume"),
    ("number", "issue"),
    ("number", "number"),
    ("number", "collection-number"),
    ("eid", "number"),
    ("chapter", "chapter-number"),
    ("series", "collection-title"),
    ("address", "publisher-place"),
    ("address", "event-place"),
    ("location", "event-place"),
    ("pubstate", "status"),
    ("isbn", "ISBN"),
    ("issn", "ISSN"),
    ("pagetotal", "number-of-pages"),
    ("version", "version"),
    ("pmid", "PMID"),
    ("pmcid", "PMCID"),
];

/// Returns one entry as BibTeX, with a line break at its end.
pub(super) fn bibtex(publication: &Publication, key: &str) -> String {
    let kind = entry_type(&publication.kind, publication.genre.as_deref());
    let mut entry = Entry::new(kind, key);
    tex::head(publication, &mut entry);
    places(publication, kind, &mut entry);
    if let Some(date) = &publication.issued {
        issued(date, &mut entry);
    }
    entry.text("edition", publication.other("edition").as_deref().map(edition_in_words));
    entry.variables(publication, &VARIABLES);
    entry.field("pages", &tex::pages(&publication.other("page").unwrap_or_default()));
    tex::links(publication, ("archiveprefix", "arXiv"), &mut entry);
    entry.field("urldate", &other_date(publication, "accessed").map(|date| date.edtf()).unwrap_or_default());
    tex::tail(publication, &mut entry);
    entry.finish()
}

fn entry_type(kind: &str, genre: Option<&str>) -> &'static str {
    let genre = genre.unwrap_or_default().to_ascii_lowercase();
    match kind {
        "article-journal" | "article-magazine" | "article-newspaper" | "review" | "review-book" => "article",
        "paper-conference" => "inproceedings",
        "book" => "book",
        "pamphlet" => "booklet",
        "collection" | "periodical" => "proceedings",
        "chapter" | "entry" | "entry-dictionary" | "entry-encyclopedia" => "incollection",
        "thesis" if genre.contains("master") || genre.contains("msc") => "mastersthesis",
        "thesis" => "phdthesis",
        "report" => "techreport",
        "manuscript" => "unpublished",
        _ => "misc",
    }
}

/// Where it appeared, under the names that the entry type wants.
fn places(publication: &Publication, kind: &str, entry: &mut Entry) {
    let container_field = match kind {
        "article" => "journal",
        "inproceedings" | "incollection" => "booktitle",
        _ => "howpublished",
    };
    let publisher_field = match kind {
        "phdthesis" | "mastersthesis" => "school",
        "techreport" => "institution",
        _ => "publisher",
    };
    let (container, short) = (publication.container.as_deref(), publication.container_short.as_deref());
    let event = publication.event.as_deref();
    let own = container.or(short).or(event.filter(|_| kind == "inproceedings"));
    entry.text(container_field, own);
    entry
        .text(if kind == "article" { "shortjournal" } else { "shortbooktitle" }, short.filter(|_| container.is_some()));
    entry.text("eventtitle", event.filter(|_| own != event));
    entry.text(publisher_field, publication.publisher.as_deref());
    entry.field("type", &tex::cased(publication.genre.as_deref().unwrap_or_default()));
}

/// A month is a macro, so that each style writes it in its own way.
fn issued(date: &Date, entry: &mut Entry) {
    entry.field("year", &date.year.to_string());
    match usize::from(date.month) {
        month @ 1..=12 => entry.bare("month", MONTHS[month - 1]),
        season @ 21..=24 => entry.field("month", SEASONS[season - 21]),
        _ => {}
    }
    if (1..=days_of_month(date.year, date.month)).contains(&date.day) {
        entry.field("day", &date.day.to_string());
    }
}

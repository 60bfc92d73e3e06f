use offprint_core::publication::{Date, Publication};
use offprint_core::query::Facet;
use offprint_core::search::{Field, Mark};

use super::entry::filter;
use super::rich::marked;
use crate::dom::{El, Part, button, el};
use crate::session::Session;

/// Stands between the parts of the line; the space that may not break keeps it from starting one.
const DOT: &str = "\u{a0}· ";

/// Where and when a publication appeared.
pub(super) fn line(session: Session, publication: &Publication, marks: &[Mark]) -> Option<El> {
    let venue = publication.venue().map(|value| venue(session, publication, value, marks));
    let date = publication.issued.as_ref().map(|issued| date(session, issued, marks).into());
    let pages = publication.other("number-of-pages").map(|pages| format!("{pages} pages").into());
    let mut parts: Vec<Part> = Vec::new();
    for part in [venue, date, pages].into_iter().flatten() {
        if !parts.is_empty() {
            parts.push(DOT.into());
        }
        parts.push(part);
    }
    (!parts.is_empty()).then(|| el("p").class("venue").child(parts))
}

fn date(session: Session, date: &Date, marks: &[Mark]) -> El {
    let (text, year) = (date.text(), date.year);
    let button =
        button(move || session.toggle_years(year, year)).class("filter").child(marked(&text.year, Field::Other, marks));
    el("span").class("date").child(text.before).child(button).child(text.after)
}

/// "PhD thesis, University of Cambridge", "Proceedings …, ASPLOS '13": the name filters, the event leads to its site.
fn venue(session: Session, publication: &Publication, value: &str, marks: &[Mark]) -> Part {
    let (event, publisher) = (publication.event.as_deref(), publication.publisher.as_deref());
    let shown = publication.container.as_deref().or(event).or(publisher).unwrap_or(value);
    let other = |name: Option<&str>| name.filter(|name| *name != shown).map(str::to_owned);
    let (event, publisher) = (other(event), other(publisher));
    let genre = publication.genre.as_deref().map(|genre| vec![marked(genre, Field::Venue, marks).into(), ", ".into()]);
    let mut parts: Vec<Part> = genre.unwrap_or_default();
    parts.push(filter(session, Facet::Venue, shown, value, marks).into());
    parts.push(issue(publication).into());
    let site = publication.venue_url.as_ref().map(|url| session.resolve(url));
    let label = format!("Website: {}", event.as_deref().unwrap_or(shown));
    let text = event.map(|event| marked(&event, Field::Venue, marks).into());
    let place = match site {
        Some(href) => {
            let text = text.unwrap_or_else(|| "Website".into());
            Some(el("a").attr("href", &href).attr("aria-label", &label).attr("dir", "auto").child(text).into())
        }
        None => text,
    };
    for part in [place, publisher.map(|name| marked(&name, Field::Venue, marks).into())].into_iter().flatten() {
        parts.extend([", ".into(), part]);
    }
    parts.into()
}

/// " 57(1), 61–69": volume, issue and pages, as far as they are known.
fn issue(publication: &Publication) -> String {
    let mut text = String::new();
    if let Some(volume) = publication.other("volume") {
        text.extend([" ", &volume]);
    }
    if let Some(issue) = publication.other("issue") {
        text.extend(["(", &issue, ")"]);
    }
    if let Some(pages) = publication.other("page") {
        text.extend([", ", &pages.replace("--", "–").replace('-', "–")]);
    }
    text
}

use offprint_core::publication::{Publication, type_label};
use offprint_core::query::{Facet, Query, Years};
use offprint_core::rich::RichText;

use super::rich::rich;
use crate::dom::{El, Part, el};
use crate::session::Session;

/// An entry for a page without scripting: what filters the list on the page is a link to the filtered list here.
pub fn plain_entry(session: Session, publication: &Publication, title: Title) -> El {
    el("article")
        .class("entry")
        .maybe("lang", publication.language.as_deref().map(str::to_owned))
        .child(heading(session, publication, title))
        .child(authors(session, publication))
        .child(line(session, publication))
        .child(publication.note.as_deref().map(|note| block(session, "note", note)))
        .child(publication.abstract_text.as_deref().map(|text| block(session, "abstract", text)))
        .child(links(session, publication))
}

/// How the title of a plain entry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Title {
    /// As the heading of its own page.
    OfPage,
    /// As one of many, which leads to its place in the list.
    OfMany,
}

fn heading(session: Session, publication: &Publication, title: Title) -> El {
    let text = rich(session, RichText::parse_inline(&publication.title).0.nodes());
    match title {
        Title::OfPage => el("h1").attr("dir", "auto").child(text),
        Title::OfMany => {
            let link = el("a").attr("href", &session.permalink(&publication.id)).child(text);
            el("h2").attr("id", &publication.id).attr("dir", "auto").child(link)
        }
    }
}

fn authors(session: Session, publication: &Publication) -> Option<El> {
    let mut parts: Vec<Part> = Vec::new();
    for author in &publication.authors {
        if !parts.is_empty() {
            parts.push(", ".into());
        }
        let name = author.display();
        let mut query = Query::default();
        query.toggle(Facet::Author, &session.author_value(&name));
        parts.push(link(&session.listed(&query), name).attr("dir", "auto").into());
    }
    (!parts.is_empty()).then(|| el("p").class("authors").child(parts))
}

/// What it is, and where and when it appeared.
fn line(session: Session, publication: &Publication) -> El {
    let kind = (!publication.kind.is_empty()).then(|| type_label(&publication.kind).into());
    let venue = publication.venue().map(|venue| {
        let mut query = Query::default();
        query.toggle(Facet::Venue, venue);
        let shown = publication.container.as_deref().unwrap_or(venue);
        link(&session.listed(&query), shown.to_owned()).attr("dir", "auto").into()
    });
    let date = publication.issued.as_ref().map(|date| {
        let (text, mut query) = (date.text(), Query::default());
        query.set_years(vec![Years::single(date.year)]);
        let year = link(&session.listed(&query), text.year);
        el("span").class("date").child(text.before).child(year).child(text.after).into()
    });
    let mut parts: Vec<Part> = Vec::new();
    for part in [kind, venue, date].into_iter().flatten() {
        if !parts.is_empty() {
            parts.push(" · ".into());
        }
        parts.push(part);
    }
    el("p").class("venue").child(parts)
}

fn block(session: Session, class: &'static str, source: &str) -> El {
    el("div").class(class).attr("dir", "auto").child(rich(session, RichText::parse_block(source).0.nodes()))
}

fn links(session: Session, publication: &Publication) -> Option<El> {
    let title = publication.plain_title();
    let one = |given: &offprint_core::publication::Link| {
        let name = format!("{}: {title}", given.label());
        link(&session.resolve(&given.href), given.label().to_owned()).attr("aria-label", &name)
    };
    let links: Vec<El> = publication.links.iter().map(one).collect();
    (!links.is_empty()).then(|| el("p").class("actions").child(links))
}

fn link(href: &str, text: String) -> El {
    el("a").attr("href", href).child(text)
}

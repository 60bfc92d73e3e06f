use offprint_core::publication::{Name, Publication};
use offprint_core::query::Facet;
use offprint_core::rich::RichText;
use offprint_core::search::{Field, Mark};

use super::icon::{CHAIN, QUOTES, icon, link_icon};
use super::rich::{marked, rich_marked};
use super::venue::line;
use crate::browser::{events, host};
use crate::dom::{El, Part, button, el};
use crate::session::Session;

/// One entry of the list.
pub(super) fn entry(session: Session, number: u32) -> El {
    let marks = session.marks();
    let article = session.with_publication(number, |publication| article(session, number, publication, &marks));
    article.unwrap_or_else(|| el("article"))
}

fn article(session: Session, number: u32, publication: &Publication, marks: &[Mark]) -> El {
    let title = RichText::parse_inline(&publication.title).0;
    let heading = format!("offprint-title-{number}");
    let text = |field, source: &Option<Box<str>>| source.as_deref().map(|source| block(session, field, source, marks));
    el("article")
        .attr("id", &publication.id)
        .class("entry")
        .attr("tabindex", "-1")
        .maybe("lang", publication.language.as_deref().map(str::to_owned))
        .attr("aria-labelledby", &heading)
        .live_attr("aria-current", move || session.is_target(number).then(|| "true".to_owned()))
        .child(former_anchors(publication))
        .child(el("h3").attr("id", &heading).attr("dir", "auto").child(rich_marked(
            session,
            title.nodes(),
            Field::Title,
            marks,
        )))
        .child(authors(session, &publication.authors, marks))
        .child(line(session, publication, marks))
        .child(text(Field::Other, &publication.note))
        .child(text(Field::Abstract, &publication.abstract_text).map(|text| abstract_text(session, text)))
        .child(actions(session, number, publication, &title.plain()))
}

/// Where a browser without scripting finds the entry by a former anchor; with it, the page itself leads there.
fn former_anchors(publication: &Publication) -> Vec<El> {
    if cfg!(target_arch = "wasm32") {
        return Vec::new();
    }
    publication.aliases.iter().map(|alias| el("span").attr("id", alias)).collect()
}

fn block(session: Session, field: Field, source: &str, marks: &[Mark]) -> El {
    let text = RichText::parse_block(source).0;
    let class = if field == Field::Abstract { "text" } else { "note" };
    el("div").class(class).attr("dir", "auto").child(rich_marked(session, text.nodes(), field, marks))
}

fn abstract_text(session: Session, text: El) -> El {
    el("details")
        .class("abstract")
        .flag("open", move || session.abstracts_open())
        .child(el("summary").child("Abstract"))
        .child(text)
}

/// A button that filters by a value. Where the value is another word than the one that stands here, both are said.
pub(super) fn filter(session: Session, facet: Facet, shown: &str, value: &str, marks: &[Mark]) -> El {
    let field = if facet == Facet::Author { Field::Author } else { Field::Venue };
    let name = (shown != value).then(|| format!("{shown} ({value})"));
    let value = value.to_owned();
    button(move || session.toggle(facet, &value))
        .class("filter")
        .attr("dir", "auto")
        .maybe("aria-label", name)
        .child(marked(shown, field, marks))
}

fn authors(session: Session, names: &[Name], marks: &[Mark]) -> Option<El> {
    let last = names.len().checked_sub(1)?;
    let mut parts: Vec<Part> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        match at {
            0 => {}
            _ if at == last => parts.push(" and ".into()),
            _ => parts.push(", ".into()),
        }
        let shown = name.display();
        parts.push(filter(session, Facet::Author, &shown, &session.author_value(&shown), marks).into());
    }
    Some(el("p").class("authors").child(parts))
}

/// Links to the work, and what can be done with its entry.
fn actions(session: Session, number: u32, publication: &Publication, title: &str) -> El {
    let link = |link: &offprint_core::publication::Link| {
        el("a")
            .attr("href", &session.resolve(&link.href))
            .attr("aria-label", &format!("{}: {title}", link.label()))
            .child(icon(link_icon(link.kind)))
            .child(el("span").attr("dir", "auto").child(link.label()))
    };
    let links: Vec<El> = publication.links.iter().map(link).collect();
    let follow = move |event: web_sys::Event| {
        // A host's link leads where the host says.
        if !host::IS_ELEMENT && events::is_plain_click(&event) {
            event.prevent_default();
            session.open_permalink(number);
        }
    };
    let cite = button(move || session.cite(number))
        .attr("aria-haspopup", "dialog")
        .child(icon(QUOTES))
        .child(el("span").child("Cite"));
    let actions = el("p").class("actions").child(links).child(cite);
    let href = session.permalink(&publication.id);
    // In a page of somebody else an entry may have no address of its own.
    if host::IS_ELEMENT && href.is_empty() {
        return actions;
    }
    let permalink = el("a")
        .class("permalink")
        .attr("href", &href)
        .attr("aria-label", "Link to this publication")
        .attr("title", "Link to this publication")
        .on("click", follow)
        .child(icon(CHAIN));
    actions.child(permalink)
}

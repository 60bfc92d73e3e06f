//! What an entry looks like, wherever it is: in the list, on its own page, on the page of a year, in an element.

mod actions;
mod authors;
mod heading;
mod picture;
mod venue_line;

use leptos::prelude::*;
use offprint_core::publication::Publication;
use offprint_core::rich::RichText;
use offprint_core::search::{Field, Mark, abstract_line};

use super::dynamic::optional;
use super::filter_link::FilterLinks;
use super::rich_text::{Links, rich_marked};
use crate::state::{State, use_state};
use crate::words;

/// Where an entry is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EntryStyle {
    /// In the list.
    InList,
    /// On a page of its own.
    #[cfg(feature = "ssr")]
    OwnPage,
    /// On the page of a year, with a link to its place in the list.
    #[cfg(feature = "ssr")]
    YearPage,
}

/// What the parts of an entry need, taken from the context once.
#[derive(Clone, Copy)]
pub(crate) struct EntryContext {
    state: State,
    links: Links,
    filters: FilterLinks,
    entry: u32,
    style: EntryStyle,
}

impl EntryContext {
    fn is_in_list(self) -> bool {
        self.style == EntryStyle::InList
    }

    /// Returns whether all authors are named, however many: on the page of the entry, to which others link.
    fn has_all_authors(self) -> bool {
        #[cfg(feature = "ssr")]
        return self.style == EntryStyle::OwnPage;
        #[cfg(not(feature = "ssr"))]
        false
    }
}

/// One entry.
#[component]
pub fn Entry(
    /// Its number in the list.
    entry: u32,
    /// Where it is drawn.
    style: EntryStyle,
) -> impl IntoView {
    let state = use_state();
    let context = EntryContext { state, links: Links::new(), filters: FilterLinks(state), entry, style };
    let drawing = state.listing.drawing.get_untracked();
    let publication = drawing.list.publication(entry);
    publication.map(|publication| article(context, &publication, &drawing.marks))
}

fn article(context: EntryContext, publication: &Publication, marks: &[Mark]) -> AnyView {
    let EntryContext { state: State { navigation, .. }, entry, .. } = context;
    let title = RichText::parse_inline(&publication.title).0;
    let heading_id = format!("offprint-title-{entry}");
    let picture = picture::picture(context, publication);
    let heading = heading::heading(context, publication, &title, &heading_id, marks);
    let authors = authors::authors(context, publication, marks);
    let venue_line = venue_line::venue_line(context, publication, marks);
    let note = publication.note.as_deref().map(|note| block(context, Field::Other, note, marks));
    let text = publication.abstract_text.as_deref().map(|text| abstract_text(context, text, marks));
    let actions = actions::actions(context, publication, &title.plain());
    let (id, lang) = (written_id(&publication.id), publication.language.as_deref().map(str::to_owned));
    if !context.is_in_list() {
        return view! {
            <article class="entry" lang=lang>{picture} {heading} {authors} {venue_line} {note} {text} {actions}</article>
        }
        .into_any();
    }
    let current = move || (navigation.target.get() == Some(entry)).then_some("true");
    view! {
        <article
            id=id
            class="entry"
            part="entry"
            tabindex="-1"
            lang=lang
            aria-labelledby=heading_id
            aria-current=current
        >
            {former_anchors(publication)}
            {picture}
            {heading}
            {authors}
            {venue_line}
            {note}
            {text}
            {actions}
        </article>
    }
    .into_any()
}

/// Returns the id of an entry as an attribute. HTML allows no spaces in it; in a page that is written as HTML such an id is
/// percent-encoded, and browsers find it by the fragment as that is written in the URL.
pub(crate) fn written_id(id: &str) -> String {
    if cfg!(feature = "ssr") && id.contains(char::is_whitespace) {
        return offprint_core::query::encode_component(id);
    }
    id.to_owned()
}

/// Returns elements with the former ids of an entry, where a browser without scripting finds it by them.
fn former_anchors(publication: &Publication) -> Vec<AnyView> {
    if cfg!(target_arch = "wasm32") {
        return Vec::new();
    }
    let anchor = |alias: &str| {
        let id = written_id(alias);
        view! { <span id=id></span> }.into_any()
    };
    publication.aliases.iter().map(|alias| anchor(alias)).collect()
}

/// Returns a text of several paragraphs.
fn block(context: EntryContext, field: Field, source: &str, marks: &[Mark]) -> AnyView {
    let text = rich_marked(context.links, RichText::parse_block(source).0.nodes(), field, marks);
    let class = if field == Field::Abstract { "text" } else { "note" };
    view! { <div class=class dir="auto">{text}</div> }.into_any()
}

fn abstract_text(context: EntryContext, source: &str, marks: &[Mark]) -> AnyView {
    let text = block(context, Field::Abstract, source, marks);
    if !context.is_in_list() {
        return view! { <div class="abstract">{text}</div> }.into_any();
    }
    let open = move || context.state.preferences.abstracts_open.get();
    view! {
        <details class="abstract" part="abstract" open=open>
            <summary>{words::ABSTRACT}</summary>
            {text}
        </details>
        {optional(move || if open() { None } else { match_line(context) })}
    }
    .into_any()
}

/// Returns the line that says why an entry matches while its abstract is collapsed.
fn match_line(context: EntryContext) -> Option<AnyView> {
    let drawing = context.state.listing.drawing.get_untracked();
    let publication = drawing.list.publication(context.entry)?;
    let piece = |(text, is_match): (String, bool)| match is_match {
        true => view! { <mark>{text}</mark> }.into_any(),
        false => text.into_any(),
    };
    let line: Vec<AnyView> = abstract_line(&publication, &drawing.marks)?.into_iter().map(piece).collect();
    Some(view! { <p class="match" dir="auto">{line}</p> }.into_any())
}

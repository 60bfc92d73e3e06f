use leptos::ev::MouseEvent;
use leptos::prelude::*;
use offprint_core::library::{Collection, is_member};
use offprint_core::publication::{Name, Publication};
use offprint_core::query::{Facet, Filter};
use offprint_core::search::{Field, Mark, is_marked};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::super::dynamic::dynamic;
use super::super::rich_text::marked;
use super::EntryContext;
use crate::browser::focus;
use crate::words;

/// An entry with more authors shows the first ones and the last one.
const MOST_SHOWN: usize = 20;

/// How many of them come first.
const FIRST: usize = 10;

/// How many of the others are shown because they are chosen or match the search.
const MOST_FOUND: usize = 20;

/// The class of the button that shows all authors, and of the link in its place where there is no scripting.
const MORE: &str = "more-authors";

/// Returns the authors of an entry, each of whom filters; of one without authors the editors.
pub(super) fn authors(context: EntryContext, publication: &Publication, marks: &[Mark]) -> Option<AnyView> {
    let names: Vec<String> = publication.creators().iter().map(Name::display).collect();
    let has_others = publication.has_other_authors;
    let others = has_others.then_some(words::ET_AL);
    let editors = publication.authors.is_empty().then(|| words::editors(names.len()));
    let line = match names.len() > MOST_SHOWN && !context.has_all_authors() {
        true => long_line(context, names, has_others, &publication.id, marks),
        false if names.is_empty() => return None,
        false => all(context, &names, has_others, marks).into_any(),
    };
    Some(view! { <p class="authors" part="authors">{line} {others} {editors}</p> }.into_any())
}

fn all(context: EntryContext, names: &[String], has_others: bool, marks: &[Mark]) -> Vec<AnyView> {
    let mut parts: Vec<AnyView> = Vec::with_capacity(2 * names.len());
    for (at, name) in names.iter().enumerate() {
        match at {
            0 => {}
            _ if at + 1 == names.len() && !has_others => parts.push(words::AND.into_any()),
            _ => parts.push(words::COMMA.into_any()),
        }
        parts.push(author(context, name, marks));
    }
    parts
}

/// Returns a name that filters.
fn author(context: EntryContext, name: &str, marks: &[Mark]) -> AnyView {
    let (value, is_member) = untrack(|| {
        let listing = context.state.listing;
        listing.with_list(|list| (list.label(Facet::Author, name), is_member(&list.envelope().people, name)))
    });
    let mut content = marked(name, Field::Author, marks);
    if is_member {
        content = vec![view! { <b class="member" part="member">{content}</b> }.into_any()];
    }
    context.filters.link(Filter::Value(Facet::Author, value), name, content)
}

/// Returns the authors of an entry with many: a part of them, until all are asked for.
fn long_line(context: EntryContext, names: Vec<String>, has_others: bool, id: &str, marks: &[Mark]) -> AnyView {
    let (is_open, marks) = (RwSignal::new(false), marks.to_vec());
    let page = context.state.mount.own_page(id);
    let line = dynamic(move || {
        if is_open.get() {
            let toggle = toggle(context, is_open, words::SHOW_FEWER.to_owned());
            return view! { {all(context, &names, has_others, &marks)} {" "} {toggle} }.into_any();
        }
        let Some((last, others)) = names.split_last() else { return ().into_any() };
        let shown = shown(context, others, &marks);
        let more = words::more_authors(others.len() - shown.len());
        let more = match &page {
            Some(href) => view! { <a class=MORE href=href.clone()>{more}</a> }.into_any(),
            None => toggle(context, is_open, more),
        };
        let shown = shown.into_iter().map(|at| view! { {author(context, &others[at], &marks)} {words::COMMA} });
        view! { {shown.collect::<Vec<_>>()} {more} {words::COMMA} {author(context, last, &marks)} }.into_any()
    });
    line.into_any()
}

/// Returns the positions of the authors that are always shown: the first ones, and those that are chosen or match the search.
fn shown(context: EntryContext, names: &[String], marks: &[Mark]) -> Vec<usize> {
    let chosen = context.state.listing.chosen(Facet::Author);
    let is_chosen = |name: &str| {
        let find = |list: &dyn Collection| list.find(Facet::Author, name);
        !chosen.is_empty() && untrack(|| context.state.listing.with_list(find)).is_some_and(|id| chosen.contains(&id))
    };
    let is_found = |at: &usize| is_chosen(&names[*at]) || is_marked(&names[*at], Field::Author, marks);
    (0..FIRST).chain((FIRST..names.len()).filter(is_found).take(MOST_FOUND)).collect()
}

/// Returns the button that shows all authors, or a part of them again. The focus goes to the first name behind those that were
/// shown, or back to the button.
fn toggle(context: EntryContext, is_open: RwSignal<bool>, label: String) -> AnyView {
    let press = move |event: MouseEvent| {
        let line = event.target().and_then(|target| target.dyn_into::<Element>().ok()?.closest("p").ok()?);
        is_open.update(|open| *open = !*open);
        let next = if is_open.get_untracked() { (".filter", FIRST) } else { (".more-authors", 0) };
        context.state.mount.after_render(move || {
            line.map(|line| focus::focus_nth(&line, next.0, next.1));
        });
    };
    view! { <button type="button" class=MORE aria-expanded=is_open.get_untracked().to_string() on:click=press>{label}</button> }
        .into_any()
}

/// Returns the editors of an entry that has authors too: "edited by Ada Byron and Charles Babbage".
pub(super) fn editors(publication: &Publication, marks: &[Mark]) -> Option<AnyView> {
    let editors = if publication.authors.is_empty() { Vec::new() } else { publication.editors() };
    let names: Vec<_> = editors.iter().map(|name| name.display()).collect();
    (!names.is_empty()).then(|| marked(&words::edited_by(&names), Field::Author, marks).into_any())
}

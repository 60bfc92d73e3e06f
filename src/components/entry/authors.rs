use std::sync::Arc;

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
const FIRST: u32 = 10;

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
    let is_open = RwSignal::new(false);
    let page = context.state.mount.own_page(id);
    let (names, marks): (Arc<[String]>, Arc<[Mark]>) = (names.into(), marks.into());
    let (all_names, all_marks) = (names.clone(), marks.clone());
    // A choice that leaves the same names leaves their links, one of which may have the focus.
    let shown = Memo::new(move |_| shown(context, &all_names, &all_marks));
    let line = dynamic(move || {
        let Some((last, others)) = names.split_last() else { return Vec::new() };
        if is_open.get() {
            let mut parts = all(context, &names, has_others, &marks);
            parts.extend([" ".into_any(), toggle(context, is_open, words::SHOW_FEWER.to_owned())]);
            return parts;
        }
        let mut parts = Vec::new();
        let shown = shown.get();
        let more = words::more_authors(others.len() - shown.len());
        for at in shown {
            parts.extend([author(context, &others[at as usize], &marks), words::COMMA.into_any()]);
        }
        parts.push(match &page {
            Some(href) => view! { <a class=MORE href=href.clone()>{more}</a> }.into_any(),
            None => toggle(context, is_open, more),
        });
        parts.extend([words::COMMA.into_any(), author(context, last, &marks)]);
        parts
    });
    line.into_any()
}

/// Returns the positions of the authors that are shown before the last one: the first ones, and those that are chosen or match the
/// search.
fn shown(context: EntryContext, names: &[String], marks: &[Mark]) -> Vec<u32> {
    let last = names.len().saturating_sub(1) as u32;
    let chosen = context.state.listing.chosen(Facet::Author);
    let is_chosen = |name: &str| {
        let find = |list: &dyn Collection| list.find(Facet::Author, name);
        !chosen.is_empty() && untrack(|| context.state.listing.with_list(find)).is_some_and(|id| chosen.contains(&id))
    };
    let is_found = |at: &u32| {
        let name = &names[*at as usize];
        is_chosen(name) || is_marked(name, Field::Author, marks)
    };
    (0..FIRST).chain((FIRST..last).filter(is_found).take(MOST_FOUND)).collect()
}

/// Returns the button that shows all authors, or a part of them again. The focus goes to the first name behind those that were
/// shown, or back to the button.
fn toggle(context: EntryContext, is_open: RwSignal<bool>, label: String) -> AnyView {
    let press = move |event: MouseEvent| {
        let line = event.target().and_then(|target| target.dyn_into::<Element>().ok()?.closest("p").ok()?);
        is_open.update(|open| *open = !*open);
        let (next, at) = if is_open.get_untracked() { (".filter", FIRST as usize) } else { (".more-authors", 0) };
        context.state.mount.after_render(move || {
            line.map(|line| focus::focus_nth_in(&line, next, at));
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

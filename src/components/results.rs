use super::dynamic::{dynamic, optional};
use leptos::prelude::*;
use offprint_core::library::{Block, Row};

use super::entry::{Entry, EntryStyle};
use super::keyed_list::{Item, KeyedList};
use super::no_results::NoResults;
use crate::state::{BOX_ID, DRAWN_ID, RESULTS_ID, Stage, State, use_state};
use crate::words;

/// The list, under headings where it has groups; of a long one what is in view.
#[component]
pub fn Results() -> impl IntoView {
    let State { listing, rows, .. } = use_state();
    let group = |block: &Block| {
        let (title, nth) = (block.title.clone(), block.nth);
        Item::new((&block.title, nth), move || view! { <Group title=title nth=nth/> })
    };
    let groups = move || rows.blocks.with(|blocks| blocks.iter().map(group).collect::<Vec<_>>());
    view! {
        <div id=RESULTS_ID class="results" tabindex="-1" role="region" aria-label=words::RESULTS>
            {optional(move || listing.is_without_results().then(|| view! { <NoResults/> }))}
            <div id=BOX_ID class=move || if rows.is_virtual.get() { "virtual-list partial" } else { "virtual-list" }>
                <div id=DRAWN_ID class="virtual-rows" part="list">
                    <KeyedList each=groups/>
                </div>
            </div>
            <p class="print-note" hidden=move || !rows.is_virtual.get()>{words::PARTLY_PRINTED}</p>
            <LoadingProgress/>
        </div>
    }
}

/// The rows under one heading.
#[component]
fn Group(
    /// The heading, if it has one.
    title: Option<String>,
    /// How many groups before it have the same heading.
    nth: usize,
) -> impl IntoView {
    let State { rows, listing, .. } = use_state();
    // Without a title of its own a group still has a heading, so that none of the entries' headings skips a level.
    let class = if title.is_some() { "section" } else { "visually-hidden" };
    let own = StoredValue::new((title.clone(), nth));
    let is_own = move |block: &&Block| own.with_value(|(title, nth)| block.title == *title && block.nth == *nth);
    let title = dynamic(move || match &title {
        Some(title) => {
            let count = rows.blocks.with(|blocks| blocks.iter().find(is_own).map(|block| block.count));
            words::heading(title, count.unwrap_or_default())
        }
        None => words::RESULTS.to_owned(),
    });
    // Another version of the drawing draws every row anew.
    let own = move || {
        let version = listing.drawing.with(|drawing| drawing.version);
        rows.blocks.with(|blocks| {
            let own = blocks.iter().find(is_own);
            let item = |row: &Row| {
                let row = *row;
                Item::new((row, version), move || draw(row))
            };
            own.into_iter().flat_map(|block| &block.rows).map(item).collect::<Vec<_>>()
        })
    };
    view! {
        <section class="block">
            <h2 class=class part=class dir="auto">{title}</h2>
            <KeyedList each=own/>
        </section>
    }
}

fn draw(row: Row) -> AnyView {
    match row {
        Row::Year(year) => {
            let year = year.map_or_else(|| words::UNDATED.to_owned(), |year| year.to_string());
            view! { <p class="year" part="year" aria-hidden="true">{year}</p> }.into_any()
        }
        Row::Entry(entry) => view! { <Entry entry=entry style=EntryStyle::InList/> }.into_any(),
    }
}

/// The progress of the file.
#[component]
fn LoadingProgress() -> impl IntoView {
    let State { loading, .. } = use_state();
    optional(move || {
        let Stage::Loading(progress) = loading.stage.get() else { return None };
        let size = (progress.bytes > 0).then(|| words::kilobytes(progress.bytes));
        let bar = progress.total.filter(|_| progress.bytes > 0).map(|total| {
            let (max, value) = (total.to_string(), progress.bytes.to_string());
            view! { <progress max=max value=value aria-label=words::LOADING></progress> }
        });
        Some(view! { <p class="loading">{words::LOADING_PUBLICATIONS} {size} {bar}</p> })
    })
}

/// Shows more of the list in an element.
#[component]
pub fn ShowMore() -> impl IntoView {
    let State { rows, list, .. } = use_state();
    view! {
        <p class="show-more" part="show-more" hidden=move || !rows.has_more()>
            <button type="button" on:click=move |_| list.show_more()>{words::SHOW_MORE}</button>
        </p>
    }
}

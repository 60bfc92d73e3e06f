use super::super::dynamic::optional;
use leptos::prelude::*;
use offprint_core::format::{Format, Style};

use super::super::toolbar::use_count;
use super::Modal;
use crate::state::citing::MOST_STYLED;
use crate::state::{State, Written, use_state};
use crate::words;

/// Saves the current list as a file.
#[component]
pub fn Export() -> impl IntoView {
    let State { listing, citing, .. } = use_state();
    let count = words::exported_list(&untrack(use_count()));
    let formats: Vec<_> = Format::SAVED
        .into_iter()
        .map(|format| {
            let save = move |_| citing.export(format);
            view! { <li><button type="button" on:click=save>{words::download(format.label())}</button></li> }
        })
        .collect();
    let bibliography = if untrack(|| listing.total()) <= MOST_STYLED {
        view! { <Bibliography/> }.into_any()
    } else {
        view! { <p>{words::BIBLIOGRAPHY_TOO_LONG}</p> }.into_any()
    };
    let missing =
        move || (citing.written.get() == Written::Missing).then(|| view! { <p>{words::FORMATTER_MISSING}</p> });
    let missing = optional(missing);
    view! {
        <Modal title=words::EXPORT.to_owned()>
            <p>{count}</p>
            <ul class="formats">{formats}</ul>
            {bibliography}
            <div aria-live="polite">{missing}</div>
        </Modal>
    }
}

/// Saves the list in a citation style, to be printed.
#[component]
fn Bibliography() -> impl IntoView {
    let State { citing, .. } = use_state();
    let item = |style: Style| {
        let name = words::download_bibliography(style.label());
        let save = move |_| citing.export_bibliography(style);
        view! { <li><button type="button" aria-label=name on:click=save>{style.label()}</button></li> }
    };
    view! {
        <h3>{words::BIBLIOGRAPHY_TO_PRINT}</h3>
        <ul class="formats">{Style::ALL.into_iter().map(item).collect::<Vec<_>>()}</ul>
    }
}

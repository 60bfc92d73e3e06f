use super::dynamic::{dynamic, optional};
use leptos::prelude::*;
use offprint_core::problem::Report;
use offprint_core::search::Widened;

use super::no_results::LeadingButton;
use crate::state::{Listing, NOTICES_ID, Notice, State, use_state};
use crate::words;

/// Things to know beside the list; assistive technology reads them out when they come.
#[component]
pub fn NoticesRegion() -> impl IntoView {
    let State { notices, .. } = use_state();
    view! {
        <div id=NOTICES_ID class="notices" role="region" aria-label=words::NOTICES aria-live="polite">
            <LeftOut/>
            <Indexing/>
            <MissingAbstracts/>
            {dynamic(move || {
                let notice = |notice| view! { <OneNotice notice=notice/> }.into_any();
                notices.all().into_iter().map(notice).collect::<Vec<_>>()
            })}
        </div>
    }
}

/// One notice, with what can be done about it.
#[component]
fn OneNotice(
    /// The notice.
    notice: Notice,
) -> impl IntoView {
    let State { notices, navigation, listing, .. } = use_state();
    let action = match &notice {
        Notice::Hidden(entry) => {
            let entry = *entry;
            let show = move |_| navigation.show_hidden(entry);
            Some(view! { <button type="button" on:click=show>{words::SHOW_THIS_PUBLICATION}</button> }.into_any())
        }
        Notice::Widened(Widened { typed, .. }) => {
            let (label, typed) = (words::search_only(typed), typed.clone());
            let act = move || {
                navigation.change(|query| query.text = offprint_core::search::quote(&query.text, &typed));
            };
            Some(view! { <LeadingButton label=label act=act/> }.into_any())
        }
        _ => None,
    };
    let text = text(listing, &notice);
    let dismiss = (!notice.is_of_search()).then(|| {
        let dismiss = move |_| notices.dismiss(&notice);
        view! { <button type="button" class="quiet" on:click=dismiss>{words::DISMISS}</button> }
    });
    view! {
        <div class="notice">
            <p dir="auto">{text}</p>
            {action}
            {dismiss}
        </div>
    }
}

fn text(listing: Listing, notice: &Notice) -> String {
    match notice {
        Notice::Hidden(entry) => words::hidden_by_filters(&untrack(|| listing.title(*entry))),
        Notice::UnknownAnchor(anchor) => words::unknown_anchor(anchor),
        Notice::Ignored(parameter, value) => words::ignored_value(parameter, value),
        Notice::Widened(Widened { shown, .. }) => words::also_showing(shown),
        Notice::Hint(hint) => words::hint(hint),
    }
}

/// How far the index of a long list has come.
#[component]
fn Indexing() -> impl IntoView {
    let State { loading, .. } = use_state();
    optional(move || {
        let done = loading.indexing.get()?.to_string();
        // It is read out when it begins, not at each step.
        Some(view! {
            <p class="loading" aria-live="off">
                {words::PREPARING_ABSTRACTS}
                <progress max="1000" value=done aria-label=words::PREPARING_SEARCH></progress>
            </p>
        })
    })
}

/// The file of abstracts that could not be loaded.
#[component]
fn MissingAbstracts() -> impl IntoView {
    let State { loading, .. } = use_state();
    optional(move || {
        let text = words::no_abstracts(&loading.faults.get().missing_abstracts?);
        Some(view! { <div class="notice"><p dir="auto">{text}</p></div> })
    })
}

/// The entries that were left out, and why.
#[component]
fn LeftOut() -> impl IntoView {
    let State { loading, listing, .. } = use_state();
    optional(move || {
        let Report { left_out, problems, .. } = loading.faults.get().report;
        (left_out > 0).then(|| {
            let text = words::left_out(left_out, listing.with_list(|list| list.len()) + left_out);
            let item = |problem: String| view! { <li dir="auto">{problem}</li> };
            view! {
                <div class="notice">
                    <p>{text}</p>
                    <details>
                        <summary>{words::WHAT_IS_WRONG}</summary>
                        <ul>{problems.into_iter().map(item).collect::<Vec<_>>()}</ul>
                    </details>
                </div>
            }
        })
    })
}

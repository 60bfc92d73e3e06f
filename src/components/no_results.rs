use leptos::prelude::*;
use offprint_core::query::Filter;

use super::active_filters::label;
use crate::browser::focus;
use crate::state::{RESULTS_ID, State, use_state};
use crate::words;

/// The state without results, and the ways out of it.
#[component]
pub fn NoResults() -> impl IntoView {
    let State { listing, navigation, mount, .. } = use_state();
    let count = listing.with_list(|list| list.len());
    if mount.is_element() && count == 0 {
        return view! { <div class="no-results"><h2>{words::EMPTY_LIST}</h2></div> }.into_any();
    }
    let suggestion = listing.answer.with(|answered| answered.answer.suggestion.clone());
    let suggestion = suggestion.map(|text| {
        let label = words::search_instead(&text);
        item(label, move || navigation.change(|query| query.text = text.clone()))
    });
    let filters = listing.query.with(Filter::all);
    let without = filters.into_iter().map(|filter| {
        let label = words::without(&listing.with_list(|list| label(&filter, list)));
        item(label, move || navigation.choose(filter.removed_from(&navigation.query())))
    });
    let without: Vec<_> = without.collect();
    let all = item(words::show_all_publications(count), move || navigation.choose(navigation.query().cleared()));
    view! {
        <div class="no-results">
            <h2>{words::NO_MATCHES}</h2>
            <p>{words::TRY_ONE_OF_THESE}</p>
            <ul>{suggestion} {without} {all}</ul>
        </div>
    }
    .into_any()
}

fn item(label: String, act: impl Fn() + 'static) -> AnyView {
    view! { <li><LeadingButton label=label act=act/></li> }.into_any()
}

/// A button that is gone once it was pressed: the results that it led to take the focus.
#[component]
pub fn LeadingButton(
    /// Its text.
    label: String,
    /// What it does.
    act: impl Fn() + 'static,
) -> impl IntoView {
    let State { mount, .. } = use_state();
    let press = move |_| {
        act();
        mount.after_paint(move || {
            mount.root().map(|root| focus::focus_id(&root, RESULTS_ID));
        });
    };
    view! { <button type="button" dir="auto" on:click=press>{label}</button> }
}

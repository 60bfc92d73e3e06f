use leptos::prelude::*;
use offprint_core::library::Collection;
use offprint_core::query::{Facet, Filter};

use super::dynamic::dynamic;
use super::scripted::scripted;
use crate::browser::focus;
use crate::state::{RESULTS_ID, State, use_state};
use crate::words;

/// Returns the group and the value: "Author Anil Madhavapeddy", "Year 2010–2014", "Search lamp".
pub(super) fn label(filter: &Filter, list: &dyn Collection) -> String {
    match filter {
        Filter::Search(text) => words::filter(words::SEARCH, text),
        Filter::Value(Facet::Selected, _) => Facet::Selected.label().to_owned(),
        Filter::Value(facet, value) => words::filter(facet.label(), &list.label(*facet, value)),
        Filter::Years(years) => words::filter(words::YEAR, &years.label()),
    }
}

/// The active filters, each with a button that removes it, and a button that clears all.
#[component]
pub fn ActiveFilters() -> impl IntoView {
    let State { listing, navigation, mount, .. } = use_state();
    let all = move || listing.query.with(Filter::all);
    let remove = move |filter: &Filter| {
        let at = untrack(all).iter().position(|other| other == filter).unwrap_or(0);
        navigation.choose(filter.removed_from(&navigation.query()));
        // The button is gone: its neighbour takes the focus, else the results do.
        mount.after_paint(move || {
            let Some(root) = mount.root() else { return };
            if !focus::focus_nth(&root, ".offprint .chip", at) {
                focus::focus_id(&root, RESULTS_ID);
            }
        });
    };
    let item = move |filter: Filter| {
        let label = listing.with_list(|list| label(&filter, list));
        let name = words::remove_filter(&label);
        view! {
            <li>
                <button
                    type="button"
                    class="chip"
                    part="chip"
                    aria-label=name
                    on:click=move |_| remove(&filter)
                >
                    <span dir="auto">{label}</span>
                    <span aria-hidden="true">{words::CROSS}</span>
                </button>
            </li>
        }
        .into_any()
    };
    let clear = move |_| {
        navigation.choose(navigation.query().cleared());
        mount.after_paint(move || {
            mount.root().map(|root| focus::focus_id(&root, RESULTS_ID));
        });
    };
    let items = dynamic(move || all().into_iter().map(item).collect::<Vec<_>>());
    scripted(view! {
        <ul class="chips" aria-label=words::ACTIVE_FILTERS hidden=move || !listing.query.with(|query| query.is_narrowed())>
            {items}
            <li>
                <button type="button" class="clear" on:click=clear>{words::CLEAR_ALL_FILTERS}</button>
            </li>
        </ul>
    })
}

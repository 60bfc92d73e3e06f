use super::dynamic::dynamic;
use leptos::prelude::*;

use super::filter_link::query_link;
use crate::state::{State, use_state};

/// Links above the list: the filter that a search is the name of, and all publications of the only chosen author.
#[component]
pub fn Offers() -> impl IntoView {
    let state = use_state();
    let State { listing, .. } = state;
    let offers = Memo::new(move |_| listing.offers());
    view! {
        <ul class="offers" hidden=move || offers.with(Vec::is_empty)>
            {dynamic(move || {
                let item = |(label, query)| view! { <li>{query_link(state, query, label)}</li> };
                offers.get().into_iter().map(item).collect::<Vec<_>>()
            })}
        </ul>
    }
}

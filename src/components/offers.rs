use super::dynamic::dynamic;
use leptos::prelude::*;

use super::filter_link::query_link;
use crate::state::{State, use_state};

/// Links above the list: the filter that a search is the name of, and all publications of the only chosen author.
#[component]
pub fn Offers() -> impl IntoView {
    let state = use_state();
    let State { listing, .. } = state;
    // Typing leaves it the same, so that no key waits for its count.
    let all_by_author = Memo::new(move |_| listing.all_by_author());
    let offers = Memo::new(move |_| {
        let mut offers = all_by_author.get();
        offers.retain(|(_, alone)| listing.visitor.with(|query| query != alone));
        offers.extend(listing.named_by_search());
        offers
    });
    view! {
        <ul class="offers" hidden=move || offers.with(Vec::is_empty)>
            {dynamic(move || {
                let item = |(label, query)| view! { <li>{query_link(state, query, label)}</li> };
                offers.get().into_iter().map(item).collect::<Vec<_>>()
            })}
        </ul>
    }
}

use super::super::dynamic::optional;
use leptos::prelude::*;
use offprint_core::query::{Facet, Filter};

use crate::state::{State, use_state};
use crate::words;

/// The checkbox that leaves the selected publications; nothing where the list has none.
#[component]
pub fn SelectedFilter() -> impl IntoView {
    let State { listing, navigation, .. } = use_state();
    let filter = StoredValue::new(Filter::Value(Facet::Selected, Facet::YES.to_owned()));
    let is_offered = Memo::new(move |_| listing.with_list(|list| list.option_count(Facet::Selected) > 0));
    let is_chosen = move || listing.filters.with(|query| filter.with_value(|filter| filter.is_in(query)));
    let toggle = move |_| navigation.change(|query| filter.with_value(|filter| filter.toggle(query)));
    optional(move || {
        is_offered.get().then(|| {
            view! {
                <label class="option selected">
                    <input type="checkbox" prop:checked=is_chosen on:change=toggle/>
                    <span class="value">{words::SELECTED_PUBLICATIONS}</span>
                </label>
            }
        })
    })
}

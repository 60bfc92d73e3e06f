//! Names that filter.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use offprint_core::query::{Filter, Query};

use crate::browser::events::is_plain_click;
use crate::state::State;
use crate::words;

/// Returns a control that leads to a query: a link or, where the list's state has no URL, a button.
pub(crate) fn query_link(state: State, query: Query, label: String) -> AnyView {
    let State { mount, navigation, .. } = state;
    let url = mount.list_url(&navigation.url.search_of(&query));
    let choose = move |event: MouseEvent| {
        if is_plain_click(&event) {
            event.prevent_default();
            navigation.choose(query.clone());
        }
    };
    match url {
        Some(href) => view! { <a dir="auto" href=href on:click=choose>{label}</a> }.into_any(),
        None => view! { <button type="button" class="quiet" dir="auto" on:click=choose>{label}</button> }.into_any(),
    }
}

/// What links that filter need, taken from the context once for all of an entry.
#[derive(Clone, Copy)]
pub(crate) struct FilterLinks(pub(crate) State);

impl FilterLinks {
    /// Returns a control that filters: a link to the list under that filter alone or, where the list's state has no URL, a
    /// button. A plain click toggles the filter beside those that are set.
    ///
    /// Where the value has another name than the text that shows it, its accessible name has both.
    pub(crate) fn link(self, filter: Filter, shown: &str, content: Vec<AnyView>) -> AnyView {
        let State { mount, listing, navigation, .. } = self.0;
        let name = match &filter {
            Filter::Value(_, name) if name != shown => Some(words::shown_for(shown, name)),
            _ => None,
        };
        let url = mount.list_url(&navigation.url.search_of(&filter.alone()));
        let clicked = filter.clone();
        let current = move || listing.filters.with(|query| filter.is_in(query)).then_some("true");
        let toggle = move |event: MouseEvent| {
            if is_plain_click(&event) {
                event.prevent_default();
                navigation.change(|query| clicked.toggle(query));
            }
        };
        match url {
            Some(href) => view! {
                <a class="filter" dir="auto" href=href aria-label=name aria-current=current on:click=toggle>{content}</a>
            }
            .into_any(),
            None => view! {
                <button type="button" class="filter" dir="auto" aria-label=name aria-current=current on:click=toggle>
                    {content}
                </button>
            }
            .into_any(),
        }
    }
}

//! The filters.

mod facet_group;
mod histogram;
mod option;
mod selected;
mod year_group;
mod year_range;

use leptos::prelude::*;
use offprint_core::query::Facet;

use super::dynamic::dynamic;
use super::scripted::scripted;
use crate::browser::{focus, scroll};
use crate::state::{RESULTS_ID, State, TOOLBAR_ID, use_state};
use crate::words;
use facet_group::FacetGroup;
use selected::SelectedFilter;
use year_group::YearGroup;

/// The id of the groups, which the button "Filters" opens on narrow screens.
const GROUPS_ID: &str = "offprint-filters";

/// The facets after the years.
const AFTER_YEARS: [Facet; 4] = [Facet::Venue, Facet::Type, Facet::Keyword, Facet::Available];

/// The filters: beside the list on wide screens, behind a button on narrow ones.
#[component]
pub fn Filters() -> impl IntoView {
    let State { mount, listing, navigation, .. } = use_state();
    let is_open = navigation.filters_open;
    let show_results = move |_| {
        is_open.set(false);
        mount.after_render(move || {
            if let Some(root) = mount.root() {
                scroll::keep_in_place(&root, TOOLBAR_ID, 0.0);
                focus::focus_id(&root, RESULTS_ID);
            }
        });
    };
    let group = |facet| view! { <FacetGroup facet=facet/> };
    scripted(view! {
        <div class="filters" part="filters">
            <SelectedFilter/>
            <button
                type="button"
                class="disclosure"
                aria-expanded=move || is_open.get().to_string()
                aria-controls=GROUPS_ID
                on:click=move |_| is_open.update(|open| *open = !*open)
            >
                {words::FILTERS}
            </button>
            <div id=GROUPS_ID class="groups">
                {group(Facet::Author)}
                <YearGroup/>
                {AFTER_YEARS.into_iter().map(group).collect::<Vec<_>>()}
                <SlashShortcut/>
                <p class="to-results">
                    <button type="button" on:click=show_results>
                        {dynamic(move || words::show_found(listing.total()))}
                    </button>
                </p>
            </div>
        </div>
    })
}

/// A switch for the `/` key: single-key shortcuts get in the way of speech input.
#[component]
fn SlashShortcut() -> impl IntoView {
    let State { preferences, .. } = use_state();
    view! {
        <label class="option shortcut">
            <input
                type="checkbox"
                prop:checked=move || preferences.slash.get()
                on:change=move |event| preferences.set_slash(event_target_checked(&event))
            />
            <span>{words::SLASH_SHORTCUT}</span>
        </label>
    }
}

use leptos::prelude::*;
use offprint_core::library::{WayOut, Without, ways_out};

use super::active_filters::label;
use super::entry::{Entry, EntryStyle};
use crate::browser::focus;
use crate::state::{Listing, Navigation, RESULTS_ID, State, use_state};
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
    let ways = listing.with_list(|list| listing.visitor.with(|query| ways_out(list, query)));
    let ways: Vec<_> = ways.into_iter().map(|way| way_out(listing, navigation, way)).collect();
    let all = item(words::show_all_publications(count), move || navigation.choose(navigation.query().cleared()));
    view! {
        <div class="no-results">
            <h2>{words::NO_MATCHES}</h2>
            <p>{words::TRY_ONE_OF_THESE}</p>
            <ul>{suggestion} {ways} {all}</ul>
        </div>
        {closest(listing)}
    }
    .into_any()
}

/// Returns the entries that come near the search, under a heading; none where there is no search or nothing near.
fn closest(listing: Listing) -> Option<AnyView> {
    let entries = listing.with_list(|list| {
        listing.visitor.with(|query| if query.is_search() { list.closest(query) } else { Vec::new() })
    });
    let entry = |entry: &u32| view! { <Entry entry=*entry style=EntryStyle::InList/> };
    (!entries.is_empty()).then(|| {
        view! {
            <section class="block closest">
                <h2 class="section">{words::CLOSEST_MATCHES}</h2>
                {entries.iter().map(entry).collect::<Vec<_>>()}
            </section>
        }
        .into_any()
    })
}

fn way_out(listing: Listing, navigation: Navigation, way: WayOut) -> AnyView {
    let WayOut { without, query, count } = way;
    let removed = match &without {
        Without::Filter(filter) => listing.with_list(|list| label(filter, list)),
        Without::Word(word) => words::quoted(word),
    };
    item(words::without(&removed, count), move || navigation.choose(query.clone()))
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

use super::dynamic::{dynamic, optional};
use leptos::prelude::*;
use offprint_core::query::{GroupBy, Query, Sort};

use super::Announcement;
use super::active_filters::ActiveFilters;
use super::scripted::scripted;
use crate::state::{Stage, State, TOOLBAR_ID, use_state};
use crate::words;

/// The count, the sort order, what concerns the whole list, and the active filters.
#[component]
pub fn Toolbar() -> impl IntoView {
    let State { preferences, citing, listing, .. } = use_state();
    let abstracts =
        dynamic(
            move || {
                if preferences.abstracts_open.get() { words::COLLAPSE_ABSTRACTS } else { words::EXPAND_ABSTRACTS }
            },
        );
    let tools = view! {
        <div class="tools">
            <SortBy/>
            <Grouping/>
            <button type="button" on:click=move |_| preferences.toggle_abstracts()>{abstracts}</button>
            <button type="button" aria-haspopup="dialog" on:click=move |_| citing.open_export()>
                {words::EXPORT}
            </button>
        </div>
    };
    view! {
        <div id=TOOLBAR_ID class="toolbar" part="toolbar">
            <p class="state-name" aria-hidden="true" dir="auto">{dynamic(move || listing.state_name())}</p>
            <Count/>
            {scripted(tools)}
            <ActiveFilters/>
            <DrawWhole/>
            <Announcement/>
        </div>
    }
}

/// "12 publications", or "3 of 12 publications" while anything narrows the list.
#[component]
fn Count() -> impl IntoView {
    let status = use_count();
    view! { <p class="count" part="count" role="status">{dynamic(status)}</p> }
}

/// Returns the text of the count; empty while there is no list.
pub(crate) fn use_count() -> impl Fn() -> String + Copy + Send + Sync + 'static {
    let State { loading, listing, .. } = use_state();
    move || {
        let all = listing.with_list(|list| list.len());
        match loading.stage.get() {
            Stage::Loading(_) => String::new(),
            Stage::Failed if !loading.is_empty() => String::new(),
            _ if listing.query.with(|query| query.is_narrowed()) => words::count_of(listing.total(), all),
            _ => words::count(all),
        }
    }
}

/// The sort order.
#[component]
fn SortBy() -> impl IntoView {
    let State { listing, navigation, .. } = use_state();
    let is_search = move || listing.query.with(|query| query.is_search());
    let option = move |sort: Sort| {
        let selected = move || listing.query.with(|query| query.order()) == sort;
        view! {
            <option value=sort.name() prop:selected=selected disabled=move || sort == Sort::Relevance && !is_search()>
                {sort.label()}
            </option>
        }
    };
    let choose = move |event| {
        if let Some(sort) = Sort::parse(&event_target_value(&event)) {
            navigation.change(|query| query.sort = Some(sort));
        }
    };
    view! {
        <label class="sort">
            <span>{words::SORT_BY}</span>
            <select on:change=choose>{Sort::ALL.into_iter().map(option).collect::<Vec<_>>()}</select>
        </label>
    }
}

/// What the list is grouped by.
#[component]
fn Grouping() -> impl IntoView {
    let State { listing, navigation, .. } = use_state();
    let has_sections = Memo::new(move |_| listing.with_list(|list| !list.envelope().sections.is_empty()));
    let is_flat = move || !listing.query.with(Query::is_by_time);
    let option = move |group: GroupBy| {
        let selected = move || listing.group.get() == group;
        view! { <option value=group.name() prop:selected=selected>{group.label()}</option> }.into_any()
    };
    let options = dynamic(move || {
        let is_offered = |group: &GroupBy| *group != GroupBy::Section || has_sections.get();
        GroupBy::ALL.into_iter().filter(is_offered).map(option).collect::<Vec<_>>()
    });
    let choose = move |event| {
        if let Some(group) = GroupBy::parse(&event_target_value(&event)) {
            let is_default = listing.default_group.get_untracked() == group;
            navigation.change(|query| query.group = (!is_default).then_some(group));
        }
    };
    view! {
        <label class="sort">
            <span>{words::GROUP_BY}</span>
            <select disabled=is_flat on:change=choose>{options}</select>
        </label>
    }
}

/// Offers to draw a virtual list whole: the browser's own search and printing reach all of it only then.
#[component]
fn DrawWhole() -> impl IntoView {
    let State { listing, rows, list, .. } = use_state();
    optional(move || {
        rows.is_virtual.get().then(|| {
            let label = dynamic(move || words::show_all_on_one_page(listing.total()));
            view! {
                <p class="tools-note">
                    {words::PARTLY_DRAWN}
                    <button type="button" on:click=move |_| list.draw_whole()>{label}</button>
                </p>
            }
        })
    })
}

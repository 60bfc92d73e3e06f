use super::super::dynamic::{dynamic, optional};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use offprint_core::message::FacetValue;
use offprint_core::query::Facet;

use super::super::keyed_list::{Item, KeyedList};
use super::option::FilterOption;
use crate::state::{State, use_state};
use crate::words;

/// A longer filter shows only so many values at first.
const CUT: usize = 10;

/// No more values are drawn at once; typing narrows the rest.
const MOST: usize = 500;

/// A group of checkboxes; nothing where the data has no such values.
#[component]
pub fn FacetGroup(
    /// The facet.
    facet: Facet,
) -> impl IntoView {
    let State { listing, .. } = use_state();
    let count = Memo::new(move |_| listing.with_list(|list| list.option_count(facet)));
    optional(move || {
        let count = count.get();
        (count > 0).then(|| view! { <Group facet=facet count=count/> })
    })
}

/// What a visitor does with a group, beside choosing in it.
#[derive(Clone, Copy)]
struct Use {
    /// Whether more than [`CUT`] values are shown.
    all: RwSignal<bool>,
    /// What is typed to narrow them.
    narrow: RwSignal<String>,
    hovered: RwSignal<bool>,
    focused: RwSignal<bool>,
}

#[component]
fn Group(
    /// The facet.
    facet: Facet,
    /// How many values it has.
    count: usize,
) -> impl IntoView {
    let State { listing, .. } = use_state();
    let is_long = count > CUT;
    let usage = Use {
        all: RwSignal::new(false),
        narrow: RwSignal::default(),
        hovered: RwSignal::new(false),
        focused: RwSignal::new(false),
    };
    let chosen = Memo::new(move |_| listing.chosen(facet));
    // Chosen values come first, but never move while a visitor is at them.
    let first = Memo::new(move |before: Option<&Vec<u32>>| {
        let is_visited = usage.hovered.get() || usage.focused.get();
        before.filter(|_| is_visited).cloned().unwrap_or_else(|| chosen.get())
    });
    let options = Memo::new(move |_| {
        let narrow = usage.narrow.get();
        let most = if usage.all.get() || !narrow.is_empty() { MOST } else { CUT };
        let first = if is_long && most == CUT { first.get() } else { Vec::new() };
        listing.with_list(|list| list.options(facet, &narrow, &first, most))
    });
    let items = move || {
        let item = |option: FacetValue| {
            Item::new(option.id, move || view! { <FacetOption facet=facet option=option chosen=chosen/> })
        };
        options.get().into_iter().map(item).collect::<Vec<_>>()
    };
    let is_none = move || options.with(Vec::is_empty);
    view! {
        <fieldset
            class="group"
            part="group"
            on:pointerenter=move |_| usage.hovered.set(true)
            on:pointerleave=move |_| usage.hovered.set(false)
            on:focusin=move |_| usage.focused.set(true)
            on:focusout=move |_| usage.focused.set(false)
        >
            <legend>{facet.label()}</legend>
            {is_long.then(|| view! { <NarrowField facet=facet narrow=usage.narrow/> })}
            <KeyedList each=items/>
            {optional(move || is_none().then(|| view! { <p class="hint">{words::NO_SUCH_VALUE}</p> }))}
            {is_long.then(|| view! { <More usage=usage count=count/> })}
        </fieldset>
    }
}

/// One value of a facet.
#[component]
fn FacetOption(
    /// The facet.
    facet: Facet,
    /// The value.
    option: FacetValue,
    /// The chosen values.
    chosen: Memo<Vec<u32>>,
) -> impl IntoView {
    let State { listing, navigation, .. } = use_state();
    let FacetValue { id, label, name } = option;
    let count = Signal::derive(move || listing.count(facet, id));
    let is_chosen = Signal::derive(move || chosen.with(|chosen| chosen.contains(&id)));
    let toggle = move || navigation.change(|query| query.toggle(facet, &name));
    view! { <FilterOption label=label count=count chosen=is_chosen toggle=toggle/> }
}

/// A field that narrows the values by their beginnings.
#[component]
fn NarrowField(
    /// The facet.
    facet: Facet,
    /// What is typed.
    narrow: RwSignal<String>,
) -> impl IntoView {
    let clear = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            narrow.set(String::new());
        }
    };
    view! {
        <input
            type="text"
            class="narrow"
            aria-label=words::narrow(facet.label())
            placeholder=words::NARROW
            autocomplete="off"
            spellcheck="false"
            prop:value=move || narrow.get()
            on:input=move |event| narrow.set(event_target_value(&event))
            on:keydown=clear
        />
    }
}

/// A button that shows all values, or only the first ones.
#[component]
fn More(
    /// What the visitor does with the group.
    usage: Use,
    /// How many values the facet has.
    count: usize,
) -> impl IntoView {
    let label = move || if usage.all.get() { words::SHOW_FEWER } else { words::SHOW_ALL };
    let rest = move || match (usage.all.get(), count > MOST) {
        (true, true) => words::first_of(MOST, count),
        (true, false) => String::new(),
        (false, _) => words::number(count),
    };
    optional(move || {
        usage.narrow.with(String::is_empty).then(|| {
            view! {
                <p class="more">
                    <button type="button" on:click=move |_| usage.all.update(|all| *all = !*all)>{dynamic(label)}</button>
                    " "
                    <span class="number">{dynamic(rest)}</span>
                </p>
            }
        })
    })
}

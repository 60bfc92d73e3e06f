use super::super::dynamic::{dynamic, optional};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use offprint_core::library::Choices;
use offprint_core::message::FacetValue;
use offprint_core::query::{Facet, Query};

use super::super::keyed_list::{Item, KeyedList};
use super::option::FilterOption;
use crate::browser::{events, timing};
use crate::state::{Listing, State, use_state};
use crate::words;

/// A longer filter shows only so many values at first.
const CUT: usize = 10;

/// Milliseconds after a press within which its click comes.
const CLICK: u32 = 400;

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

/// What a visitor does with a group.
#[derive(Clone, Copy)]
struct Use {
    /// Whether more than [`CUT`] values are shown.
    all: RwSignal<bool>,
    /// What was typed to narrow them.
    narrow: RwSignal<Typed>,
    /// Whether a mouse is over the group.
    hovered: RwSignal<bool>,
    /// Whether the keyboard focus is in it.
    focused: RwSignal<bool>,
    /// Whether a press in it has begun, and its click has not come yet.
    pressed: RwSignal<bool>,
    /// The query that the last choice in it led to. A finger never leaves a group as a mouse does.
    chosen: RwSignal<Option<Query>>,
}

impl Use {
    fn new() -> Self {
        Self {
            all: RwSignal::new(false),
            narrow: RwSignal::default(),
            hovered: RwSignal::new(false),
            focused: RwSignal::new(false),
            pressed: RwSignal::new(false),
            chosen: RwSignal::new(None),
        }
    }

    /// Returns whether values keep their places: never may one move under a press or a pointer.
    fn keeps_places(self, visitor: RwSignal<Query>) -> bool {
        let is_own_choice = || self.chosen.with(|own| visitor.with(|query| own.as_ref() == Some(query)));
        self.hovered.get() || self.focused.get() || self.pressed.get() || is_own_choice()
    }
}

/// A text that narrows the values of a group, until one is chosen or all filters are cleared.
#[derive(Clone, Default)]
struct Typed {
    text: String,
    /// The values that were chosen when it was typed.
    chosen: Vec<u32>,
    /// Whether any filter was set then.
    is_narrowed: bool,
}

impl Typed {
    fn holds(&self, chosen: &[u32], is_narrowed: bool) -> bool {
        self.chosen == chosen && (is_narrowed || !self.is_narrowed)
    }
}

/// The values that a group shows, and what they were asked for by.
#[derive(Clone, PartialEq)]
struct Shown {
    all: bool,
    narrow: String,
    options: Vec<FacetValue>,
}

#[component]
fn Group(
    /// The facet.
    facet: Facet,
    /// How many values it has.
    count: usize,
) -> impl IntoView {
    let State { mount, listing, .. } = use_state();
    let is_long = count > CUT;
    let usage = Use::new();
    let chosen = Memo::new(move |_| listing.chosen(facet));
    let narrow = Memo::new(move |_| {
        let is_narrowed = listing.query.with(|query| query.is_narrowed());
        usage
            .narrow
            .with(|typed| if typed.holds(&chosen.get(), is_narrowed) { typed.text.clone() } else { String::new() })
    });
    let type_narrow = move |text: String| {
        let is_narrowed = untrack(|| listing.query.with(|query| query.is_narrowed()));
        usage.narrow.set(Typed { text, chosen: chosen.get_untracked(), is_narrowed });
    };
    let shown = Memo::new(move |before: Option<&Shown>| {
        let (all, narrow) = (usage.all.get(), narrow.get());
        // A choice ends the narrowing, but its row stays under the pointer until that has left.
        let has_ended = narrow.is_empty() && usage.narrow.with(|typed| !typed.text.is_empty());
        let is_same = |before: &&Shown| before.all == all && (before.narrow == narrow || has_ended);
        match before.filter(is_same).filter(|_| usage.keeps_places(listing.visitor)) {
            Some(before) => before.clone(),
            None => Shown { options: options(listing, facet, is_long, all, &narrow, &chosen.get()), all, narrow },
        }
    });
    let items = move || {
        let item = |option: FacetValue| {
            Item::new(option.id, move || view! { <FacetOption facet=facet option=option chosen=chosen usage=usage/> })
        };
        shown.with(|shown| shown.options.clone()).into_iter().map(item).collect::<Vec<_>>()
    };
    let class = move || if usage.all.get() { "values all" } else { "values" };
    let is_none = move || shown.with(|shown| shown.options.is_empty() && !shown.narrow.is_empty());
    let leave = move |signal: RwSignal<bool>| {
        signal.set(false);
        usage.chosen.set(None);
    };
    // The click comes right after its press has ended, by touch some milliseconds later.
    let release = move || {
        mount.spawn(async move {
            timing::sleep(CLICK).await;
            let _ = usage.pressed.try_set(false);
        });
    };
    view! {
        <fieldset
            class="group"
            part="group"
            on:pointerenter=move |event| usage.hovered.set(event.pointer_type() == "mouse")
            on:pointerleave=move |event| if event.pointer_type() == "mouse" { leave(usage.hovered) }
            on:focusin=move |event| usage.focused.set(events::is_focus_visible(&event))
            on:focusout=move |_| if usage.focused.get_untracked() { leave(usage.focused) }
            on:pointerdown=move |_| usage.pressed.set(true)
            on:pointerup=move |_| release()
            on:pointercancel=move |_| usage.pressed.set(false)
        >
            <legend>{facet.label()}</legend>
            {is_long.then(|| view! { <NarrowField facet=facet text=narrow change=type_narrow/> })}
            <div class=class>
                <KeyedList each=items/>
            </div>
            {optional(move || is_none().then(|| view! { <p class="hint">{words::NO_SUCH_VALUE}</p> }))}
            {is_long.then(|| view! { <More usage=usage narrow=narrow count=count/> })}
        </fieldset>
    }
}

/// Returns what a group offers: of a long one the chosen values, then those that most results have.
fn options(listing: Listing, facet: Facet, is_long: bool, all: bool, narrow: &str, chosen: &[u32]) -> Vec<FacetValue> {
    let is_whole = all || !narrow.is_empty();
    let first = if is_long && !is_whole { chosen } else { &[] };
    let most = if is_whole { MOST } else { CUT.max(first.len()) };
    listing.answer.with(|answered| {
        let counts = if is_long { answered.answer.counts.of(facet) } else { &[] };
        let choices = Choices { narrow, first, counts, with_zeros: is_whole, most };
        listing.with_list(|list| list.options(facet, &choices))
    })
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
    /// What the visitor does with the group.
    usage: Use,
) -> impl IntoView {
    let State { listing, navigation, .. } = use_state();
    let FacetValue { id, label, name } = option;
    let count = Signal::derive(move || listing.count(facet, id));
    let is_chosen = Signal::derive(move || chosen.with(|chosen| chosen.contains(&id)));
    let toggle = move || {
        let mut query = navigation.query();
        query.toggle(facet, &name);
        usage.chosen.set(Some(query.clone()));
        navigation.choose(query);
    };
    view! { <FilterOption label=label count=count chosen=is_chosen toggle=toggle/> }
}

/// A field that narrows the values by their beginnings.
#[component]
fn NarrowField(
    /// The facet.
    facet: Facet,
    /// What is typed.
    text: Memo<String>,
    /// Takes another text.
    change: impl Fn(String) + Copy + 'static,
) -> impl IntoView {
    let clear = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            change(String::new());
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
            prop:value=move || text.get()
            on:input=move |event| change(event_target_value(&event))
            on:keydown=clear
        />
    }
}

/// A button that shows all values, or only the first ones.
#[component]
fn More(
    /// What the visitor does with the group.
    usage: Use,
    /// What narrows the values.
    narrow: Memo<String>,
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
        narrow.with(String::is_empty).then(|| {
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

use super::super::dynamic::optional;
use leptos::prelude::*;
use offprint_core::query::Years;

use crate::state::{State, use_state};
use crate::words;

/// Two fields for the first and the last year.
#[component]
pub fn YearRange(
    /// The first year of the list.
    first: i32,
    /// The last year of the list.
    last: i32,
) -> impl IntoView {
    let is_wrong = RwSignal::new(false);
    let hint = words::year_hint(last);
    view! {
        <div class="range">
            <YearField label=words::FROM_YEAR example=first is_from=true is_wrong=is_wrong/>
            <span aria-hidden="true">{words::DASH}</span>
            <YearField label=words::TO_YEAR example=last is_from=false is_wrong=is_wrong/>
        </div>
        <div>
            {optional(move || {
                let hint = hint.clone();
                is_wrong.get().then(|| view! { <p class="hint" role="alert">{hint}</p> })
            })}
        </div>
    }
}

/// One end of the range.
#[component]
fn YearField(
    /// The accessible name.
    label: &'static str,
    /// The year shown while the field is empty.
    example: i32,
    /// Whether it is the first year.
    is_from: bool,
    /// Whether what was typed last is not a year.
    is_wrong: RwSignal<bool>,
) -> impl IntoView {
    let State { listing, navigation, .. } = use_state();
    let value = move || {
        let (from, to) = listing.year_range();
        (if is_from { from } else { to }).map_or_else(String::new, |year| year.to_string())
    };
    let set = move |event| {
        let text = event_target_value(&event);
        let year = text.trim().parse::<i32>().ok();
        is_wrong.set(year.is_none() && !text.trim().is_empty());
        if !is_wrong.get_untracked() {
            let (from, to) = untrack(|| listing.year_range());
            let years = if is_from { Years::between(year, to) } else { Years::between(from, year) };
            navigation.change(|query| query.set_years(years));
        }
    };
    view! {
        <input
            type="text"
            inputmode="numeric"
            aria-label=label
            placeholder=example.to_string()
            autocomplete="off"
            aria-invalid=move || is_wrong.get().then_some("true")
            prop:value=value
            on:change=set
        />
    }
}

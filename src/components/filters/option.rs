use super::super::dynamic::dynamic;
use leptos::prelude::*;

use crate::words;

/// A checkbox with the number of results that it would leave; none disables it, unless it is checked.
#[component]
pub fn FilterOption(
    /// The value as shown.
    label: String,
    /// How many results it would leave.
    #[prop(into)]
    count: Signal<u32>,
    /// Whether it is chosen.
    #[prop(into)]
    chosen: Signal<bool>,
    /// Chooses it, or takes that back.
    toggle: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <label class="option">
            <input
                type="checkbox"
                prop:checked=move || chosen.get()
                disabled=move || count.get() == 0 && !chosen.get()
                on:change=move |_| toggle()
            />
            <span class="value" dir="auto">{label}</span>
            " "
            <span class="number">{dynamic(move || words::number(count.get() as usize))}</span>
        </label>
    }
}

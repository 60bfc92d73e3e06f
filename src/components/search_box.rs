use super::dynamic::optional;
use leptos::attr::custom::custom_attribute;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::icon::{Icon, SEARCH};
use super::scripted::scripted;
use crate::browser::focus;
use crate::state::{DRAWN_ID, Dialog, Mount, RESULTS_ID, SEARCH_ID, State, use_state};
use crate::words;

/// The search field: `/` focuses it, Escape clears it, Enter leads to the first result.
#[component]
pub fn SearchBox() -> impl IntoView {
    let State { listing, navigation, mount, preferences, .. } = use_state();
    let text = move || listing.query.with(|query| query.text.clone());
    let slash = move || preferences.slash.get();
    let press = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" => {
            // Some browsers clear the field themselves, without an event.
            event.prevent_default();
            navigation.search(String::new());
        }
        "Enter" if !event.is_composing() => {
            navigation.url.flush();
            mount.after_render(move || focus_first_result(mount));
        }
        _ => {}
    };
    scripted(view! {
        <div class="search" part="search" role="search">
            <Icon path=SEARCH/>
            <input
                id=SEARCH_ID
                type="search"
                aria-label=words::SEARCH_PUBLICATIONS
                placeholder=words::SEARCH
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                autocapitalize="none"
                {..custom_attribute("autocorrect", "off")}
                aria-keyshortcuts=move || slash().then_some(words::SLASH)
                prop:value=text
                on:input=move |event| navigation.search(event_target_value(&event))
                on:keydown=press
            />
            {optional(move || slash().then(|| view! { <kbd aria-hidden="true">{words::SLASH}</kbd> }))}
            <button
                type="button"
                class="help"
                aria-haspopup="dialog"
                aria-label=words::SEARCH_HELP
                title=words::SEARCH_HELP
                on:click=move |_| preferences.dialog.set(Some(Dialog::SearchHelp))
            >
                {words::QUESTION_MARK}
            </button>
        </div>
    })
}

/// Focuses the first result, or the text that says that there is none.
fn focus_first_result(mount: Mount) {
    let Some(root) = mount.root() else { return };
    if !focus::focus_nth(&root, &format!("#{DRAWN_ID} article"), 0) {
        focus::focus_id(&root, RESULTS_ID);
    }
}

//! The dialogs.

mod cite;
mod export;
mod help;

use super::dynamic::optional;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;

use super::Announcement;
use crate::browser::{events, focus};
use crate::state::{Dialog, Mount, State, use_state};
use crate::words;
use cite::Cite;
use export::Export;
use help::SearchHelp;

/// The id of a dialog's heading.
const TITLE_ID: &str = "offprint-dialog-title";

/// The open dialog, if there is one.
#[component]
pub fn Dialogs() -> impl IntoView {
    let State { preferences, .. } = use_state();
    optional(move || {
        preferences.dialog.get().map(|dialog| match dialog {
            Dialog::Cite(entry) => view! { <Cite entry=entry/> }.into_any(),
            Dialog::Export => view! { <Export/> }.into_any(),
            Dialog::SearchHelp => view! { <SearchHelp/> }.into_any(),
        })
    })
}

/// A modal dialog: its title and "Close" stay in view, a press outside closes it.
#[component]
fn Modal(
    /// The title.
    title: String,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let State { mount, preferences, .. } = use_state();
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            // Refused only where it is open already.
            let _ = dialog.show_modal();
        }
    });
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let close_outside = move |event: MouseEvent| {
        if dialog.get_untracked().is_some_and(|dialog| events::is_outside(&event, &dialog)) {
            close();
        }
    };
    view! {
        <dialog
            node_ref=dialog
            aria-labelledby=TITLE_ID
            on:close=move |_| preferences.dialog.set(None)
            on:keydown=move |event| press_by_digit(mount, &event)
            on:click=close_outside
        >
            <div class="dialog-header">
                <h2 id=TITLE_ID dir="auto">{title}</h2>
                <button type="button" class="close" on:click=move |_| close()>{words::CLOSE}</button>
            </div>
            <div class="dialog-body">{children()}</div>
            <Announcement/>
        </dialog>
    }
}

/// Presses the copy button with the number of the key: 1 presses the first.
fn press_by_digit(mount: Mount, event: &KeyboardEvent) {
    let digit = event.key().parse::<usize>().ok().filter(|_| !events::is_modified(event));
    if let (Some(at), Some(root)) = (digit.and_then(|digit| digit.checked_sub(1)), mount.root()) {
        focus::click_nth(&root, "dialog .copy", at);
    }
}

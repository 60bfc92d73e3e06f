use super::dynamic::dynamic;
use leptos::prelude::*;

use crate::state::{State, use_state};

/// A live region that reads out short messages; it is not seen.
#[component]
pub fn Announcement() -> impl IntoView {
    let State { announcer, .. } = use_state();
    view! { <p class="visually-hidden" role="status">{dynamic(move || announcer.message.get())}</p> }
}

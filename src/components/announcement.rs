use super::dynamic::dynamic;
use leptos::prelude::*;

use crate::state::Announcer;

/// A live region that reads out short messages; it is not seen.
#[component]
pub fn Announcement() -> impl IntoView {
    let announcer = expect_context::<Announcer>();
    view! { <p class="visually-hidden" role="status">{dynamic(move || announcer.message.get())}</p> }
}

use super::dialogs::dialogs;
use super::filters::filters;
use super::header::header;
use super::notices::notices;
use super::results::results;
use super::search_box::search_box;
use super::toolbar::toolbar;
use super::trouble::trouble;
use crate::browser::events;
use crate::dom::{Part, el};
use crate::session::Session;

/// The whole page, as it stands inside `main`.
pub fn page(session: Session) -> Part {
    let follow = move |event: web_sys::Event| {
        if let Some(anchor) = events::clicked_anchor(&event) {
            event.prevent_default();
            session.jump(&anchor);
        }
    };
    let list = el("div").class("list").child(notices(session)).child(trouble(session)).child(results(session));
    el("div")
        .class("offprint")
        .on("click", follow)
        .child(el("a").class("skip").attr("href", "#offprint-results").child("Skip to results"))
        .child(header(session))
        .child(search_box(session))
        .child(toolbar(session))
        .child(filters(session))
        .child(list)
        .child(dialogs(session))
        .into()
}

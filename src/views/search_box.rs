use super::icon::{SEARCH, icon};
use crate::browser::events;
use crate::dom::{El, el};
use crate::session::{SEARCH_ID, Session};

/// The search field; `/` leads to it and Escape empties it.
pub(super) fn search_box(session: Session) -> El {
    let clear = move |event: web_sys::Event| {
        if events::key(&event) == "Escape" {
            // Some browsers empty the field themselves, without an event that says so.
            event.prevent_default();
            session.search(String::new());
        }
    };
    let field = el("input")
        .attr("id", SEARCH_ID)
        .attr("type", "search")
        .attr("aria-label", "Search publications")
        .attr("placeholder", "Search")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "search")
        .live_attr("aria-keyshortcuts", move || session.slash().then(|| "/".to_owned()))
        .value(move || session.text())
        .on("input", move |event| session.search(events::value(&event)))
        .on("keydown", clear);
    el("div")
        .class("search")
        .attr("role", "search")
        .child(icon(SEARCH))
        .child(field)
        .live(move || session.slash().then(|| el("kbd").attr("aria-hidden", "true").child("/")))
}

use std::rc::Rc;

use offprint_core::query::Facet;

use super::facet_group::facet_group;
use super::year_group::year_group;
use crate::browser::events;
use crate::dom::{El, button, el};
use crate::session::Session;
use crate::signal::Signal;

/// The groups that stand behind the years.
const AFTER_YEARS: [Facet; 4] = [Facet::Venue, Facet::Type, Facet::Keyword, Facet::Available];

/// The filters: beside the list on wide screens, behind a button on narrow ones.
pub(super) fn filters(session: Session) -> El {
    let open = Rc::new(Signal::new(false));
    let is_open = open.clone();
    let disclosure = button(move || open.update(|open| *open = !*open))
        .class("disclosure")
        .state("aria-expanded", move || is_open.get())
        .attr("aria-controls", "offprint-filters")
        .child("Filters");
    let after: Vec<_> = AFTER_YEARS.into_iter().map(|facet| facet_group(session, facet)).collect();
    let groups = el("div")
        .attr("id", "offprint-filters")
        .class("groups")
        .child(facet_group(session, Facet::Author))
        .child(year_group(session))
        .child(after)
        .child(shortcut(session));
    el("div").class("filters").child(disclosure).child(groups)
}

/// Single-key shortcuts get in the way of speech input, so this one can be switched off.
fn shortcut(session: Session) -> El {
    let field = el("input")
        .attr("type", "checkbox")
        .ticked("checked", move || session.slash())
        .on("change", move |event| session.set_slash(events::is_checked(&event)));
    el("label").class("choice shortcut").child(field).child(el("span").child("Key / starts a search"))
}

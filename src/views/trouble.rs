use crate::browser::focus;
use crate::dom::{Part, button, el, live};
use crate::session::{RESULTS_ID, Session};

/// What keeps the list, or a part of it, from being shown, and what to do.
pub(super) fn trouble(session: Session) -> Part {
    live(move || {
        session.trouble().map(|trouble| {
            el("div")
                .class("trouble")
                .attr("role", "alert")
                .child(el("h2").child(trouble.headline()))
                .child(el("p").child(trouble.detail(&session.source())))
                .child(el("p").child("Everything else on this site works as before."))
                .child(el("p").child(trouble.advice()))
                .child(
                    button(move || {
                        session.load();
                        focus::focus_id(RESULTS_ID);
                    })
                    .child("Try again"),
                )
        })
    })
}

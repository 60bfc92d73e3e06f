use crate::browser::{events, focus, host};
use crate::dom::{El, button, el};
use crate::session::{RESULTS_ID, Session, thousands};

/// Nothing matches: why, and the ways out.
pub(super) fn no_results(session: Session) -> El {
    let count = session.collection().len();
    if host::IS_ELEMENT && count == 0 {
        return el("div").class("nothing").child(el("h2").child("There are no publications here yet"));
    }
    let without = session
        .chips()
        .into_iter()
        .map(|(chip, label)| item(format!("Without {label}"), move || session.remove(&chip)));
    let suggestion = session.answer().suggestion.clone().map(|text| {
        let label = format!("Search for “{text}” instead");
        item(label, move || session.search_instead(text.clone()))
    });
    let all = item(format!("Show all {} publications", thousands(count)), move || session.clear());
    let items: Vec<El> = suggestion.into_iter().chain(without).chain([all]).collect();
    el("div")
        .class("nothing")
        .child(el("h2").child("No publication matches all of this"))
        .child(el("p").child("Try one of these:"))
        .child(el("ul").child(items))
}

fn item(label: String, act: impl Fn() + 'static) -> El {
    el("li").child(leading(Box::new(act)).attr("dir", "auto").child(label))
}

/// A button that is gone once it was pressed: the results it led to take the focus.
pub(super) fn leading(act: Box<dyn Fn()>) -> El {
    button(move || {
        act();
        events::after_drawing(|| {
            focus::focus_id(RESULTS_ID);
        });
    })
}

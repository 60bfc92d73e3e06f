use offprint_core::query::Sort;
use reactive_graph::graph::untrack;

use crate::browser::{events, focus};
use crate::dom::{El, Item, button, each, el};
use crate::session::{Chip, Dialog, RESULTS_ID, Session, thousands};

/// The count, the order, what concerns the whole list, and the active filters.
pub(super) fn toolbar(session: Session) -> El {
    let fold = move || if session.abstracts_open() { "Fold abstracts" } else { "Open abstracts" }.to_owned();
    let export =
        button(move || session.set_dialog(Some(Dialog::Export))).attr("aria-haspopup", "dialog").child("Export");
    let tools = el("div")
        .class("tools")
        .child(sort(session))
        .child(button(move || session.fold_abstracts()).text(fold))
        .child(export);
    el("div")
        .class("toolbar")
        .child(el("p").class("count").attr("role", "status").text(move || session.status()))
        .child(tools)
        .child(chips(session))
        .live(move || show_all(session))
}

/// A long list is drawn in part; the browser's own search and print reach all of it only when it is drawn whole.
fn show_all(session: Session) -> Option<El> {
    let label = format!("Show all {} on one page", thousands(session.answer().total));
    let button = button(move || session.show_whole()).child(label);
    let why = "Only the part in view is on the page. To search it with the browser or to print it: ";
    session.is_windowed().then(|| el("p").class("tools-note").child(why).child(button))
}

fn sort(session: Session) -> El {
    let option = |sort: Sort| {
        el("option")
            .attr("value", sort.name())
            .ticked("selected", move || session.order() == sort)
            .flag("disabled", move || sort == Sort::Relevance && !session.is_search())
            .child(sort.label())
    };
    let choose = move |event: web_sys::Event| {
        if let Some(sort) = Sort::parse(&events::value(&event)) {
            session.sort(sort);
        }
    };
    let options: Vec<El> = Sort::ALL.into_iter().map(option).collect();
    el("label").class("sort").child(el("span").child("Sort by")).child(el("select").on("change", choose).child(options))
}

fn chips(session: Session) -> El {
    let remove = move |chip: &Chip| {
        let at = session.chips().iter().position(|(other, _)| other == chip).unwrap_or(0);
        session.remove(chip);
        // The button is gone: its neighbour takes the focus, else the results do.
        events::after_drawing(move || {
            if !focus::focus_nth(".offprint .chip", at) {
                focus::focus_id(RESULTS_ID);
            }
        });
    };
    let item = move |(chip, label): (Chip, String)| {
        let name = format!("Remove filter: {label}");
        Item::new(name.clone(), move || {
            let chip = chip.clone();
            let button = button(move || untrack(|| remove(&chip))).class("chip").attr("aria-label", &name.clone());
            let cross = el("span").attr("aria-hidden", "true").child("×");
            el("li").child(button.child(el("span").attr("dir", "auto").child(label.as_str())).child(cross))
        })
    };
    let clear = move || {
        session.clear();
        events::after_drawing(|| {
            focus::focus_id(RESULTS_ID);
        });
    };
    let list = each(move || session.chips().into_iter().map(item).collect());
    let clear = button(clear).class("clear").child("Clear all filters");
    el("ul")
        .class("chips")
        .attr("aria-label", "Active filters")
        .flag("hidden", move || !session.is_narrowed())
        .child(list)
        .child(el("li").child(clear))
}

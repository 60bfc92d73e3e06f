use super::dialogs::dialogs;
use super::filters::filters;
use super::header::header;
use super::notices::notices;
use super::results::results;
use super::search_box::search_box;
use super::toolbar::toolbar;
use super::trouble::trouble;
use crate::browser::{events, handover};
use crate::dom::{El, Part, el};
use crate::session::Session;

/// The whole page, as it stands inside `main`.
pub fn page(session: Session) -> Part {
    whole(session).into()
}

/// The same, and what is to be said above a list that was written before, should there be no other.
pub fn waiting(session: Session) -> Part {
    let trouble = el("div").class(handover::TROUBLE).child(trouble(session));
    vec![whole(session), trouble].into()
}

/// The same as it is published: it says that the app is to put its own in place of it, and where `elsewhere` leads.
#[cfg(feature = "ssr")]
pub fn written(session: Session, elsewhere: El) -> Part {
    let abstracts = if session.abstracts_open() { handover::OPEN } else { "" };
    whole(session).attr(handover::WRITTEN, abstracts).child(elsewhere).into()
}

fn whole(session: Session) -> El {
    let follow = move |event: web_sys::Event| {
        if let Some(anchor) = events::clicked_anchor(&event) {
            event.prevent_default();
            session.jump(&anchor);
        }
    };
    let list = el("div").class("list").child(notices(session)).child(trouble(session)).child(results(session));
    #[cfg(feature = "element")]
    let list = list.child(more(session));
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
}

/// Shows more of a list in an element.
#[cfg(feature = "element")]
fn more(session: Session) -> El {
    let button = crate::dom::button(move || session.show_more()).child("Show more");
    el("p").class("show-more").flag("hidden", move || !session.has_more()).child(button)
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use offprint_core::read::read;
    use reactive_graph::owner::Owner;

    use super::page;
    use crate::dom::html;
    use crate::session::Session;

    #[test]
    fn the_same_views_write_the_whole_list_natively() {
        let reading = read(include_bytes!("../../data/publications.json")).expect("the bundled list");
        let ids: Vec<String> = reading.publications.iter().map(|publication| publication.id.to_string()).collect();
        let text = Owner::new().with(|| {
            let session = Session::new("data/publications.json".to_owned());
            session.open(reading);
            session.arrive();
            html::write(page(session))
        });
        assert_eq!(text.matches("<article ").count(), 12);
        for id in ids {
            assert!(
                text.contains(&format!("<article id=\"{id}\"")) && text.contains(&format!("href=\"#{id}\"")),
                "{id}"
            );
        }
        assert!(text.contains("12 publications") && text.contains("We present <em>unikernels</em>"));
        assert!(!text.contains(" style=") && !text.contains("<script"));
    }
}

use offprint_core::format::Format;

use crate::browser::{events, page};
use crate::dom::{El, Part, button, el, live};
use crate::session::{Dialog, Notice, References, Session};

const ID: &str = "offprint-dialog";

const MISSING: &str = "What writes the references could not be loaded. Check the connection, and open this again.";

/// The dialog that is open, if one is.
pub(super) fn dialogs(session: Session) -> Part {
    live(move || {
        session.dialog().map(|dialog| {
            events::after_drawing(|| page::show_modal(ID));
            match dialog {
                Dialog::Cite(entry) => cite(session, entry),
                Dialog::Export => export(session),
            }
        })
    })
}

fn frame(session: Session, title: String, content: Vec<El>) -> El {
    el("dialog")
        .attr("id", ID)
        .attr("aria-labelledby", "offprint-dialog-title")
        .on("close", move |_| session.set_dialog(None))
        .child(el("h2").attr("id", "offprint-dialog-title").attr("dir", "auto").child(title))
        .child(content)
        .child(el("p").class("told").attr("role", "status").text(move || told(session)))
        .child(button(|| page::close_modal(ID)).child("Close"))
}

/// What is behind a dialog is not read out, so it is said here too.
fn told(session: Session) -> String {
    let told = session.notices().into_iter().rev().find_map(|notice| match notice {
        Notice::Copied(what) => Some(format!("Copied {what}.")),
        Notice::NotCopied => Some("The browser did not let the page copy. Select the text above.".to_owned()),
        _ => None,
    });
    told.unwrap_or_default()
}

fn cite(session: Session, entry: u32) -> El {
    let title = session.with_publication(entry, |publication| publication.plain_title()).unwrap_or_default();
    let content = el("div").attr("aria-live", "polite").live(move || Some(references(session)));
    frame(session, format!("Cite: {title}"), vec![content])
}

fn references(session: Session) -> El {
    match session.references() {
        References::Waiting => el("p").class("loading").child("Preparing the references…"),
        References::Missing => el("p").child(MISSING),
        References::Written(texts) => {
            let one = |(format, text): (Format, String)| reference(session, format.label(), text);
            el("div").child(Format::COPIED.into_iter().zip(texts).map(one).collect::<Vec<_>>())
        }
    }
}

fn reference(session: Session, label: &'static str, text: String) -> El {
    let shown = text.clone();
    let copy = button(move || session.copy(text.clone(), label)).child(format!("Copy {label}"));
    el("section")
        .class("reference")
        .child(el("h3").child(label))
        .child(el("pre").attr("tabindex", "0").attr("role", "group").attr("aria-label", label).child(shown))
        .child(copy)
}

fn export(session: Session) -> El {
    let download = |format: Format| {
        el("li").child(button(move || session.export(format)).child(format!("Download {}", format.label())))
    };
    let text = el("p").child(format!("The current list in its order: {}.", session.status_untracked()));
    let formats: Vec<El> = Format::SAVED.into_iter().map(download).collect();
    let missing = move || (session.references() == References::Missing).then(|| el("p").child(MISSING));
    let missing = el("div").attr("aria-live", "polite").live(missing);
    frame(session, "Export".to_owned(), vec![text, el("ul").class("formats").child(formats), missing])
}

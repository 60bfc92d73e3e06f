use offprint_core::format::Format;

use crate::browser::{events, page};
use crate::dom::{El, Part, button, el, live};
use crate::session::{Dialog, Notice, Session};

const ID: &str = "offprint-dialog";

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
    let reference = |format: Format| {
        let text = session.with_publication(entry, |publication| format.write([publication])).unwrap_or_default();
        let label = format.label();
        let copied = text.clone();
        let copy = button(move || session.copy(copied.clone(), label)).child(format!("Copy {label}"));
        el("section")
            .class("reference")
            .child(el("h3").child(label))
            .child(el("pre").attr("tabindex", "0").attr("role", "group").attr("aria-label", label).child(text))
            .child(copy)
    };
    frame(session, format!("Cite: {title}"), Format::ALL.into_iter().map(reference).collect())
}

fn export(session: Session) -> El {
    let download = |format: Format| {
        el("li").child(button(move || session.export(format)).child(format!("Download {}", format.label())))
    };
    let text = el("p").child(format!("The current list in its order: {}.", session.status_untracked()));
    let formats: Vec<El> = Format::ALL.into_iter().map(download).collect();
    frame(session, "Export".to_owned(), vec![text, el("ul").class("formats").child(formats)])
}

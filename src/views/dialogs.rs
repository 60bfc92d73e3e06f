use offprint_core::format::{Format, Style};
use offprint_core::rich::RichText;

use super::rich::rich;
use crate::browser::{events, focus, page};
use crate::dom::{El, Part, button, el, live};
use crate::session::{Dialog, Notice, References, Session};

const MISSING: &str = "What writes the references could not be loaded. Check the connection, and open this again.";

/// The dialog that is open, if one is.
pub(super) fn dialogs(session: Session) -> Part {
    live(move || {
        session.dialog().map(|dialog| {
            events::after_drawing(page::show_modal);
            match dialog {
                Dialog::Cite(entry) => cite(session, entry),
                Dialog::Export => export(session),
            }
        })
    })
}

fn frame(session: Session, title: String, content: Vec<El>) -> El {
    el("dialog")
        .attr("aria-labelledby", "offprint-dialog-title")
        .on("close", move |_| session.set_dialog(None))
        .on("keydown", |event| copy_by_digit(&event))
        .child(el("h2").attr("id", "offprint-dialog-title").attr("dir", "auto").child(title))
        .child(content)
        .child(el("p").class("told").attr("role", "status").text(move || told(session)))
        .child(button(page::close_modal).child("Close"))
}

/// One key copies: the first reference by 1, the second by 2, and so on.
fn copy_by_digit(event: &web_sys::Event) {
    let digit = events::key(event).parse::<usize>().ok().filter(|_| !events::is_modified(event));
    if let Some(at) = digit.and_then(|digit| digit.checked_sub(1)) {
        focus::press_nth(".reference > button", at);
    }
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
        References::Written(texts, styled) => {
            let mut all = el("div").child(el("p").class("hint").child("The keys 1 to 9 copy the first nine."));
            for (style, html) in Style::ALL.into_iter().zip(styled) {
                let text = RichText::parse_inline(&html).0;
                if !html.is_empty() {
                    all = all.child(reference(
                        session,
                        style.label(),
                        el("p"),
                        rich(session, text.nodes()),
                        text.plain(),
                    ));
                }
            }
            for (format, text) in Format::COPIED.into_iter().zip(texts) {
                let shown = el("pre").attr("tabindex", "0");
                all = all.child(reference(session, format.label(), shown, vec![text.as_str().into()], text));
            }
            all
        }
    }
}

fn reference(session: Session, label: &'static str, shown: El, content: Vec<Part>, text: String) -> El {
    let copy = button(move || session.copy(text.clone(), label)).child(format!("Copy {label}"));
    el("section")
        .class("reference")
        .child(el("h3").child(label))
        .child(shown.attr("role", "group").attr("aria-label", label).child(content))
        .child(copy)
}

fn export(session: Session) -> El {
    let item = |download: El| el("li").child(download);
    let download =
        |format: Format| item(button(move || session.export(format)).child(format!("Download {}", format.label())));
    let styled = |style: Style| {
        let name = format!("Download {} bibliography", style.label());
        item(button(move || session.export_styled(style)).attr("aria-label", &name).child(style.label()))
    };
    let text = el("p").child(format!("The current list in its order: {}.", session.status_untracked()));
    let formats: Vec<El> = Format::SAVED.into_iter().map(download).collect();
    let mut content = vec![text, el("ul").class("formats").child(formats)];
    if session.can_be_styled() {
        let styles: Vec<El> = Style::ALL.into_iter().map(styled).collect();
        content.push(el("h3").child("A bibliography to print"));
        content.push(el("ul").class("formats").child(styles));
    } else {
        content.push(el("p").child("For a bibliography to print, choose up to 500 publications."));
    }
    let missing = move || (session.references() == References::Missing).then(|| el("p").child(MISSING));
    content.push(el("div").attr("aria-live", "polite").live(missing));
    frame(session, "Export".to_owned(), content)
}

use offprint_core::search::{Hint, Widened};

use crate::dom::{El, Item, button, each, el};
use crate::session::{Notice, Report, Session, thousands};

/// Things to know beside the list; read out when they come.
pub(super) fn notices(session: Session) -> El {
    let item = move |notice: Notice| Item::new(text(session, &notice), move || one(session, notice.clone()));
    el("div")
        .class("notices")
        .attr("role", "region")
        .attr("aria-label", "Notices")
        .attr("aria-live", "polite")
        .live(move || left_out(session))
        .live(move || about_search(session))
        .child(each(move || session.notices().into_iter().map(item).collect()))
}

fn one(session: Session, notice: Notice) -> El {
    let action = match notice {
        Notice::Hidden(entry) => Some(button(move || session.show_hidden(entry)).child("Show this publication")),
        _ => None,
    };
    let text = el("p").attr("dir", "auto").child(text(session, &notice));
    let dismiss = button(move || session.dismiss(&notice)).class("quiet").child("Dismiss");
    el("div").class("notice").child(text).child(action).child(dismiss)
}

fn text(session: Session, notice: &Notice) -> String {
    match notice {
        Notice::Hidden(entry) => {
            let title = session.with_publication(*entry, |publication| publication.plain_title()).unwrap_or_default();
            format!("“{title}” is hidden by the current filters.")
        }
        Notice::UnknownAnchor(anchor) => format!("There is no publication “{anchor}” here. The link may be misspelt."),
        Notice::Ignored(parameter, value) => {
            format!("“{value}” in the address is no value for “{parameter}”; it is ignored.")
        }
        Notice::NoAbstracts(file) => {
            format!("The abstracts in {file} could not be loaded. Everything else works; reload to try again.")
        }
        Notice::Copied(what) => format!("Copied {what}."),
        Notice::NotCopied => {
            "The browser did not let the page copy. Select the text and copy it from there.".to_owned()
        }
    }
}

/// What there is to say of the search: how far a long list is indexed, what could not be understood, and in which other
/// spellings words are searched, with the way back to what was typed.
fn about_search(session: Session) -> Option<El> {
    let mut lines: Vec<El> = Vec::new();
    if let Some(done) = session.indexed() {
        let label = "Preparing the search in abstracts";
        let bar = el("progress").attr("max", "1000").attr("value", &done.to_string()).attr("aria-label", label);
        // It is told when it is there, not at each step.
        lines.push(el("p").class("loading").attr("aria-live", "off").child(format!("{label}… ")).child(bar));
    }
    if let Some(hint) = session.hint() {
        lines.push(el("p").attr("dir", "auto").child(explain(hint)));
    }
    for Widened { typed, shown } in session.widened() {
        let only = format!("Search only for “{typed}”");
        lines.push(el("p").attr("dir", "auto").child(format!("Also showing “{shown}”.")));
        lines.push(button(move || session.search_only(&typed)).attr("dir", "auto").child(only));
    }
    if lines.is_empty() { None } else { Some(el("div").class("notice").child(lines)) }
}

/// Why a part of the search text is not taken as what it looks like.
fn explain(hint: Hint) -> String {
    match hint {
        Hint::OpenQuote => {
            "The quotation mark has no second one: the words behind it are searched one by one.".to_owned()
        }
        Hint::NoValue(field) => format!("Nothing stands behind “{field}”: it is searched as a word."),
        Hint::NoYear(value) => format!("“{value}” is no year, such as 2013 or 2010-2014: it is searched as a word."),
    }
}

fn left_out(session: Session) -> Option<El> {
    let Report { left_out, problems, .. } = session.report();
    if left_out == 0 {
        return None;
    }
    let all = session.collection().len() + left_out;
    let noun = if all == 1 { "entry" } else { "entries" };
    let text = format!("{} of {} {noun} could not be read and are left out.", thousands(left_out), thousands(all));
    let item = |problem: String| el("li").attr("dir", "auto").child(problem);
    let list = el("ul").child(problems.into_iter().map(item).collect::<Vec<_>>());
    let details = el("details").child(el("summary").child("What is wrong")).child(list);
    Some(el("div").class("notice").child(el("p").child(text)).child(details))
}

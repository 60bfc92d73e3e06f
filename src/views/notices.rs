use offprint_core::search::{Hint, Widened};

use super::no_results::leading;
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
        .live(move || indexing(session))
        .child(each(move || session.notices().into_iter().map(item).collect()))
}

fn one(session: Session, notice: Notice) -> El {
    let action = match &notice {
        Notice::Hidden(entry) => {
            let entry = *entry;
            Some(button(move || session.show_hidden(entry)).child("Show this publication"))
        }
        Notice::Widened(Widened { typed, .. }) => {
            let (label, typed) = (format!("Search only for “{typed}”"), typed.clone());
            Some(leading(Box::new(move || session.search_as_typed(&typed))).attr("dir", "auto").child(label))
        }
        _ => None,
    };
    let text = el("p").attr("dir", "auto").child(text(session, &notice));
    let passing = !notice.is_of_search();
    let dismiss = passing.then(|| button(move || session.dismiss(&notice)).class("quiet").child("Dismiss"));
    el("div").class("notice").child(text).child(action).child(dismiss)
}

fn text(session: Session, notice: &Notice) -> String {
    match notice {
        Notice::Hidden(entry) => {
            let title = session.with_publication(*entry, |publication| publication.plain_title()).unwrap_or_default();
            format!("“{title}” is hidden by the current filters.")
        }
        Notice::UnknownAnchor(anchor) => format!("There is no publication “{anchor}” here."),
        Notice::Ignored(parameter, value) => {
            format!("“{value}” in the address is no value for “{parameter}”; it is ignored.")
        }
        Notice::NoAbstracts(file) => {
            format!("The abstracts in {file} could not be loaded; reload to try again.")
        }
        Notice::Copied(what) => format!("Copied {what}."),
        Notice::NotCopied => "The browser did not let the page copy: select the text instead.".to_owned(),
        Notice::Widened(Widened { shown, .. }) => format!("Also showing “{shown}”."),
        Notice::Hint(hint) => match hint {
            Hint::OpenQuote => "The quotation mark has no second one: the words are searched one by one.".to_owned(),
            Hint::NoValue(field) => format!("Nothing follows “{field}:”, so it is searched as a word."),
            Hint::NoYear(value) => {
                format!("“{value}” is no year, such as 2013 or 2010-2014: it is searched as a word.")
            }
            Hint::NothingExcluded => "To leave out a word, put the minus sign directly before it.".to_owned(),
        },
    }
}

/// How far the index of a long list has come.
fn indexing(session: Session) -> Option<El> {
    let done = session.indexed()?.to_string();
    let bar = el("progress").attr("max", "1000").attr("value", &done).attr("aria-label", "Preparing the search");
    // It is told when it is there, not at each step.
    Some(el("p").class("loading").attr("aria-live", "off").child("Preparing the search in abstracts… ").child(bar))
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

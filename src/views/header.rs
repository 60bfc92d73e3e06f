use offprint_core::read::Person;
use offprint_core::rich::RichText;

use super::rich::rich;
use crate::browser::host;
use crate::dom::{El, el};
use crate::session::Session;

/// The list's title and introduction and, while one author alone is chosen, what is known of that person.
pub(super) fn header(session: Session) -> El {
    let title = move || session.collection().envelope().title.clone().unwrap_or_else(|| "Publications".to_owned());
    let introduction = move || {
        let collection = session.collection();
        let source = collection.envelope().introduction.as_deref()?;
        Some(rich(session, RichText::parse_block(source).0.nodes()))
    };
    let known = move || session.person().and_then(|known| person(session, &known));
    // A host's page has a heading of its own.
    if host::IS_ELEMENT {
        return el("div").class("header").live(known);
    }
    el("header")
        .class("header")
        .child(el("h1").attr("dir", "auto").text(title))
        .child(el("div").class("introduction").attr("dir", "auto").live(introduction))
        .live(known)
}

fn person(session: Session, person: &Person) -> Option<El> {
    let page = person.url.as_ref().map(|url| (session.resolve(url), "Home page".to_owned()));
    let orcid = person.orcid.as_ref().map(|orcid| (format!("https://orcid.org/{orcid}"), format!("ORCID {orcid}")));
    let links: Vec<El> =
        [page, orcid].into_iter().flatten().map(|(href, label)| el("a").attr("href", &href).child(label)).collect();
    let name = el("strong").attr("dir", "auto").child(person.name.as_str());
    (!links.is_empty()).then(|| el("p").class("person").child(name).child(links))
}

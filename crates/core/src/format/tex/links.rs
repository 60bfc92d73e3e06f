//! URLs.

use super::Entry;
use crate::format::links::{arxiv, doi, others, url};
use crate::publication::{LinkKind, Publication};

/// The DOI, the arXiv number, the main URL, and all others under the names that lists in BibTeX give them.
///
/// `archive` is the field that names arXiv, and its word for it.
pub(in crate::format) fn links(publication: &Publication, archive: (&str, &str), entry: &mut Entry) {
    entry.field("doi", &verbatim(&doi(publication).unwrap_or_default()));
    if let Some(number) = arxiv(publication) {
        entry.field("eprint", &verbatim(number));
        entry.field(archive.0, archive.1);
    }
    entry.field("url", &verbatim(url(publication).map_or("", |link| link.href.as_str())));
    others(publication).for_each(|link| add(field(link.kind), link.href.as_str(), entry));
    if let Some(href) = &publication.venue_url {
        add("venueurl", href.as_str(), entry);
    }
}

fn add(field: &str, url: &str, entry: &mut Entry) {
    let mut name = field.to_owned();
    let mut number = 1;
    while entry.has(&name) {
        number += 1;
        name = format!("{field}{number}");
    }
    entry.field(&name, &verbatim(url));
}

/// `publisher` is the name of the publisher, so its page is `html`.
fn field(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Publisher => "html",
        LinkKind::Doi => "website",
        _ => kind.name(),
    }
}

/// Returns a URL inside braces: what would end or break the field is percent-encoded, and so are the signs by
/// which TeX would read mathematics or, as `^^5c`, a backslash.
pub(super) fn verbatim(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '{' => out.push_str("%7B"),
            '}' => out.push_str("%7D"),
            '\\' => out.push_str("%5C"),
            '^' => out.push_str("%5E"),
            '$' => out.push_str("%24"),
            ' ' => out.push_str("%20"),
            c if c.is_control() || c.is_whitespace() => {}
            _ => out.push(c),
        }
    }
    out
}

//! HTML: a reference a list item, to be put into a page.

use super::reference::{Reference, sentence};
use super::xml::{escape, rich};
use crate::href::Href;
use crate::publication::Publication;
use crate::rich::RichText;

/// One reference as `li`, with its anchor as its id.
pub(super) fn item(publication: &Publication) -> String {
    let reference = Reference::of(publication);
    let title = RichText::parse_inline(&publication.title).0;
    let title = match reference.address {
        Some(link) => anchor(&link.href, &rich(&title, false)),
        None => rich(&title, true),
    };
    let stop = &sentence(&reference.title)[reference.title.len()..];
    let mut source = match &*reference.container {
        "" => String::new(),
        container => format!("<i>{}</i>", escape(container)),
    };
    super::push_part(&mut source, ", ", &escape(&reference.details));
    let mut item = String::new();
    for part in [escape(&sentence(&reference.people)), title + stop, sentence(&source)] {
        super::push_part(&mut item, " ", &part);
    }
    for link in publication.links.iter().filter(|link| Some(*link) != reference.address) {
        super::push_part(&mut item, " ", &anchor(&link.href, &escape(link.label())));
    }
    let language = publication.language.as_ref().map(|tag| format!(" lang=\"{}\"", escape(tag))).unwrap_or_default();
    format!("  <li id=\"{}\"{language} dir=\"auto\">{item}</li>\n", escape(&publication.id))
}

/// A link around what is HTML already.
fn anchor(href: &Href, content: &str) -> String {
    format!("<a href=\"{}\">{content}</a>", escape(href.as_str()))
}

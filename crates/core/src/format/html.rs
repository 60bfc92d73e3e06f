//! HTML: a reference a list item, to be put into a page.

use super::reference::{Reference, sentence};
use super::xml::{escape, rich};
use crate::href::Href;
use crate::publication::Publication;
use crate::rich::RichText;

/// Returns one reference as `li`, with its anchor as its id.
pub(super) fn item(publication: &Publication) -> String {
    let reference = Reference::of(publication);
    let title = RichText::parse_inline(&publication.title).0;
    let title = match reference.url {
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
    for link in publication.links.iter().filter(|link| Some(*link) != reference.url) {
        super::push_part(&mut item, " ", &anchor(&link.href, &escape(link.label())));
    }
    let language = publication.language.as_ref().map(|tag| format!(" lang=\"{}\"", escape(tag))).unwrap_or_default();
    format!("  <li id=\"{}\"{language} dir=\"auto\">{item}</li>\n", escape(&publication.id))
}

/// Returns a heading.
pub(super) fn heading(text: &str) -> String {
    format!("<h2 dir=\"auto\">{}</h2>\n", escape(text))
}

/// Returns a page to print, with groups of references, each under its heading if it has one; where they are numbered, numbers go on
/// from group to group. References are HTML of any source: each is read as rich text, so that nothing of it is markup but what may be.
pub fn html_document(
    title: &str,
    is_numbered: bool,
    groups: impl IntoIterator<Item = (Option<String>, Vec<String>)>,
) -> String {
    let (title, mut lists, mut number) = (escape(title), String::new(), 1);
    for (text, references) in groups {
        let heading = text.as_deref().map(heading).unwrap_or_default();
        let (open, close) = match is_numbered {
            true => (format!("<ol start=\"{number}\">\n"), "</ol>\n"),
            false => ("<ul>\n".to_owned(), "</ul>\n"),
        };
        lists.extend([heading, open]);
        for reference in &references {
            lists.extend(["<li dir=\"auto\">", &rich(&RichText::parse_inline(reference).0, true), "</li>\n"]);
        }
        lists.push_str(close);
        number += references.len();
    }
    format!(
        "<!doctype html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<style>\n\
         body {{ max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 serif }}\n\
         li {{ margin-block: .5rem; break-inside: avoid }}\n\
         ul {{ padding: 0; list-style: none }}\nul > li {{ padding-left: 2em; text-indent: -2em }}\n</style>\n</head>\n<body>\n<h1>{title}</h1>\n\
         {lists}</body>\n</html>\n"
    )
}

/// Returns a link around what is HTML already.
fn anchor(href: &Href, content: &str) -> String {
    format!("<a href=\"{}\">{content}</a>", escape(href.as_str()))
}

//! What BibTeX and BibLaTeX have in common.

mod entry;
mod keys;
mod links;
mod names;
mod text;

pub(super) use entry::Entry;
pub(super) use keys::Keys;
pub(super) use links::links;
pub(super) use text::{cased, latex, pages};

use super::push_part;
use crate::publication::Publication;
use crate::read::other_names;
use crate::rich::RichText;

/// CSL's other people, and the fields for them.
const PEOPLE: [(&str, &str); 4] =
    [("editor", "editor"), ("translator", "translator"), ("bookauthor", "container-author"), ("holder", "holder")];

/// The title, and everybody who is named.
pub(super) fn head(publication: &Publication, entry: &mut Entry) {
    entry.field("title", &text::title(&RichText::parse_inline(&publication.title).0));
    entry.text("shorttitle", publication.other("title-short").as_deref());
    let mut authors = names::names(&publication.authors);
    if publication.has_other_authors {
        push_part(&mut authors, " and ", "others");
    }
    entry.field("author", &authors);
    for (field, variable) in PEOPLE {
        entry.field(field, &names::names(&other_names(publication, variable)));
    }
}

/// Keywords, language, awards, note and abstract. Programs that know no award have it in the note.
pub(super) fn tail(publication: &Publication, entry: &mut Entry) {
    let mut keywords = String::new();
    for keyword in &publication.keywords {
        let keyword = text::escape(&super::line(keyword));
        let keyword = if keyword.contains(',') { format!("{{{keyword}}}") } else { keyword };
        push_part(&mut keywords, ", ", &keyword);
    }
    entry.field("keywords", &keywords);
    entry.text("language", publication.language.as_deref());
    let rich = |source: &Option<Box<str>>| {
        source.as_deref().map(|source| latex(&RichText::parse_block(source).0)).unwrap_or_default()
    };
    let mut note = rich(&publication.note);
    push_part(&mut note, " ", &text::escape(&super::line(&publication.award_note().unwrap_or_default())));
    entry.text("award", Some(&publication.awards.join("; ")));
    entry.field("note", &note);
    entry.field("abstract", &rich(&publication.abstract_text));
}

use leptos::prelude::*;
use offprint_core::library::is_member;
use offprint_core::publication::Publication;
use offprint_core::query::{Facet, Filter};
use offprint_core::search::{Field, Mark};

use super::super::rich_text::marked;
use super::EntryContext;
use crate::words;

/// Returns the authors of an entry, each of whom filters; of one without authors the editors.
pub(super) fn authors(context: EntryContext, publication: &Publication, marks: &[Mark]) -> Option<AnyView> {
    let names = publication.creators();
    let last = names.len().checked_sub(1)?;
    let has_others = publication.has_other_authors();
    let mut parts: Vec<AnyView> = Vec::with_capacity(2 * last + 2);
    for (at, name) in names.iter().enumerate() {
        match at {
            0 => {}
            _ if at == last && !has_others => parts.push(words::AND.into_any()),
            _ => parts.push(words::COMMA.into_any()),
        }
        let shown = name.display();
        let (value, is_member) = untrack(|| {
            context
                .state
                .listing
                .with_list(|list| (list.label(Facet::Author, &shown), is_member(&list.envelope().people, &shown)))
        });
        let mut content = marked(&shown, Field::Author, marks);
        if is_member {
            content = vec![view! { <b class="member" part="member">{content}</b> }.into_any()];
        }
        parts.push(context.filters.link(Filter::Value(Facet::Author, value), &shown, content));
    }
    if has_others {
        parts.push(words::ET_AL.into_any());
    }
    if publication.authors.is_empty() {
        parts.push(words::editors(names.len()).into_any());
    }
    Some(view! { <p class="authors" part="authors">{parts}</p> }.into_any())
}

/// Returns the editors of an entry that has authors too: "edited by Ada Byron and Charles Babbage".
pub(super) fn editors(publication: &Publication, marks: &[Mark]) -> Option<AnyView> {
    let editors = if publication.authors.is_empty() { Vec::new() } else { publication.editors() };
    let names: Vec<_> = editors.iter().map(|name| name.display()).collect();
    (!names.is_empty()).then(|| marked(&words::edited_by(&names), Field::Author, marks).into_any())
}

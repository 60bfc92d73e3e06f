use leptos::prelude::*;
use offprint_core::publication::Publication;
use offprint_core::query::{Facet, Filter};
use offprint_core::search::{Field, Mark};

use super::super::rich_text::marked;
use super::EntryContext;
use crate::words;

/// Returns the authors of an entry, each of whom filters.
pub(super) fn authors(context: EntryContext, publication: &Publication, marks: &[Mark]) -> Option<AnyView> {
    let last = publication.authors.len().checked_sub(1)?;
    let mut parts: Vec<AnyView> = Vec::with_capacity(2 * last + 1);
    for (at, name) in publication.authors.iter().enumerate() {
        match at {
            0 => {}
            _ if at == last => parts.push(words::AND.into_any()),
            _ => parts.push(words::COMMA.into_any()),
        }
        let shown = name.display();
        let value = untrack(|| context.state.listing.with_list(|list| list.label(Facet::Author, &shown)));
        let content = marked(&shown, Field::Author, marks);
        parts.push(context.filters.link(Filter::Value(Facet::Author, value), &shown, content));
    }
    Some(view! { <p class="authors" part="authors">{parts}</p> }.into_any())
}

//! The name of the state: "Trevor Darrell, from 2015".

use leptos::prelude::*;
use offprint_core::library::Collection;
use offprint_core::query::{Facet, Filter};

use super::State;
use super::listing::Listing;
use crate::browser::{document, url};
use crate::words;

impl Listing {
    /// Returns the name of what is asked for; empty for the whole list.
    pub(crate) fn state_name(self) -> String {
        let names: Vec<String> = self.with_list(|list| {
            self.query.with(|query| Filter::all(query).iter().map(|filter| name(filter, list)).collect())
        });
        names.join(words::COMMA)
    }
}

fn name(filter: &Filter, list: &dyn Collection) -> String {
    match filter {
        Filter::Search(text) => words::quoted(text),
        Filter::Value(Facet::Selected, _) => words::SELECTED_PUBLICATIONS.to_owned(),
        Filter::Value(facet, value) => list.label(*facet, value),
        Filter::Years(years) => words::years_in_name(*years),
    }
}

impl State {
    /// Keeps the title of the document and its canonical URL in step with the state: tabs, bookmarks and a phone's Share show them.
    pub(super) fn name_document(self) {
        let Some(document) = document() else { return };
        let title = document.title();
        let canonical = document.query_selector("link[rel=canonical]").ok().flatten();
        let base = canonical.as_ref().and_then(|link| link.get_attribute("href")).unwrap_or_default();
        let canonical = send_wrapper::SendWrapper::new(canonical);
        Effect::new(move |_| {
            let name = self.listing.state_name();
            let query = self.listing.visitor.with(|query| query.to_search());
            if let Some(document) = crate::browser::document() {
                document.set_title(&if name.is_empty() { title.clone() } else { words::titled(&name, &title) });
            }
            if let Some(link) = &*canonical {
                // Refused by no link.
                let _ = link.set_attribute("href", &url::with_search(&base, &query));
            }
        });
    }
}

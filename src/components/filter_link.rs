//! Names that filter.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use offprint_core::query::{Facet, Query, Years, cover};

use crate::browser::events::is_plain_click;
use crate::state::State;
use crate::words;

/// What a name filters by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FilterValue {
    /// A value of a facet.
    Facet(Facet, String),
    /// A year.
    Year(i32),
}

impl FilterValue {
    /// Returns the name under which its value is filtered, where it has one beside the text that shows it.
    fn name(&self) -> Option<&str> {
        match self {
            Self::Facet(_, name) => Some(name),
            Self::Year(_) => None,
        }
    }

    /// Returns the query with this filter alone.
    pub(crate) fn alone(&self) -> Query {
        let mut query = Query::default();
        self.toggle(&mut query);
        query
    }

    fn is_chosen(&self, query: &Query) -> bool {
        match self {
            Self::Facet(facet, name) => !query.values(*facet).is_empty() && query.has(*facet, name),
            Self::Year(year) => cover(&query.years, *year, *year),
        }
    }

    /// Adds the filter to those that are set, or removes it; a year replaces other years.
    fn toggle(&self, query: &mut Query) {
        match self {
            Self::Facet(facet, name) => query.toggle(*facet, name),
            Self::Year(year) if self.is_chosen(query) => {
                query.set_years(offprint_core::query::toggle(&query.years, *year, *year));
            }
            Self::Year(year) => query.set_years(vec![Years::single(*year)]),
        }
    }
}

/// What links that filter need, taken from the context once for all of an entry.
#[derive(Clone, Copy)]
pub(crate) struct FilterLinks(pub(crate) State);

impl FilterLinks {
    /// Returns a control that filters by a value: a link to the list under that filter alone or, where the list's state has
    /// no URL, a button. A plain click toggles the filter beside those that are set.
    ///
    /// Where the value has another name than the text that shows it, its accessible name has both.
    pub(crate) fn link(self, value: FilterValue, shown: &str, content: Vec<AnyView>) -> AnyView {
        let State { mount, listing, navigation, .. } = self.0;
        let name = value.name().filter(|name| *name != shown).map(|name| words::shown_for(shown, name));
        let search = navigation.search_of(&value.alone());
        let clicked = value.clone();
        let current = move || listing.query.with(|query| value.is_chosen(query)).then_some("true");
        let toggle = move |event: MouseEvent| {
            if is_plain_click(&event) {
                event.prevent_default();
                navigation.change(|query| clicked.toggle(query));
            }
        };
        match mount.list_url(&search) {
            Some(href) => view! {
                <a class="filter" dir="auto" href=href aria-label=name aria-current=current on:click=toggle>{content}</a>
            }
            .into_any(),
            None => view! {
                <button type="button" class="filter" dir="auto" aria-label=name aria-current=current on:click=toggle>
                    {content}
                </button>
            }
            .into_any(),
        }
    }
}

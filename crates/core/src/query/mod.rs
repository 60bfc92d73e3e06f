//! What a visitor asks for, and its URL.

mod facet;
mod filter;
mod group;
mod url;
mod years;

pub use facet::Facet;
pub use filter::Filter;
pub use group::GroupBy;
pub use url::{Ignored, UrlQuery, decode_component, encode_component};
pub use years::{Years, cover, toggle};

use crate::fold;

/// The order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Latest first, then as in the file.
    Newest,
    /// Earliest first, then as in the file.
    Oldest,
    /// By title.
    Title,
    /// Best match first.
    Relevance,
}

impl Sort {
    /// Every order, as the page offers them.
    pub const ALL: [Self; 4] = [Self::Newest, Self::Oldest, Self::Title, Self::Relevance];

    /// Returns its name in a URL.
    pub fn name(self) -> &'static str {
        match self {
            Self::Newest => "newest",
            Self::Oldest => "oldest",
            Self::Title => "title",
            Self::Relevance => "relevance",
        }
    }

    /// Returns its name on the page.
    pub fn label(self) -> &'static str {
        match self {
            Self::Newest => "Newest",
            Self::Oldest => "Oldest",
            Self::Title => "Title",
            Self::Relevance => "Relevance",
        }
    }

    /// Returns the order of that name, compared without case.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.name().eq_ignore_ascii_case(name.trim()))
    }
}

/// Everything that decides which entries are listed, and in which order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// The search text as typed.
    pub text: String,
    /// Chosen values by facet, in the order of [`Facet::ALL`].
    values: [Vec<String>; Facet::COUNT],
    /// Chosen years.
    pub years: Vec<Years>,
    /// The order that was asked for, if any.
    pub sort: Option<Sort>,
    /// What the list is to be grouped by, if that was asked for.
    pub group: Option<GroupBy>,
}

impl Query {
    /// Returns the chosen values of a facet.
    pub fn values(&self, facet: Facet) -> &[String] {
        &self.values[facet as usize]
    }

    /// Returns whether a value is chosen; values compare folded.
    pub fn has(&self, facet: Facet, value: &str) -> bool {
        let key = fold::key(value);
        self.values(facet).iter().any(|chosen| fold::key(chosen) == key)
    }

    /// Chooses a value, or takes it back when it is chosen.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        let key = fold::key(value);
        let values = &mut self.values[facet as usize];
        let before = values.len();
        values.retain(|chosen| fold::key(chosen) != key);
        if values.len() == before {
            let at = values.partition_point(|chosen| fold::key(chosen) < key);
            values.insert(at, value.to_owned());
        }
    }

    /// Chooses a value, if it is not chosen already.
    pub fn choose(&mut self, facet: Facet, value: &str) {
        if !self.has(facet, value) {
            self.toggle(facet, value);
        }
    }

    /// Chooses these years and no others; in canonical order, each once.
    pub fn set_years(&mut self, years: impl IntoIterator<Item = Years>) {
        self.years.clear();
        for one in years {
            if let Err(at) = self.years.binary_search(&one) {
                self.years.insert(at, one);
            }
        }
    }

    /// Returns whether there is a text to search for.
    pub fn is_search(&self) -> bool {
        !self.text.trim().is_empty()
    }

    /// Returns whether a text or any filter is set.
    pub fn is_narrowed(&self) -> bool {
        self.is_search() || !self.years.is_empty() || self.values.iter().any(|values| !values.is_empty())
    }

    /// Returns the order in force: the one asked for where it makes sense, else Relevance with a search and Newest
    /// without.
    pub fn order(&self) -> Sort {
        match self.sort {
            Some(Sort::Relevance) | None if self.is_search() => Sort::Relevance,
            Some(Sort::Relevance) | None => Sort::Newest,
            Some(sort) => sort,
        }
    }

    /// Returns whether the order is one of time: in others the entries of a group would not be together.
    pub fn is_by_time(&self) -> bool {
        matches!(self.order(), Sort::Newest | Sort::Oldest)
    }

    /// Returns the same with another search text.
    pub fn with_text(&self, text: String) -> Self {
        Self { text, ..self.clone() }
    }

    /// Returns the same query in the default sort order.
    pub fn without_sort(&self) -> Self {
        Self { sort: None, ..self.clone() }
    }

    /// Returns the same order and groups, but neither text nor filters.
    pub fn cleared(&self) -> Self {
        Self { sort: self.sort, group: self.group, ..Self::default() }
    }

    /// Reads the part of a URL behind `?`; a leading `?` is passed over. See [`UrlQuery`] for what it leaves out.
    pub fn parse(search: &str) -> Self {
        UrlQuery::parse(search).query
    }

    /// Writes it as the part of a URL behind `?`, in canonical order and without defaults.
    pub fn to_search(&self) -> String {
        url::write(self)
    }
}

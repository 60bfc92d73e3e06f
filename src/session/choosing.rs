//! What a visitor chooses. Each choice is a step of its own in history.

use offprint_core::query::{Facet, Query, Sort, Years, toggle};
use offprint_core::search;

use super::{Chip, Session};
use crate::browser::address::{self, Write};

impl Session {
    /// The visitor chooses: one step back undoes it.
    pub fn choose(&self, query: Query) {
        self.flush();
        self.signals().notices.set(Vec::new());
        self.ask(query, || {});
        self.commit(Write::Push);
    }

    /// The same in place of the choice before it, while a range is being extended.
    pub fn amend(&self, query: Query) {
        self.ask(query, || {});
        self.commit(Write::Replace);
    }

    fn changed(&self, change: impl FnOnce(&mut Query)) -> Query {
        let mut query = self.signals().query.get_untracked();
        change(&mut query);
        query
    }

    /// Chooses a value, or takes it back.
    pub fn toggle(&self, facet: Facet, name: &str) {
        self.choose(self.changed(|query| query.toggle(facet, name)));
    }

    /// Chooses years beside those that are chosen, or takes them back.
    pub fn toggle_years(&self, from: i32, to: i32) {
        self.choose(self.changed(|query| query.set_years(toggle(&query.years, from, to))));
    }

    /// Chooses entries without a year, or takes that back.
    pub fn toggle_without_year(&self) {
        self.choose(self.changed(|query| {
            let had = query.years.contains(&Years::Unknown);
            let others = query.years.iter().copied().filter(|years| *years != Years::Unknown);
            query.set_years(others.chain((!had).then_some(Years::Unknown)).collect());
        }));
    }

    /// Chooses a range of years and no other; `amend` puts it in place of the last choice.
    pub fn set_range(&self, from: Option<i32>, to: Option<i32>, amend: bool) {
        let range = match (from, to) {
            (None, None) => Vec::new(),
            (Some(from), Some(to)) => vec![Years::Range(Some(from.min(to)), Some(from.max(to)))],
            _ => vec![Years::Range(from, to)],
        };
        let query = self.changed(|query| query.set_years(range));
        if amend { self.amend(query) } else { self.choose(query) }
    }

    /// Lists in another order.
    pub fn sort(&self, sort: Sort) {
        self.choose(self.changed(|query| query.sort = Some(sort)));
    }

    /// Takes back one of the active filters.
    pub fn remove(&self, chip: &Chip) {
        self.choose(chip.removed_from(&self.signals().query.get_untracked()));
    }

    /// Takes back all filters and the search.
    pub fn clear(&self) {
        self.choose(self.signals().query.with_untracked(Query::cleared));
    }

    /// Searches for another text, as one choice.
    pub fn search_instead(&self, text: String) {
        self.choose(self.changed(|query| query.text = text));
    }

    /// Searches for a folded word as it was typed, and no longer for a near one.
    pub fn search_as_typed(&self, word: &str) {
        self.choose(self.changed(|query| query.text = search::quote(&query.text, word)));
    }

    /// Takes back the filters that hide the entry of the anchor, and goes there.
    pub fn show_hidden(&self, entry: u32) {
        self.clear();
        if let Some(id) = self.with_publication(entry, |publication| publication.id.to_string()) {
            self.visit(&id);
        }
    }

    /// Goes to an entry's own address, and copies it.
    pub fn open_permalink(&self, entry: u32) {
        let Some(id) = self.with_publication(entry, |publication| publication.id.to_string()) else { return };
        let session = *self;
        self.copy(address::absolute(&self.permalink(&id)), "The link");
        self.flush();
        self.signals().notices.set(Vec::new());
        self.write(Write::Push, &self.signals().address.with(|address| address.foreign.clone()), &id);
        self.ask(Query::default(), move || session.visit(&id));
    }
}

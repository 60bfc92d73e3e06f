//! The query, and what follows from it and the list.

use std::sync::Arc;

use leptos::prelude::*;
use offprint_core::library::{Answer, Collection, Library, person};
use offprint_core::message::GroupSummary;
use offprint_core::query::{Facet, GroupBy, Query, Years};
use offprint_core::read::Person;
use offprint_core::search::{Mark, Search};

use super::loading::{Loading, Stage};
use crate::data::ListRef;

/// What an embed host shows of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Scope {
    /// The filters and the search of the host; its sort order and its groups are defaults that the visitor may change.
    pub(crate) query: Query,
    /// Whether a value of it cannot be read: it then admits nothing.
    pub(crate) is_unreadable: bool,
    /// What the permalinks of entries begin with.
    pub(crate) permalinks: Option<String>,
}

/// An answer and how many came before it.
#[derive(Debug, Clone)]
pub(crate) struct Answered {
    pub(crate) version: u32,
    pub(crate) answer: Arc<Answer>,
}

impl PartialEq for Answered {
    fn eq(&self, other: &Self) -> bool {
        self.version == other.version
    }
}

/// What decides how an entry is drawn; entries are drawn anew when its version changes.
#[derive(Clone)]
pub(crate) struct Drawing {
    pub(crate) version: u32,
    pub(crate) list: ListRef,
    pub(crate) marks: Arc<[Mark]>,
    revision: u32,
    /// Whether formulas can be converted.
    has_formulas: bool,
}

impl PartialEq for Drawing {
    fn eq(&self, other: &Self) -> bool {
        self.version == other.version
    }
}

/// The list as it is searched and filtered. Only `visitor` is ever written.
#[derive(Clone, Copy)]
pub(crate) struct Listing {
    /// The list within the host's scope.
    pub(crate) list: Memo<Scoped>,
    /// What the visitor has asked for.
    pub(crate) visitor: RwSignal<Query>,
    /// The same with the host's sort order and groups where the visitor has chosen none.
    pub(crate) query: Memo<Query>,
    /// What the list is grouped by where nothing else is asked for.
    pub(crate) default_group: Memo<GroupBy>,
    /// What it is grouped by in the orders of time.
    pub(crate) group: Memo<GroupBy>,
    /// Its filters alone, which typing leaves the same.
    pub(crate) filters: Memo<Query>,
    /// The answer to it.
    pub(crate) answer: Memo<Answered>,
    /// How its entries are drawn.
    pub(crate) drawing: Memo<Drawing>,
    /// How far the list has come.
    stage: RwSignal<Stage>,
}

/// A list, or the part of one that a host shows; every revision is another one.
#[derive(Clone)]
pub(crate) struct Scoped {
    pub(crate) list: ListRef,
    revision: u32,
}

impl PartialEq for Scoped {
    fn eq(&self, other: &Self) -> bool {
        self.revision == other.revision
    }
}

impl Listing {
    /// Derives everything from a list and a host's scope.
    pub(crate) fn new(loading: Loading, scope: RwSignal<Scope>) -> Self {
        let visitor = RwSignal::new(Query::default());
        let scope = Memo::new(move |_| scope.get());
        let list = Memo::new(move |before: Option<&Scoped>| {
            let revision = before.map_or(0, |before| before.revision + 1);
            Scoped { list: scope.with(|scope| narrowed(loading.list.get(), scope)), revision }
        });
        let query = Memo::new(move |_| {
            let mut query = visitor.get();
            scope.with(|scope| {
                query.sort = query.sort.or(scope.query.sort);
                query.group = query.group.or(scope.query.group);
            });
            query
        });
        let default_group = Memo::new(move |_| {
            let own = scope.with(|scope| scope.query.group);
            list.with(|scoped| scoped.list.envelope().grouping(own))
        });
        let group = Memo::new(move |_| {
            let asked = query.with(|query| query.group);
            list.with(|scoped| scoped.list.envelope().grouping(asked))
        });
        let filters = Memo::new(move |_| {
            let mut filters = query.get();
            filters.text.clear();
            filters
        });
        let answer = Memo::new(move |before: Option<&Answered>| Answered {
            version: before.map_or(0, |before| before.version + 1),
            answer: Arc::new(list.with(|scoped| query.with(|query| scoped.list.answer(query)))),
        });
        let drawing = Memo::new(move |before: Option<&Drawing>| {
            let Scoped { list, revision } = list.get();
            let search = query.with(|query| Search::parse(&query.text));
            let marks: Arc<[Mark]> = answer.with(|answered| search.marks(&answered.answer.widened)).into();
            let has_formulas = loading.formulas.is_loaded();
            let is_same = |before: &Drawing| {
                before.revision == revision && before.marks == marks && before.has_formulas == has_formulas
            };
            let version = before.map_or(0, |before| before.version + u32::from(!is_same(before)));
            Drawing { version, list, marks, revision, has_formulas }
        });
        Self { list, visitor, query, default_group, group, filters, answer, drawing, stage: loading.stage }
    }

    /// Calls `read` with the list.
    pub(crate) fn with_list<T>(self, read: impl FnOnce(&dyn Collection) -> T) -> T {
        self.list.with(|scoped| read(&*scoped.list))
    }

    /// Returns the entry that an anchor leads to.
    pub(crate) fn entry_by_anchor(self, anchor: &str) -> Option<u32> {
        untrack(|| self.with_list(|list| list.entry_by_anchor(anchor)))
    }

    /// Returns the id of an entry.
    pub(crate) fn id(self, entry: u32) -> Option<String> {
        untrack(|| self.with_list(|list| list.publication(entry).map(|publication| publication.id.to_string())))
    }

    /// Returns the title of an entry, without markup.
    pub(crate) fn title(self, entry: u32) -> String {
        let title = |list: &dyn Collection| list.publication(entry).map(|publication| publication.plain_title());
        self.with_list(title).unwrap_or_default()
    }

    /// Returns how many entries the query finds.
    pub(crate) fn total(self) -> usize {
        self.answer.with(|answered| answered.answer.total)
    }

    /// Returns the entries of the answer, in order.
    pub(crate) fn entries(self) -> Vec<u32> {
        self.answer.with(|answered| answered.answer.entries().collect())
    }

    /// Returns the groups of the answer.
    pub(crate) fn groups(self) -> Vec<GroupSummary> {
        self.answer.with(|answered| answered.answer.groups.iter().map(GroupSummary::from).collect())
    }

    /// Returns where an entry is in the answer.
    pub(crate) fn position(self, entry: u32) -> Option<usize> {
        untrack(|| self.answer.with(|answered| answered.answer.entries().position(|it| it == entry)))
    }

    /// Returns whether the list is there and the query finds nothing in it.
    pub(crate) fn is_without_results(self) -> bool {
        self.stage.with(|stage| *stage == Stage::Ready) && self.total() == 0
    }

    /// Returns the chosen values of a facet, by number.
    pub(crate) fn chosen(self, facet: Facet) -> Vec<u32> {
        let mut chosen = Vec::new();
        self.with_list(|list| {
            self.filters.with(|query| {
                for id in query.values(facet).iter().filter_map(|name| list.find(facet, name)) {
                    if let Err(at) = chosen.binary_search(&id) {
                        chosen.insert(at, id);
                    }
                }
            });
        });
        chosen
    }

    /// Returns how many results a value of a facet would leave.
    pub(crate) fn count(self, facet: Facet, value: u32) -> u32 {
        self.answer.with(|answered| answered.answer.counts.of(facet).get(value as usize).copied().unwrap_or(0))
    }

    /// Returns how many results a bar of the histogram would leave.
    pub(crate) fn bar_count(self, at: usize) -> u32 {
        self.answer.with(|answered| answered.answer.counts.bars.get(at).copied().unwrap_or(0))
    }

    /// Returns the ends of the chosen range of years, where exactly one is chosen.
    pub(crate) fn year_range(self) -> (Option<i32>, Option<i32>) {
        self.filters.with(|query| match query.years[..] {
            [Years::Range(from, to)] => (from, to),
            _ => (None, None),
        })
    }

    /// Returns what is known of the only chosen author.
    pub(crate) fn person(self) -> Option<Person> {
        self.filters.with(|query| match query.values(Facet::Author) {
            [only] => self.with_list(|list| person(&list.envelope().people, only).cloned()),
            _ => None,
        })
    }
}

/// Returns the part of a list that a scope admits, as a list of its own.
fn narrowed(list: ListRef, scope: &Scope) -> ListRef {
    match scope.is_unreadable {
        true => Arc::new(Library::part(&*list, |_| false)),
        false if !scope.query.is_narrowed() => list,
        false => {
            let answer = list.answer(&scope.query);
            let mut is_found = vec![false; list.len()];
            answer.entries().for_each(|entry| is_found[entry as usize] = true);
            Arc::new(Library::part(&*list, |entry| is_found[entry as usize]))
        }
    }
}

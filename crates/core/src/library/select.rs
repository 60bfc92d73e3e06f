//! Answering a query: which entries, in which order, and what each further choice would leave.

use super::order::by_score;
use super::set::Set;
use super::{Catalog, Group};
use crate::query::{Facet, Query, Sort};
use crate::search::{self, Corpus, Hits, Search, Widened};

/// The answer to a query.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// The entries in order, in one group when the list is flat.
    pub groups: Vec<Group>,
    /// How many entries there are in all groups.
    pub total: usize,
    /// What each choice would leave.
    pub counts: Counts,
    /// Words that are searched in another spelling too.
    pub widened: Vec<Widened>,
    /// A spelling that finds something where the query's finds nothing.
    pub suggestion: Option<String>,
}

impl Answer {
    /// Returns the entries in order.
    pub fn entries(&self) -> impl Iterator<Item = u32> {
        self.groups.iter().flat_map(|group| &group.entries).copied()
    }
}

/// For each value how many results carry it once it is chosen, indexed as the library's own lists are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    facets: [Vec<u32>; Facet::COUNT],
    /// By bar of the histogram.
    pub bars: Vec<u32>,
    /// Entries without a year.
    pub without_year: u32,
}

impl Counts {
    /// Returns counts that were made elsewhere: by facet and value, by bar, and of entries without a year.
    pub fn new(facets: [Vec<u32>; Facet::COUNT], bars: Vec<u32>, without_year: u32) -> Self {
        Self { facets, bars, without_year }
    }

    /// By value of the facet's column.
    pub fn of(&self, facet: Facet) -> &[u32] {
        &self.facets[facet as usize]
    }
}

impl Catalog {
    /// Answers a query, by whatever knows the entries' words.
    pub(crate) fn answer(&self, corpus: &dyn Corpus, query: &Query) -> Answer {
        let mut answer = self.find(corpus, query);
        if answer.total == 0 && query.is_search() {
            let finds = |text: &str| self.find(corpus, &query.with_text(text.to_owned())).total > 0;
            answer.suggestion = search::suggest(corpus, &query.text, &finds);
        }
        answer
    }

    fn find(&self, corpus: &dyn Corpus, query: &Query) -> Answer {
        let search = Search::parse(&query.text);
        if !query.is_search() {
            return self.select(query, None);
        }
        if search.clauses.is_empty() {
            return self.select(query, Some(&Hits::none()));
        }
        let hits = search::find(corpus, &search);
        Answer { widened: hits.widened.clone(), ..self.select(query, Some(&hits)) }
    }

    /// Lists what a query's filters admit of the hits, or of all entries where there are none, and counts what each
    /// further choice would leave. Cost: one pass over all entries.
    fn select(&self, query: &Query, hits: Option<&Hits>) -> Answer {
        let listed = self.listed(query, hits);
        let mut entries = listed.set.in_order(self.orders.by(query.order(), &self.titles));
        if let (Sort::Relevance, Some(hits)) = (query.order(), hits) {
            by_score(&mut entries, hits.scores());
        }
        let total = entries.len();
        Answer { total, groups: self.groups(entries, query), counts: self.counts(&listed), ..Answer::default() }
    }

    /// Returns the entries that the filters of a query admit.
    pub(super) fn admitted(&self, query: &Query) -> Set {
        self.listed(query, None).set
    }

    fn listed(&self, query: &Query, hits: Option<&Hits>) -> Listed {
        let chosen = Chosen::all(self, query);
        let mut near = Vec::new();
        let set = Set::of(self.len() as u32, |entry| {
            if hits.is_some_and(|hits| !hits.contains(entry)) {
                return false;
            }
            let missed = self.missed(entry, query, &chosen);
            if !matches!(missed, Missed::Nothing | Missed::More) {
                near.push((entry, missed));
            }
            missed == Missed::Nothing
        });
        Listed { set, near }
    }

    /// Returns which filters keep an entry out. An entry that only one group of OR-ed values keeps out still counts in
    /// that group, since choosing its value there would let it in.
    fn missed(&self, entry: u32, query: &Query, chosen: &[Chosen]) -> Missed {
        let mut missed = Missed::Nothing;
        for chosen in chosen {
            if !chosen.admits(self.column(chosen.facet).of(entry)) {
                let miss = if chosen.facet.needs_all() { Missed::More } else { Missed::Facet(chosen.facet) };
                missed = missed.and(miss);
            }
        }
        if !query.years.is_empty() && !query.years.iter().any(|years| years.contains(self.year(entry))) {
            missed = missed.and(Missed::Year);
        }
        missed
    }

    fn counts(&self, listed: &Listed) -> Counts {
        let mut counts = Counts::default();
        for facet in Facet::ALL {
            let column = self.column(facet);
            counts.facets[facet as usize] =
                listed.count(Missed::Facet(facet), column.totals(), &|entry| column.of(entry));
        }
        counts.bars = listed.count(Missed::Year, &self.years.totals, &|entry| self.years.of(entry));
        counts.without_year = counts.bars.pop().unwrap_or(0);
        counts
    }
}

/// Entries that are listed, and those that one choice would list.
struct Listed {
    set: Set,
    near: Vec<(u32, Missed)>,
}

impl Listed {
    /// Returns how many entries carry each value, of those that are listed once this one group of filters admits
    /// everything. `totals` are the counts over all entries, and `of` gives what an entry carries.
    fn count<'a>(&self, missed: Missed, totals: &[u32], of: &dyn Fn(u32) -> &'a [u32]) -> Vec<u32> {
        if totals.is_empty() {
            return Vec::new();
        }
        // Where most entries are listed, the others are fewer to look at.
        let is_most = self.set.is_most();
        let mut counts = if is_most { totals.to_vec() } else { vec![0; totals.len()] };
        let step = if is_most { u32::MAX } else { 1 };
        let mut add = |entry: u32, step: u32| {
            of(entry).iter().for_each(|value| counts[*value as usize] = counts[*value as usize].wrapping_add(step));
        };
        self.set.each(is_most, &mut |entry| add(entry, step));
        self.near.iter().filter(|(_, other)| *other == missed).for_each(|(entry, _)| add(*entry, 1));
        counts
    }
}

/// What keeps an entry out of the results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Missed {
    Nothing,
    Facet(Facet),
    Year,
    More,
}

impl Missed {
    fn and(self, other: Self) -> Self {
        if matches!(self, Self::Nothing) { other } else { Self::More }
    }
}

/// The chosen values of a facet, as numbers; there is at least one.
struct Chosen {
    facet: Facet,
    values: Vec<u32>,
    /// Values that no entry carries.
    unknown: usize,
}

impl Chosen {
    /// Returns what is chosen in each facet in which something is.
    fn all(catalog: &Catalog, query: &Query) -> Vec<Self> {
        let mut all = Vec::new();
        for facet in Facet::ALL {
            let names = query.values(facet);
            if !names.is_empty() {
                let values: Vec<u32> = names.iter().filter_map(|name| catalog.column(facet).find(name)).collect();
                all.push(Self { facet, unknown: names.len() - values.len(), values });
            }
        }
        all
    }

    fn admits(&self, carried: &[u32]) -> bool {
        if self.facet.needs_all() {
            self.unknown == 0 && self.values.iter().all(|value| carried.contains(value))
        } else {
            self.values.iter().any(|value| carried.contains(value))
        }
    }
}

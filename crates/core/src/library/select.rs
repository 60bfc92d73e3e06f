//! Answering a query: which entries, in which order, and what each further choice would leave.

use super::Library;
use super::order::sort;
use crate::query::{Facet, Query, Sort};
use crate::search::{Mark, Search, Widened};

/// The answer to a query.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// The entries in order, in one group when the list is flat.
    pub groups: Vec<Group>,
    /// How many entries there are in all groups.
    pub total: usize,
    /// What each choice would leave.
    pub counts: Counts,
    /// What to mark.
    pub marks: Vec<Mark>,
    /// Words that were searched beside those that were typed.
    pub widened: Vec<Widened>,
    /// A spelling that finds something where the query's finds nothing.
    pub suggestion: Option<String>,
}

/// Entries under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Group {
    /// Heading; none for a flat list and for a section without a title.
    pub title: Option<String>,
    /// Entries in order.
    pub entries: Vec<u32>,
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
    /// By value of the facet's column.
    pub fn of(&self, facet: Facet) -> &[u32] {
        &self.facets[facet as usize]
    }
}

impl Library {
    /// Answers a query. Cost: one pass over all entries.
    pub fn answer(&self, query: &Query) -> Answer {
        let mut answer = self.select(query);
        if answer.total == 0 && query.is_search() {
            let finds = |text: &str| self.select(&query.with_text(text.to_owned())).total > 0;
            answer.suggestion = self.texts.suggest(&query.text, &finds);
        }
        answer
    }

    fn select(&self, query: &Query) -> Answer {
        let search = Search::parse(&query.text);
        let year = |entry: u32| self.publications[entry as usize].year();
        let hits = (!search.clauses.is_empty()).then(|| self.texts.find(&search, &year));
        let chosen = Chosen::all(self, query);
        let mut entries = Vec::new();
        let mut counts = self.no_counts();
        for &entry in self.orders.by(query.order(), &self.publications) {
            if hits.as_ref().is_some_and(|hits| !hits.contains(entry)) {
                continue;
            }
            match self.missed(entry, query, &chosen) {
                Missed::Nothing => {
                    entries.push(entry);
                    for facet in Facet::ALL {
                        self.count_facet(facet, entry, &mut counts);
                    }
                    self.count_year(entry, &mut counts);
                }
                Missed::Facet(facet) => self.count_facet(facet, entry, &mut counts),
                Missed::Year => self.count_year(entry, &mut counts),
                Missed::More => {}
            }
        }
        if let (Sort::Relevance, Some(hits)) = (query.order(), &hits) {
            sort(&mut entries, &|a, b| hits.score(b).cmp(&hits.score(a)));
        }
        let widened = hits.map(|hits| hits.widened).unwrap_or_default();
        let marks = search.marks(&widened);
        Answer { total: entries.len(), groups: self.groups(entries, query), counts, marks, widened, suggestion: None }
    }

    /// Which filters keep an entry out. An entry that only one group of OR-ed values keeps out still counts in that
    /// group, since choosing its value there would let it in.
    fn missed(&self, entry: u32, query: &Query, chosen: &[Chosen]) -> Missed {
        let mut missed = Missed::Nothing;
        for chosen in chosen {
            if !chosen.admits(self.column(chosen.facet).of(entry)) {
                let miss = if chosen.facet.needs_all() { Missed::More } else { Missed::Facet(chosen.facet) };
                missed = missed.and(miss);
            }
        }
        let year = self.publications[entry as usize].year();
        if !query.years.is_empty() && !query.years.iter().any(|years| years.contains(year)) {
            missed = missed.and(Missed::Year);
        }
        missed
    }

    fn no_counts(&self) -> Counts {
        Counts {
            facets: Facet::ALL.map(|facet| vec![0; self.column(facet).values().len()]),
            bars: vec![0; self.histogram.bars().len()],
            without_year: 0,
        }
    }

    fn count_facet(&self, facet: Facet, entry: u32, counts: &mut Counts) {
        let counts = &mut counts.facets[facet as usize];
        self.column(facet).of(entry).iter().for_each(|value| counts[*value as usize] += 1);
    }

    fn count_year(&self, entry: u32, counts: &mut Counts) {
        match self.publications[entry as usize].year() {
            Some(year) => counts.bars[self.histogram.bar_of(year)] += 1,
            None => counts.without_year += 1,
        }
    }

    /// Sections show while nothing is searched and the list is in the order of time.
    fn groups(&self, entries: Vec<u32>, query: &Query) -> Vec<Group> {
        let sections = &self.envelope.sections;
        if entries.is_empty() {
            return Vec::new();
        }
        if sections.is_empty() || query.is_search() || !matches!(query.order(), Sort::Newest | Sort::Oldest) {
            return vec![Group { title: None, entries }];
        }
        let column = self.column(Facet::Section);
        let values: Vec<_> = sections.iter().map(|section| column.find(&section.id)).collect();
        // Entries of no known section join the first one without a heading, else they stand before all others.
        let untitled = sections.iter().position(|section| section.title.is_none());
        let mut groups = vec![Group::default()];
        groups.extend(sections.iter().map(|section| Group { title: section.title.clone(), entries: Vec::new() }));
        for entry in entries {
            let own = column.of(entry).first();
            let at = values.iter().position(|value| value.is_some() && value.as_ref() == own).or(untitled);
            groups[at.map_or(0, |at| at + 1)].entries.push(entry);
        }
        groups.retain(|group| !group.entries.is_empty());
        groups
    }
}

/// What keeps an entry out of the results.
#[derive(Clone, Copy)]
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
    /// What is chosen in each facet in which something is.
    fn all(library: &Library, query: &Query) -> Vec<Self> {
        let mut all = Vec::new();
        for facet in Facet::ALL {
            let names = query.values(facet);
            if !names.is_empty() {
                let values: Vec<u32> = names.iter().filter_map(|name| library.column(facet).find(name)).collect();
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

//! A long list: its entries compressed, its words indexed, read while it arrives and indexed slice by slice.
//!
//! The way of an entry: [`Cutter`] cuts it out of the file, it is read once for the catalog and the index of heads, and
//! put away in [`Store`] as it was. Once the file has ended the list can be used; abstracts are indexed behind it, from
//! the store, and are found from then on.

mod abstracts;
mod alphabet;
mod arena;
mod batch;
mod cutter;
mod decoder;
mod entry;
mod find;
mod frequent;
mod letters;
mod places;
mod postings;
mod store;
mod terms;

use crate::json;
use crate::library::{Answer, Catalog, CatalogBuilder, canonical_name};
use crate::problem::{Fault, Loss, Place, Problem};
use crate::publication::Publication;
use crate::query::Query;
use crate::read::{self, Anchors, Envelope, Log, Unreadable, own_abstract};
use crate::search::{Field, each_text, with_plain};
use abstracts::Abstracts;
use cutter::{Cutter, Item};
use find::Indexed;
use postings::Postings;
use store::Store;

/// Problems beyond these are counted, but not kept: whoever edits the file begins with the first ones.
const MOST_PROBLEMS: usize = 1_000;

/// A list while it arrives.
#[derive(Debug, Default)]
pub struct Intake {
    cutter: Cutter,
    entries: Entries,
}

/// What was made of the entries so far.
#[derive(Debug, Default)]
struct Entries {
    anchors: Anchors,
    /// Positions in the file of entries that were left out.
    left_out: Vec<usize>,
    /// How many was in the file.
    count: usize,
    store: Store,
    catalog: CatalogBuilder,
    postings: Postings,
    problems: Vec<Problem>,
    /// The envelope as far as it is before the list.
    envelope: Option<Envelope>,
}

impl Intake {
    /// Takes the next piece of the file, in pieces of any size; each costs time in proportion to its length.
    pub fn feed(&mut self, piece: &[u8]) {
        let entries = &mut self.entries;
        self.cutter.feed(piece, &mut |cutter, item| entries.take(cutter, item));
    }

    /// Ends the file. What is left to do is to sort the catalog, which takes some 100 ms for 100,000 entries.
    ///
    /// # Errors
    /// Only where no list can be found in it. Faults inside the list are [`Packed::problems`].
    pub fn end(mut self) -> Result<Packed, Unreadable> {
        let entries = &mut self.entries;
        self.cutter.end(&mut |cutter, item| entries.take(cutter, item));
        let envelope = self.read_envelope()?;
        let problems = &mut self.entries.problems;
        if let Some(place) = self.cutter.not_utf8() {
            problems.insert(0, whole(place, Loss::Nothing, Fault::NotUtf8));
        }
        if let Some((place, end)) = self.cutter.broken()
            && problems.iter().all(|problem| problem.loss != Loss::Rest)
        {
            let fault = if end == json::End::CutShort { Fault::CutShort } else { Fault::Syntax };
            problems.push(whole(place, Loss::Rest, fault));
        }
        problems.sort_by_key(|problem| (problem.place.line, problem.place.column));
        Ok(Packed { envelope: self.cutter.envelope().to_owned(), ..self.entries.finish(envelope) })
    }

    /// Adds an entry that comes out of no file: it is indexed with its abstract, but its text is not kept.
    pub fn add(&mut self, publication: &Publication) {
        self.entries.index(publication);
        let entry = self.entries.postings.entries() as u32 - 1;
        let text = publication.abstract_text.iter();
        text.for_each(|text| with_plain(text, &mut |text| self.entries.postings.add_body(entry, text)));
    }

    /// Ends a list of which all entries were added by [`Intake::add`].
    pub fn end_added(self) -> Packed {
        let packed = self.entries.finish(Envelope::default());
        Packed { indexed: packed.catalog.len() as u32, ..packed }
    }

    fn read_envelope(&mut self) -> Result<Envelope, Unreadable> {
        let text = self.cutter.envelope();
        if text.is_empty() && self.cutter.has_list() {
            return Ok(Envelope::default());
        }
        let reading = read::read(text.as_bytes())?;
        let placed = |problem: Problem| Problem { place: self.cutter.original_place(problem.place), ..problem };
        self.entries.problems.extend(reading.problems.into_iter().map(placed));
        Ok(reading.envelope)
    }
}

fn whole(place: Place, loss: Loss, fault: Fault) -> Problem {
    Problem { entry: None, field: String::new(), place, loss, fault }
}

impl Entries {
    fn take(&mut self, cutter: &Cutter, item: Item<'_>) {
        let position = self.count;
        self.count += 1;
        self.know_people(cutter);
        let mut log = Log::new(item.raw);
        let publication = self.anchors.read(position, item.raw, item.cut, &mut log);
        let problems = log.finish();
        // An entry in which the file breaks off is reported as the break, and is not counted.
        if problems.iter().any(|problem| problem.loss == Loss::Entry) {
            self.left_out.push(position);
        }
        self.note(problems, item.place);
        if let Some(publication) = publication {
            self.store.push(item.raw);
            self.index(&publication);
        }
    }

    /// Reads `people` before the first entry, so that all spellings of a name count as one.
    fn know_people(&mut self, cutter: &Cutter) {
        if self.envelope.is_none() {
            let before = read::read(cutter.envelope_so_far().as_bytes()).map(|reading| reading.envelope);
            let envelope = before.unwrap_or_default();
            self.catalog.know(&envelope.people);
            self.envelope = Some(envelope);
        }
    }

    fn note(&mut self, problems: Vec<Problem>, base: Place) {
        for problem in problems.into_iter().take(MOST_PROBLEMS.saturating_sub(self.problems.len())) {
            let Place { line, column } = problem.place;
            let column = if line == 1 { base.column + column - 1 } else { column };
            self.problems.push(Problem { place: Place { line: base.line + line - 1, column }, ..problem });
        }
    }

    fn finish(mut self, envelope: Envelope) -> Packed {
        self.postings.flush();
        Packed {
            anchors: self.anchors,
            left_out: self.left_out,
            store: self.store,
            catalog: self.catalog.finish(envelope),
            postings: self.postings,
            problems: self.problems,
            ..Packed::default()
        }
    }

    fn index(&mut self, publication: &Publication) {
        self.catalog.add(publication);
        let people = self.envelope.as_ref().map(|envelope| &envelope.people[..]).unwrap_or_default();
        let mut head = self.postings.head();
        each_text(publication, &|name| canonical_name(people, name), &mut |field, part| {
            if field != Field::Abstract {
                head.add(field, part);
            }
        });
    }
}

/// A long list that has arrived.
#[derive(Debug, Default)]
pub struct Packed {
    anchors: Anchors,
    left_out: Vec<usize>,
    store: Store,
    catalog: Catalog,
    postings: Postings,
    problems: Vec<Problem>,
    envelope: String,
    abstracts: Abstracts,
    /// Entries whose abstracts are indexed.
    indexed: u32,
}

impl Packed {
    /// Returns what the entries can be filtered by.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// Returns what is not as it should be, in file order; the first thousand.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Returns the file without its list: what [`read::read`] gives the envelope of; empty for a bare list.
    pub fn envelope_text(&self) -> &str {
        &self.envelope
    }

    /// Returns how many entries were left out.
    pub fn left_out(&self) -> usize {
        self.left_out.len()
    }

    /// Returns the entry that an anchor leads to, be it an id or an alias.
    pub fn by_anchor(&self, anchor: &str) -> Option<u32> {
        entry_of(&self.anchors, &self.left_out, anchor)
    }

    /// Returns the entries that come near a search that finds nothing, by what is indexed so far.
    pub fn closest(&self, query: &Query) -> Vec<u32> {
        self.catalog.closest(&Indexed { postings: &self.postings, catalog: &self.catalog }, query)
    }

    /// Answers a query by what is indexed so far.
    pub fn answer(&self, query: &Query) -> Answer {
        self.catalog.answer(&Indexed { postings: &self.postings, catalog: &self.catalog }, query)
    }

    /// Indexes the abstracts of some more entries, and in the end sorts the words: about a millisecond's work. Gives what
    /// is done of the whole in thousandths; 1000 once there is nothing left to do.
    pub fn step(&mut self) -> u32 {
        const ENTRIES: u32 = 24;
        let entries = self.catalog.len() as u32;
        if self.indexed < entries {
            let end = entries.min(self.indexed + ENTRIES);
            (self.indexed..end).for_each(|entry| self.index_abstract(entry));
            self.indexed = end;
            if end == entries {
                self.postings.flush();
            }
            return (u64::from(end) * 980 / u64::from(entries)) as u32;
        }
        if self.postings.sort_terms() { 990 } else { 1000 }
    }

    /// Takes a piece of a file of abstracts, an object of texts by id, before anything is indexed. An entry's own abstract
    /// stays.
    pub fn feed_abstracts(&mut self, piece: &[u8]) {
        let Self { abstracts, anchors, left_out, .. } = self;
        abstracts.feed(piece, &|id| entry_of(anchors, left_out, id));
    }

    /// Ends the file of abstracts; whether it was whole. Of one that breaks off, what is before the break is taken.
    pub fn end_abstracts(&mut self) -> bool {
        let Self { abstracts, anchors, left_out, .. } = self;
        abstracts.end(&|id| entry_of(anchors, left_out, id))
    }

    fn index_abstract(&mut self, entry: u32) {
        let own = |raw: &str| own_abstract(raw);
        let text = self.store.with(entry, own).flatten().or_else(|| self.abstracts.with(entry, str::to_owned));
        if let Some(text) = text {
            with_plain(&text, &mut |text| self.postings.add_body(entry, text));
        }
    }
}

/// Returns the number of the entry that holds an anchor: its position in the file, less those left out before it.
fn entry_of(anchors: &Anchors, left_out: &[usize], anchor: &str) -> Option<u32> {
    let position = anchors.holder(anchor)?;
    Some((position - left_out.partition_point(|left_out| *left_out < position)) as u32)
}

//! A long list, as JavaScript calls it.

use offprint_core::format::Format;
use offprint_core::library::Choices;
use offprint_core::message::ListSummary;
use offprint_core::packed::{Intake, Packed};
use offprint_core::query::{Facet, Query};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::answer::EngineAnswer;
use crate::json::{named, to_json};
use crate::memory::Memory;

/// A list, while it arrives and afterwards.
///
/// Call [`Engine::feed`] for each piece of the file, [`Engine::end`], then, where abstracts are in a file of their own,
/// [`Engine::feed_abstracts`] and [`Engine::end_abstracts`], then [`Engine::step`] until it returns 1000. The list answers
/// queries from `end` on; abstracts are found once they are indexed.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Engine {
    pub(crate) intake: Intake,
    pub(crate) list: Packed,
    pub(crate) memory: Memory,
}

#[wasm_bindgen]
impl Engine {
    /// Returns an engine without a list.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the next piece of the file. Cost: in proportion to its length.
    pub fn feed(&mut self, piece: &[u8]) {
        self.memory.reserve();
        self.intake.feed(piece);
    }

    /// Ends the file and returns the JSON of a [`ListSummary`]. Cost: some 100 ms for 100,000 entries.
    ///
    /// # Errors
    /// Never; the JSON says where the file is not a list.
    pub fn end(&mut self) -> Result<String, JsError> {
        self.memory.reserve();
        let summary = match std::mem::take(&mut self.intake).end() {
            Ok(list) => {
                self.list = list;
                ListSummary::from(&self.list)
            }
            Err(why) => ListSummary::from(&why),
        };
        to_json(&summary)
    }

    /// Takes the next piece of the file of abstracts.
    pub fn feed_abstracts(&mut self, piece: &[u8]) {
        self.memory.reserve();
        self.list.feed_abstracts(piece);
    }

    /// Ends the file of abstracts and returns whether it was whole. What precedes a fault is kept.
    pub fn end_abstracts(&mut self) -> bool {
        self.memory.reserve();
        self.list.end_abstracts()
    }

    /// Indexes abstracts for about a millisecond and returns the progress in thousandths; 1000 once all is done.
    pub fn step(&mut self) -> u32 {
        self.memory.reserve();
        self.list.step()
    }

    /// Answers a query, given as the query string of a URL.
    ///
    /// # Errors
    /// Never.
    pub fn answer(&self, query: &str) -> Result<EngineAnswer, JsError> {
        EngineAnswer::new(self.list.answer(&Query::parse(query)))
    }

    /// Returns the entries that come near a search that finds nothing; the query is given as the query string of a URL.
    pub fn closest(&self, query: &str) -> Vec<u32> {
        self.list.closest(&Query::parse(query))
    }

    /// Returns the CSL-JSON text of an entry as it is in the file, with its abstract from the file of abstracts.
    pub fn entry(&self, entry: u32) -> Option<String> {
        self.list.entry_text(entry)
    }

    /// Returns the year of an entry.
    pub fn year(&self, entry: u32) -> Option<i32> {
        self.list.catalog().year(entry)
    }

    /// Returns the entry with this id or alias.
    pub fn entry_by_anchor(&self, anchor: &str) -> Option<u32> {
        self.list.by_anchor(anchor)
    }

    /// Returns the number of a facet's value by its name or another spelling.
    ///
    /// # Errors
    /// If there is no such facet.
    pub fn find(&self, facet: &str, name: &str) -> Result<Option<u32>, JsError> {
        Ok(self.list.catalog().column(named(Facet::parse, facet)?).find(name))
    }

    /// Returns a facet's value in the list's own spelling; the name itself where the list does not have the value.
    ///
    /// # Errors
    /// If there is no such facet.
    pub fn label(&self, facet: &str, name: &str) -> Result<String, JsError> {
        Ok(self.list.catalog().label(named(Facet::parse, facet)?, name))
    }

    /// Returns the values that a filter offers, as [`Choices`] has it; the JSON of a `Vec<FacetValue>`.
    ///
    /// # Errors
    /// If there is no such facet.
    pub fn options(
        &self,
        facet: &str,
        narrow: &str,
        first: &[u32],
        counts: &[u32],
        with_zeros: bool,
        most: usize,
    ) -> Result<String, JsError> {
        let choices = Choices { narrow, first, counts, with_zeros, most };
        to_json(&self.list.catalog().options(named(Facet::parse, facet)?, &choices))
    }

    /// Writes entries in a format. For many entries this takes less memory than [`write_format`](crate::write_format) on
    /// their texts.
    ///
    /// # Errors
    /// If there is no such format.
    pub fn write_format(&self, format: &str, entries: Vec<u32>) -> Result<String, JsError> {
        let format = named(Format::parse, format)?;
        Ok(format.write(entries.into_iter().filter_map(|entry| self.list.publication(entry))))
    }
}

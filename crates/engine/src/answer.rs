//! The answer to a query, as JavaScript reads it.

use offprint_core::library::Answer;
use offprint_core::message::AnswerMessage;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::json::to_json;

/// The answer to a query: [`AnswerMessage`], part by part. The caller frees it once it has read the parts.
#[wasm_bindgen]
#[derive(Debug)]
pub struct EngineAnswer {
    summary: String,
    entries: Vec<u32>,
    counts: Vec<u32>,
    bars: Vec<u32>,
}

impl EngineAnswer {
    pub(crate) fn new(answer: Answer) -> Result<Self, JsError> {
        let AnswerMessage { summary, entries, counts, bars } = answer.into();
        Ok(Self { summary: to_json(&summary)?, entries, counts, bars })
    }
}

#[wasm_bindgen]
impl EngineAnswer {
    /// Returns the JSON of an [`AnswerSummary`](offprint_core::message::AnswerSummary).
    #[wasm_bindgen(getter)]
    pub fn summary(&self) -> String {
        self.summary.clone()
    }

    /// Returns the entries of all groups, one group after the other.
    #[wasm_bindgen(getter)]
    pub fn entries(&self) -> Vec<u32> {
        self.entries.clone()
    }

    /// Returns the counts of all facets' values, one facet after the other.
    #[wasm_bindgen(getter)]
    pub fn counts(&self) -> Vec<u32> {
        self.counts.clone()
    }

    /// Returns the counts of the histogram's bars.
    #[wasm_bindgen(getter)]
    pub fn bars(&self) -> Vec<u32> {
        self.bars.clone()
    }
}

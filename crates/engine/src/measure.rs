//! Filling the engine with documents that are in memory already, as the benchmark fills other search engines.

use offprint_core::message::ListSummary;
use offprint_core::publication::{Date, Name, Publication};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::engine::Engine;
use crate::json::to_json;

#[wasm_bindgen]
impl Engine {
    /// Adds a document.
    pub fn add(&mut self, title: &str, venue: &str, text: &str, authors: Vec<String>, year: Option<i32>) {
        self.memory.reserve();
        self.intake.add(&Publication {
            title: title.into(),
            container: (!venue.is_empty()).then(|| venue.into()),
            abstract_text: (!text.is_empty()).then(|| text.into()),
            authors: authors.into_iter().map(|name| Name::Literal(name.into())).collect(),
            issued: year.and_then(|year| Date::new(year, 0, 0)),
            ..Publication::default()
        });
    }

    /// Ends the documents, indexes them and returns the JSON of a `ListSummary`.
    ///
    /// # Errors
    /// Never.
    pub fn finish(&mut self) -> Result<String, JsError> {
        self.memory.reserve();
        self.list = std::mem::take(&mut self.intake).end_added();
        while self.list.step() < 1000 {}
        to_json(&ListSummary::from(&self.list))
    }
}

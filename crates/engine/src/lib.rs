//! The engine for long lists, and the writer of formats: a wasm module that the page loads on demand.
//!
//! [`Engine`] holds a list that is too long for the page's own memory and answers queries on it. The functions of
//! [`write`] are stateless: they serve short lists too, so that the page itself does not contain the formats.
//!
//! Nested messages are JSON strings of the types in [`offprint_core::message`]; long columns of numbers are typed arrays.

mod answer;
mod engine;
mod json;
#[cfg(feature = "bench")]
mod measure;
mod memory;
#[cfg(test)]
mod tests;
mod write;

pub use answer::EngineAnswer;
pub use engine::Engine;
pub use write::{bibliography, stored_references, write_format};

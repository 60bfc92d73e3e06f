//! The engine for long lists: a wasm module of its own, which the page loads when a list is long.
//!
//! It imports nothing. The host writes input into a buffer that [`reserve`](exports::reserve) gives it the address of, calls
//! a function, and reads what it answers from two more buffers, one of numbers and one of text. Numbers are 32 bits,
//! little-endian; an entry that there is not is [`NONE`].

mod engine;
mod exports;
mod measure;
mod memory;
mod output;
mod styled;

pub use engine::Engine;
pub use output::{NONE, Output};

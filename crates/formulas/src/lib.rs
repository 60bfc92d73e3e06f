//! TeX formulas as MathML.
//!
//! A formula becomes a tree of the elements and attributes in an allow-list, never markup. Natively the tree is rendered into the
//! published page; as a wasm module, which the page loads where a list has formulas, it becomes nodes of the document.

mod convert;
#[cfg(target_arch = "wasm32")]
mod exports;
mod tree;

pub use convert::convert;
#[cfg(target_arch = "wasm32")]
pub use exports::{formula, start};
pub use tree::{ATTRIBUTES, Child, Element};

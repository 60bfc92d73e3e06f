//! Formatted references in citation styles.
//!
//! They are written when the page is built, since the formatter is many times larger than the page. As a wasm module, which
//! the page loads on demand, it writes those of a list that was replaced later.

mod adapt;
mod complete;
mod dates;
#[cfg(target_arch = "wasm32")]
mod exports;
mod files;
mod formatter;
mod html;
mod item;
mod json;
mod links;
mod mask;
mod names;
mod numbers;
mod quotes;
mod style;
#[cfg(test)]
mod tests;

#[cfg(target_arch = "wasm32")]
pub use exports::format_references;
pub use files::files;
pub use formatter::Formatter;
pub use json::format_json;
pub use style::{archived, locale};

/// One reference.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reference {
    /// The words alone.
    pub plain: String,
    /// With the inline HTML that rich text may have.
    pub html: String,
}

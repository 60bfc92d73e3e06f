//! Formatted references, written when the page is built: the formatter is many times larger than the page.

mod capitals;
mod complete;
mod dates;
mod files;
mod formatter;
mod html;
mod item;
mod names;
mod style;
#[cfg(test)]
mod tests;

pub(crate) use files::{IN_FILE, files, write_json};
pub(crate) use formatter::Formatter;
pub(crate) use style::Style;

/// One reference.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Reference {
    /// The words alone.
    pub(crate) plain: String,
    /// With the inline HTML that rich text may have.
    pub(crate) html: String,
}

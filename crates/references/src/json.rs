//! References for a caller that has entries as CSL-JSON.

use std::cell::OnceCell;

use offprint_core::format::Style;
use offprint_core::message::entries;

use crate::Formatter;

thread_local! {
    static FORMATTER: OnceCell<Formatter> = const { OnceCell::new() };
}

/// Formats the entries of a CSL-JSON array: for each one HTML text per style, as a JSON array of arrays.
///
/// # Errors
/// If `csl_json` is not a JSON array.
pub fn format_json(csl_json: &str) -> Result<String, serde_json::Error> {
    let entries = entries(csl_json)?;
    FORMATTER.with(|formatter| {
        let formatter = formatter.get_or_init(Formatter::new);
        let none = || vec![String::new(); Style::ALL.len()];
        let references = entries.iter().map(|entry| entry.as_ref().map_or_else(none, |entry| formatter.html(entry)));
        serde_json::to_string(&references.collect::<Vec<_>>())
    })
}

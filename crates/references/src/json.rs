//! References for a caller that has the CSL-JSON texts of entries.

use std::cell::OnceCell;

use offprint_core::format::Style;
use offprint_core::read;

use crate::Formatter;

thread_local! {
    static FORMATTER: OnceCell<Formatter> = const { OnceCell::new() };
}

/// Formats entries, each given as its CSL-JSON text: for each one HTML text per style, as a JSON array of arrays. Text that
/// is no entry has empty references.
///
/// # Errors
/// Never.
pub fn format_json(entries: &[String]) -> Result<String, serde_json::Error> {
    FORMATTER.with(|formatter| {
        let formatter = formatter.get_or_init(Formatter::new);
        let none = || vec![String::new(); Style::ALL.len()];
        let html = |entry: &String| read::entry(entry).map_or_else(none, |entry| formatter.html(&entry));
        serde_json::to_string(&entries.iter().map(html).collect::<Vec<_>>())
    })
}

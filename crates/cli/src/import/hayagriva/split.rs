//! Cutting a file where a line begins without a space: what belongs to an entry is indented.

/// Returns the entries, each with its key and its byte.
pub(super) fn entries(text: &str) -> Vec<(usize, &str)> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if begins_entry(line) {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(start, end)| (*start, &text[*start..end])).collect()
}

/// Returns the key of an entry, as it is written.
pub(super) fn key(entry: &str) -> &str {
    let line = entry.lines().next().unwrap_or_default();
    line.split(':').next().unwrap_or_default().trim_matches(['"', '\'', ' '])
}

fn begins_entry(line: &str) -> bool {
    let line = line.trim_end();
    !line.is_empty() && !line.starts_with([' ', '\t', '#', '-', '}', ']', '%', '.', '\u{feff}'])
}

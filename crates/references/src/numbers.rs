//! Numbers as the formatter wants them: it writes "RR-0532" as "RR-532" and "TR2013-007" as "TR2013–7".

use super::mask::mask;

/// CSL's number variables, but for pages, which have ranges.
pub(super) const VARIABLES: [&str; 12] = [
    "chapter-number",
    "collection-number",
    "edition",
    "issue",
    "number",
    "number-of-pages",
    "number-of-volumes",
    "part-number",
    "section",
    "supplement-number",
    "version",
    "volume",
];

/// Returns a number of which no character gets lost.
///
/// CSL calls it numeric where each of its parts has a digit. Such a one stays a number: its last digits are not masked.
pub(super) fn number(text: &str) -> String {
    if is_plain(text) || !text.contains(|c: char| c.is_ascii_digit()) {
        return text.to_owned();
    }
    let is_numeric = !text.contains(':')
        && text.split([' ', '-', '–', ',', '&']).all(|part| part.contains(|c: char| c.is_ascii_digit()));
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (before, last) = text.split_at(text.len() - digits);
    let significant = last.trim_start_matches('0');
    if !is_numeric || significant.is_empty() {
        return mask(text);
    }
    let (zeros, significant) = last.split_at(last.len() - significant.len());
    format!("{}{significant}", mask(&format!("{before}{zeros}")))
}

/// Returns pages, of which Hayagriva would write those that begin with zeros without them.
pub(super) fn pages(text: &str) -> String {
    let has_zeros = text.split(['-', '–', ',', ' ']).any(|page| page.len() > 1 && page.starts_with('0'));
    if !has_zeros {
        return text.to_owned();
    }
    text.replace('-', "–")
        .split_inclusive('–')
        .map(|page| page.strip_suffix('–').map_or_else(|| mask(page), |page| mask(page) + "–"))
        .collect()
}

/// Returns whether it is one number, perhaps with a letter before or behind it, or a range or list of some.
fn is_plain(text: &str) -> bool {
    let is_number = |part: &str| {
        let digits = part.trim_matches(|c: char| c.is_ascii_alphabetic());
        let letters = part.len() - digits.len();
        letters < 3 && digits.len() < 9 && !digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    text.split(['-', '–', ',', '&']).map(str::trim).all(|part| !part.is_empty() && is_number(part))
        && (text.bytes().all(|byte| !byte.is_ascii_alphabetic()) || !text.contains(['-', '–', ',', '&']))
}

//! The source of Unicode properties: crates (feature `unicode`) or, in the page, the browser, which has the tables anyway.

use std::sync::OnceLock;

static SOURCE: OnceLock<fn(&str) -> String> = OnceLock::new();

/// Precedes, in the source's answer, each character that is neither a letter nor a digit.
pub(super) const NO_WORD: char = '\0';

/// Sets the source of Unicode properties, where the tables of the crates would add too many bytes.
///
/// `source` gets text in which every line is empty or one character beyond ASCII, and gives as many lines back:
/// decomposed (NFKD), then in lower case, then without `\p{M}` and `\p{Cf}`, and then with U+0000 put before each
/// character that is not of `\p{L}\p{N}`. It is asked once for each block of 256 characters that is met.
///
/// Call it before anything is folded; later calls change nothing. With the feature `unicode` it is not needed. Without both, only
/// ASCII is folded: every other character stays as it is and belongs to a word.
pub fn use_unicode(source: fn(&str) -> String) {
    // Each element of a page sets the same source.
    let _ = SOURCE.set(source);
}

pub(super) fn answer(lines: &str) -> String {
    SOURCE.get().map_or(by_default as fn(&str) -> String, |&source| source)(lines)
}

#[cfg(not(feature = "unicode"))]
fn by_default(lines: &str) -> String {
    lines.to_owned()
}

#[cfg(feature = "unicode")]
fn by_default(lines: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    use unicode_properties::{GeneralCategory, GeneralCategoryGroup as Group, UnicodeGeneralCategory};

    let mut answer = String::with_capacity(lines.len() * 2);
    for c in lines.nfkd().flat_map(char::to_lowercase) {
        match c.general_category_group() {
            _ if c == '\n' => {}
            Group::Mark => continue,
            _ if c.general_category() == GeneralCategory::Format => continue,
            Group::Letter | Group::Number => {}
            _ => answer.push(NO_WORD),
        }
        answer.push(c);
    }
    answer
}

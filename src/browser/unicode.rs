//! The browser's Unicode tables, so that none has to be downloaded.

use js_sys::{JsString, RegExp};
use offprint_core::fold;

/// Lets the core fold text with the browser's tables; to be called before anything is read or compared.
pub(crate) fn use_browser_tables() {
    fold::use_unicode(answer);
}

/// Answers what [`fold::use_unicode`] asks, for all lines at once: a call costs more than its work.
///
/// The line feeds between them keep the characters apart: no mark is reordered and no sigma ends a word across one.
fn answer(lines: &str) -> String {
    let left_out = RegExp::new(r"[\p{M}\p{Cf}]", "gu");
    let no_word = RegExp::new(r"[^\p{L}\p{N}\n]", "gu");
    let lower = JsString::from(lines).normalize("NFKD").to_lower_case();
    lower.replace_by_pattern(&left_out, "").replace_by_pattern(&no_word, "\0$&").into()
}

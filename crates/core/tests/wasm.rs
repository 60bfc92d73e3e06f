//! The same core in the browser's own kind of machine: 32-bit, and folding by the tables that JavaScript has.
#![cfg(target_arch = "wasm32")]

use offprint_core::fold::{fold, words};
use offprint_core::library::Library;
use offprint_core::query::Query;
use offprint_core::read::read;
use wasm_bindgen_test::wasm_bindgen_test;

/// The page's own code, which needs nothing of a browser but its JavaScript.
#[allow(unreachable_pub, reason = "in the page other modules call it")]
#[path = "../../../src/browser/unicode.rs"]
mod unicode;

const LIST: &[u8] = include_bytes!("../../../data/publications.json");

#[wasm_bindgen_test]
fn the_bundled_list_is_read_and_filtered() {
    unicode::use_browser_tables();
    let reading = read(LIST).unwrap_or_else(|error| panic!("{error}"));
    assert!(reading.problems.is_empty());
    let library = Library::new(reading);
    let total = |search: &str| library.answer(&Query::parse(search)).total;
    assert_eq!(total(""), 12);
    assert_eq!(total("author=david+scott&year=2010-"), 2);
    assert_eq!(total("q=UNIKERNÉLS"), 2);
}

#[wasm_bindgen_test]
fn text_folds_as_it_does_natively() {
    unicode::use_browser_tables();
    for (written, folded) in [
        ("Ærøskøbing, İSTANBUL", "aeroskobing, istanbul"),
        ("Gru\u{308}b\u{AD}lein", "grublein"),
        ("ΟΔΥΣΣΕΎΣ — Οδυσσεύς", "οδυσσευσ — οδυσσευσ"),
        ("𝒫(ℝⁿ) ﬁnite…", "p(rn) finite..."),
        ("한", "\u{1112}\u{1161}\u{11AB}"),
        ("ﷺ", "صلى الله عليه وسلم"),
    ] {
        assert_eq!(fold(written), folded, "{written}");
    }
    assert_eq!(words("1½ λ-Kalküle “类型” 🅐₂"), ["11", "2", "λ", "kalkule", "类", "型", "2"]);
}

/// The marker and the line feed of the answers, and both ends of the blocks, surrogates and private use between them.
#[wasm_bindgen_test]
fn characters_at_the_edges_keep_their_place() {
    unicode::use_browser_tables();
    let text = "\0\n\u{7F}\u{80}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}";
    assert_eq!(fold(text), text);
    assert_eq!(words(text), ["\u{10000}"]);
}

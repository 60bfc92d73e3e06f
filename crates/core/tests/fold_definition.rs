//! Every character there is folds as folding is defined.
//!
//! The definition is put here in another way than it is computed: one character at a time, over and over until nothing
//! changes, and with a word's letters asked for last. The letters of the Latin script are spelled out besides.

use offprint_core::fold::{fold, words};
use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// Returns the definition of folding, repeated until nothing changes.
fn defined(text: &str) -> String {
    let lower: String = text.chars().flat_map(char::to_lowercase).collect();
    let bare = lower.nfkd().filter(|&c| !is_left_out(c));
    let folded: String = bare.flat_map(char::to_lowercase).map(|c| listed(c).unwrap_or(c.to_string())).collect();
    if folded == text { folded } else { defined(&folded) }
}

fn listed(c: char) -> Option<String> {
    const LISTED: &str = "øo łl đd ðd ħh ıi ßss æae œoe þth ςσ";
    LISTED.split(' ').find_map(|pair| pair.strip_prefix(c)).map(str::to_owned)
}

fn is_left_out(c: char) -> bool {
    c.general_category_group() == GeneralCategoryGroup::Mark || c.general_category() == GeneralCategory::Format
}

fn is_word(c: char) -> bool {
    matches!(c.general_category_group(), GeneralCategoryGroup::Letter | GeneralCategoryGroup::Number)
}

/// Returns the blocks of scripts that are written without spaces.
fn is_unspaced(c: char) -> bool {
    matches!(u32::from(c), 0x0E00..0x0F00 | 0x1000..0x10A0 | 0x1780..0x1800 | 0xA9E0..0xAA00 | 0xAA60..0xAA80 | 0x2E80..0xA000 | 0xF900..0xFB00 | 0x20000..0x40000)
}

#[test]
fn every_character_folds_as_defined() {
    for c in '\0'..=char::MAX {
        assert_eq!(fold(&c.to_string()), defined(&c.to_string()), "{}", c.escape_unicode());
    }
}

#[test]
fn a_word_is_letters_and_digits_for_every_character() {
    for c in '\0'..=char::MAX {
        let folded = defined(&c.to_string());
        let spaced: String =
            folded.chars().map(|c| if is_unspaced(c) { format!(" {c} ") } else { c.to_string() }).collect();
        let expected: Vec<_> = spaced.split(|c| !is_word(c)).filter(|word| !word.is_empty()).collect();
        assert_eq!(words(&c.to_string()), expected, "{}", c.escape_unicode());
    }
}

#[test]
fn latin_letters_fold_to_their_base() {
    for (base, letters) in [
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặª"),
        ("ae", "æǣǽ"),
        ("b", "ḃḅḇ"),
        ("c", "çćĉċčḉ"),
        ("d", "ďđðḋḍḏḑḓ"),
        ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
        ("g", "ĝğġģǧǵḡ"),
        ("h", "ĥħȟḣḥḧḩḫẖ"),
        ("i", "ìíîïĩīĭįıǐȉȋḭḯỉị"),
        ("j", "ĵǰ"),
        ("k", "ķǩḱḳḵ"),
        ("l", "ĺļľłḷḹḻḽ"),
        ("m", "ḿṁṃ"),
        ("n", "ñńņňǹṅṇṉṋ"),
        ("o", "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợº"),
        ("oe", "œ"),
        ("p", "ṕṗ"),
        ("r", "ŕŗřȑȓṙṛṝṟ"),
        ("s", "śŝşšșṡṣṥṧṩſẛ"),
        ("ss", "ß"),
        ("t", "ţťțṫṭṯṱẗ"),
        ("th", "þ"),
        ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
        ("v", "ṽṿ"),
        ("w", "ŵẁẃẅẇẉẘ"),
        ("x", "ẋẍ"),
        ("y", "ýÿŷȳẏẙỳỵỷỹ"),
        ("z", "źżžẑẓẕ"),
    ] {
        for letter in letters.chars().map(String::from) {
            // In capitals it can be two characters: ǰ has no capital of its own.
            for written in [letter.to_uppercase(), letter] {
                assert_eq!(fold(&written), base, "{written}");
                assert_eq!(words(&written), [base], "{written}");
            }
        }
    }
}

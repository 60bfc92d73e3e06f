//! What a reader may type, and what it finds.

use offprint_core::fold::{Needle, fold, key, marks, push_words, runs, words};

/// `text` with what `sought` mark in it set in brackets: words, or phrases in quotation marks.
fn marked(text: &str, sought: &[&str]) -> String {
    let needle = |sought: &&str| {
        let words: Vec<String> = sought.trim_matches('"').split(' ').map(str::to_owned).collect();
        Needle::new(&words, sought.starts_with('"'))
    };
    let needles: Vec<Needle> = sought.iter().map(needle).collect();
    let mut shown = String::new();
    let mut end = 0;
    for range in marks(text, &needles.iter().collect::<Vec<_>>()) {
        shown += &format!("{}[{}]", &text[end..range.start], &text[range.clone()]);
        end = range.end;
    }
    shown + &text[end..]
}

#[test]
fn a_name_is_found_without_its_accents() {
    for (written, typed) in [
        ("Grüblein", "grublein"),
        ("Gru\u{308}blein", "grublein"),
        ("Łukasiewicz", "lukasiewicz"),
        ("Søren Ærøskøbing", "soren aeroskobing"),
        ("Đorđević", "dordevic"),
        ("Þórður Guðmundsson", "thordur gudmundsson"),
        ("İnönü, Işık", "inonu, isik"),
        ("GROẞE STRASSE", "grosse strasse"),
        ("Nguyễn", "nguyen"),
        ("Ħal Għargħur", "hal ghargħur"),
        ("Œuvre", "oeuvre"),
    ] {
        assert_eq!(fold(written), fold(typed), "{written}");
    }
}

#[test]
fn other_scripts_fold_too() {
    for (written, folded) in [
        ("ΟΔΥΣΣΕΎΣ", "οδυσσευσ"),
        ("Οδυσσεύς", "οδυσσευσ"),
        ("Чебышёв", "чебышев"),
        ("ﻣﺤﻤﺪ", "محمد"),
        ("ﾊﾟﾀｰﾝ", "ハターン"),
    ] {
        assert_eq!(fold(written), folded, "{written}");
    }
    assert!(fold("한국").starts_with(&fold("하")), "a syllable begins as its own beginning does");
}

#[test]
fn letters_in_fancy_dress_are_plain_letters() {
    for (written, folded) in [
        ("ﬁnite", "finite"),
        ("𝒫-completeness", "p-completeness"),
        ("ℝⁿ", "rn"),
        ("Ｆｕｌｌ　ｗｉｄｔｈ", "full width"),
        ("№ 5", "no 5"),
        ("CO₂", "co2"),
    ] {
        assert_eq!(fold(written), folded, "{written}");
    }
}

#[test]
fn what_is_no_letter_stays_but_for_what_cannot_be_seen() {
    assert_eq!(fold("A  (B)\t— C…"), "a  (b)\t— c...");
    assert_eq!(fold("type\u{AD}theo\u{200B}ry\u{FEFF}"), "typetheory");
}

#[test]
fn values_that_look_alike_have_one_key() {
    for written in ["Journal of Logic", " JOURNAL\u{a0}of \n Logic ", "Jóurnal of Logic"] {
        assert_eq!(key(written), "journal of logic", "{written:?}");
    }
    assert_eq!(key(" \u{301} "), "");
    assert_ne!(key("C"), key("C++"));
}

#[test]
fn words_are_runs_of_letters_and_digits() {
    for (text, expected) in [
        ("", vec![]),
        ("— !", vec![]),
        ("Type-inference, for λ-calculi!", vec!["type", "inference", "for", "λ", "calculi"]),
        ("d'Alembert’s 2nd", vec!["d", "alembert", "s", "2nd"]),
        ("Gru\u{308}b\u{AD}lein", vec!["grublein"]),
        ("1½ pages", vec!["11", "2", "pages"]),
        ("🅐 is a sign, Ⓐ a letter", vec!["is", "a", "sign", "a", "a", "letter"]),
        ("한국 사람", vec![&fold("한국"), &fold("사람")]),
        ("类型推断 in Rust的", vec!["类", "型", "推", "断", "in", "rust", "的"]),
        ("ﾊﾟﾀｰﾝ 山﨑 々", vec!["ハ", "タ", "ー", "ン", "山", "﨑", "々"]),
    ] {
        assert_eq!(words(text), expected, "{text:?}");
    }
}

#[test]
fn what_nothing_parts_stays_together() {
    assert_eq!(runs("深度learn it-2"), [vec!["深", "度", "learn"], vec!["it"], vec!["2"]]);
}

#[test]
fn words_are_added_to_what_is_there() {
    let mut out = String::from("KEPT as it is");
    push_words("Été 2013", &mut out);
    push_words("Paris", &mut out);
    assert_eq!(out, "KEPT as it is ete 2013 paris");
}

#[test]
fn matches_are_marked_in_the_original_spelling() {
    for (text, prefixes, expected) in [
        ("Die Grüblein", &["grubl"][..], "Die [Grübl]ein"),
        ("Die Gru\u{308}blein", &["gru"], "Die [Gru\u{308}]blein"),
        ("ßein, Fuß", &["s"], "[ß]ein, Fuß"),
        ("Fuß", &["fus"], "[Fuß]"),
        ("ﬁnite ﬁelds", &["f"], "[ﬁ]nite [ﬁ]elds"),
        ("Type types untyped", &["type"], "[Type] [type]s untyped"),
        ("typed types", &["type", "typed", "ty"], "[typed] [type]s"),
        ("soft\u{AD}ware", &["softw"], "[soft\u{AD}w]are"),
        ("½ and ¼", &["1", "2"], "[½] and [¼]"),
        ("한국", &["하"], "한국"),
        ("Deep-learning deep", &["deep learn"], "[Deep-learn]ing deep"),
        ("Deep learning of deep learn", &["\"deep learn\""], "Deep learning of [deep learn]"),
        ("types, type", &["\"type\""], "types, [type]"),
        ("a b c", &["a b", "b c"], "[a b c]"),
        ("机器学习", &["学 习"], "机器[学习]"),
        ("An e-mail", &["email"], "An [e-mail]"),
        ("An e-mail", &["em"], "An [e-m]ail"),
        ("O’Brien and C++", &["obrien", "c++"], "[O’Brien] and [C++]"),
        ("Müller, Muller", &["mueller"], "[Müller], Muller"),
        ("nothing here", &["else"], "nothing here"),
        ("nothing asked", &[], "nothing asked"),
        ("nothing at all", &[""], "nothing at all"),
    ] {
        assert_eq!(marked(text, prefixes), expected, "{prefixes:?}");
    }
    assert_eq!(marked("한국", &[&fold("하")]), "[한]국");
}

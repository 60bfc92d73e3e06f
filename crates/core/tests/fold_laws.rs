//! What holds for any text.

use std::ops::Range;

use offprint_core::fold::{Needle, each_form, fold, key, push_words, runs, words};
use proptest::prelude::*;

/// Returns any text, and often text of the kinds that folding has to do with.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[a-cA-C ßäÅø\u{301}\u{308}\u{AD}\u{200D}½㏂ﬁ한深ガǅ.-]{0,24}"]
}

/// Returns where the beginnings of words are.
fn marks(text: &str, prefixes: &[String]) -> Vec<Range<usize>> {
    let needles: Vec<_> = prefixes.iter().map(|word| Needle::word(word, false)).collect();
    offprint_core::fold::marks(text, &needles.iter().collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in text()) {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded.clone());
        prop_assert_eq!(words(&folded), words(&text));
        prop_assert_eq!(key(&key(&text)), key(&text));
    }

    #[test]
    fn folding_the_parts_is_folding_the_whole(one in text(), other in text()) {
        prop_assert_eq!(fold(&one) + &fold(&other), fold(&(one + &other)));
    }

    #[test]
    fn words_are_what_is_pushed(text in text()) {
        let mut pushed = String::new();
        push_words(&text, &mut pushed);
        let spaced: String = words(&text).iter().map(|word| format!(" {word}")).collect();
        prop_assert_eq!(pushed, spaced);
        prop_assert!(words(&text).iter().all(|word| !word.is_empty()));
        prop_assert_eq!(runs(&text).concat(), words(&text));
    }

    #[test]
    fn marks_ascend_apart_on_whole_characters(text in text(), prefixes in prop::collection::vec("[a-c]{1,2}", 0..4)) {
        let mut end = 0;
        for range in marks(&text, &prefixes) {
            prop_assert!(range.start >= end && range.end > range.start);
            let (marked, rest) = (text.get(range.clone()), text.get(range.end..));
            prop_assert!(marked.is_some() && rest.is_some(), "{range:?} cuts a character");
            let left_behind = rest.and_then(|rest| rest.chars().next()).is_some_and(|c| fold(&c.to_string()).is_empty());
            prop_assert!(!left_behind, "a mark follows {range:?}");
            end = range.end;
        }
    }

    #[test]
    fn what_is_marked_reads_as_a_prefix(text in "[a-cA-CäÅø\u{301}\u{AD} ]{0,24}", prefix in "[a-c]{1,2}") {
        for range in marks(&text, std::slice::from_ref(&prefix)) {
            let marked = &text[range];
            let mut readings = vec![fold(marked)];
            each_form(marked, &mut |form| readings.push(form.to_owned()));
            prop_assert!(readings.contains(&prefix), "{marked:?}");
        }
    }

    #[test]
    fn every_word_finds_itself(text in text()) {
        let words = words(&text);
        for word in &words {
            prop_assert!(!marks(&text, std::slice::from_ref(word)).is_empty(), "{word:?}");
        }
        let marked: String = marks(&text, &words).into_iter().map(|range| fold(&text[range])).collect();
        prop_assert!(words.iter().all(|word| marked.contains(word.as_str())));
    }

    #[test]
    fn all_words_of_a_text_are_one_phrase_in_it(text in text()) {
        let words = words(&text);
        prop_assume!(!words.is_empty());
        prop_assert_eq!(offprint_core::fold::marks(&text, &[&Needle::new(&words, true)]).len(), 1);
    }
}

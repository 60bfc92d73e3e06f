//! What holds for any text.

use offprint_core::fold::{Needle, each_word, fold, key, marks, push_words, words};
use proptest::prelude::*;

/// Any text, and often text of the kinds that folding has to do with.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[a-cA-C ßäÅø\u{301}\u{308}\u{AD}\u{200D}½㏂ﬁ한ǅ.-]{0,24}"]
}

fn beginnings(words: &[String]) -> Vec<Needle> {
    words.iter().map(|word| Needle::beginning(word)).collect()
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
        let mut each = Vec::new();
        each_word(&text, |word| each.push(word.to_owned()));
        prop_assert_eq!(each, words(&text));
    }

    #[test]
    fn marks_ascend_apart_on_whole_characters(text in text(), prefixes in prop::collection::vec("[a-c]{1,2}", 0..4)) {
        let mut end = 0;
        for range in marks(&text, &beginnings(&prefixes)) {
            prop_assert!(range.start >= end && range.end > range.start);
            let (marked, rest) = (text.get(range.clone()), text.get(range.end..));
            prop_assert!(marked.is_some() && rest.is_some(), "{range:?} cuts a character");
            let left_behind = rest.and_then(|rest| rest.chars().next()).is_some_and(|c| fold(&c.to_string()).is_empty());
            prop_assert!(!left_behind, "a mark follows {range:?}");
            end = range.end;
        }
    }

    #[test]
    fn what_is_marked_reads_as_a_prefix(text in "[a-cA-CäÅø\u{301}\u{AD} .-]{0,24}", prefixes in prop::collection::vec("[a-c]{1,2}", 1..4)) {
        for range in marks(&text, &beginnings(&prefixes)) {
            prop_assert!(prefixes.contains(&fold(&text[range.clone()])), "{:?}", &text[range]);
        }
    }

    #[test]
    fn every_word_finds_itself(text in text()) {
        let words = words(&text);
        for word in &words {
            prop_assert!(!marks(&text, &[Needle::beginning(word)]).is_empty(), "{word:?}");
        }
        let marked: String = marks(&text, &beginnings(&words)).into_iter().map(|range| fold(&text[range])).collect();
        prop_assert!(words.iter().all(|word| marked.contains(word.as_str())));
    }
}

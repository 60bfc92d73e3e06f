//! What a search finds, and in which order.

use offprint_core::library::{Answer, Library};
use offprint_core::query::Query;
use offprint_core::read::read;
use offprint_core::search::{Search, Sought, quote};
use proptest::prelude::*;

/// Returns a list whose entries are written as JSON members behind their ids.
fn library(entries: &[(&str, &str)]) -> Library {
    let entries = entries.iter().map(|(id, members)| format!(r#"{{"id": "{id}", "title": "Untitled", {members}}}"#));
    let source = format!("[{}]", entries.collect::<Vec<_>>().join(","));
    Library::new(read(source.as_bytes()).unwrap_or_else(|error| panic!("{error}: {source}")))
}

fn answer(library: &Library, text: &str) -> Answer {
    library.answer(&Query::default().with_text(text.to_owned()))
}

/// Returns the ids of what is found, best first.
fn found(library: &Library, text: &str) -> String {
    let answer = answer(library, text);
    let entries = answer.groups.iter().flat_map(|group| &group.entries);
    let ids = entries.filter_map(|entry| library.publication(*entry)).map(|publication| &*publication.id);
    ids.collect::<Vec<_>>().join(" ")
}

fn widened(library: &Library, text: &str) -> Vec<(String, String)> {
    answer(library, text).widened.into_iter().map(|widened| (widened.typed, widened.shown)).collect()
}

/// Returns a shelf on which each of the first six has "lamps" at another place.
fn shelf() -> Library {
    library(&[
        ("abstract", r#""abstract": "All about <em>la</em>mps""#),
        ("keyword", r#""keyword": "lamps, deep sea", "issued": "2019""#),
        ("venue", r#""container-title": "Lamps", "issued": "2020", "type": "book""#),
        ("author", r#""author": [{"given": "Ada", "family": "Lamps"}, {"given": "Tim", "family": "O'Brien"}]"#),
        ("title", r#""title": "Lamps", "type": "paper-conference""#),
        ("longer", r#""title": "A history of lamps and of candles", "issued": "2020""#),
        ("light", r#""title": "Lamplight", "author": [{"literal": "Deep"}, {"literal": "Sea"}], "issued": "2013""#),
        ("sea", r#""title": "The Deep Sea", "note": "With a <b>map</b>", "issued": "2013-02""#),
        ("深", r#""title": "深層学習入門", "keyword": "人工知能""#),
    ])
}

#[test]
fn the_better_the_place_the_higher_the_entry() {
    for (text, ids) in [
        ("lamps", "title longer author venue keyword abstract"),
        ("lamp", "light title longer author venue keyword abstract"),
        ("2020", "venue longer"),
        ("year:2019-2020", "venue longer keyword"),
    ] {
        assert_eq!(found(&shelf(), text), ids, "{text:?}");
    }
    let newer = ("newer", r#""title": "Lampshades", "issued": "2020""#);
    let whole = ("whole", r#""title": "Lamps""#);
    assert_eq!(found(&library(&[newer, whole]), "lamps"), "whole newer");
    assert_eq!(found(&library(&[newer, whole]), "lamp"), "newer whole", "ties by date");
}

#[test]
fn a_search_finds_what_it_asks_for() {
    for (text, ids) in [
        ("", "venue longer keyword sea light abstract author title 深"),
        ("deep sea", "sea light keyword"),
        ("\"deep sea\"", "sea keyword"),
        ("\"sea deep\"", ""),
        ("\"lamp\"", ""),
        ("sea -\"deep sea\"", "light"),
        ("lamp -lamps", "light"),
        ("lamp -\"lamp\" -title:lamp -year:2020", "author keyword abstract"),
        ("-lamp", "sea 深"),
        ("-lamp -deep -深層", ""),
        ("title:lamps", "title longer"),
        ("author:lamps", "author"),
        ("author:ada-lamps", "author"),
        ("author:lamps-tim", ""),
        ("author:o'bri", "author"),
        ("author:\"deep sea\"", ""),
        ("keyword:deep-sea", "keyword"),
        ("keyword:lamps-deep", ""),
        ("venue:lamps", "venue"),
        ("abstract:lamps", "abstract"),
        ("map", "sea"),
        ("type:book", "venue"),
        ("type:conference type:\"conference paper\"", "title"),
        ("book", ""),
        ("year:2013", "sea light"),
        ("lamp year:-2019", "light keyword"),
        ("lamp year:none", "title author abstract"),
        ("-year:none -year:2013", "venue longer keyword"),
        ("深層", "深"),
        ("学習", "深"),
        ("習学", ""),
        ("\"層学\" 知能 入", "深"),
    ] {
        assert_eq!(found(&shelf(), text), ids, "{text:?}");
    }
}

/// `typo` entries with a slip of the pen, and as many as asked for without.
fn transformers(typo: usize, right: usize) -> Library {
    let typo = std::iter::repeat_n(r#""abstract": "On transfomer, with all the other words at last""#, typo);
    let right = std::iter::repeat_n(r#""title": "All the other words: transformer""#, right);
    let ids: Vec<_> = typo.chain(right).enumerate().map(|(at, members)| (at.to_string(), members)).collect();
    library(&ids.iter().map(|(id, members)| (&**id, *members)).collect::<Vec<_>>())
}

#[test]
fn a_typing_error_is_forgiven_where_the_word_is_rare() {
    for (typo, right, total) in [(0, 1, 1), (1, 100, 1), (1, 101, 102), (2, 200, 2), (2, 201, 203)] {
        let library = transformers(typo, right);
        let answer = answer(&library, "transfomer");
        assert_eq!(answer.total, total, "{typo} {right}");
        assert_eq!(answer.widened.is_empty(), total == typo, "{typo} {right}");
        let all = self::answer(&library, "all the transfomer other words");
        let first = all.groups[0].entries[..typo].to_vec();
        assert_eq!(first, (0..typo as u32).collect::<Vec<_>>(), "as typed comes first, though in the abstract");
        assert_eq!(self::answer(&library, "\"transfomer\"").total, typo, "quoted words are never widened");
        assert_eq!(self::answer(&library, "-transfomer").total, right, "nor are excluded ones");
    }
}

#[test]
fn the_nearest_word_that_most_entries_have_is_shown() {
    let library = library(&[
        ("1", r#""title": "A lump of coal""#),
        ("2", r#""title": "Lamp", "abstract": "Lamps""#),
        ("3", r#""title": "Ramp", "author": [{"literal": "Grübl"}]"#),
        ("4", r#""title": "Damp lamps", "author": [{"literal": "Unikernel 2000"}]"#),
    ]);
    for (typed, shown) in [
        ("lmap", Some("lamp")),
        ("lampe", Some("lamp")),
        ("xamp", Some("lamp")),
        ("dramp", Some("damp")),
        ("unikrenle", Some("unikernel")),
        ("unikernel", None),
        ("cpol", None),
        ("caol", Some("coal")),
        ("title:unikrenel", None),
        ("author:unikrenel", Some("unikernel")),
        ("author:lmap", None),
        ("author:grugl", Some("grubl")),
        ("abstract:lampt", Some("lamps")),
        ("2001", None),
        ("lamp9", None),
    ] {
        let expected = shown.map(|shown| (typed.rsplit(':').next().unwrap_or_default().to_owned(), shown.to_owned()));
        assert_eq!(widened(&library, typed), Vec::from_iter(expected), "{typed:?}");
    }
    assert_eq!(widened(&library, "lmap title:lmap").len(), 1);
    assert_eq!(found(&library, "lmap dapm"), "4");
}

#[test]
fn a_word_is_put_in_quotation_marks_where_it_stands() {
    for (text, word, quoted) in [
        ("Transfomer models", "transfomer", "\"Transfomer\" models"),
        ("title:Grübl", "grubl", "title:\"Grübl\""),
        ("deep-lerning", "lerning", "deep-\"lerning\""),
        ("lerning \"my lerning\"", "lerning", "\"lerning\" \"my lerning\""),
        ("“my lerning” lerning", "lerning", "“my lerning” \"lerning\""),
        ("\"my lerning", "lerning", "my \"lerning\""),
        ("nothing", "else", "nothing"),
    ] {
        assert_eq!(quote(text, word), quoted);
    }
}

#[test]
fn a_search_that_finds_nothing_has_a_near_one_that_does() {
    for (text, suggestion) in [
        ("\"dep sea\"", None),
        ("\"deap sea\"", Some("\"deep sea\"")),
        ("\"lampz histroy\"", None),
        ("title:\"histroy\" year:2020", Some("title:\"history\" year:2020")),
        ("lamplight histori", None),
        ("maps -sea", None),
        ("zzzzzz", None),
    ] {
        let answer = answer(&shelf(), text);
        assert_eq!((answer.total, answer.suggestion.as_deref()), (0, suggestion), "{text:?}");
    }
}

proptest! {
    #[test]
    fn any_text_is_understood(text in any::<String>(), other in "[-\":a \u{3000}“”yeartil深0-9]{0,20}") {
        for text in [text, other] {
            let search = Search::parse(&text);
            for clause in &search.clauses {
                if let Sought::Phrase { words, .. } = &clause.sought {
                    prop_assert!(!words.is_empty() && words.iter().all(|word| !word.is_empty()));
                }
            }
            let again = format!("{text} {text}");
            if !text.contains(['"', '“', '”', '„']) {
                prop_assert_eq!(Search::parse(&again).clauses, search.clauses);
            }
        }
    }

    #[test]
    fn another_word_never_finds_more(text in "([-]?(title:|author:|year:)?\"?(lamp|deep|sea|histori|2013|\u{6DF1})\"? ?){0,3}", word in "-?(lamp|lump|sea|deep|20)") {
        let library = shelf();
        let longer = format!("{text} {word}");
        prop_assert!(answer(&library, &longer).total <= answer(&library, &text).total);
    }

    #[test]
    fn a_quoted_word_is_not_widened(before in "([a-z]{1,3}[ -]){0,2}", word in "[a-z]{4,9}") {
        let quoted = Search::parse(&quote(&format!("{before}{word}"), &word));
        prop_assert!(quoted.clauses.iter().all(|clause| clause.plain_word() != Some(&word)));
    }
}

//! The search of a list against the plainest way to say the same.
//!
//! The model looks at every word of every text of an entry, knows no folded lines and no shortcuts, and counts typing
//! errors by their definition. It shares with the library how a search text is taken apart and what a place weighs.

use std::collections::BTreeSet;

use offprint_core::fold;
use offprint_core::library::Library;
use offprint_core::publication::{Publication, type_label};
use offprint_core::query::Query;
use offprint_core::read::{Reading, read};
use offprint_core::search::{AS_TYPED, Clause, Field, Search, Sought, clause_score, weight};
use proptest::prelude::*;

type Text = (Field, Vec<String>);

/// Returns every text of an entry, as words.
fn texts(publication: &Publication) -> Vec<Text> {
    let mut texts = vec![(Field::Title, publication.plain_title())];
    texts.extend(publication.authors.iter().map(|name| (Field::Author, name.display())));
    texts.extend(publication.container.iter().map(|name| (Field::Venue, name.to_string())));
    texts.extend(publication.keywords.iter().map(|name| (Field::Keyword, name.to_string())));
    texts.extend(publication.year().map(|year| (Field::Other, year.to_string())));
    texts.extend(publication.abstract_text.iter().map(|text| (Field::Abstract, text.to_string())));
    texts.extend([publication.kind.to_string(), type_label(&publication.kind)].map(|text| (Field::Type, text)));
    texts.into_iter().map(|(field, text)| (field, fold::words(&text))).collect()
}

fn is_in(asked: Option<Field>, field: Field) -> bool {
    asked == Some(field) || asked.is_none() && field != Field::Type
}

/// Returns the weights of all places of a phrase in an entry.
fn weigh(texts: &[Text], asked: Option<Field>, words: &[String], whole: bool) -> u32 {
    let mut sum = 0;
    for (field, text) in texts.iter().filter(|(field, _)| is_in(asked, *field)) {
        let length = texts.iter().filter(|(other, _)| other == field).map(|(_, words)| words.len()).sum::<usize>();
        for window in text.windows(words.len()) {
            let (before, last) = (&window[..words.len() - 1], &window[words.len() - 1]);
            let sought = &words[words.len() - 1];
            if before == &words[..words.len() - 1] && (last == sought || !whole && last.starts_with(sought.as_str())) {
                sum += weight(*field, length as u32, last == sought);
            }
        }
    }
    sum
}

/// Returns the typing errors between two words; more than `most` are not counted on.
fn errors(a: &[char], b: &[char], most: usize) -> usize {
    match (a, b) {
        (a, b) if a == b => 0,
        ([x, a_rest @ ..], [y, b_rest @ ..]) if x == y => errors(a_rest, b_rest, most),
        _ if most == 0 => 1,
        (a, []) | ([], a) => a.len(),
        ([x, a_rest @ ..], [y, b_rest @ ..]) => {
            let less = most - 1;
            let mut least = errors(a_rest, b_rest, less).min(errors(a_rest, b, less)).min(errors(a, b_rest, less));
            if let ([x2, a_rest @ ..], [y2, b_rest @ ..]) = (a_rest, b_rest)
                && (x, x2) == (y2, y)
            {
                least = least.min(errors(a_rest, b_rest, less));
            }
            1 + least
        }
    }
}

/// Returns the near word of a plain word, if its entries are shown too.
fn near(entries: &[Vec<Text>], asked: Option<Field>, word: &str) -> Option<String> {
    let letters: Vec<char> = word.chars().collect();
    let most = if word.chars().any(|c| c.is_ascii_digit()) { 0 } else { [0, 1, 2][(letters.len() / 4).min(2)] };
    let holding =
        |word: &str| entries.iter().filter(|texts| weigh(texts, asked, &[word.to_owned()], false) > 0).count() as u32;
    let texts = entries.iter().flatten().filter(|(field, _)| is_in(asked, *field));
    let words: BTreeSet<&String> =
        texts.flat_map(|(_, words)| words).filter(|known| !known.starts_with(word)).collect();
    let best = words.into_iter().min_by_key(|known| {
        let other = known.chars().next() != word.chars().next();
        let distance = errors(&letters, &known.chars().collect::<Vec<_>>(), most);
        // What is farther away need not be counted.
        (distance, if distance > most { 0 } else { u32::MAX - holding(known) }, other, known.to_string())
    })?;
    let is_near = errors(&letters, &best.chars().collect::<Vec<_>>(), most) <= most;
    (is_near && holding(word) * 100 < holding(best)).then(|| best.clone())
}

/// Returns the score of every entry, 0 for those that don't match, and the near words.
fn scores(reading: &Reading, search: &Search) -> (Vec<u32>, Vec<String>) {
    let entries: Vec<_> = reading.publications.iter().map(texts).collect();
    let mut scores = vec![AS_TYPED; entries.len()];
    let mut nears = Vec::new();
    for Clause { excluded, sought } in &search.clauses {
        let (field, words, whole) = match sought {
            Sought::Phrase { field, words, whole } => (*field, words, *whole),
            Sought::Years(years) => {
                for (score, publication) in scores.iter_mut().zip(&reading.publications) {
                    *score *= u32::from(years.contains(publication.year()) != *excluded);
                }
                continue;
            }
        };
        let of =
            |words: &[String]| -> Vec<u32> { entries.iter().map(|texts| weigh(texts, field, words, whole)).collect() };
        let plain = !excluded && !whole && words.len() == 1;
        let near = if plain { near(&entries, field, &words[0]) } else { None };
        let (typed, shown) = (of(words), near.as_ref().map(|near| of(std::slice::from_ref(near))));
        nears.extend(near);
        let score = |weights: &[u32], at: usize| {
            let holding = weights.iter().filter(|weight| **weight > 0).count();
            clause_score(weights[at], holding as u32, entries.len() as u32)
        };
        for at in 0..entries.len() {
            scores[at] = match (scores[at], excluded, typed[at], &shown) {
                (0, ..) => 0,
                (before, true, 0, _) => before,
                (_, true, ..) => 0,
                (before, _, 1.., _) => before + score(&typed, at),
                (before, _, _, Some(shown)) if shown[at] > 0 => (before & !AS_TYPED) + score(shown, at),
                _ => 0,
            };
        }
    }
    (scores, nears)
}

const WORDS: &str =
    "lamp|lamps|Lump|damp|unikernel|Unikernels|unikrenel|of|the|2013|2014|x86|Łódź|深層|学習|\u{6DF1}入";

fn entry() -> impl Strategy<Value = String> {
    let text = |most: usize| prop::collection::vec(WORDS, 1..most).prop_map(|words| words.join(" "));
    let members = (text(5), text(12), prop::collection::vec(text(3), 0..3), prop::collection::vec(text(3), 0..3));
    (members, text(3), prop::option::of(2012..2015), "book|paper-conference").prop_map(|(long, venue, year, kind)| {
        let (title, abstract_text, authors, keywords) = long;
        let authors: Vec<_> = authors.iter().map(|name| serde_json::json!({"literal": name})).collect();
        let year = year.map(|year: i32| serde_json::json!({"date-parts": [[year]]}));
        let entry = serde_json::json!({"title": title, "abstract": abstract_text, "author": authors, "type": kind,
            "container-title": venue, "issued": year, "keyword": keywords.join(", "), "id": "ID"});
        entry.to_string()
    })
}

fn list() -> impl Strategy<Value = Reading> {
    prop::collection::vec(entry(), 1..12).prop_map(|entries| {
        let numbered = entries.iter().enumerate().map(|(at, entry)| entry.replace("\"ID\"", &format!("\"{at}\"")));
        let source = format!("[{}]", numbered.collect::<Vec<_>>().join(","));
        read(source.as_bytes()).unwrap_or_else(|error| panic!("{error}"))
    })
}

fn search_text() -> impl Strategy<Value = String> {
    let word = prop_oneof![WORDS, "lam|uniker|unikernle|lmap|limp|booc|conf|20|入", "year:(2013|-2013|none)"];
    let clause = (
        "(-|)",
        "(|||title:|author:|venue:|keyword:|abstract:|type:)",
        prop::collection::vec(word, 1..3),
        any::<bool>(),
    );
    let clause = clause.prop_map(|(sign, field, words, quoted)| {
        let value = words.join(if quoted { " " } else { "-" });
        if quoted { format!("{sign}{field}\"{value}\"") } else { format!("{sign}{field}{value}") }
    });
    prop::collection::vec(clause, 1..4).prop_map(|clauses| clauses.join(" "))
}

proptest! {
    #[test]
    fn a_list_is_searched_as_the_model_says(reading in list(), text in search_text()) {
        let search = Search::parse(&text);
        let (scores, nears) = scores(&reading, &search);
        let answer = Library::new(reading).answer(&Query::default().with_text(text));
        let found: Vec<u32> = answer.groups.iter().flat_map(|group| group.entries.clone()).collect();
        let mut expected: Vec<u32> = (0..scores.len() as u32).filter(|at| scores[*at as usize] > 0).collect();
        expected.sort_by_key(|at| std::cmp::Reverse(scores[*at as usize]));
        let in_order = |entries: &[u32]| entries.iter().map(|at| scores[*at as usize]).collect::<Vec<_>>();
        prop_assert_eq!(in_order(&found), in_order(&expected));
        prop_assert_eq!(found.len(), expected.len());
        prop_assert!(answer.widened.iter().all(|widened| nears.contains(&widened.shown)));
        prop_assert!(nears.iter().all(|near| answer.widened.iter().any(|widened| widened.shown == *near)));
    }
}

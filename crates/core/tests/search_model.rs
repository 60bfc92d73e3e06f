//! The search of a list against the plainest way to say the same.
//!
//! The model looks at every word of every text of an entry, knows no folded lines and no shortcuts, and counts typing
//! errors by their definition. It shares with the library how a search text is taken apart, which forms words have and
//! what a place weighs.

use std::collections::BTreeSet;

use offprint_core::fold;
use offprint_core::library::Library;
use offprint_core::publication::{Publication, type_label};
use offprint_core::query::Query;
use offprint_core::read::{Reading, read};
use offprint_core::search::{
    AS_FORM, AS_NAME, AS_TYPED, Clause, Field, LEVEL, Search, Sought, clause_score, edits_allowed, forms, weight,
};
use proptest::prelude::*;

/// A text of a field: its words, and the further forms of some of them.
type Text = (Field, Vec<String>, Vec<String>);

/// Returns every text of an entry, as words.
fn texts(publication: &Publication) -> Vec<Text> {
    let mut texts = vec![(Field::Title, publication.plain_title())];
    texts.extend(publication.authors.iter().map(|name| (Field::Author, name.display())));
    texts.extend(publication.container.iter().map(|name| (Field::Venue, name.to_string())));
    texts.extend(publication.keywords.iter().map(|name| (Field::Keyword, name.to_string())));
    texts.extend(publication.year().map(|year| (Field::Other, year.to_string())));
    texts.extend(publication.abstract_text.iter().map(|text| (Field::Abstract, text.to_string())));
    texts.extend([publication.kind.to_string(), type_label(&publication.kind)].map(|text| (Field::Type, text)));
    let further = |text: &str| {
        let mut forms = Vec::new();
        fold::each_form(text, &mut |form| forms.push(form.to_owned()));
        forms
    };
    texts.into_iter().map(|(field, text)| (field, fold::words(&text), further(&text))).collect()
}

fn is_in(asked: Option<Field>, field: Field) -> bool {
    asked == Some(field) || asked.is_none() && field != Field::Type
}

/// Returns the weights of all places of a phrase in an entry.
fn weigh(texts: &[Text], asked: Option<Field>, words: &[String], whole: bool) -> u32 {
    let mut sum = 0;
    for (field, text, forms) in texts.iter().filter(|(field, ..)| is_in(asked, *field)) {
        let own = texts.iter().filter(|(other, ..)| other == field);
        let length = own.map(|(_, words, forms)| words.len() + forms.len()).sum::<usize>();
        for window in text.windows(words.len()).chain(forms.chunks(1).filter(|_| words.len() == 1)) {
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
    let holding =
        |word: &str| entries.iter().filter(|texts| weigh(texts, asked, &[word.to_owned()], false) > 0).count() as u32;
    let most = edits_allowed(word).min(if holding(word) == 0 { 2 } else { 1 });
    let texts = entries.iter().flatten().filter(|(field, ..)| is_in(asked, *field));
    let words: BTreeSet<&String> = texts
        .flat_map(|(_, words, forms)| words.iter().chain(forms))
        .filter(|known| !known.starts_with(word))
        .collect();
    let best = words.into_iter().min_by_key(|known| {
        let other = known.chars().next() != word.chars().next();
        let distance = errors(&letters, &known.chars().collect::<Vec<_>>(), most);
        // What is farther away need not be counted.
        (distance, if distance > most { 0 } else { u32::MAX - holding(known) }, other, known.to_string())
    })?;
    let is_near = errors(&letters, &best.chars().collect::<Vec<_>>(), most) <= most;
    (is_near && holding(word) * 100 < holding(best)).then(|| best.clone())
}

/// What a search finds in a list, said as plainly as it can be.
struct Model {
    entries: Vec<Vec<Text>>,
    years: Vec<Option<i32>>,
    is_excluding: bool,
    nears: Vec<String>,
}

impl Model {
    /// Returns the score of every entry, 0 for those that don't match.
    fn score(&mut self, Clause { excluded, sought }: &Clause) -> Vec<u32> {
        let outer = self.is_excluding;
        self.is_excluding |= *excluded;
        let scores = match sought {
            Sought::Years(years) => {
                self.years.iter().map(|year| if years.contains(*year) { AS_TYPED } else { 0 }).collect()
            }
            Sought::Any(clauses) => {
                let all: Vec<Vec<u32>> = clauses.iter().map(|clause| self.score(clause)).collect();
                (0..self.entries.len()).map(|at| all.iter().map(|scores| scores[at]).max().unwrap_or(0)).collect()
            }
            Sought::All(clauses) => self.all(clauses),
            Sought::Phrase { field, words, whole, is_form } => {
                let plain = !self.is_excluding && !whole && words.len() == 1;
                self.phrase(*field, words, *whole, plain, plain && !is_form)
            }
        };
        self.is_excluding = outer;
        if *excluded { scores.iter().map(|score| if *score == 0 { AS_TYPED } else { 0 }).collect() } else { scores }
    }

    fn all(&mut self, clauses: &[Clause]) -> Vec<u32> {
        let all: Vec<Vec<u32>> = clauses.iter().map(|clause| self.score(clause)).collect();
        let one = |at: usize| {
            let scores = || all.iter().map(|scores| scores[at]);
            if scores().any(|score| score == 0) {
                return 0;
            }
            let level = scores().map(|score| score & LEVEL).min().unwrap_or(AS_TYPED).min(AS_TYPED);
            level + scores().map(|score| score & !LEVEL).sum::<u32>()
        };
        (0..self.entries.len()).map(one).collect()
    }

    fn phrase(
        &mut self,
        field: Option<Field>,
        words: &[String],
        whole: bool,
        has_forms: bool,
        is_forgiven: bool,
    ) -> Vec<u32> {
        let of = |words: &[String], whole: bool| -> Vec<u32> {
            self.entries.iter().map(|texts| weigh(texts, field, words, whole)).collect()
        };
        let mut levels = vec![(AS_TYPED, of(words, whole))];
        if has_forms {
            let mut sums = vec![0; self.entries.len()];
            for form in forms(&words[0]) {
                sums.iter_mut().zip(of(&[form], true)).for_each(|(sum, weight)| *sum += weight);
            }
            levels.push((AS_FORM, sums));
        }
        let has_form = levels.get(1).is_some_and(|(_, sums)| sums.iter().any(|sum| *sum > 0));
        let near = if is_forgiven && !has_form { near(&self.entries, field, &words[0]) } else { None };
        levels.extend(near.iter().map(|near| (0, of(std::slice::from_ref(near), false))));
        let entries = self.entries.len();
        let one = |at: usize| {
            let level = levels.iter().find(|(_, weights)| weights[at] > 0);
            level.map_or(0, |(level, weights)| {
                let holding = weights.iter().filter(|weight| **weight > 0).count();
                level + clause_score(weights[at], holding as u32, entries as u32)
            })
        };
        let scores = (0..entries).map(one).collect();
        self.nears.extend(near);
        scores
    }
}

/// Returns the typed words of a search that is nothing but words, where there are several.
fn name(clauses: &[Clause]) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut open: Vec<&Clause> = clauses.iter().collect();
    while let Some(Clause { excluded, sought }) = open.pop() {
        match sought {
            _ if *excluded => {}
            Sought::Any(clauses) | Sought::All(clauses) => open.extend(clauses),
            Sought::Phrase { is_form: true, .. } | Sought::Years(_) => {}
            Sought::Phrase { field: None, words: typed, whole: false, .. } => words.extend(typed.clone()),
            Sought::Phrase { .. } => return None,
        }
    }
    (words.len() > 1).then_some(words)
}

/// Returns the score of every entry, 0 for those that don't match, and the near words.
fn scores(reading: &Reading, search: &Search) -> (Vec<u32>, Vec<String>) {
    let entries: Vec<_> = reading.publications.iter().map(texts).collect();
    let years = reading.publications.iter().map(Publication::year).collect();
    let mut model = Model { entries, years, is_excluding: false, nears: Vec::new() };
    let mut scores = model.all(&search.clauses);
    if search.clauses.is_empty() {
        scores.fill(0);
    }
    if let Some(name) = name(&search.clauses) {
        for (score, texts) in scores.iter_mut().zip(&model.entries).filter(|(score, _)| **score & LEVEL == AS_TYPED) {
            let mut names = texts.iter().filter(|(field, ..)| *field == Field::Author);
            if names.any(|(_, words, forms)| name.iter().all(|word| words.contains(word) || forms.contains(word))) {
                *score |= AS_NAME;
            }
        }
    }
    (scores, model.nears)
}

const WORDS: &str = "lamp|lamps|Lump|damp|unikernel|Unikernels|unikrenel|of|the|2013|2014|x86|Łódź|深層|学習|\u{6DF1}入|e-mail|C\\+\\+|Müller|studies|study|colour|colors|organisation|ไทย";

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
    let word = prop_oneof![
        WORDS,
        "lam|uniker|unikernle|lmap|limp|booc|conf|20|入|email|c\\+|mueller|color|organizations|OR|NOT|AND|2012-2013|ทย",
        "year:(2013|-2013|none)"
    ];
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

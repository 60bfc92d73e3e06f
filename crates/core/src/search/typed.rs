//! What a typed word asks for: itself, in every form under which texts have it.

use super::clause::{Clause, Field, Sought};
use super::number::number;
use crate::fold::{self, Typed, TypedRun};
use crate::query::Years;

/// Returns what a word without quotation marks and field asks for: a DOI, an arXiv number, a range of years, or what it
/// says.
pub(super) fn plain(excluded: bool, value: &str) -> Vec<Clause> {
    if let Some(years) = bare_years(value) {
        return vec![Clause { excluded, sought: Sought::Years(years) }];
    }
    let clauses = words(excluded, None, value, false);
    match number(value) {
        Some(number) if !excluded => vec![any([form(None, &number), all(clauses)])],
        _ => clauses,
    }
}

/// Reads `2010-2014`: two years of four digits, none of them beyond what a list can have.
fn bare_years(value: &str) -> Option<Years> {
    let value = value.replace('–', "-");
    let (from, to) = value.split_once('-')?;
    let is_year =
        |text: &str| text.len() == 4 && text.starts_with(['1', '2']) && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_year(from) && is_year(to) { Years::parse(&value) } else { None }
}

/// Returns what words ask for, `whole` where they are quoted. Excluded words, and those that are to be in one name, keyword
/// or award, are one phrase.
pub(super) fn words(excluded: bool, field: Option<Field>, value: &str, whole: bool) -> Vec<Clause> {
    let typed = fold::typed(value);
    let is_phrase = whole || excluded || matches!(field, Some(Field::Author | Field::Keyword | Field::Award));
    match &typed[..] {
        [] => Vec::new(),
        typed if is_phrase => vec![Clause { excluded, ..phrase(field, value, whole, typed) }],
        typed => typed.iter().flat_map(|typed| in_any_form(field, typed)).collect(),
    }
}

/// Returns all words side by side or, unless they are quoted, as the one word that they are together. A sign behind a word
/// counts only where that is alone: in a text the word with it is beside no other.
fn phrase(field: Option<Field>, value: &str, whole: bool, typed: &[Typed]) -> Clause {
    let (words, forms) = match typed {
        [Typed { runs, joined }] => match &runs[..] {
            [run] => (run.words.clone(), run.spelled.as_deref()),
            _ => (fold::words(value), joined.as_deref()),
        },
        _ => (fold::words(value), None),
    };
    let forms = forms.filter(|_| !whole).map(|word| form(field, word));
    any([side_by_side(field, words, whole)].into_iter().chain(forms))
}

/// Returns all that is typed in one or, in place of several words, the one that they are together.
fn in_any_form(field: Option<Field>, typed: &Typed) -> Vec<Clause> {
    let run = |run: &TypedRun| {
        let spelled = run.spelled.iter().map(|word| form(field, word));
        any([side_by_side(field, run.words.clone(), false)].into_iter().chain(spelled))
    };
    let runs: Vec<Clause> = typed.runs.iter().map(run).collect();
    match &typed.joined {
        Some(joined) => vec![any([all(runs), form(field, joined)])],
        None => runs,
    }
}

fn side_by_side(field: Option<Field>, words: Vec<String>, whole: bool) -> Clause {
    Clause::of(Sought::Phrase { field, words, whole, is_form: false })
}

/// Returns another form of what was typed.
fn form(field: Option<Field>, word: &str) -> Clause {
    Clause::of(Sought::Phrase { field, words: vec![word.to_owned()], whole: false, is_form: true })
}

fn any(clauses: impl IntoIterator<Item = Clause>) -> Clause {
    one_of(clauses.into_iter().collect(), Sought::Any)
}

/// Returns one condition of several.
pub(super) fn all(clauses: Vec<Clause>) -> Clause {
    one_of(clauses, Sought::All)
}

fn one_of(mut clauses: Vec<Clause>, join: fn(Vec<Clause>) -> Sought) -> Clause {
    if clauses.len() == 1 { clauses.remove(0) } else { Clause::of(join(clauses)) }
}

//! Further forms under which the words of a text are found: `email` for "e-mail", `c++` for "C++", `mueller` for "Müller".

use std::ops::Range;

use super::chars::folded;
use super::words::is_single;

/// A folded letter, and which bytes of the text gave it.
pub(super) type Letter = (char, Range<usize>);

/// A maximal run of letters and digits, and what is around it.
#[derive(Debug, Default)]
struct Run {
    letters: Vec<Letter>,
    /// The same with two letters for each of ä, ö, ü, ø and å; empty where it has none of them.
    spelled: Vec<Letter>,
    /// The plus and number signs directly behind it.
    signs: Vec<Letter>,
    /// Whether a single hyphen, full stop or apostrophe joins it to the run before.
    is_joined: bool,
}

impl Run {
    fn push(&mut self, c: char, place: Range<usize>) {
        if !self.spelled.is_empty() {
            self.spelled.push((c, place.clone()));
        }
        self.letters.push((c, place));
    }

    /// Adds the second letter of one that is spelled out.
    fn spell_out(&mut self, second: char, place: Range<usize>) {
        if self.spelled.is_empty() {
            self.spelled.clone_from(&self.letters);
        }
        self.spelled.push((second, place));
    }

    fn signed(&self) -> Option<Vec<Letter>> {
        (!self.signs.is_empty()).then(|| [&self.letters[..], &self.signs].concat())
    }

    fn has_singles(&self) -> bool {
        self.letters.iter().any(|(c, _)| is_single(*c))
    }

    /// Returns its words: several only in a script without spaces.
    fn words(&self) -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        let mut is_open = false;
        for (c, _) in &self.letters {
            match words.last_mut().filter(|_| is_open && !is_single(*c)) {
                Some(word) => word.push(*c),
                None => words.push(c.to_string()),
            }
            is_open = !is_single(*c);
        }
        words
    }
}

/// What was typed without a gap, or with nothing but a joining sign between its runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// The words of each run; of a run with signs behind it the one word with them.
    pub runs: Vec<TypedRun>,
    /// All runs as one word, where there are several.
    pub joined: Option<String>,
}

/// A typed run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedRun {
    /// Its words: several only in a script without spaces.
    pub words: Vec<String>,
    /// The word with two letters for each of ä, ö, ü, ø and å, where it has one of them.
    pub spelled: Option<String>,
}

/// Returns what was typed, one value for each of its parts.
pub fn typed(text: &str) -> Vec<Typed> {
    let mut runs = Vec::new();
    push_runs(text, 0, &mut runs);
    chains(&runs)
        .map(|chain| Typed {
            runs: chain.iter().map(typed_run).collect(),
            joined: joined(chain).map(|form| text_of(&form)),
        })
        .collect()
}

fn typed_run(run: &Run) -> TypedRun {
    let words = run.signed().map_or_else(|| run.words(), |form| vec![text_of(&form)]);
    let is_spelled = run.signs.is_empty() && !run.spelled.is_empty();
    TypedRun { words, spelled: is_spelled.then(|| text_of(&run.spelled)) }
}

/// Calls `each` with every further form of the words of `text`, folded.
///
/// Cost: one look at every byte, and some more at words with signs in or behind them and those beyond ASCII.
pub fn each_form(text: &str, each: &mut dyn FnMut(&str)) {
    each_form_in(text, &mut |letters| each(&text_of(letters)));
}

/// Calls `each` with the letters of every further form.
pub(super) fn each_form_in(text: &str, each: &mut dyn FnMut(&[Letter])) {
    let mut runs = Vec::new();
    let bytes = text.as_bytes();
    let mut start = 0;
    while start < bytes.len() {
        let length = bytes[start..].iter().position(u8::is_ascii_whitespace).unwrap_or(bytes.len() - start);
        let token = start..start + length;
        if has_forms(&bytes[token.clone()]) {
            runs.clear();
            push_runs(&text[token], start, &mut runs);
            forms(&runs, each);
        }
        start += length + 1;
    }
}

/// Reports whether a token may have further forms.
fn has_forms(token: &[u8]) -> bool {
    let is_letter = |at: usize| token.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii());
    token.iter().enumerate().any(|(at, byte)| match byte {
        b'-' | b'.' | b'\'' => at > 0 && is_letter(at - 1) && is_letter(at + 1),
        b'+' | b'#' => at > 0 && is_letter(at - 1),
        // Where the letters that are spelled out, their marks, and the joining signs beyond ASCII begin.
        0xc3 | 0xcc | 0xe2 => true,
        _ => false,
    })
}

fn forms(runs: &[Run], each: &mut dyn FnMut(&[Letter])) {
    for run in runs {
        if !run.spelled.is_empty() {
            each(&run.spelled);
        }
        if let Some(form) = run.signed() {
            each(&form);
        }
    }
    chains(runs).filter_map(joined).for_each(|form| each(&form));
}

/// Returns runs that are joined, together.
fn chains(runs: &[Run]) -> impl Iterator<Item = &[Run]> {
    runs.chunk_by(|_, next| next.is_joined)
}

/// Returns several runs as one word; not where a character is a word of its own.
fn joined(chain: &[Run]) -> Option<Vec<Letter>> {
    let is_word = chain.len() > 1 && !chain.iter().any(Run::has_singles);
    is_word.then(|| chain.iter().flat_map(|run| run.letters.iter().cloned()).collect())
}

fn text_of(letters: &[Letter]) -> String {
    letters.iter().map(|(c, _)| *c).collect()
}

/// Appends the runs of a text, which begins at `start`.
fn push_runs(text: &str, start: usize, runs: &mut Vec<Run>) {
    let mut before = Before::Gap;
    for (at, c) in text.char_indices() {
        let place = start + at..start + at + c.len_utf8();
        match c {
            '-' | '.' | '\'' | '’' | '\u{2010}' | '\u{2011}' => {
                before = if before == Before::Letter { Before::Joint } else { Before::Gap };
            }
            '+' | '#' if matches!(before, Before::Letter | Before::Sign) => {
                runs.last_mut().into_iter().for_each(|run| run.signs.push((c, place.clone())));
                before = Before::Sign;
            }
            _ => push_letters(c, &place, &mut before, runs),
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Before {
    Gap,
    Letter,
    Joint,
    Sign,
}

fn push_letters(c: char, place: &Range<usize>, before: &mut Before, runs: &mut Vec<Run>) {
    let ascii = [(c.to_ascii_lowercase(), c.is_ascii_alphanumeric())];
    let others: Vec<(char, bool)> = folded(c).iter().map(|letter| (letter.c, letter.in_word)).collect();
    for (c, in_word) in if c.is_ascii() { &ascii[..] } else { &others } {
        if !in_word {
            *before = Before::Gap;
            continue;
        }
        if *before != Before::Letter {
            runs.push(Run { is_joined: *before == Before::Joint, ..Run::default() });
        }
        *before = Before::Letter;
        runs.last_mut().into_iter().for_each(|run| run.push(*c, place.clone()));
    }
    if *before == Before::Letter
        && let Some(run) = runs.last_mut()
        && let Some(second) = second_letter(c, run.letters.last().map(|(letter, _)| *letter))
    {
        run.spell_out(second, place.clone());
    }
}

/// Returns the letter that is written behind the one before where `c`, or the mark `c` on it, is spelled out.
fn second_letter(c: char, before: Option<char>) -> Option<char> {
    match c {
        'ä' | 'Ä' | 'ö' | 'Ö' | 'ü' | 'Ü' | 'ø' | 'Ø' => Some('e'),
        'å' | 'Å' => Some('a'),
        '\u{308}' if matches!(before, Some('a' | 'o' | 'u')) => Some('e'),
        '\u{30a}' if before == Some('a') => Some('a'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms_of(text: &str) -> String {
        let mut forms = Vec::new();
        each_form(text, &mut |form| forms.push(form.to_owned()));
        forms.join(" ")
    }

    #[test]
    fn words_have_the_forms_under_which_people_look_for_them() {
        for (text, forms) in [
            ("An e-mail to Node.js, at last.", "email nodejs"),
            ("state-of-the-art O’Brien's J.R.R. Tolkien", "stateoftheart obriens jrr"),
            ("C++ and F#, c++11; a+b", "c++ f# c++ a+"),
            ("Müller, MU\u{308}LLER-Lüdenscheidt", "mueller mueller luedenscheidt mullerludenscheidt"),
            ("Ångström Øre Kjær naïve", "aangstroem oere"),
            ("a--b well - spaced -dash. #tag +1 … — é", ""),
            ("深-層 e\u{2010}mail", "email"),
            ("ä", "ae"),
            ("x\u{ad}y-z", "xyz"),
        ] {
            assert_eq!(forms_of(text), forms, "{text}");
        }
    }

    #[test]
    fn what_is_typed_is_taken_apart_likewise() {
        let written = |text: &str| {
            let run = |run: &TypedRun| {
                run.words.join("_") + &run.spelled.as_ref().map_or(String::new(), |form| format!("/{form}"))
            };
            let one = |typed: &Typed| {
                let runs: Vec<String> = typed.runs.iter().map(run).collect();
                runs.join(",") + &typed.joined.as_ref().map_or(String::new(), |form| format!("={form}"))
            };
            typed(text).iter().map(one).collect::<Vec<_>>().join(" ")
        };
        for (text, expected) in [
            ("e-mail", "e,mail=email"),
            ("C++11", "c++ 11"),
            ("deep/learning", "deep learning"),
            ("Müller", "muller/mueller"),
            ("深層learn", "深_層_learn"),
            ("🐫!", ""),
        ] {
            assert_eq!(written(text), expected, "{text}");
        }
    }
}

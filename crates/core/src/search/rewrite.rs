//! Other search texts that are offered in place of the one typed.

use super::clause::{Hint, Search, Sought};
use super::find::Corpus;
use super::parse::is_quote;
use super::widen::nearest;
use crate::fold::{self, Needle};

/// Returns the search text with a word of it in quotation marks, so that it is searched as typed. `word` is folded.
pub fn quote(text: &str, word: &str) -> String {
    let mut text = text.to_owned();
    // A quotation mark without a second one would take one of the new ones for it.
    if Search::parse(&text).hint == Some(Hint::OpenQuote)
        && let Some(at) = text.rfind(is_quote)
    {
        text.remove(at);
    }
    rewrite(&text, word, &|before, spelling| {
        let is_quoted = before.chars().filter(|c| is_quote(*c)).count() % 2 == 1;
        let mark = if is_quoted { "" } else { "\"" };
        format!("{mark}{spelling}{mark}")
    })
}

/// Writes a word of `text` anew wherever it is, from what is before it and how it is spelt there.
fn rewrite(text: &str, word: &str, write: &dyn Fn(&str, &str) -> String) -> String {
    let mut rewritten = String::new();
    let mut done = 0;
    for place in fold::marks(text, &[&Needle::word(word, true)]) {
        rewritten.push_str(&text[done..place.start]);
        rewritten.push_str(&write(&text[..place.start], &text[place.clone()]));
        done = place.end;
    }
    rewritten.push_str(&text[done..]);
    rewritten
}

/// For a search text that finds nothing: the same with one word replaced by a near one, so that it `finds` something.
/// Words that no entry has are all replaced.
///
/// There is something to offer where a quoted word is misspelt, or a word that is there but not beside the others.
pub(crate) fn suggest(corpus: &dyn Corpus, text: &str, finds: &dyn Fn(&str) -> bool) -> Option<String> {
    let mut text = text.to_owned();
    let search = Search::parse(&text);
    let mut phrases = Vec::new();
    search.clauses.iter().for_each(|clause| clause.each_phrase(&mut |phrase| phrases.push(phrase)));
    for clause in phrases {
        let Sought::Phrase { field, words, is_form: false, .. } = &clause.sought else { continue };
        for word in words {
            let holding = corpus.weigh(*field, &Needle::word(word, false)).holding;
            let Some(near) = nearest(corpus, word, *field, holding) else { continue };
            let corrected = rewrite(&text, word, &|_, _| near.word.clone());
            if finds(&corrected) {
                return Some(corrected);
            }
            if holding == 0 {
                text = corrected;
            }
        }
    }
    None
}

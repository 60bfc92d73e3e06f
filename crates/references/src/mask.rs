//! Characters that the formatter must leave as they are.
//!
//! Hayagriva changes numbers that begin with zeros, parts names at their lower-case words and writes "OCaml" as "Ocaml". What
//! it must not change goes in as private-use characters, which mean nothing to it, and is restored in what comes out.

/// Where the private-use characters begin that stand for others.
const BASE: u32 = 0xF_0000;

/// Stands for nothing: before a name it ends the search for particles. It takes the space behind it along.
pub(super) const NOTHING: char = '\u{F0000}';

/// Stands for nothing: behind it is "et al.", before which no conjunction is wanted.
pub(super) const OTHERS: char = '\u{F0001}';

/// A full stop of the item itself.
pub(super) const STOP: char = '\u{F002E}';

/// Returns text that nothing will change.
pub(super) fn mask(text: &str) -> String {
    text.chars().map(masked).collect()
}

fn masked(c: char) -> char {
    if c == ' ' { c } else { char::from_u32(BASE + u32::from(c)).filter(|_| u32::from(c) < 0xFFFE).unwrap_or(c) }
}

/// Returns the character that a masked one stands for; any other is itself.
pub(super) fn unmask(c: char) -> char {
    u32::from(c).checked_sub(BASE).filter(|code| *code > 1).and_then(char::from_u32).unwrap_or(c)
}

/// Returns text in which the words are masked whose letters say more than where they stand: those with a capital or a digit
/// before a letter, such as "OCaml", "ML" and "3D", words that titles have in lower
/// case, such as the "v" of "Roe v. Wade", and lone Greek letters, such as the "λ" of "λ-calculus".
pub(super) fn mask_words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(char::is_alphanumeric) {
        let (gap, from_word) = rest.split_at(start);
        let (word, behind) =
            from_word.split_at(from_word.find(|c: char| !c.is_alphanumeric()).unwrap_or(from_word.len()));
        out.push_str(gap);
        out.push_str(&if is_fixed(word) { mask(word) } else { word.to_owned() });
        rest = behind;
    }
    mask_marks(&(out + rest))
}

/// Masks what a style would put there too: a stop at the end, and a colon behind a space.
fn mask_marks(text: &str) -> String {
    let text = text.replace(" :", &format!(" {}", masked(':')));
    match text.strip_suffix('.') {
        // An abbreviation such as "U.S." keeps its last stop with the others.
        Some(sentence) if !sentence.chars().rev().take(2).any(|c| c == '.') => format!("{sentence}{STOP}"),
        _ => text,
    }
}

fn is_fixed(word: &str) -> bool {
    let begins_with_digit = word.starts_with(char::is_numeric) && word.contains(char::is_alphabetic);
    begins_with_digit
        || matches!(word, "v" | "vs" | "without")
        || word.chars().skip(1).any(char::is_uppercase)
        || is_greek_letter(word)
}

/// Returns whether this is one small Greek letter; the micro sign counts as one.
fn is_greek_letter(word: &str) -> bool {
    let mut letters = word.chars();
    let is_greek = |c: char| c.is_lowercase() && matches!(c, '\u{370}'..='\u{3ff}' | 'µ');
    letters.next().is_some_and(is_greek) && letters.next().is_none()
}

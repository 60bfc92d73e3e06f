//! Accents: a command and the letter that it is over.

use unicode_normalization::char::compose;

/// Returns the combining character of an accent's command.
pub(super) fn combining(command: &str) -> Option<char> {
    Some(match command {
        "`" => '\u{300}',
        "'" => '\u{301}',
        "^" => '\u{302}',
        "~" => '\u{303}',
        "=" => '\u{304}',
        "u" => '\u{306}',
        "." => '\u{307}',
        "\"" => '\u{308}',
        "r" => '\u{30a}',
        "H" => '\u{30b}',
        "v" => '\u{30c}',
        "d" => '\u{323}',
        "c" => '\u{327}',
        "k" => '\u{328}',
        "b" => '\u{331}',
        "t" => '\u{361}',
        "textcommabelow" => '\u{326}',
        _ => return None,
    })
}

/// Returns the combining character of an accent's command in mathematics.
pub(super) fn over(command: &str) -> Option<char> {
    Some(match command {
        "grave" => '\u{300}',
        "acute" => '\u{301}',
        "hat" | "widehat" => '\u{302}',
        "tilde" | "widetilde" => '\u{303}',
        "bar" | "overline" => '\u{304}',
        "breve" => '\u{306}',
        "dot" => '\u{307}',
        "ddot" => '\u{308}',
        "check" => '\u{30c}',
        "vec" => '\u{20d7}',
        _ => return None,
    })
}

/// Returns the accent over the first letter of a text; over nothing, it is the sign itself.
pub(super) fn accented(command: &str, accent: char, text: &str) -> String {
    let mut rest = text.trim_start().chars();
    let letter = match rest.next() {
        Some('ı') => 'i',
        Some('ȷ') => 'j',
        Some(letter) => letter,
        None => return if command.chars().all(char::is_alphabetic) { String::new() } else { command.to_owned() },
    };
    let mut out = String::new();
    match compose(letter, accent) {
        Some(composed) => out.push(composed),
        None => out.extend([letter, accent]),
    }
    out.push_str(rest.as_str());
    out
}

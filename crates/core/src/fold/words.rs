//! Cutting text into folded words.

use super::chars::folded;

/// Appends each folded word of `text` to `out`, each preceded by one space.
///
/// Takes time linear in `text`; ASCII is copied word by word and never looked up.
pub fn push_words(text: &str, out: &mut String) {
    let start = out.len();
    let mut in_word = false;
    let mut rest = text;
    while let Some(&byte) = rest.as_bytes().first() {
        let length = if byte.is_ascii_alphanumeric() {
            let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
            open_word(&mut in_word, out);
            out.push_str(&rest[..length]);
            length
        } else if byte.is_ascii() {
            in_word = false;
            1
        } else {
            push_folded(rest, &mut in_word, out)
        };
        rest = &rest[length..];
    }
    // One sweep over the whole is several times faster than lowering each word as it is copied.
    out[start..].make_ascii_lowercase();
}

/// The folded words of `text` in order.
pub fn words(text: &str) -> Vec<String> {
    let mut joined = String::new();
    push_words(text, &mut joined);
    joined.split(' ').skip(1).map(str::to_owned).collect()
}

/// Appends what the first character of `rest` folds to, and returns how many bytes that character takes.
fn push_folded(rest: &str, in_word: &mut bool, out: &mut String) -> usize {
    rest.chars().next().map_or(0, |c| {
        for folded in folded(c) {
            if folded.in_word {
                open_word(in_word, out);
                out.push(folded.c);
            } else {
                *in_word = false;
            }
        }
        c.len_utf8()
    })
}

fn open_word(in_word: &mut bool, out: &mut String) {
    if !*in_word {
        out.push(' ');
        *in_word = true;
    }
}

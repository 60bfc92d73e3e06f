//! Folding: what makes two spellings of a word one word for searching and comparing.
//!
//! Text is decomposed (NFKD), put in lower case, for a decomposition can bring capitals to light, and stripped of
//! its marks (`\p{M}`). Letters whose stroke or ligature Unicode does not decompose follow a short list:
//! ø→o ł→l đ→d ð→d ħ→h ı→i ß→ss æ→ae œ→oe þ→th ς→σ.
//! Invisible format characters (`\p{Cf}`: soft hyphen, zero-width joiner and space, direction marks)
//! fold to nothing, so that they never break a word.
//!
//! A word is a maximal run of letters and digits (`\p{L}\p{N}`) after folding; in Chinese, Japanese, Thai, Lao, Khmer and
//! Burmese, which are written without spaces, it is a single character. Some words have further forms: see [`each_form`].

mod chars;
mod each;
mod forms;
mod marks;
mod unicode;
mod words;

pub use each::{Word, each_word};
pub use forms::{Typed, TypedRun, each_form, typed};
pub use marks::{Needle, marks};
pub use unicode::use_unicode;
pub use words::{push_words, runs, words};

/// Returns folded text; characters that are no letters or digits stay, white space runs stay as they are.
///
/// Folding twice changes nothing more, and folding the parts of a text gives the parts of its folding.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
        } else {
            folded.extend(chars::folded(c).iter().map(|folded| folded.c));
        }
    }
    folded
}

/// Returns a key for comparing values: folded, trimmed, each run of white space as one space.
///
/// Two values that a reader would call the same ("Journal of  Logic", "journal of logic ") have one key.
pub fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for word in fold(text).split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    key
}

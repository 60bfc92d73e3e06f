//! Forms of a word: singular and plural, British and American spelling.
//!
//! The rules are few and simple, since a form that is no word finds nothing.

/// The shortest word that is put into the other number, in letters.
const SHORTEST_NUMBER: usize = 4;

/// The shortest word that is spelled the other way, in letters.
const SHORTEST_SPELLING: usize = 5;

/// More forms of one word are not made.
const MOST: usize = 24;

/// What follows `our` or `or` where the two are spellings of one ending; nothing may follow too.
const AFTER_OUR: [&str; 10] = ["s", "ed", "ing", "able", "al", "ful", "less", "ist", "ite", ""];

/// What follows a doubled or single l.
const AFTER_L: [&str; 3] = ["ing", "ed", "er"];

/// Returns the whole words that are forms of a folded word, each with and without a final s; not the word itself.
pub fn forms(word: &str) -> Vec<String> {
    let length = word.chars().count();
    let mut stems: Vec<String> = Vec::new();
    if length >= SHORTEST_NUMBER {
        stems.extend(other_numbers(word));
    }
    if length >= SHORTEST_SPELLING {
        let mut at = 0;
        stems.insert(0, word.to_owned());
        while let Some(stem) = stems.get(at).cloned().filter(|_| stems.len() < MOST) {
            for other in other_spellings(&stem) {
                if !stems.contains(&other) {
                    stems.push(other);
                }
            }
            at += 1;
        }
        stems.remove(0);
    }
    let mut forms: Vec<String> = Vec::new();
    for stem in stems {
        for form in [stem.clone() + "s", stem] {
            if form != word && !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
    forms
}

/// Returns the singular of a plural, and the plural of a word in y.
fn other_numbers(word: &str) -> Vec<String> {
    let mut others = Vec::new();
    if let Some(stem) = word.strip_suffix("ies") {
        others.push(format!("{stem}y"));
    }
    if let Some(stem) =
        word.strip_suffix("es").filter(|stem| ["s", "x", "z", "ch", "sh"].iter().any(|end| stem.ends_with(end)))
    {
        others.push(stem.to_owned());
    }
    if let Some(stem) = word.strip_suffix('s').filter(|stem| !stem.ends_with(['s', 'u', 'i'])) {
        others.push(stem.to_owned());
    }
    if let Some(stem) = word.strip_suffix('y').filter(|stem| stem.ends_with(is_consonant)) {
        others.push(format!("{stem}ies"));
    }
    others
}

fn is_consonant(c: char) -> bool {
    c.is_alphabetic() && !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// Returns the word with one place spelled the other way.
fn other_spellings(word: &str) -> Vec<String> {
    let mut others = Vec::new();
    for (at, _) in word.char_indices() {
        let (before, rest) = word.split_at(at);
        for (from, to, follows) in PLACES {
            if let Some(behind) = rest.strip_prefix(from).filter(|behind| follows(before, behind)) {
                others.push([before, to, behind].concat());
            }
        }
    }
    others
}

/// Two spellings, one for the other, and a rule for what is around them.
type Place = (&'static str, &'static str, fn(&str, &str) -> bool);

const PLACES: [Place; 10] = [
    ("is", "iz", before_vowel),
    ("iz", "is", before_vowel),
    ("ys", "yz", before_vowel),
    ("yz", "ys", before_vowel),
    ("our", "or", in_ending),
    ("or", "our", in_ending),
    ("ell", "el", before_suffix),
    ("el", "ell", before_suffix),
    ("all", "al", before_suffix),
    ("al", "all", before_suffix),
];

fn before_vowel(_: &str, behind: &str) -> bool {
    behind.starts_with(['e', 'i', 'a'])
}

fn in_ending(before: &str, behind: &str) -> bool {
    before.chars().nth(1).is_some()
        && AFTER_OUR.iter().any(|end| if end.is_empty() { behind.is_empty() } else { behind.starts_with(end) })
}

fn before_suffix(_: &str, behind: &str) -> bool {
    AFTER_L.iter().any(|end| behind.starts_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_another_number_and_another_spelling() {
        for (word, form) in [
            ("studies", "study"),
            ("study", "studies"),
            ("boxes", "box"),
            ("networks", "network"),
            ("organisation", "organization"),
            ("organizations", "organisation"),
            ("analyse", "analyze"),
            ("colour", "color"),
            ("behavioral", "behavioural"),
            ("modelling", "modeling"),
            ("traveler", "travellers"),
            ("signaling", "signalling"),
            ("modellings", "modeling"),
        ] {
            assert!(forms(word).contains(&form.to_owned()), "{word}: {:?}", forms(word));
        }
    }

    #[test]
    fn what_only_looks_like_a_plural_stays() {
        for word in ["class", "virus", "basis", "gas", "was", "key", "lamp", "深層"] {
            assert_eq!(forms(word), [""; 0], "{word}");
        }
    }
}

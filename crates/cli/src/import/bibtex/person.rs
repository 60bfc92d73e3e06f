//! Lists of names.
//!
//! biblatex's own reader takes a braced part of a family name for a particle and any `=` for a key; here names are taken
//! apart by BibTeX's rules.

use serde_json::{Map, Value, json};

use crate::import::separators::people;
use crate::import::tex;

/// Reads `Given von Family and von Family, Jr, Given and {A Group} and others`.
pub(super) fn names(text: &str) -> Vec<Value> {
    let names = split_words(text, |word| word.eq_ignore_ascii_case("and"));
    names.into_iter().flat_map(|name| people(name.trim())).filter_map(self::name).collect()
}

fn name(text: &str) -> Option<Value> {
    if let Some(group) = braced(text) {
        let literal = tex::plain(group);
        return if literal.is_empty() { None } else { Some(json!({ "literal": literal })) };
    }
    let parts: Vec<&str> = split(text, |c| c == ',').into_iter().map(str::trim).collect();
    let is_keyed = |part: &&str| ["family", "given", "prefix", "suffix"].iter().any(|key| keyed(part, key).is_some());
    if parts.iter().any(is_keyed) {
        let value = |key| parts.iter().find_map(|part| keyed(part, key)).unwrap_or_default();
        return object(value("given"), value("prefix"), value("family"), value("suffix"));
    }
    match parts[..] {
        [whole] => {
            let words = words(whole);
            let (given, von, family) = first_von_last(&words);
            object(&given.join(" "), &von.join(" "), &family.join(" "), "")
        }
        [last, given] => with_family(last, "", given),
        [last, suffix, ref given @ ..] => with_family(last, suffix, &given.join(", ")),
        [] => None,
    }
}

fn with_family(last: &str, suffix: &str, given: &str) -> Option<Value> {
    let words = words(last);
    let von = words.iter().rposition(|word| is_lower(word)).map_or(0, |at| at + 1).min(words.len().saturating_sub(1));
    // A family name may itself begin in lower case, "de la Cruz" but not "García de la Cruz".
    let von = if words.first().is_some_and(|word| is_lower(word)) { von } else { 0 };
    object(given, &words[..von].join(" "), &words[von..].join(" "), suffix)
}

/// Particles are what is in lower case between the names; the last word always is the family's.
fn first_von_last<'a>(words: &'a [&'a str]) -> (&'a [&'a str], &'a [&'a str], &'a [&'a str]) {
    let last = words.len().saturating_sub(1);
    let Some(first) = words[..last].iter().position(|word| is_lower(word)) else {
        return (&words[..last], &[], &words[last..]);
    };
    let end = words[..last].iter().rposition(|word| is_lower(word)).map_or(first, |at| at + 1);
    (&words[..first], &words[first..end], &words[end..])
}

fn object(given: &str, von: &str, family: &str, suffix: &str) -> Option<Value> {
    let mut name = Map::new();
    for (key, part) in [("given", given), ("non-dropping-particle", von), ("family", family), ("suffix", suffix)] {
        let part = tex::plain(part);
        if !part.is_empty() {
            name.insert(key.to_owned(), Value::from(part));
        }
    }
    if name.contains_key("given") && !name.contains_key("family") {
        // "Plato," has a given name at most by accident.
        name = name
            .into_iter()
            .map(|(key, value)| (if key == "given" { "family".to_owned() } else { key }, value))
            .collect();
    }
    if name.contains_key("family") { Some(Value::Object(name)) } else { None }
}

/// Returns the value of `family={van der Berg}`, BibLaTeX's extended format.
fn keyed<'a>(part: &'a str, key: &str) -> Option<&'a str> {
    let value = part.strip_prefix(key)?.trim_start().strip_prefix('=')?.trim();
    Some(value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).unwrap_or(value))
}

/// Returns what braces around the whole of a text hold.
fn braced(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('{')?.strip_suffix('}')?;
    // `{\"O}` is a letter.
    let mut depth = 0;
    for c in inner.chars() {
        depth += match c {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        if depth < 0 {
            return None;
        }
    }
    (!inner.starts_with('\\')).then_some(inner)
}

/// Returns the case of a word is that of its first letter outside braces; one that is all in braces has none.
fn is_lower(word: &str) -> bool {
    let letter = if word.starts_with("{\\") || word.starts_with('\\') {
        tex::plain(word).chars().find(|c| c.is_alphabetic())
    } else {
        let mut depth = 0;
        word.chars().find(|c| {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            depth == 0 && c.is_alphabetic()
        })
    };
    letter.is_some_and(char::is_lowercase)
}

fn words(text: &str) -> Vec<&str> {
    split(text, |c| c.is_whitespace() || c == '~').into_iter().filter(|word| !word.is_empty()).collect()
}

/// Cuts a text at characters outside braces; the tilde of an accent is none.
fn split(text: &str, is_cut: impl Fn(char) -> bool) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut depth, mut start, mut escaped) = (0_i32, 0, false);
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ if depth <= 0 && !escaped && is_cut(c) => {
                pieces.push(&text[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
        escaped = c == '\\' && !escaped;
    }
    pieces.push(&text[start..]);
    pieces
}

/// Cuts a text at words outside braces.
fn split_words(text: &str, is_cut: impl Fn(&str) -> bool) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for word in split(text, char::is_whitespace) {
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        if is_cut(word) {
            pieces.push(&text[start..at]);
            start = at + word.len();
        }
    }
    pieces.push(&text[start..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let part = |name: &Value, key: &str| name[key].as_str().unwrap_or_default().to_owned();
        let show = |name: &Value| match part(name, "literal") {
            literal if !literal.is_empty() => format!("[{literal}]"),
            _ => ["given", "non-dropping-particle", "family", "suffix"].map(|key| part(name, key)).join("|"),
        };
        names(text).iter().map(show).collect()
    }

    #[test]
    fn names_are_taken_apart_by_bibtexs_rules() {
        for (text, names) in [
            ("Anil Madhavapeddy and Scott, David", vec!["Anil||Madhavapeddy|", "David||Scott|"]),
            ("Ludwig van Beethoven AND de la Fontaine, Jean", vec!["Ludwig|van|Beethoven|", "Jean|de la|Fontaine|"]),
            ("King, Jr., Martin Luther and Knuth, Donald~E.", vec!["Martin Luther||King|Jr.", "Donald E.||Knuth|"]),
            ("{The MirageOS Team} and {Barnes and Noble}", vec!["[The MirageOS Team]", "[Barnes and Noble]"]),
            (r#"G{\"o}del, K. and {\O}rsted, H. and others"#, vec!["K.||Gödel|", "H.||Ørsted|", "||others|"]),
            (
                "Charles Louis Xavier Joseph {de la Vall{\\'e}e} Poussin",
                vec!["Charles Louis Xavier Joseph de la Vallée||Poussin|"],
            ),
            ("Plato", vec!["||Plato|"]),
            ("family={van der Berg}, given=Anna, prefix=von", vec!["Anna|von|van der Berg|"]),
            ("Simon {Peyton Jones}", vec!["Simon||Peyton Jones|"]),
            ("jean de la fontaine", vec!["|jean de la|fontaine|"]),
            (" and  and ", vec![]),
            ("Garc{\\'i}a de la Cruz, A.", vec!["A.||García de la Cruz|"]),
            ("Mu\\~noz, A", vec!["A||Muñoz|"]),
        ] {
            assert_eq!(shown(text), names, "from {text:?}");
        }
    }
}

//! People whose names are parted by what neither BibTeX nor RIS has for that: `A; B`, `A & B`, `A One, B Two, C Three`.

/// What is said of a name that looks like several people.
pub(crate) const DOUBT: &str = "one name or two people? It is taken for one; put “and” between two";

/// Cuts a text that is to be one name where it is unmistakably several. Nothing inside braces is looked at.
pub(crate) fn people(text: &str) -> Vec<&str> {
    let parts = cut(text, ";");
    if parts != [text.trim()] {
        return parts;
    }
    let parts = [cut(text, "\\&"), cut(text, "&")].into_iter().find(|parts| parts.len() > 1);
    if let Some(parts) = parts.filter(|parts| parts.iter().all(|part| is_person(part))) {
        return parts;
    }
    // One name has two commas at most, and then "Jr." between them.
    let parts = cut(text, ",");
    if parts.len() > 2 && parts.iter().all(|part| is_whole(part)) { parts } else { vec![text] }
}

/// Returns whether a name still looks like several people, which only a reader can tell.
pub(crate) fn is_doubtful(text: &str) -> bool {
    people(text).len() == 1 && cut(text, "&").len() > 1
}

fn cut<'t>(text: &'t str, sign: &str) -> Vec<&'t str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0);
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ if depth == 0 && at >= start && text[at..].starts_with(sign) && !is_entity(text, at) => {
                parts.push(&text[start..at]);
                start = at + sign.len();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Returns whether a sign belongs to something such as `&amp;`.
fn is_entity(text: &str, at: usize) -> bool {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '#';
    let behind =
        |at: usize| text[at + 1..].trim_start_matches(is_name).starts_with(';') && !text[at + 1..].starts_with(';');
    let before = text[..at].trim_end_matches(is_name);
    match text[at..].chars().next() {
        Some('&') => behind(at),
        Some(';') => before.ends_with('&') && before.len() < at,
        _ => false,
    }
}

/// Returns whether a part is a whole name, with family and given name.
fn is_person(part: &str) -> bool {
    is_whole(part) || part.contains(',')
}

/// Returns whether a part has two words or more, of which not all are initials.
fn is_whole(part: &str) -> bool {
    let words: Vec<&str> = part.split_whitespace().collect();
    let is_initial = |word: &str| word.trim_end_matches('.').chars().count() <= 1;
    words.len() > 1 && !words.iter().all(|word| is_initial(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_names_are_parted() {
        for (text, names) in [
            (
                "Sanchez-Cordon, Pedro J.; Montoya, Maria; Reis, Ana",
                vec!["Sanchez-Cordon, Pedro J.", "Montoya, Maria", "Reis, Ana"],
            ),
            ("Ada One & Bea Two", vec!["Ada One", "Bea Two"]),
            (r"One, Ada \& Two, Bea", vec!["One, Ada", "Two, Bea"]),
            ("Ada One, Bea Two, Cy Three", vec!["Ada One", "Bea Two", "Cy Three"]),
            ("One, A.;", vec!["One, A."]),
        ] {
            assert_eq!(people(text), names, "{text}");
        }
    }

    #[test]
    fn one_name_stays_one() {
        for text in [
            "King, Jr., Martin Luther",
            "van der Berg, Ada Bea",
            "Barnes & Noble",
            "{Ada One; Bea Two}",
            "M&uuml;ller, Eva",
            "AT&amp;T Labs",
            "Oudin A",
            "Smith, J. R., III",
        ] {
            assert_eq!(people(text), [text], "{text}");
        }
        assert!(is_doubtful("Barnes & Noble"));
        assert!(!is_doubtful("Ada One & Bea Two"));
    }
}

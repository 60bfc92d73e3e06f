//! The word that was probably meant.

/// Returns the known word that is written almost like this one: apart from case, hyphens and underscores the same, or,
/// from four letters on, one edit away, from nine letters on two. It begins with the same letter.
pub(super) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = plain(word);
    let most = match plain.chars().count() {
        0..=3 => 0,
        4..=8 => 1,
        _ => 2,
    };
    let distance = |other: &str| {
        let other = self::plain(other);
        let alike = plain.chars().next() == other.chars().next() && plain.len().abs_diff(other.len()) <= 2 * most;
        if plain == other { Some(0) } else { alike.then(|| strsim::osa_distance(&plain, &other)) }
    };
    let near = known.into_iter().filter_map(|other| Some((distance(other)?, other)));
    near.filter(|(distance, _)| *distance <= most).min_by_key(|(distance, _)| *distance).map(|(_, other)| other)
}

fn plain(word: &str) -> String {
    word.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_recognised_and_another_word_is_not() {
        let known = ["author", "DOI", "container-title", "page", "URL", "host"];
        for (word, meant) in [
            ("autor", Some("author")),
            ("authors", Some("author")),
            ("doi", Some("DOI")),
            ("container_title", Some("container-title")),
            ("contanier-titel", Some("container-title")),
            ("pages", Some("page")),
            ("cost", None),
            ("uri", None),
            ("tags", None),
        ] {
            assert_eq!(nearest(word, known), meant, "from {word}");
        }
    }
}

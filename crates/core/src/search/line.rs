//! Why an entry matches, where its abstract alone says so.

use super::clause::Field;
use super::fields::{Part, each_text};
use super::mark::{Mark, is_marked, mark_text};
use crate::publication::Publication;
use crate::rich::RichText;

/// How many characters are shown before the first match, and from it on.
const BEFORE: usize = 40;
const FROM: usize = 100;

/// Returns a line around the first match in the abstract in pieces, of which those with `true` match; none where something
/// else of the entry matches, which is in view anyway.
pub fn abstract_line(publication: &Publication, marks: &[Mark]) -> Option<Vec<(String, bool)>> {
    let source = publication.abstract_text.as_ref().filter(|_| !marks.is_empty())?;
    let mut is_elsewhere = false;
    each_text(publication, &|_| None, &mut |field, part| {
        if let (false, Part::Text(text)) = (field == Field::Abstract, part) {
            is_elsewhere |= is_marked(text, field, marks);
        }
    });
    if is_elsewhere {
        return None;
    }
    let text = RichText::parse_block(source).0.plain().replace('\n', " ");
    let parts = mark_text(&text, Field::Abstract, marks);
    let first = parts.iter().position(|(_, is_match)| *is_match)?;
    let before = first.checked_sub(1).map_or("", |at| parts[at].0);
    let mut line = vec![(ending(before), false)];
    let mut left = FROM;
    for (part, is_match) in &parts[first..] {
        let shown = beginning(part, left);
        left = left.saturating_sub(part.chars().count());
        line.push((shown, *is_match));
        if left == 0 {
            break;
        }
    }
    Some(line)
}

/// Returns the last words of a text.
fn ending(text: &str) -> String {
    match text.char_indices().rev().nth(BEFORE) {
        Some((at, c)) => {
            let rest = &text[at + c.len_utf8()..];
            let word = rest.find(' ').map_or(rest, |space| &rest[space..]);
            format!("…{word}")
        }
        None => text.to_owned(),
    }
}

/// Returns the first words of a text, of at most so many characters.
fn beginning(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => {
            let word = text[..at].rfind(' ').unwrap_or(at);
            format!("{} …", &text[..word])
        }
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Search;

    #[test]
    fn the_line_is_around_the_first_match() {
        let text = "word ".repeat(20) + "privacy matters, and <em>privacy</em> again " + &"word ".repeat(40);
        let publication = Publication {
            title: "A title".into(),
            abstract_text: Some(text.into_boxed_str()),
            ..Publication::default()
        };
        let line = |text: &str| abstract_line(&publication, &Search::parse(text).marks(&[]));
        let found = line("privacy").unwrap_or_default();
        assert!(found[0].0.starts_with("… word") && found[0].0.ends_with("word "), "{found:?}");
        let marked: Vec<_> = found.iter().filter(|(_, is_match)| *is_match).map(|(text, _)| &**text).collect();
        assert_eq!(marked, ["privacy", "privacy"]);
        assert!(found.iter().map(|(text, _)| text.chars().count()).sum::<usize>() < 150);
        assert_eq!((line("title"), line("title privacy"), line("absent")), (None, None, None));
    }
}

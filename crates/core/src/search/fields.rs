//! What of an entry is searched.

use super::clause::Field;
use super::number::number;
use crate::fold;
use crate::publication::{Publication, type_label};
use crate::rich::{self, RichText};

/// A part of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    /// A text, whose words and their further forms are found.
    Text(&'a str),
    /// A word that is found as it is.
    Word(&'a str),
}

/// Hands each text of an entry to `take`, without markup, field after field in the order of [`Field::ALL`].
///
/// A phrase lies within one such text: each name and each keyword is one. `canonical` gives the name that a spelling
/// counts under, where that is another.
pub fn each_text<'a>(
    publication: &Publication,
    canonical: &dyn Fn(&str) -> Option<&'a str>,
    take: &mut dyn FnMut(Field, Part<'_>),
) {
    with_plain(&publication.title, &mut |title| take(Field::Title, Part::Text(title)));
    let editors = publication.editors();
    for name in publication.authors.iter().chain(&editors).map(|name| name.display()) {
        take(Field::Author, Part::Text(&name));
        // The same name in other letters would count twice.
        let other = canonical(&name).filter(|other| fold::key(other) != fold::key(&name));
        other.into_iter().for_each(|other| take(Field::Author, Part::Text(other)));
    }
    let Publication { container_short, container, event, publisher, genre, .. } = publication;
    let places = [container_short, container, event, publisher, genre];
    places.into_iter().flatten().for_each(|name| take(Field::Venue, Part::Text(name)));
    publication.keywords.iter().for_each(|keyword| take(Field::Keyword, Part::Text(keyword)));
    publication.awards.iter().for_each(|award| take(Field::Award, Part::Text(award)));
    publication.year().into_iter().for_each(|year| take(Field::Other, Part::Text(&year.to_string())));
    publication.note.iter().for_each(|note| with_plain(note, &mut |note| take(Field::Other, Part::Text(note))));
    each_number(publication, &mut |number| take(Field::Other, Part::Word(number)));
    publication
        .abstract_text
        .iter()
        .for_each(|text| with_plain(text, &mut |text| take(Field::Abstract, Part::Text(text))));
    take(Field::Type, Part::Text(&publication.kind));
    take(Field::Type, Part::Text(&type_label(&publication.kind)));
}

/// Hands each DOI and arXiv number of an entry to `take`, as a word that no text has.
fn each_number(publication: &Publication, take: &mut dyn FnMut(&str)) {
    let mut numbers: Vec<String> = publication.links.iter().filter_map(|link| number(link.href.as_str())).collect();
    numbers.dedup();
    numbers.iter().for_each(|number| take(number));
}

/// Calls `take` with a rich text without its markup.
pub(crate) fn with_plain(source: &str, take: &mut dyn FnMut(&str)) {
    if rich::is_plain(source) {
        take(source);
    } else {
        take(&RichText::parse_block(source).0.searched());
    }
}

//! What of an entry is searched.

use super::clause::Field;
use crate::fold;
use crate::publication::{Publication, type_label};
use crate::rich::{self, RichText};

/// Hands each text of an entry to `take`, without markup, field after field in the order of [`Field::ALL`].
///
/// A phrase lies within one such text: each name and each keyword is one. `canonical` gives the name that a spelling
/// counts under, where that is another.
pub fn each_text<'a>(
    publication: &Publication,
    canonical: &dyn Fn(&str) -> Option<&'a str>,
    take: &mut dyn FnMut(Field, &str),
) {
    with_plain(&publication.title, &mut |title| take(Field::Title, title));
    let editors = publication.editors();
    for name in publication.authors.iter().chain(&editors).map(|name| name.display()) {
        take(Field::Author, &name);
        // The same name in other letters would count twice.
        let other = canonical(&name).filter(|other| fold::key(other) != fold::key(&name));
        other.into_iter().for_each(|other| take(Field::Author, other));
    }
    let Publication { container_short, container, event, publisher, genre, .. } = publication;
    let places = [container_short, container, event, publisher, genre];
    places.into_iter().flatten().for_each(|name| take(Field::Venue, name));
    publication.keywords.iter().for_each(|keyword| take(Field::Keyword, keyword));
    publication.year().into_iter().for_each(|year| take(Field::Other, &year.to_string()));
    publication.note.iter().for_each(|note| with_plain(note, &mut |note| take(Field::Other, note)));
    publication.abstract_text.iter().for_each(|text| with_plain(text, &mut |text| take(Field::Abstract, text)));
    take(Field::Type, &publication.kind);
    take(Field::Type, &type_label(&publication.kind));
}

/// Calls `take` with a rich text without its markup.
pub(crate) fn with_plain(source: &str, take: &mut dyn FnMut(&str)) {
    if rich::is_plain(source) {
        take(source);
    } else {
        take(&RichText::parse_block(source).0.plain());
    }
}

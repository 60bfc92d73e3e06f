//! What of an entry is searched.

use super::clause::Field;
use crate::fold;
use crate::publication::{Publication, type_label};
use crate::rich::{self, RichText};

/// Hands the folded words of each text of an entry to `take`, field after field in the order of [`Field::ALL`].
///
/// A phrase lies within one such text: each name and each keyword is one. `canonical` gives the name that a spelling
/// counts under, where that is another.
pub fn each_text<'a>(
    publication: &Publication,
    canonical: &dyn Fn(&str) -> Option<&'a str>,
    take: &mut dyn FnMut(Field, &str),
) {
    let mut words = String::new();
    let mut plain = |field, text: &str| {
        words.clear();
        fold::push_words(text, &mut words);
        take(field, &words);
    };
    rich(Field::Title, &publication.title, &mut plain);
    for name in publication.authors.iter().map(|name| name.display()) {
        plain(Field::Author, &name);
        // The same name in other letters would count twice.
        let other = canonical(&name).filter(|other| fold::key(other) != fold::key(&name));
        other.into_iter().for_each(|other| plain(Field::Author, other));
    }
    let Publication { container_short, container, event, publisher, genre, .. } = publication;
    let places = [container_short, container, event, publisher, genre];
    places.into_iter().flatten().for_each(|name| plain(Field::Venue, name));
    publication.keywords.iter().for_each(|keyword| plain(Field::Keyword, keyword));
    publication.year().into_iter().for_each(|year| plain(Field::Other, &year.to_string()));
    publication.note.iter().for_each(|note| rich(Field::Other, note, &mut plain));
    publication.abstract_text.iter().for_each(|source| rich(Field::Abstract, source, &mut plain));
    plain(Field::Type, &publication.kind);
    plain(Field::Type, &type_label(&publication.kind));
}

fn rich(field: Field, source: &str, take: &mut dyn FnMut(Field, &str)) {
    if rich::is_plain(source) {
        take(field, source);
    } else {
        take(field, &RichText::parse_block(source).0.plain());
    }
}

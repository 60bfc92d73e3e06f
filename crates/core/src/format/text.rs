//! Plain text: a reference a line.

use super::push_part;
use super::reference::{Reference, sentence};
use crate::publication::Publication;

/// Returns one reference, with a line end.
pub(super) fn reference(publication: &Publication) -> String {
    let reference = Reference::of(publication);
    let mut source = reference.container;
    push_part(&mut source, ", ", &reference.details);
    let mut text = String::new();
    for part in [sentence(&reference.people), sentence(&reference.title), sentence(&source)] {
        push_part(&mut text, " ", &part);
    }
    push_part(&mut text, " ", reference.url.map_or("", |link| link.href.as_str()));
    text.push('\n');
    text
}

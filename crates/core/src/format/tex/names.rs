//! Names, in the form `von Last, Jr, First`, which alone keeps every part apart.

use super::text::escape;
use crate::format::{line, push_part};
use crate::publication::Name;

/// Names with `and` between them.
pub(super) fn names(names: &[Name]) -> String {
    let mut list = String::new();
    names.iter().for_each(|one| push_part(&mut list, " and ", &name(one)));
    list
}

fn name(name: &Name) -> String {
    let Name::Parts { given, family, dropping, non_dropping, suffix } = name else { return whole(&name.display()) };
    let mut last = String::new();
    [dropping, non_dropping, family].iter().for_each(|text| push_part(&mut last, " ", &part(text)));
    let (given, suffix) = (part(given), part(suffix));
    match (&*last, &*suffix, &*given) {
        // A name of one part, or of a part that says nothing alone.
        ("", ..) | (_, "", "") => whole(&name.display()),
        (_, "", _) => format!("{last}, {given}"),
        (_, _, "") => format!("{last}, {suffix}, {{}}"),
        _ => format!("{last}, {suffix}, {given}"),
    }
}

/// Returns a name in which nothing is taken apart.
fn whole(name: &str) -> String {
    let name = escape(&line(name));
    if name.is_empty() { name } else { format!("{{{name}}}") }
}

/// Returns a part of a name, in braces where a comma or an `and` in it would end it, or biber would take it for
/// `given=…`. Biber parts names at any white space.
fn part(text: &str) -> String {
    let text = line(text);
    let ends_name = text.contains([',', '=']) || text.split_whitespace().any(|word| word.eq_ignore_ascii_case("and"));
    if ends_name { whole(&text) } else { escape(&text) }
}

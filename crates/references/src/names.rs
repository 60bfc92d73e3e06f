//! Names as the formatter wants them.

use hayagriva::citationberg::json::{LiteralName, NameItem, NameValue};
use offprint_core::publication::Name;
use serde_json::Value as Json;

use super::mask::{NOTHING, OTHERS, mask};
use super::quotes::curly;

/// Returns the names of a list; none where it has none.
pub(super) fn names(items: &[Json]) -> Option<Vec<NameValue>> {
    let names: Vec<NameValue> = items.iter().filter_map(name).collect();
    (!names.is_empty()).then_some(names)
}

fn name(item: &Json) -> Option<NameValue> {
    let part = |field: &str| item.get(field).and_then(Json::as_str).map(str::trim).filter(|part| !part.is_empty());
    if let Some(literal) = item.as_str().or(part("literal")) {
        return Some(whole(literal.trim()));
    }
    let (given, family) = (part("given"), part("family"));
    let (Some(given), Some(family)) = (given, family) else {
        return given.or(family).map(whole);
    };
    if let Some(written) = without_space(given, family) {
        return Some(whole(&written));
    }
    let typed = part("non-dropping-particle").map(str::to_owned);
    let (particle, family) = match typed {
        // One that ends so is written without a space: "al-Khwarizmi", "d’Alembert".
        Some(particle) if particle.ends_with(['-', '\'', '’']) => (Some(format!("{particle}{NOTHING}")), family),
        Some(particle) => (Some(particle), family),
        None => particle(family),
    };
    Some(NameValue::Item(NameItem {
        family: curly(family),
        given: Some(self::given(&curly(given))),
        // With one, Hayagriva does not part the family name itself, as it does "Ortega y Gasset".
        non_dropping_particle: Some(particle.unwrap_or_else(|| NOTHING.to_string())),
        dropping_particle: part("dropping-particle").map(str::to_owned),
        suffix: part("suffix").map(str::to_owned),
        comma_suffix: None,
    }))
}

/// Returns the lower-case words before a family name, such as "de la", and the rest.
fn particle(family: &str) -> (Option<String>, &str) {
    let is_particle = |word: &&str| word.starts_with(char::is_lowercase);
    let words: Vec<&str> = family.split(' ').take_while(is_particle).collect();
    let particle = words.join(" ");
    match family.strip_prefix(&particle).map(str::trim_start) {
        Some(rest) if !particle.is_empty() && !rest.is_empty() => (Some(particle), rest),
        _ => (None, family),
    }
}

/// Returns given names with a space behind each initial, which is for the formatter alone, and a nickname in parentheses as it is.
fn given(given: &str) -> String {
    let mut spaced = String::with_capacity(given.len());
    let mut letters = given.chars().peekable();
    while let Some(c) = letters.next() {
        spaced.push(c);
        if c == '.' && letters.peek().is_some_and(|next| next.is_alphabetic()) {
            spaced.extend([NOTHING, ' ']);
        }
    }
    match (spaced.find('('), spaced.rfind(')')) {
        (Some(start), Some(end)) if start < end => {
            format!("{}{}{}", &spaced[..start], mask(&spaced[start..=end]), &spaced[end + 1..])
        }
        _ => spaced.replace(['(', ')'], ""),
    }
}

/// Returns what stands for the authors of an incomplete list that are not named.
pub(super) fn others() -> NameValue {
    whole(&format!("{OTHERS}et al."))
}

/// Returns a name that no style takes apart.
fn whole(name: &str) -> NameValue {
    NameValue::Literal(LiteralName { literal: curly(name) })
}

/// Returns a name in Han, kana or Hangul: it is written as one, and never inverted or shortened.
fn without_space(given: &str, family: &str) -> Option<String> {
    let name = Name::Parts {
        given: given.into(),
        family: family.into(),
        dropping: Box::default(),
        non_dropping: Box::default(),
        suffix: Box::default(),
    };
    let display = name.display();
    (display == format!("{family}{given}")).then_some(display)
}

//! Names as the formatter wants them.

use hayagriva::citationberg::json::{LiteralName, NameItem, NameValue};
use offprint_core::publication::Name;
use serde_json::Value as Json;

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
    Some(NameValue::Item(NameItem {
        family: family.to_owned(),
        given: Some(given.to_owned()),
        non_dropping_particle: part("non-dropping-particle").map(str::to_owned),
        dropping_particle: part("dropping-particle").map(str::to_owned),
        suffix: part("suffix").map(str::to_owned),
        comma_suffix: None,
    }))
}

/// Returns a name that no style takes apart.
fn whole(name: &str) -> NameValue {
    NameValue::Literal(LiteralName { literal: name.to_owned() })
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

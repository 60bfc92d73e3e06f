//! Ids, which are anchors and stay for ever.

use offprint_core::fold;
use offprint_core::rich::RichText;
use serde_json::Value;

use super::item::Item;

/// Returns the id that an item asks for: its key, or one made of what stays the same whenever it is imported.
pub(crate) fn wanted(item: &Item) -> String {
    let key = item.key.as_deref().map(anchor).unwrap_or_default();
    if key.is_empty() { made(item) } else { key }
}

/// Returns a key as it is, but for what no URL can hold behind its `#`.
fn anchor(key: &str) -> String {
    let is_unfit = |c: char| c.is_whitespace() || c.is_control() || "\"'`<>#%&?\\^{}|".contains(c);
    let parts: Vec<&str> = key.split(is_unfit).filter(|part| !part.is_empty()).collect();
    parts.join("-")
}

/// `madhavapeddy2013unikernels`: who, when, and the first word of the title that says something.
fn made(item: &Item) -> String {
    const SMALL: [&str; 24] = [
        "a", "an", "the", "on", "of", "in", "and", "for", "to", "with", "from", "by", "at", "is", "der", "die", "das",
        "ein", "eine", "le", "la", "les", "un", "une",
    ];
    let first = |list: &str| item.members.get(list).and_then(|names| names.get(0));
    let name = first("author").or_else(|| first("editor"));
    let family = name.and_then(|name| name["family"].as_str().or_else(|| name["literal"].as_str())).unwrap_or_default();
    let year = year(&item.members.get("issued").cloned().unwrap_or_default()).map(|year| year.to_string());
    let title = fold::words(&RichText::parse_inline(item.text("title").unwrap_or_default()).0.plain());
    let word = title.iter().find(|word| !SMALL.contains(&word.as_str())).or(title.first());
    let id = [fold::words(family).concat(), year.unwrap_or_default(), word.cloned().unwrap_or_default()].concat();
    if id.is_empty() { "entry".to_owned() } else { id }
}

/// Returns the year of a date in any of CSL-JSON's shapes.
pub(crate) fn year(issued: &Value) -> Option<i64> {
    let number = |value: &Value| value.as_i64().or_else(|| value.as_str()?.trim().parse().ok());
    let words = |text: &str| offprint_core::publication::Date::from_words(text).map(|date| i64::from(date.year));
    match issued {
        Value::String(text) => words(text),
        _ => number(&issued["date-parts"][0][0])
            .or_else(|| ["edtf", "raw", "literal"].iter().find_map(|key| words(issued[*key].as_str()?))),
    }
}

/// Returns the id with the first suffix that makes it free.
pub(crate) fn free(wanted: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let suffixed = (2_usize..).map(|number| format!("{wanted}-{number}"));
    std::iter::once(wanted.to_owned()).chain(suffixed).find(|id| !is_taken(id)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use offprint_core::problem::Place;
    use serde_json::json;

    use super::*;

    #[test]
    fn keys_stay_unless_no_url_can_hold_them() {
        for (key, id) in [
            ("asplos", "asplos"),
            ("DBLP:conf/x/Y13", "DBLP:conf/x/Y13"),
            ("Müller 2010", "Müller-2010"),
            ("a\"b#c", "a-b-c"),
        ] {
            assert_eq!(anchor(key), id);
        }
        assert_eq!(free("a", |id| ["a", "a-2"].contains(&id)), "a-3");
    }

    #[test]
    fn an_id_is_made_of_what_stays() {
        let members = json!({
            "title": "The <i>Größe</i> of it", "author": [{ "family": "Grübl-Ōe" }], "issued": { "date-parts": [[2013]] }
        });
        let members = members.as_object().expect("an object").clone();
        let item = Item { file: String::new(), place: Place::default(), key: Some("  ".to_owned()), members };
        assert_eq!(wanted(&item), "grubloe2013grosse");
    }
}

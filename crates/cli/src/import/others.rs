//! Lists of names that end in "and others" or "et al.": nobody is called so, but more people took part.

use serde_json::{Value, json};

use super::item::custom;
use crate::document::Members;

/// The members that are lists of names.
const LISTS: [&str; 6] = ["author", "editor", "translator", "chair", "container-author", "collection-editor"];

/// Takes "and others" out of all lists of names; an author list without them is marked as incomplete.
///
/// Returns the lists, other than the authors', that were cut short without a place to say so.
pub(crate) fn mark(members: &mut Members) -> Vec<&'static str> {
    let mut cut: Vec<&str> = LISTS.into_iter().filter(|list| take(members, list)).collect();
    if cut.first() == Some(&"author") {
        cut.remove(0);
        if let Some(custom) = custom(members) {
            custom.insert("others".to_owned(), json!(true));
        }
    }
    cut
}

fn take(members: &mut Members, list: &str) -> bool {
    let Some(names) = members.get_mut(list).and_then(Value::as_array_mut) else { return false };
    let before = names.len();
    names.retain(|name| !is_others(name));
    let is_tail = names.last_mut().is_some_and(take_tail);
    let is_cut = names.len() < before;
    if names.is_empty() {
        members.shift_remove(list);
    }
    is_cut || is_tail
}

fn is_others(name: &Value) -> bool {
    let part = |part: &str| name[part].as_str().unwrap_or_default();
    let whole = match name["literal"].as_str() {
        Some(literal) => literal.to_owned(),
        // A person may be called Al Others.
        None if part("given").is_empty() => format!("{} {}", part("non-dropping-particle"), part("family")),
        None => format!("{} {}", part("given"), part("family")),
    };
    let whole: String = whole.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    matches!(whole.as_str(), "others" | "andothers" | "etal")
}

/// Takes "et al." off the last part of a name.
fn take_tail(name: &mut Value) -> bool {
    for part in ["given", "family", "literal"] {
        let Some(text) = name[part].as_str() else { continue };
        let bare = text.trim_end_matches(['.', ' ', ',']);
        if let Some(rest) = ["et al", "and others"].iter().find_map(|tail| bare.strip_suffix(tail)) {
            let rest = rest.trim_end().trim_end_matches(',').to_owned();
            if !rest.is_empty() {
                name[part] = Value::from(rest);
                return true;
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(authors: Value) -> (Value, bool) {
        let mut members = Members::new();
        members.insert("author".to_owned(), authors);
        let cut = mark(&mut members);
        assert!(cut.is_empty());
        let others = members.get("custom").is_some_and(|custom| custom["others"] == true);
        (members.get("author").cloned().unwrap_or_default(), others)
    }

    #[test]
    fn nobody_is_called_others() {
        let smith = json!({ "given": "A.", "family": "Smith" });
        for last in [
            json!({ "literal": "others" }),
            json!({ "literal": "Others" }),
            json!({ "family": "others" }),
            json!({ "literal": "et al." }),
            json!({ "given": "et", "family": "al." }),
            json!({ "family": "al.", "non-dropping-particle": "et" }),
        ] {
            assert_eq!(marked(json!([smith, last])), (json!([smith]), true), "{last}");
        }
        assert_eq!(marked(json!([{ "given": "A. et al", "family": "Smith" }])), (json!([smith]), true));
        assert_eq!(marked(json!([{ "literal": "Smith et al." }])), (json!([{ "literal": "Smith" }]), true));
    }

    #[test]
    fn other_names_stay() {
        for name in [
            json!({ "given": "Al", "family": "Others" }),
            json!({ "family": "Etal" , "given": "Ann" }),
            json!({ "literal": "The Others Group" }),
        ] {
            assert_eq!(marked(json!([name])), (json!([name]), false), "{name}");
        }
    }

    #[test]
    fn editors_that_are_cut_short_are_named() {
        let mut members = Members::new();
        members.insert("editor".to_owned(), json!([{ "family": "One" }, { "literal": "others" }]));
        assert_eq!(mark(&mut members), ["editor"]);
        assert_eq!(members["editor"], json!([{ "family": "One" }]));
    }
}

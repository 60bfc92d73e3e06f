//! The words of the format, taken from its schema, so that the two cannot differ.

use std::sync::LazyLock;

use serde_json::Value;

static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    // A test makes sure that it can be read.
    serde_json::from_str(include_str!("../../../../../data/publications.schema.json")).unwrap_or_default()
});

/// Returns the members that the schema describes for an object; `path` leads to them by JSON Pointer.
fn members(path: &str) -> Vec<&'static str> {
    let members = SCHEMA.pointer(path).and_then(Value::as_object);
    members.into_iter().flat_map(|members| members.keys().map(String::as_str)).collect()
}

/// Members of the envelope.
pub(super) static ENVELOPE: LazyLock<Vec<&str>> = LazyLock::new(|| members("/properties"));

/// Members of an item of `sections`.
pub(super) static SECTION: LazyLock<Vec<&str>> = LazyLock::new(|| members("/$defs/section/properties"));

/// Members of an item of `people`.
pub(super) static PERSON: LazyLock<Vec<&str>> = LazyLock::new(|| members("/$defs/person/properties"));

/// Members of an entry.
pub(super) static ENTRY: LazyLock<Vec<&str>> = LazyLock::new(|| members("/$defs/publication/properties"));

/// Members of an entry's `custom`.
pub(super) static CUSTOM: LazyLock<Vec<&str>> = LazyLock::new(|| members("/$defs/custom/properties"));

/// Members of `custom.image`.
pub(super) static IMAGE: LazyLock<Vec<&str>> = LazyLock::new(|| members("/$defs/custom/properties/image/properties"));

/// Members of an item of `custom.links`.
pub(super) static LINK: LazyLock<Vec<&str>> = LazyLock::new(|| members("/$defs/link/properties"));

/// Members of a name.
pub(super) static NAME: LazyLock<Vec<&str>> = LazyLock::new(|| members("/$defs/name/properties"));

/// Members of a date.
pub(super) static DATE: LazyLock<Vec<&str>> = LazyLock::new(|| members("/$defs/date-object/properties"));

/// Members of an entry that are lists of names, `author` among them.
pub(super) static ROLES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let names = |member: &&str| {
        let reference = SCHEMA.pointer(&format!("/$defs/publication/properties/{member}/$ref"));
        reference.and_then(Value::as_str) == Some("#/$defs/names")
    };
    ENTRY.iter().copied().filter(names).collect()
});

/// CSL's types.
pub(super) static TYPES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let types = SCHEMA.pointer("/$defs/publication/properties/type/enum").and_then(Value::as_array);
    types.into_iter().flatten().filter_map(Value::as_str).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_has_every_word() {
        for (words, one) in [
            (&ENVELOPE, "publications"),
            (&SECTION, "title"),
            (&PERSON, "aliases"),
            (&ENTRY, "container-title"),
            (&CUSTOM, "links"),
            (&LINK, "kind"),
            (&NAME, "family"),
            (&DATE, "date-parts"),
            (&ROLES, "editor"),
            (&TYPES, "paper-conference"),
        ] {
            assert!(words.contains(&one), "{one} in {words:?}");
        }
    }
}

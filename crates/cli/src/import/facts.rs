//! What two items must not disagree about, if they are to be one publication by their title alone.

use offprint_core::fold;
use serde_json::Value;

use crate::document::Members;

/// The members that tell editions, issues and chapters of one title apart.
const MEMBERS: [&str; 6] = ["container-title", "publisher", "volume", "issue", "page", "URL"];

/// The values of [`MEMBERS`], the type and the first author, folded; none where an item has no such value.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facts(Vec<Option<String>>);

impl Facts {
    /// Returns the facts of an entry or an item.
    pub(crate) fn of(members: &Members) -> Self {
        let kind = members.get("type").filter(|kind| *kind != "document").and_then(text);
        let author = members.get("author").and_then(|authors| first_name(&authors[0]));
        let others = MEMBERS.iter().map(|name| members.get(*name).and_then(text));
        Self([kind, author].into_iter().chain(others).collect())
    }

    /// Returns whether nothing that both have is another.
    pub(crate) fn agree(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|pair| !matches!(pair, (Some(own), Some(other)) if own != other))
    }
}

fn first_name(name: &Value) -> Option<String> {
    text(&name["family"]).or_else(|| text(&name["literal"]))
}

fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => fold::words(text).join(" "),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    };
    (!text.is_empty()).then_some(text)
}

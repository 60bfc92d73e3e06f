//! What two items must not disagree about, if they are to be one publication by their title alone.

use offprint_core::fold;
use serde_json::Value;

use crate::document::Members;

/// The members that tell editions, issues and chapters of one title apart.
const MEMBERS: [&str; 9] = [
    "container-title",
    "event-title",
    "publisher",
    "volume",
    "issue",
    "number",
    "edition",
    "ISBN",
    "collection-number",
];

/// The values of [`MEMBERS`] and some others, as they compare; none where an item has no such value.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facts(Vec<Option<String>>);

impl Facts {
    /// Returns the facts of an entry or an item.
    pub(crate) fn of(members: &Members) -> Self {
        let kind = members.get("type").filter(|kind| *kind != "document").and_then(text);
        let author = members.get("author").and_then(|authors| first_name(&authors[0]));
        let page = members.get("page").and_then(text).map(first_page);
        let url = members.get("URL").and_then(Value::as_str).map(bare_url);
        let date = |at: usize| members.get("issued").and_then(|issued| text(&issued["date-parts"][0][at]));
        let others = MEMBERS.iter().map(|name| members.get(*name).and_then(text));
        Self([kind, author, page, url, date(1), date(2)].into_iter().chain(others).collect())
    }

    /// Returns whether nothing that both have is another.
    pub(crate) fn agree(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|pair| !matches!(pair, (Some(own), Some(other)) if own != other))
    }
}

fn first_name(name: &Value) -> Option<String> {
    text(&name["family"]).or_else(|| text(&name["literal"]))
}

/// Returns the first page: some sources give no other.
fn first_page(pages: String) -> String {
    pages.split([' ', '-', '–']).next().unwrap_or_default().to_owned()
}

/// Returns a URL without what may differ though it leads to the same place.
fn bare_url(url: &str) -> String {
    let url = url.trim().trim_end_matches('/');
    url.split_once("://").map_or(url, |(_, rest)| rest).to_lowercase()
}

fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => fold::words(text).join(" "),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    };
    (!text.is_empty()).then_some(text)
}

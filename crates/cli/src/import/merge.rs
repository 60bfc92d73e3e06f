//! Bringing items into a list: what a person wrote stays, what is missing is filled in.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::identity::{Identity, Places};
use super::ids;
use super::item::{self, Item, is_doi_url};
use super::known::{Known, Sought};
use super::report::Report;
use super::twins::{self, Head};
use crate::document::{Document, Members};

/// What became of one item.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Change {
    /// Which of the items it was.
    pub(crate) item: usize,
    /// The id of the entry.
    pub(crate) id: String,
    /// Its title.
    pub(crate) title: String,
    /// Whether the entry is new.
    pub(crate) is_new: bool,
    /// Members that it was given.
    pub(crate) filled: Vec<String>,
    /// Members that the item has otherwise, and that stayed.
    pub(crate) kept: Vec<Kept>,
    /// Aliases of the item that lead to another entry.
    pub(crate) taken: Vec<String>,
}

impl Change {
    /// Returns whether the list is another because of it.
    fn changes(&self) -> bool {
        self.is_new || !self.filled.is_empty()
    }

    /// Returns what became of an item that is the same publication.
    fn of_twin(&self, twin: Twin) -> Self {
        Self { item: twin.item, id: self.id.clone(), title: self.title.clone(), kept: twin.kept, ..Self::default() }
    }
}

/// A value that stayed, and the one that did not take its place.
#[derive(Debug, PartialEq)]
pub(crate) struct Kept {
    /// The member.
    pub(crate) member: String,
    /// What stays.
    pub(crate) own: Value,
    /// What the item has.
    pub(crate) other: Value,
}

/// Brings items into a list, and says what became of them and what is twice among them.
pub(crate) fn merge_and_tell(document: &mut Document, items: Vec<Item>, report: &mut Report) -> Vec<Change> {
    let mut items = items;
    let heads: Vec<Head> = items.iter().map(Head::of).collect();
    twins::free_keys(&mut items, report);
    let changes = merge(document, items);
    count(&changes, report);
    twins::tell(&heads, &changes, report);
    changes
}

/// Brings items into a list, in their order.
///
/// What one entry is given can make it the better match for another item, in a list where several go by one title or
/// DOI. So it is repeated until nothing changes, which is nearly always the second time; then nothing would change if the same
/// were imported again.
fn merge(document: &mut Document, items: Vec<Item>) -> Vec<Change> {
    const MOST: usize = 20;
    let (items, mut twins) = without_twins(items);
    let mut changes = Vec::new();
    for turn in 0..MOST {
        let more = bring(document, &items);
        let is_settled = !more.iter().any(Change::changes);
        // Later turns tell only what they change.
        changes.extend(more.into_iter().filter(|change| turn == 0 || change.changes()));
        if turn == 0 {
            let twins = std::mem::take(&mut twins);
            let twins: Vec<_> =
                twins.into_iter().filter_map(|twin| Some(changes.get(twin.first)?.of_twin(twin))).collect();
            changes.extend(twins);
        }
        if is_settled {
            break;
        }
    }
    changes
}

fn bring(document: &mut Document, items: &[Wanted]) -> Vec<Change> {
    let mut known = Known::of(document);
    let wanted: Vec<_> =
        items.iter().map(|Wanted { id, has_key, members, .. }| Sought { id, has_key: *has_key, members }).collect();
    let assigned = known.assign(&wanted);
    let Some(entries) = document.entries_mut() else { return Vec::new() };
    let mut changes = Vec::with_capacity(items.len());
    for (Wanted { item, id, members, .. }, found) in items.iter().zip(assigned) {
        let (item, mut members) = (*item, members.clone());
        // Aliases that lead elsewhere already stay with the entry that has them.
        let taken = item::retain_aliases(&mut members, &|alias| !known.has_id(alias));
        // An item that came before it may have named it.
        let found = found.or_else(|| known.with_alias_of(id, &members));
        let position = found.unwrap_or(entries.len());
        let taken = taken.into_iter().filter(|alias| known.holder(alias) != Some(position)).collect();
        let change = match found.and_then(|at| entries[at].as_object_mut()) {
            Some(entry) => fill(entry, item, members),
            None => {
                let id = ids::free(id, |id| known.has_id(id));
                let members = with_id(&id, members);
                known.add(position, &members);
                let title = title(&members);
                entries.push(Value::Object(members));
                Change { item, id, title, is_new: true, ..Change::default() }
            }
        };
        changes.push(Change { taken, ..change });
        let aliases = entries[position]["custom"]["aliases"].as_array();
        aliases.into_iter().flatten().filter_map(Value::as_str).for_each(|alias| known.add_alias(alias, position));
    }
    changes
}

/// An item with the id that it wants.
struct Wanted {
    item: usize,
    id: String,
    /// Whether the file gave it this id.
    has_key: bool,
    members: Members,
}

/// An item that is the same publication as one before it.
struct Twin {
    item: usize,
    /// The place of the first among those that are brought.
    first: usize,
    /// What the first has otherwise.
    kept: Vec<Kept>,
}

/// Returns items with the ids that they want. One publication that is there twice becomes one item.
fn without_twins(items: Vec<Item>) -> (Vec<Wanted>, Vec<Twin>) {
    let mut unique: Vec<Wanted> = Vec::new();
    let mut places = Places::default();
    let mut twins = Vec::new();
    for (item, Item { key, members, .. }, id) in items.into_iter().enumerate().map(with_wanted_id) {
        let identity = Identity::of(key.is_some(), &id, &members);
        match places.find(&identity, &|at| &unique[at].members) {
            Some(first) => {
                let kept = fill(&mut unique[first].members, item, members).kept;
                twins.push(Twin { item, first, kept });
            }
            None => {
                places.add(identity, unique.len());
                unique.push(Wanted { item, id, has_key: key.is_some(), members });
            }
        }
    }
    (unique, twins)
}

fn with_wanted_id((at, item): (usize, Item)) -> (usize, Item, String) {
    let id = ids::wanted(&item);
    (at, item, id)
}

/// Counts what became of the entries that were read.
fn count(changes: &[Change], report: &mut Report) {
    let ids = |fits: fn(&&Change) -> bool| changes.iter().filter(fits).map(|change| &change.id).collect::<HashSet<_>>();
    let (added, filled) = (ids(|change| change.is_new), ids(|change| !change.filled.is_empty()));
    let left_out = report.left_out();
    let counts = &mut report.counts;
    counts.added = added.len();
    counts.filled = filled.difference(&added).count();
    counts.unchanged = counts.read.saturating_sub(left_out + counts.added + counts.filled);
}

fn with_id(id: &str, members: Members) -> Members {
    let mut entry = Map::new();
    entry.insert("id".to_owned(), Value::from(id));
    entry.extend(members.into_iter().filter(|(name, _)| name != "id"));
    entry
}

fn title(members: &Members) -> String {
    members.get("title").and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// Gives an entry what it does not have.
fn fill(entry: &mut Members, item: usize, members: Members) -> Change {
    let id = entry.get("id").map(|id| id.as_str().map_or_else(|| id.to_string(), str::to_owned)).unwrap_or_default();
    let mut change = Change { item, id, title: title(entry), ..Change::default() };
    for (name, value) in members {
        match (name.as_str(), value) {
            ("id", _) => {}
            ("custom", Value::Object(custom)) => fill_custom(entry, custom, &mut change),
            ("URL", value) if has_link(entry, &value) => {}
            ("type", value) if value == "document" && entry.contains_key("type") => {}
            (_, value) => fill_member(entry, &name, value, "", &mut change),
        }
    }
    change
}

fn fill_custom(entry: &mut Members, custom: Members, change: &mut Change) {
    let own = entry.entry("custom").or_insert_with(|| Value::Object(Map::new()));
    let Some(own) = own.as_object_mut() else { return };
    for (name, value) in custom {
        let has_all = |name: &str| {
            let list = own.get(name).and_then(Value::as_array);
            let url_of = |item: &Value| item.get("url").cloned().unwrap_or_else(|| item.clone());
            list.zip(value.as_array()).is_some_and(|(own, other)| {
                other.iter().all(|item| own.iter().any(|known| url_of(known) == url_of(item)))
            })
        };
        if !has_all(&name) {
            fill_member(own, &name, value, "custom.", change);
        }
    }
    if own.is_empty() {
        entry.shift_remove("custom");
    }
}

fn fill_member(own: &mut Members, name: &str, value: Value, before: &str, change: &mut Change) {
    let member = format!("{before}{name}");
    match own.get(name) {
        None | Some(Value::Null) => {
            own.insert(name.to_owned(), value);
            change.filled.push(member);
        }
        Some(known) if same(known, &value) => {}
        Some(known) => change.kept.push(Kept { member, own: known.clone(), other: value }),
    }
}

/// Returns whether two values say the same: a number may be a text, and white space and the case of a DOI say nothing.
fn same(own: &Value, other: &Value) -> bool {
    let text = |value: &Value| match value {
        Value::String(text) => Some(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    own == other || matches!((text(own), text(other)), (Some(own), Some(other)) if own.eq_ignore_ascii_case(&other))
}

/// Returns whether an entry leads to a URL already, among its links or as its DOI.
fn has_link(entry: &Members, url: &Value) -> bool {
    let links = entry.get("custom").and_then(|custom| custom["links"].as_array()).into_iter().flatten();
    let is_doi = url.as_str().is_some_and(is_doi_url) && entry.contains_key("DOI");
    is_doi || links.into_iter().any(|link| link["url"] == *url)
}

#[cfg(test)]
mod tests;

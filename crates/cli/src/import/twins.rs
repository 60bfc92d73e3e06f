//! What one import holds twice: nothing is lost by it, but a person should know.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use offprint_core::problem::{Loss, Place};

use super::ids;
use super::item::{self, Item};
use super::merge::Change;
use super::report::Report;

/// An item as it came, without what it says.
#[derive(Debug)]
pub(crate) struct Head {
    file: String,
    place: Place,
    key: Option<String>,
    id: String,
    doi: Option<String>,
}

impl Head {
    /// Returns the head of an item.
    pub(crate) fn of(item: &Item) -> Self {
        Self {
            file: item.file.clone(),
            place: item.place,
            key: item.key.clone(),
            id: ids::wanted(item),
            doi: item.text("DOI").and_then(item::doi).map(|doi| doi.to_ascii_lowercase()),
        }
    }

    /// Returns what it is called in a message.
    fn name(&self) -> &str {
        self.key.as_deref().unwrap_or(&self.id)
    }
}

/// Takes away aliases that are another item's own key, and says so: a key always beats an alias.
pub(crate) fn free_keys(items: &mut [Item], report: &mut Report) {
    let keys: HashSet<String> = items.iter().filter_map(|item| item.key.clone()).collect();
    for item in items {
        let head = Head::of(item);
        let own = item.key.clone();
        let is_free = |alias: &str| own.as_deref() == Some(alias) || !keys.contains(alias);
        for alias in item::retain_aliases(&mut item.members, &is_free) {
            note(&head, "ids", format!("“{alias}” is the key of another entry; it is no alias of this one"), report);
        }
    }
}

/// Says which items share a key or a DOI, and which others became one.
pub(crate) fn tell(heads: &[Head], changes: &[Change], report: &mut Report) {
    let mut anchors = vec![None; heads.len()];
    for change in changes {
        anchors[change.item].get_or_insert(change.id.as_str());
    }
    for change in changes {
        for alias in &change.taken {
            let message = format!("“{alias}” leads to another entry; it is no alias of this one");
            note(&heads[change.item], "ids", message, report);
        }
    }
    let (mut keys, mut dois, mut seen) = (HashMap::new(), HashMap::new(), HashMap::new());
    for (head, anchor) in heads.iter().zip(anchors) {
        let anchor = anchor.unwrap_or(&head.id);
        let same_anchor = former(&mut seen, anchor, (head, anchor));
        let same_key = head.key.as_deref().and_then(|key| former(&mut keys, key, (head, anchor)));
        let same_doi = head.doi.as_deref().and_then(|doi| former(&mut dois, doi, (head, anchor)));
        match same_key {
            Some((_, former)) if former == anchor => {
                note(head, "", "this key is used twice; both are one entry".to_owned(), report);
                continue;
            }
            Some(_) => note(head, "", format!("this key is used twice; its anchor is {anchor}"), report),
            None => {}
        }
        if let Some((first, former)) = same_doi {
            let became = if former == anchor { "; both are one entry" } else { "" };
            note(head, "DOI", format!("same DOI as {}{became}", first.name()), report);
        } else if let (Some((first, _)), None) = (same_anchor, same_key) {
            let message = format!("same publication as {}; both are one entry", first.name());
            note(head, "", message, report);
        }
    }
}

/// Returns the first that had a key or DOI, with its anchor; nothing where it is this one.
fn former<'a>(
    known: &mut HashMap<&'a str, (&'a Head, &'a str)>,
    name: &'a str,
    own: (&'a Head, &'a str),
) -> Option<(&'a Head, &'a str)> {
    match known.entry(name) {
        Entry::Occupied(first) => Some(*first.get()),
        Entry::Vacant(place) => {
            place.insert(own);
            None
        }
    }
}

fn note(head: &Head, field: &str, message: String, report: &mut Report) {
    report.add_at(&head.file, head.place, head.key.as_deref(), (field, Loss::Nothing, message));
}

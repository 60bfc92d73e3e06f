//! The list of entries, each read by itself.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::entry::{EntryFields, publication};
use super::lenient::{FromJson, wrong_type};
use super::log::Log;
use super::object::{Object, items};
use super::path::Path;
use super::values::Trimmed;
use crate::json::{End, Members, Split, scalar, split, string};
use crate::problem::{Fault, Loss};
use crate::publication::Publication;

/// Reads the list of entries in `text`; returns each with its own text.
pub(super) fn read_list(text: &str, log: &mut Log<'_>) -> Vec<(Publication, Box<str>)> {
    let Split { members, end, is_last_open } = split(text);
    let mut anchors = Anchors::default();
    let mut entries = Vec::with_capacity(members.len());
    for (position, entry) in members.iter().enumerate() {
        let may_be_cut = end == End::CutShort && is_last_open && position + 1 == members.len();
        let is_cut = may_be_cut && !is_whole(entry.value);
        let publication = anchors.read(position, entry.value, is_cut, log);
        entries.extend(publication.map(|publication| (publication, entry.value.into())));
    }
    log.leave();
    match end {
        End::Fault(at) => log.add(&text[at..], &Path::Root, Loss::Rest, Fault::Syntax),
        End::CutShort => log.add(&text[text.len()..], &Path::Root, Loss::Rest, Fault::CutShort),
        End::Closed => {}
    }
    entries
}

/// Reports whether the last entry of a truncated file ends before the file does.
pub(crate) fn is_whole(entry: &str) -> bool {
    let mut walk = Members::of(entry);
    walk.by_ref().for_each(drop);
    walk.end() == Some(End::Closed)
}

/// Maps each anchor to the entry that holds it, of the entries read so far.
#[derive(Debug, Default)]
pub(crate) struct Anchors {
    holders: HashMap<Box<str>, Holder>,
}

/// The entry that holds an anchor.
#[derive(Debug, Clone, Copy)]
struct Holder {
    /// Its position in the file.
    position: u32,
    is_alias: bool,
}

impl Anchors {
    /// Returns the position in the file of the entry that holds an anchor.
    pub(crate) fn holder(&self, anchor: &str) -> Option<usize> {
        self.holders.get(anchor).map(|holder| holder.position as usize)
    }

    /// Reads the entry in `text`; reports it and returns `None` where it is no object, lacks an id or a title, or repeats
    /// an id. `is_cut` says that the file ends inside it.
    pub(crate) fn read(&mut self, position: usize, text: &str, is_cut: bool, log: &mut Log<'_>) -> Option<Publication> {
        log.enter(position, None);
        if !text.starts_with('{') {
            log.add(text, &Path::Root, Loss::Entry, wrong_type("an object", text));
            return None;
        }
        if is_cut {
            // Half an entry may have half a title.
            log.add(&text[text.len()..], &Path::Root, Loss::Rest, Fault::CutShort);
            log.add(text, &Path::Root, Loss::Entry, Fault::CutShort);
            return None;
        }
        let entry = Object::<EntryFields<'_>>::read(text, &Path::Root, log)?;
        let id = entry.fields.id.required(text, scalar);
        log.enter(position, id.as_ref().ok().cloned());
        let (id, title) = match (id, entry.fields.title.required(text, string)) {
            (Ok(id), Ok(title)) => (id, title),
            (Err((at, fault)), _) => {
                log.add(at, &Path::Root.field("id"), Loss::Entry, fault);
                return None;
            }
            (_, Err((at, fault))) => {
                log.add(at, &Path::Root.field("title"), Loss::Entry, fault);
                return None;
            }
        };
        if !self.claim(&id, position, &entry.fields, log) {
            return None;
        }
        let custom = entry.fields.custom(log);
        let mut publication = publication(&id, &title, &entry, custom.as_ref(), log);
        let aliases = custom.and_then(|custom| custom.fields.aliases.text());
        publication.aliases = aliases.map(|aliases| self.aliases(position, aliases, log)).unwrap_or_default();
        Some(publication)
    }

    /// Gives an id to an entry, unless it is another entry's id; an alias of another entry becomes this entry's id.
    fn claim(&mut self, id: &str, position: usize, entry: &EntryFields<'_>, log: &mut Log<'_>) -> bool {
        let holder = Holder { position: position as u32, is_alias: false };
        if let Some(Holder { position, is_alias }) = self.holders.get(id).copied() {
            let first = position as usize;
            let (loss, fault) = if is_alias {
                (Loss::Nothing, Fault::AliasTaken { first })
            } else {
                (Loss::Entry, Fault::DuplicateId { first })
            };
            log.add(entry.id.text().unwrap_or_default(), &Path::Root.field("id"), loss, fault);
            if !is_alias {
                return false;
            }
        }
        self.holders.insert(id.into(), holder);
        true
    }

    /// Reads `custom.aliases`, former anchors; those that are another entry's are left out.
    fn aliases(&mut self, position: usize, text: &str, log: &mut Log<'_>) -> Box<[Box<str>]> {
        let path = Path::Root;
        let path = path.field("custom");
        let path = path.field("aliases");
        let mut aliases = Vec::new();
        for (number, item) in items(text, &path, log).into_iter().enumerate() {
            let path = path.item(number);
            let Some(Trimmed(alias)) = Trimmed::from_json(item.value, &path, log) else { continue };
            match self.holders.entry(alias.clone()) {
                Entry::Occupied(holder) => {
                    let first = holder.get().position as usize;
                    log.add_field(item.value, &path, Fault::AliasTaken { first });
                }
                Entry::Vacant(free) => {
                    free.insert(Holder { position: position as u32, is_alias: true });
                    aliases.push(alias);
                }
            }
        }
        aliases.into_boxed_slice()
    }
}

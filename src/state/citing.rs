//! Citing an entry and exporting the list.

use std::rc::Rc;

use leptos::prelude::*;
use offprint_core::format::{Format, Style};

use super::listing::Listing;
use super::loading::Loading;
use super::mount::Mount;
use super::preferences::{Dialog, Preferences};
use crate::browser::clipboard;
use crate::data::references::{Citer, ModuleMissing, References};
use crate::words;

/// A bibliography has at most so many entries: the formatter takes some milliseconds for each.
pub(crate) const MOST_STYLED: usize = 500;

/// The references of the entry whose dialog is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Written {
    /// They are being written.
    Waiting,
    /// They are there.
    Ready(References),
    /// A module that writes them could not be loaded.
    Missing,
}

/// Writes references and saves lists.
#[derive(Clone, Copy)]
pub(crate) struct Citing {
    mount: Mount,
    listing: Listing,
    preferences: Preferences,
    citer: StoredValue<Rc<Citer>, LocalStorage>,
    /// The references of the entry whose dialog is open.
    pub(crate) written: RwSignal<Written>,
}

impl Citing {
    pub(crate) fn new(mount: Mount, loading: Loading, listing: Listing, preferences: Preferences) -> Self {
        let citer = Rc::new(Citer::new(loading.modules(), mount.stored_references()));
        let citer = StoredValue::new_local(citer);
        Self { mount, listing, preferences, citer, written: RwSignal::new(Written::Waiting) }
    }

    /// Opens the dialog with an entry's references.
    pub(crate) fn cite(self, entry: u32) {
        let (citer, list) = (self.citer.get_value(), untrack(|| self.listing.list.get()).list);
        self.written.set(Written::Waiting);
        self.preferences.dialog.set(Some(Dialog::Cite(entry)));
        self.mount.spawn(async move {
            let references = citer.references(&list, entry).await;
            // Meanwhile another dialog may have been opened.
            if self.preferences.dialog.get_untracked() == Some(Dialog::Cite(entry)) {
                self.written.set(references.map_or(Written::Missing, Written::Ready));
            }
        });
    }

    /// Opens the dialog that exports the list.
    pub(crate) fn open_export(self) {
        self.written.set(Written::Waiting);
        self.preferences.dialog.set(Some(Dialog::Export));
    }

    /// Saves the listed entries in their order, in a format of reference managers.
    pub(crate) fn export(self, format: Format) {
        let (citer, list, entries) = self.listed();
        self.mount.spawn(async move { self.save(format, citer.export(&list, &entries, format).await) });
    }

    /// Saves the listed entries in a citation style, as a page to print.
    pub(crate) fn export_bibliography(self, style: Style) {
        let (citer, list, entries) = self.listed();
        let groups = untrack(|| self.listing.groups());
        let title = list.envelope().title.clone().unwrap_or_else(|| words::PUBLICATIONS.to_owned());
        self.mount.spawn(async move {
            self.save(Format::Html, citer.bibliography(&list, &entries, style, &title, &groups).await);
        });
    }

    fn listed(self) -> (Rc<Citer>, crate::data::ListRef, Vec<u32>) {
        untrack(|| (self.citer.get_value(), self.listing.list.get().list, self.listing.entries()))
    }

    fn save(self, format: Format, text: Result<String, ModuleMissing>) {
        match text {
            Ok(text) => clipboard::save(format.file_name(), &text),
            Err(ModuleMissing) => self.written.set(Written::Missing),
        }
    }
}

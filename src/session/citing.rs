//! References in the formats of reference managers. The engine writes them: what that takes is loaded when it is first
//! asked for.

use offprint_core::format::Format;

use super::{Dialog, Session};
use crate::browser::engine::Engine;
use crate::browser::{clipboard, events};

/// The references of the entry whose dialog is open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum References {
    /// They are being written.
    #[default]
    Waiting,
    /// One for each of [`Format::COPIED`].
    Written(Vec<String>),
    /// What writes them could not be loaded.
    Missing,
}

impl Session {
    /// Opens the panel with an entry's references.
    pub fn cite(&self, entry: u32) {
        let session = *self;
        self.signals().references.set(References::Waiting);
        self.set_dialog(Some(Dialog::Cite(entry)));
        events::spawn(async move {
            let write =
                |engine: &Engine| Format::COPIED.iter().map(|format| export(engine, *format, &[entry])).collect();
            let references = session.with_writer(write).await.map_or(References::Missing, References::Written);
            session.signals().references.set(references);
        });
    }

    /// The references of the entry whose dialog is open.
    pub fn references(&self) -> References {
        self.signals().references.get()
    }

    /// Saves the entries that are listed, in their order.
    pub fn export(&self, format: Format) {
        let session = *self;
        let answer = self.signals().answer.get_untracked();
        events::spawn(async move {
            let entries: Vec<u32> = answer.groups.iter().flat_map(|group| &group.entries).copied().collect();
            match session.with_writer(|engine| export(engine, format, &entries)).await {
                Some(text) => clipboard::save(format.file_name(), format.media_type(), &text),
                None => session.signals().references.set(References::Missing),
            }
        });
    }

    /// Calls `write` with an engine that has the list: the one that holds a long list, else one that is started now.
    async fn with_writer<T>(&self, write: impl FnOnce(&Engine) -> T) -> Option<T> {
        let collection = self.signals().collection.get_untracked();
        if let Some(engine) = collection.engine() {
            return Some(write(engine));
        }
        let engine = Engine::start().await?;
        self.signals().files.with(|files| {
            for (feed, end, bytes) in files {
                engine.call_with(feed, None, bytes);
                engine.call(end, &[]);
            }
        });
        Some(write(&engine))
    }
}

fn export(engine: &Engine, format: Format, entries: &[u32]) -> String {
    let input: Vec<u8> = entries.iter().flat_map(|entry| entry.to_le_bytes()).collect();
    engine.call_with("export", Some(format as u32), &input);
    engine.text()
}

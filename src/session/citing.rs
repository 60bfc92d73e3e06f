//! References in the formats of reference managers and in citation styles. The engine writes them: what that takes is
//! loaded when it is first asked for.

use offprint_core::format::{Format, Style, references_file};

use super::{Dialog, Session};
use crate::browser::engine::{ENGINE, Engine, FORMATTER, Shared};
use crate::browser::fetch::{Reader, Received, fetch};
use crate::browser::{address, clipboard, events};

/// Writes entries with an engine that has them.
type Write = Box<dyn Fn(&Engine, &[u32]) -> String>;

/// Does something with an engine, if it could be had, and entries.
type Then = Box<dyn FnOnce(Option<&Engine>, &[u32])>;

/// Stands behind each of several texts.
const SEPARATOR: char = '\u{1f}';

/// So many references are written at once at most: the formatter takes some milliseconds for each.
const MOST_STYLED: usize = 500;

/// The references of the entry whose dialog is open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum References {
    /// They are being written.
    #[default]
    Waiting,
    /// One for each of [`Format::COPIED`]; and, where they could be had, one in HTML for each of [`Style::ALL`].
    Written(Vec<String>, Vec<String>),
    /// What writes them could not be loaded.
    Missing,
}

impl Session {
    /// Opens the panel with an entry's references.
    pub fn cite(&self, entry: u32) {
        let session = *self;
        self.signals().references.set(References::Waiting);
        self.set_dialog(Some(Dialog::Cite(entry)));
        let show = move |engine: Option<&Engine>, _: &[u32]| {
            // Meanwhile another may have been opened.
            if session.signals().dialog.get_untracked() == Some(Dialog::Cite(entry)) {
                session.signals().references.set(engine.map_or(References::Missing, |engine| written(engine, entry)));
            }
        };
        self.with_writer(vec![entry], true, Box::new(show));
    }

    /// The references of the entry whose dialog is open.
    pub fn references(&self) -> References {
        self.signals().references.get()
    }

    /// Saves the entries that are listed, in their order.
    pub fn export(&self, format: Format) {
        self.save(format, false, Box::new(move |engine, entries| export(engine, format, entries)));
    }

    /// Whether the list is short enough to be written in a citation style.
    pub fn can_be_styled(&self) -> bool {
        self.signals().answer.with_untracked(|answer| answer.total <= MOST_STYLED)
    }

    /// Saves the entries that are listed as a page to print.
    pub fn export_styled(&self, style: Style) {
        let write = move |engine: &Engine, entries: &[u32]| {
            engine.call_with("bibliography", Some(style as u32), &numbers(entries));
            engine.text()
        };
        self.save(Format::Html, true, Box::new(write));
    }

    fn save(&self, format: Format, styled: bool, write: Write) {
        let session = *self;
        let answer = self.signals().answer.get_untracked();
        let entries = answer.groups.iter().flat_map(|group| &group.entries).copied().collect();
        let save = move |engine: Option<&Engine>, entries: &[u32]| match engine
            .filter(|engine| !styled || unwritten(engine, entries).is_empty())
        {
            Some(engine) => clipboard::save(format.file_name(), &write(engine, entries)),
            None => session.signals().references.set(References::Missing),
        };
        self.with_writer(entries, styled, Box::new(save));
    }

    /// Calls `then` with an engine that has the list and, where asked, the entries in every citation style; with none where
    /// it cannot be loaded.
    fn with_writer(&self, entries: Vec<u32>, styled: bool, then: Then) {
        #[cfg(feature = "element")]
        let (session, entries) = (self.reader(), self.in_file(entries));
        #[cfg(not(feature = "element"))]
        let session = *self;
        events::spawn(async move {
            let engine = session.writer().await;
            if let Some(engine) = engine.as_deref().filter(|_| styled) {
                style(engine, &entries).await;
            }
            then(engine.as_deref().map(|engine| &**engine), &entries);
        });
    }

    /// An engine that has the list: the one that holds a long list, else one that is started at the first call.
    async fn writer(&self) -> Option<Shared> {
        let collection = self.signals().collection.get_untracked();
        if let Some(engine) = collection.engine().or_else(|| self.signals().writer.get()) {
            return Some(engine);
        }
        let engine = Engine::start(ENGINE).await?;
        self.signals().files.with(|files| {
            for (feed, end, bytes) in files {
                engine.call_with(feed, None, bytes);
                engine.call(end, &[]);
            }
        });
        let engine = engine.share();
        self.signals().writer.set(Some(engine.clone()));
        Some(engine)
    }
}

/// The references of an entry.
fn written(engine: &Engine, entry: u32) -> References {
    engine.call("references", &[entry]);
    let styled = engine.text().split_terminator(SEPARATOR).map(str::to_owned).collect();
    let formats = Format::COPIED.iter().map(|format| export(engine, *format, &[entry]));
    References::Written(formats.collect(), styled)
}

fn numbers(entries: &[u32]) -> Vec<u8> {
    entries.iter().flat_map(|entry| entry.to_le_bytes()).collect()
}

fn export(engine: &Engine, format: Format, entries: &[u32]) -> String {
    engine.call_with("export", Some(format as u32), &numbers(entries));
    engine.text()
}

fn unwritten(engine: &Engine, entries: &[u32]) -> Vec<u32> {
    engine.call_with("unwritten", None, &numbers(entries));
    engine.numbers()
}

/// Sees to it that the engine has the entries in every citation style: as they were written when the page was built or,
/// where the list was swapped since, from the formatter.
async fn style(engine: &Engine, entries: &[u32]) {
    let (mut asked, count) = (Vec::new(), address::styled_entries());
    for name in unwritten(engine, entries).into_iter().filter(|entry| *entry < count).map(references_file) {
        if !asked.contains(&name) {
            // What could not be fetched is written by the formatter.
            if let Ok(Received::Bytes(file)) = fetch(&address::beside_page(&name), Reader::Page, &|_, _| {}).await {
                engine.call_with("read_references", None, &file);
            }
            asked.push(name);
        }
    }
    let missing = unwritten(engine, entries);
    let list = engine.text();
    if missing.is_empty() {
        return;
    }
    let Some(formatter) = Engine::start(FORMATTER).await else { return };
    formatter.call_with("write", None, list.as_bytes());
    let mut input = numbers(&missing);
    input.extend(formatter.text().as_bytes());
    engine.call_with("put_references", Some(missing.len() as u32), &input);
}

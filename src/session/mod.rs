//! Everything the page knows, as signals, and everything a visitor can do, as methods.
//!
//! What is shown follows from three things: the collection, the query and its answer. Nothing else of the list is
//! stored.

mod chip;
mod choosing;
mod citing;
mod collection;
mod load;
mod navigation;
mod notice;
mod offered;
#[cfg(feature = "csr")]
mod packed;
mod report;
mod row;
mod shown;
mod trouble;
mod window;

pub use chip::Chip;
pub use citing::References;
pub use collection::{Choice, Collection, Reply};
pub use navigation::{RESULTS_ID, SEARCH_ID};
pub use notice::Notice;
pub use report::Report;
pub use row::{Block, Row};
pub use shown::thousands;
pub use trouble::Trouble;
pub use window::{BOX_ID, DRAWN_ID};

use std::sync::Arc;

use offprint_core::fold::Needle;
use offprint_core::library::{Answer, Library};
use offprint_core::query::{Address, Query};
use offprint_core::search::Search;
use reactive_graph::computed::ArcMemo;
use reactive_graph::owner::{ArcStoredValue, StoredValue};
use reactive_graph::prelude::*;
use reactive_graph::signal::ArcRwSignal;

use crate::browser;

/// Up to this many results all abstracts are open at first.
const MOST_OPEN_ABSTRACTS: usize = 50;

/// Where the choice about the `/` key is kept.
const SLASH_KEY: &str = "offprint-slash";

/// How far the page has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// The data is on its way; bytes so far, and of how many, where that is known.
    Loading(usize, Option<usize>),
    /// The list stands, perhaps not the whole of it.
    Ready,
    /// There is no list.
    Failed,
}

/// A dialog that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialog {
    /// How to cite an entry.
    Cite(u32),
    /// The current selection as a file.
    Export,
}

/// The state of the page; a small handle that is copied into every view and handler.
#[derive(Clone, Copy)]
pub struct Session(StoredValue<Arc<Signals>>);

/// The state itself.
struct Signals {
    stage: ArcRwSignal<Stage>,
    trouble: ArcRwSignal<Option<Trouble>>,
    collection: ArcRwSignal<Arc<dyn Collection>>,
    report: ArcRwSignal<Report>,
    indexed: ArcRwSignal<Option<u32>>,
    query: ArcRwSignal<Query>,
    answer: ArcRwSignal<Arc<Answer>>,
    needles: ArcStoredValue<Vec<Needle>>,
    words_stamp: ArcRwSignal<u32>,
    window: ArcRwSignal<window::Window>,
    whole: ArcRwSignal<bool>,
    abstracts: ArcRwSignal<Option<bool>>,
    abstracts_open: ArcMemo<bool>,
    printing: ArcRwSignal<bool>,
    notices: ArcRwSignal<Vec<Notice>>,
    target: ArcRwSignal<Option<u32>>,
    dialog: ArcRwSignal<Option<Dialog>>,
    slash: ArcRwSignal<bool>,
    address: ArcStoredValue<Address>,
    source: ArcStoredValue<String>,
    /// The files of a short list, and by which functions an engine takes and ends them.
    files: ArcStoredValue<Vec<(&'static str, &'static str, Vec<u8>)>>,
    references: ArcRwSignal<References>,
    pending: ArcStoredValue<navigation::Pending>,
    asked: ArcStoredValue<u32>,
}

impl Session {
    /// A page whose data, read from `source`, is still to come.
    pub fn new(source: String) -> Self {
        let answer = ArcRwSignal::new(Arc::<Answer>::default());
        let abstracts = ArcRwSignal::new(None);
        let printing = ArcRwSignal::new(false);
        let abstracts_open = {
            let (answer, abstracts, printing) = (answer.clone(), abstracts.clone(), printing.clone());
            let few = move || answer.with(|answer: &Arc<Answer>| answer.total <= MOST_OPEN_ABSTRACTS);
            ArcMemo::new(move |_| printing.get() || abstracts.get().unwrap_or_else(&few))
        };
        Self(StoredValue::new(Arc::new(Signals {
            stage: ArcRwSignal::new(Stage::Loading(0, None)),
            trouble: ArcRwSignal::new(None),
            collection: ArcRwSignal::new(Arc::new(Library::default())),
            report: ArcRwSignal::new(Report::default()),
            indexed: ArcRwSignal::new(None),
            query: ArcRwSignal::new(Query::default()),
            answer,
            needles: ArcStoredValue::new(Vec::new()),
            words_stamp: ArcRwSignal::new(0),
            window: ArcRwSignal::new(window::Window::default()),
            whole: ArcRwSignal::new(false),
            abstracts,
            abstracts_open,
            printing,
            notices: ArcRwSignal::new(Vec::new()),
            target: ArcRwSignal::new(None),
            dialog: ArcRwSignal::new(None),
            slash: ArcRwSignal::new(true),
            address: ArcStoredValue::new(Address::default()),
            source: ArcStoredValue::new(source),
            files: ArcStoredValue::new(Vec::new()),
            references: ArcRwSignal::new(References::default()),
            pending: ArcStoredValue::new(navigation::Pending::default()),
            asked: ArcStoredValue::new(0),
        })))
    }

    fn signals(&self) -> Arc<Signals> {
        self.0.get_value()
    }

    /// Asks the collection, and shows its answer unless a later question has been asked meanwhile.
    fn ask(&self, query: Query, then: impl FnOnce() + 'static) {
        self.ask_boxed(query, Box::new(then));
    }

    /// One piece of code, whatever is to be done then.
    fn ask_boxed(&self, query: Query, then: Box<dyn FnOnce()>) {
        let session = *self;
        let number = self.signals().asked.get_value() + 1;
        self.signals().asked.set_value(number);
        self.signals().query.set(query.clone());
        if self.is_incomplete() {
            browser::page::set_busy(true);
        }
        let reply = move |answer: Answer| {
            if session.signals().asked.get_value() == number {
                session.show(answer);
                then();
            }
        };
        self.signals().collection.get_untracked().answer(&query, Box::new(reply));
    }

    fn show(&self, answer: Answer) {
        let search = self.signals().query.with_untracked(|query| Search::parse(&query.text));
        let needles = search.needles(&answer.widened);
        if self.signals().needles.with_value(|shown| *shown != needles) {
            self.signals().needles.set_value(needles);
            self.signals().words_stamp.update(|stamp| *stamp += 1);
        }
        self.signals().answer.set(Arc::new(answer));
        self.start_window();
    }

    /// Folds all abstracts, or opens them.
    pub fn fold_abstracts(&self) {
        let open = self.signals().abstracts_open.get_untracked();
        self.signals().abstracts.set(Some(!open));
    }

    /// Switches the `/` key on or off, for this visit and later ones.
    pub fn set_slash(&self, on: bool) {
        self.signals().slash.set(on);
        browser::storage::set(SLASH_KEY, if on { "on" } else { "off" });
    }

    /// Opens a dialog, or closes it.
    pub fn set_dialog(&self, dialog: Option<Dialog>) {
        self.signals().dialog.set(dialog);
    }

    /// Takes a notice back.
    pub fn dismiss(&self, notice: &Notice) {
        self.signals().notices.update(|notices| notices.retain(|shown| shown != notice));
    }

    /// Shows a notice; a second one of its kind takes the place of the first.
    fn notify(&self, notice: Notice) {
        self.signals().notices.update(|notices| {
            if !matches!(notice, Notice::Ignored(..)) {
                notices.retain(|shown| shown.kind() != notice.kind());
            }
            notices.push(notice);
        });
    }

    /// Copies a text and says so.
    pub fn copy(&self, text: String, what: &'static str) {
        let session = *self;
        browser::events::spawn(async move {
            let copied = browser::clipboard::copy(&text).await;
            session.notify(if copied { Notice::Copied(what.to_owned()) } else { Notice::NotCopied });
        });
    }
}

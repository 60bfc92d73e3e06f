//! Everything the page knows, as signals, and everything a visitor can do, as methods.
//!
//! What is shown follows from three things: the collection, the query and its answer. Nothing else of the list is
//! stored.

mod chip;
mod choosing;
mod citing;
mod collection;
mod handover;
#[cfg(feature = "element")]
mod hosted;
mod load;
mod navigation;
mod notice;
mod offered;
#[cfg(feature = "csr")]
mod packed;
mod report;
mod row;
#[cfg(feature = "element")]
mod shared;
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

use offprint_core::library::{Answer, Library};
use offprint_core::query::{Address, Query};
use offprint_core::search::{Mark, Search};
use reactive_graph::owner::StoredValue;
use reactive_graph::traits::GetValue;

use crate::browser;
use crate::browser::engine::Shared;
use crate::signal::{Signal, Stored};

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
    stage: Signal<Stage>,
    trouble: Signal<Option<Trouble>>,
    collection: Signal<Arc<dyn Collection>>,
    report: Signal<Report>,
    indexed: Signal<Option<u32>>,
    query: Signal<Query>,
    answer: Signal<Arc<Answer>>,
    marks: Stored<Vec<Mark>>,
    marks_stamp: Signal<u32>,
    window: Signal<window::Window>,
    whole: Signal<bool>,
    abstracts: Stored<Option<bool>>,
    abstracts_open: Signal<bool>,
    printing: Stored<bool>,
    notices: Signal<Vec<Notice>>,
    target: Signal<Option<u32>>,
    dialog: Signal<Option<Dialog>>,
    slash: Signal<bool>,
    address: Stored<Address>,
    source: Stored<String>,
    /// What leads from the page that is drawn to the list; empty where they are the same.
    home: Stored<String>,
    /// The files of a short list, and by which functions an engine takes and ends them.
    files: Stored<Vec<(&'static str, &'static str, Vec<u8>)>>,
    references: Signal<References>,
    /// What writes the references of a short list, once it was asked for.
    writer: Stored<Option<Shared>>,
    /// Whether the browser has gone to the anchor by itself, in a list that was written before.
    at_anchor: Stored<bool>,
    /// Whether the visitor has been in the list before the app was there, and stays where they are.
    stays: Stored<bool>,
    pending: Stored<navigation::Pending>,
    asked: Stored<u32>,
    #[cfg(feature = "element")]
    shared: shared::Shared,
}

impl Session {
    /// A page whose data, read from `source`, is still to come.
    pub fn new(source: String) -> Self {
        Self(StoredValue::new(Arc::new(Signals {
            stage: Signal::new(Stage::Loading(0, None)),
            trouble: Signal::default(),
            collection: Signal::new(Arc::new(Library::default())),
            report: Signal::default(),
            indexed: Signal::default(),
            query: Signal::default(),
            answer: Signal::default(),
            marks: Stored::default(),
            marks_stamp: Signal::default(),
            window: Signal::default(),
            whole: Signal::default(),
            abstracts: Stored::default(),
            abstracts_open: Signal::new(true),
            printing: Stored::default(),
            notices: Signal::default(),
            target: Signal::default(),
            dialog: Signal::default(),
            slash: Signal::new(true),
            address: Stored::default(),
            source: Stored::new(source),
            home: Stored::default(),
            files: Stored::default(),
            references: Signal::default(),
            writer: Stored::default(),
            at_anchor: Stored::default(),
            stays: Stored::default(),
            pending: Stored::default(),
            asked: Stored::default(),
            #[cfg(feature = "element")]
            shared: shared::Shared::new(),
        })))
    }

    /// A page beside the list, such as that of one publication: `home` is the relative address that leads back to it.
    #[cfg(feature = "ssr")]
    pub fn beside(source: String, home: &str) -> Self {
        let session = Self::new(source);
        session.signals().home.set(home.to_owned());
        session
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
        #[cfg(feature = "element")]
        let query = self.in_order(query);
        let session = *self;
        let number = self.signals().asked.get() + 1;
        self.signals().asked.set(number);
        self.signals().query.set(query.clone());
        if self.is_incomplete() {
            browser::page::set_busy(true);
        }
        let reply = move |answer: Answer| {
            if session.signals().asked.get() == number {
                session.show(answer);
                then();
            }
        };
        self.signals().collection.get_untracked().answer(&query, Box::new(reply));
    }

    fn show(&self, answer: Answer) {
        let search = self.signals().query.with_untracked(|query| Search::parse(&query.text));
        let marks = search.marks(&answer.widened);
        if self.signals().marks.with(|shown| *shown != marks) {
            self.signals().marks.set(marks);
            self.signals().marks_stamp.update(|stamp| *stamp += 1);
        }
        self.signals().answer.set(Arc::new(answer));
        self.settle_abstracts();
        self.start_window();
    }

    /// Folds all abstracts, or opens them.
    pub fn fold_abstracts(&self) {
        let open = self.signals().abstracts_open.get_untracked();
        self.signals().abstracts.set(Some(!open));
        self.settle_abstracts();
    }

    /// Opens or folds abstracts: on paper all are open, else as chosen, else as the number of results has it.
    fn settle_abstracts(&self) {
        let signals = self.signals();
        let few = || signals.answer.with_untracked(|answer| answer.total <= MOST_OPEN_ABSTRACTS);
        signals.abstracts_open.settle(signals.printing.get() || signals.abstracts.get().unwrap_or_else(few));
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

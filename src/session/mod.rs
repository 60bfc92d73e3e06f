//! Everything the page knows, as signals, and everything a visitor can do, as methods.
//!
//! What is shown follows from three things: the collection, the query and its answer. Nothing else of the list is
//! stored.

mod chip;
mod choosing;
mod collection;
mod navigation;
mod notice;
mod offered;
mod row;
mod shown;
mod trouble;

pub use chip::Chip;
pub use collection::{Collection, Reply};
pub use navigation::{END_ID, RESULTS_ID, SEARCH_ID};
pub use notice::Notice;
pub use offered::Choice;
pub use row::{Block, Row};
pub use shown::thousands;
pub use trouble::Trouble;

use std::sync::Arc;

use offprint_core::format::Format;
use offprint_core::library::{Answer, Library};
use offprint_core::problem::Problem;
use offprint_core::query::{Address, Query};
use offprint_core::read::{self, Reading};
use reactive_graph::computed::ArcMemo;
use reactive_graph::owner::{ArcStoredValue, StoredValue};
use reactive_graph::prelude::*;
use reactive_graph::signal::ArcRwSignal;

use crate::browser::{self, fetch::Failure};

/// Entries drawn at once for a new answer, and added each time the end of the list comes near.
const BATCH: usize = 40;

/// Up to this many results all abstracts are open at first.
const MOST_OPEN_ABSTRACTS: usize = 50;

/// Where the choice about the `/` key is kept.
const SLASH_KEY: &str = "offprint-slash";

/// How far the page has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// The data is on its way; bytes so far.
    Loading(usize),
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
    problems: ArcRwSignal<Arc<[Problem]>>,
    query: ArcRwSignal<Query>,
    answer: ArcRwSignal<Arc<Answer>>,
    words_stamp: ArcRwSignal<u32>,
    drawn: ArcRwSignal<usize>,
    abstracts: ArcRwSignal<Option<bool>>,
    abstracts_open: ArcMemo<bool>,
    printing: ArcRwSignal<bool>,
    notices: ArcRwSignal<Vec<Notice>>,
    target: ArcRwSignal<Option<u32>>,
    dialog: ArcRwSignal<Option<Dialog>>,
    slash: ArcRwSignal<bool>,
    address: ArcStoredValue<Address>,
    source: ArcStoredValue<String>,
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
            stage: ArcRwSignal::new(Stage::Loading(0)),
            trouble: ArcRwSignal::new(None),
            collection: ArcRwSignal::new(Arc::new(Library::default())),
            problems: ArcRwSignal::new(Arc::default()),
            query: ArcRwSignal::new(Query::default()),
            answer,
            words_stamp: ArcRwSignal::new(0),
            drawn: ArcRwSignal::new(BATCH),
            abstracts,
            abstracts_open,
            printing,
            notices: ArcRwSignal::new(Vec::new()),
            target: ArcRwSignal::new(None),
            dialog: ArcRwSignal::new(None),
            slash: ArcRwSignal::new(true),
            address: ArcStoredValue::new(Address::default()),
            source: ArcStoredValue::new(source),
            pending: ArcStoredValue::new(navigation::Pending::default()),
            asked: ArcStoredValue::new(0),
        })))
    }

    fn signals(&self) -> Arc<Signals> {
        self.0.get_value()
    }

    /// Fetches the data and shows the list for the current address; also after a failure, for another attempt.
    pub fn load(&self) {
        let session = *self;
        browser::page::set_busy(true);
        self.signals().trouble.set(None);
        self.signals().stage.set(Stage::Loading(0));
        browser::events::spawn(async move {
            let progress = move |bytes| session.signals().stage.set(Stage::Loading(bytes));
            let waiting = session.receive(browser::fetch::fetch(&session.source(), &progress).await);
            session.arrive();
            if let Some(reading) = waiting {
                session.add_abstracts(reading).await;
            }
        });
    }

    /// Takes over a file that was read: from here on there is a list, or the reason why there is none.
    pub fn open(&self, reading: Reading) {
        let trouble = Trouble::of(&reading);
        self.signals().problems.set(reading.problems.clone().into());
        let library = Library::new(reading);
        self.signals().stage.set(if library.is_empty() { Stage::Failed } else { Stage::Ready });
        self.signals().collection.set(Arc::new(library));
        self.signals().trouble.set(trouble);
    }

    /// Takes over a file's bytes; what was read of it, if its abstracts are in another file.
    fn receive(&self, received: Result<Vec<u8>, Failure>) -> Option<Reading> {
        match received.map_err(Trouble::Fetch).and_then(|bytes| read::read(&bytes).map_err(Trouble::Unreadable)) {
            Ok(reading) => {
                let waiting = reading.envelope.abstracts.is_some().then(|| reading.clone());
                self.open(reading);
                waiting
            }
            Err(trouble) => {
                self.signals().stage.set(Stage::Failed);
                self.signals().trouble.set(Some(trouble));
                None
            }
        }
    }

    /// Fetches the abstracts and shows the list again with them; without them, it stays as it is.
    async fn add_abstracts(&self, mut reading: Reading) {
        let named = reading.envelope.abstracts.clone().unwrap_or_default();
        let address = browser::address::resolve_absolute(&named, &self.source());
        let received = browser::fetch::fetch(&address, &|_| {}).await.ok();
        if received.is_none_or(|bytes| reading.add_abstracts(&bytes).is_err()) {
            return self.notify(Notice::NoAbstracts(named));
        }
        let focus = browser::focus::path();
        self.open(reading);
        self.signals().words_stamp.update(|stamp| *stamp += 1);
        let drawn = self.signals().drawn.get_untracked();
        let session = *self;
        self.ask(self.signals().query.get_untracked(), move || {
            session.signals().drawn.set(drawn);
            browser::events::after_drawing(move || browser::focus::restore(&focus));
        });
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
        let reply = move |answer: Answer| {
            if session.signals().asked.get_value() == number {
                session.show(answer);
                then();
            }
        };
        self.signals().collection.get_untracked().answer(&query, Box::new(reply));
    }

    fn show(&self, answer: Answer) {
        if self.signals().answer.with_untracked(|shown| shown.marks != answer.marks) {
            self.signals().words_stamp.update(|stamp| *stamp += 1);
        }
        self.signals().drawn.set(BATCH);
        self.signals().answer.set(Arc::new(answer));
    }

    /// Draws more of the list; whether there was more.
    pub fn draw_more(&self) -> bool {
        let is_more =
            self.signals().drawn.get_untracked() < self.signals().answer.with_untracked(|answer| answer.total);
        if is_more {
            self.signals().drawn.update(|drawn| *drawn = drawn.saturating_add(BATCH));
        }
        is_more
    }

    /// Draws the whole list with open abstracts while it is printed.
    pub fn print(&self, printing: bool) {
        if printing {
            self.signals().drawn.set(usize::MAX);
        }
        self.signals().printing.set(printing);
    }

    /// Draws as much of the list as this entry needs to be in it; whether it is in the list.
    fn draw_up_to(&self, entry: u32) -> bool {
        let position = self.signals().answer.with_untracked(|answer| {
            answer.groups.iter().flat_map(|group| &group.entries).position(|listed| *listed == entry)
        });
        if let Some(position) = position {
            self.signals().drawn.update(|drawn| *drawn = (*drawn).max(position + BATCH));
        }
        position.is_some()
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

    /// Saves the entries that are listed, in their order.
    pub fn export(&self, format: Format) {
        let collection = self.signals().collection.get_untracked();
        let answer = self.signals().answer.get_untracked();
        let entries = answer.groups.iter().flat_map(|group| &group.entries);
        let text = format.write(entries.filter_map(|entry| collection.publication(*entry)));
        browser::clipboard::save(format.file_name(), format.media_type(), &text);
    }
}

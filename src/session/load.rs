//! How a list comes: fetched, read, shown and, where it is long, indexed behind that.

use std::sync::Arc;

use offprint_core::library::Library;
use offprint_core::read::{self, Reading};

#[cfg(feature = "csr")]
use super::packed;
use super::{Collection, Notice, Report, Session, Stage, Trouble};
use crate::browser;
#[cfg(feature = "csr")]
use crate::browser::engine::Shared;
use crate::browser::fetch::{Reader, Received, fetch};
#[cfg(feature = "csr")]
use crate::browser::host;

/// What is left to do once a list stands.
enum Rest {
    Nothing,
    /// The abstracts of a short list lie in a file of their own; they join the list.
    Abstracts,
    /// A long list is to be indexed.
    #[cfg(feature = "csr")]
    Index(Shared),
}

impl Session {
    /// Fetches the data and shows the list for the current address; also after a failure, for another attempt.
    pub fn load(&self) {
        #[cfg(feature = "element")]
        return self.load_anew();
        #[cfg(not(feature = "element"))]
        self.fetch();
    }

    pub(super) fn fetch(&self) {
        let session = *self;
        self.each(|session| {
            browser::page::set_busy(true);
            session.signals().trouble.set(None);
            session.signals().stage.set(Stage::Loading(0, None));
        });
        browser::events::spawn(async move {
            let progress = move |bytes, total| {
                session.each(|session| session.signals().stage.set(Stage::Loading(bytes, total)));
            };
            let received = fetch(&session.source(), Reader::List, &progress).await;
            let rest = received.map_err(Trouble::Fetch).and_then(|received| session.receive(received));
            let rest = rest.unwrap_or_else(|trouble| {
                session.signals().stage.set(Stage::Failed);
                session.signals().trouble.set(Some(trouble));
                Rest::Nothing
            });
            session.present();
            match rest {
                Rest::Nothing => {}
                Rest::Abstracts => session.add_abstracts().await,
                #[cfg(feature = "csr")]
                Rest::Index(engine) => session.index(&engine).await,
            }
        });
    }

    fn receive(&self, received: Received) -> Result<Rest, Trouble> {
        match received {
            Received::Bytes(bytes) => {
                let reading = read::read(&bytes).map_err(Trouble::Unreadable)?;
                let is_waiting = reading.envelope.abstracts.is_some();
                self.open(reading);
                self.signals().files.set(vec![("feed", "end", bytes)]);
                Ok(if is_waiting { Rest::Abstracts } else { Rest::Nothing })
            }
            #[cfg(feature = "csr")]
            Received::Engine(engine) => {
                let engine = engine.share();
                let (list, report) = packed::Packed::open(engine.clone()).map_err(Trouble::Unreadable)?;
                self.signals().indexed.set(Some(0));
                self.take_over(Arc::new(list), report);
                Ok(Rest::Index(engine))
            }
            _ => Ok(Rest::Nothing),
        }
    }

    /// Takes over a file that was read: from here on there is a list, or the reason why there is none.
    pub fn open(&self, reading: Reading) {
        let report = Report::of(&reading);
        self.take_over(Arc::new(Library::new(reading)), report);
    }

    fn take_over(&self, collection: Arc<dyn Collection>, report: Report) {
        let trouble = Trouble::of(collection.len(), &report);
        self.signals().report.set(report);
        self.signals().writer.set(None);
        self.signals().stage.set(if collection.is_empty() { Stage::Failed } else { Stage::Ready });
        self.signals().collection.set(collection);
        self.signals().trouble.set(trouble);
    }

    /// Fetches the abstracts of a short list and shows it again with them; without them, it stays as it is.
    async fn add_abstracts(&self) {
        let read = self.signals().files.with(|files| read::read(files.first().map_or(&[], |(.., list)| list)));
        let Ok(mut reading) = read else { return };
        let named = reading.envelope.abstracts.clone().unwrap_or_default();
        let received = fetch(&self.beside_source(&named), Reader::Page, &|_, _| {}).await;
        let is_whole = match received {
            Ok(Received::Bytes(bytes)) => {
                let is_whole = reading.add_abstracts(&bytes);
                self.signals().files.update(|files| files.push(("feed_abstracts", "end_abstracts", bytes)));
                is_whole
            }
            _ => false,
        };
        self.open(reading);
        self.show_again();
        if !is_whole {
            self.each(|session| session.notify(Notice::NoAbstracts(named.clone())));
        }
    }

    fn beside_source(&self, named: &str) -> String {
        browser::address::resolve_absolute(named, &self.source())
    }

    /// Indexes the abstracts of a long list, those in a file of their own too, and shows the list again if that can have
    /// changed it.
    #[cfg(feature = "csr")]
    async fn index(&self, engine: &Shared) {
        let session = *self;
        let named = self.signals().collection.with_untracked(|list| list.envelope().abstracts.clone());
        if let Some(named) = &named {
            let reader = Reader::Engine(engine, "feed_abstracts");
            let received = fetch(&self.beside_source(named), reader, &|_, _| {}).await;
            if engine.call("end_abstracts", &[]) == 0 || received.is_err() {
                self.each(|session| session.notify(Notice::NoAbstracts(named.clone())));
            }
        }
        let indexed = move |done| session.each(|session| session.signals().indexed.set(done));
        engine.finish("step", &|done| indexed(Some(done))).await;
        indexed(None);
        if host::IS_ELEMENT || named.is_some() || self.is_searching() {
            self.show_again();
        }
        self.each(|_| browser::page::set_busy(false));
    }

    /// Whether the list for the current query cannot stand yet, as not all that is searched has been indexed.
    pub(super) fn is_incomplete(&self) -> bool {
        self.signals().indexed.get_untracked().is_some() && self.is_searching()
    }

    fn is_searching(&self) -> bool {
        self.signals().query.with_untracked(|query| query.is_search())
    }

    /// Does something with every session that shows the list.
    #[cfg(not(feature = "element"))]
    fn each(&self, act: impl Fn(Self)) {
        act(*self);
    }

    /// A list stands, or none can be had: shows that.
    #[cfg(not(feature = "element"))]
    fn present(&self) {
        self.arrive();
        if self.signals().stage.get_untracked() == Stage::Failed {
            browser::handover::give_up();
        }
    }

    /// Shows the list again, now that more is known.
    #[cfg(feature = "element")]
    fn show_again(&self) {
        self.present();
    }

    /// Asks for the same list again, now that more is known, and leaves the visitor where they are.
    #[cfg(not(feature = "element"))]
    fn show_again(&self) {
        let focus = browser::focus::path();
        self.signals().marks_stamp.update(|stamp| *stamp += 1);
        let place = browser::address::place();
        let session = *self;
        self.ask(self.signals().query.get_untracked(), move || {
            session.restore(browser::address::Place { focus, ..place })
        });
    }
}

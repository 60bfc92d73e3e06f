//! Fetching and reading a list: a short one in memory, a long one in the engine.

use std::sync::Arc;

use js_sys::Uint8Array;
use offprint_core::library::Library;
use offprint_core::problem::Report;
use offprint_core::read::{self, Reading};

use super::engine::{EngineList, feed};
use super::fetch::{Buffer, Progress, Sink, Taking, fetch, fetch_bytes};
use super::modules::{Engine, EngineModule, Modules};
use super::{ListRef, LoadProblem};

/// Longer files go to the engine: up to here reading a list in memory takes less time than loading that.
const MOST_IN_MEMORY: usize = 2_000_000;

/// A list that was loaded, and what is left to do for it.
pub(crate) struct Loaded {
    pub(crate) list: ListRef,
    pub(crate) report: Report,
    pub(crate) rest: Rest,
}

/// What is left to do once a list can be shown.
pub(crate) enum Rest {
    /// Nothing.
    Nothing,
    /// To add the abstracts of a short list, which lie in this file of their own.
    AddAbstracts(Box<Reading>, String),
    /// To index a long one.
    Index(Arc<EngineList>),
}

/// Loads the list at `source`.
///
/// # Errors
/// Where it does not come, or is not a list.
pub(crate) async fn load(source: &str, modules: &Modules, progress: impl Fn(Progress)) -> Result<Loaded, LoadProblem> {
    let mut sink = ListSink { modules, bytes: Buffer::default(), engine: None, most: MOST_IN_MEMORY, progress };
    fetch(source, &mut sink).await.map_err(LoadProblem::Fetch)?;
    let ListSink { bytes, engine, .. } = sink;
    match engine {
        Some((_, engine)) => {
            let (list, report) = EngineList::open(engine)?;
            let list = Arc::new(list);
            Ok(Loaded { list: list.clone(), report, rest: Rest::Index(list) })
        }
        None => read::read(&bytes.0).map(in_memory).map_err(|why| LoadProblem::Unreadable(why.to_string())),
    }
}

/// Makes a list in memory of what was read.
pub(crate) fn in_memory(reading: Reading) -> Loaded {
    let report = Report::of(&reading.problems);
    let rest = match reading.envelope.abstracts.clone() {
        Some(file) => Rest::AddAbstracts(Box::new(reading.clone()), file),
        None => Rest::Nothing,
    };
    Loaded { list: Arc::new(Library::new(reading)), report, rest }
}

/// Adds the abstracts in the file at `url` to a short list; returns it and whether the file came whole.
pub(crate) async fn add_abstracts(mut reading: Reading, url: &str) -> (ListRef, Report, bool) {
    let is_whole = match fetch_bytes(url).await {
        Ok(bytes) => reading.add_abstracts(&bytes),
        Err(_) => false,
    };
    let report = Report::of(&reading.problems);
    (Arc::new(Library::new(reading)), report, is_whole)
}

/// Hands the abstracts in the file at `url` to the engine; returns whether the file came whole.
pub(crate) async fn feed_abstracts(list: &EngineList, url: &str) -> bool {
    let mut sink = AbstractsSink { engine: list.engine(), has_begun: false };
    let fetched = fetch(url, &mut sink).await;
    list.engine().end_abstracts() && fetched.is_ok()
}

/// Keeps a short list in memory, and hands a long one to the engine as it comes.
struct ListSink<'a, P> {
    modules: &'a Modules,
    bytes: Buffer,
    engine: Option<(EngineModule, Engine)>,
    /// More bytes go to the engine.
    most: usize,
    progress: P,
}

impl<P: Fn(Progress)> Sink for ListSink<'_, P> {
    fn restart(&mut self) -> bool {
        // The module stays loaded; a new engine has no list.
        self.engine = self.engine.take().and_then(|(module, _)| module.engine().ok().map(|engine| (module, engine)));
        self.bytes.restart()
    }

    fn take(&mut self, piece: Uint8Array) -> Taking<'_> {
        Box::pin(self.take_piece(piece))
    }

    fn progress(&self, progress: Progress) {
        (self.progress)(progress);
    }
}

impl<P: Fn(Progress)> ListSink<'_, P> {
    async fn take_piece(&mut self, piece: Uint8Array) {
        if let Some((_, engine)) = &self.engine {
            return feed(&piece, |piece| engine.feed(piece)).await;
        }
        self.bytes.push(&piece);
        if self.bytes.0.len() <= self.most {
            return;
        }
        // It is tried once: without the engine the page reads the list itself.
        self.most = usize::MAX;
        if let Ok(module) = self.modules.engine().await
            && let Ok(engine) = module.engine()
        {
            let bytes = std::mem::take(&mut self.bytes.0);
            feed(&Uint8Array::from(&bytes[..]), |piece| engine.feed(piece)).await;
            self.engine = Some((module, engine));
        }
    }
}

/// Hands a file of abstracts to the engine.
struct AbstractsSink<'a> {
    engine: &'a Engine,
    has_begun: bool,
}

impl Sink for AbstractsSink<'_> {
    fn restart(&mut self) -> bool {
        // The engine cannot take back what it has.
        !self.has_begun
    }

    fn take(&mut self, piece: Uint8Array) -> Taking<'_> {
        self.has_begun = true;
        Box::pin(async move { feed(&piece, |piece| self.engine.feed_abstracts(piece)).await })
    }

    fn progress(&self, _progress: Progress) {}
}

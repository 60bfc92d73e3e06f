//! How a list comes: its stages, and the tasks behind them.

use leptos::prelude::*;
use leptos::task::spawn_local_scoped_with_cancellation;
use offprint_core::problem::Report;
use offprint_core::read::Reading;

use super::formulas::Formulas;
use crate::browser::url;
use crate::data::fetch::Progress;
use crate::data::load::{self, Loaded, Rest};
use crate::data::{ListRef, LoadProblem, Modules};

/// How far the list has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Stage {
    /// It is on its way.
    Loading(Progress),
    /// It can be shown, perhaps not the whole of it.
    Ready,
    /// There is none.
    Failed,
}

/// What is wrong with a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Faults {
    /// What keeps the list, or a part of it, from being shown.
    pub(crate) problem: Option<LoadProblem>,
    /// What was wrong in the file.
    pub(crate) report: Report,
    /// The file of abstracts that could not be loaded.
    pub(crate) missing_abstracts: Option<String>,
}

/// The list that is shown and what is known of how it came. Elements with the same file share one.
#[derive(Clone, Copy)]
pub(crate) struct Loading {
    /// How far the list has come.
    pub(crate) stage: RwSignal<Stage>,
    /// What is wrong with it.
    pub(crate) faults: RwSignal<Faults>,
    /// The list; empty until it is ready.
    pub(crate) list: RwSignal<ListRef>,
    /// How much of a long list is indexed, in thousandths, until all is.
    pub(crate) indexing: RwSignal<Option<u32>>,
    /// What converts the formulas in it.
    pub(crate) formulas: Formulas,
    source: StoredValue<Source>,
    /// Called before a list that is shown already is replaced by the same with more in it.
    before_revision: StoredValue<Vec<Callback<()>>>,
    /// Owns what follows.
    owner: StoredValue<Owner>,
    /// Owns the tasks of the current attempt.
    attempt: StoredValue<Option<Owner>>,
}

struct Source {
    file: String,
    modules: Modules,
}

impl Loading {
    /// Describes a list that is still to be loaded from the file at `file`.
    pub(crate) fn new(file: String, modules: Modules) -> Self {
        let empty: ListRef = std::sync::Arc::new(offprint_core::library::Library::default());
        Self {
            stage: RwSignal::new(Stage::Loading(Progress::default())),
            faults: RwSignal::default(),
            list: RwSignal::new(empty),
            indexing: RwSignal::new(None),
            formulas: Formulas::new(modules.clone()),
            source: StoredValue::new(Source { file, modules }),
            before_revision: StoredValue::default(),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
            attempt: StoredValue::new(None),
        }
    }

    /// Describes a list that was read already.
    #[cfg(feature = "ssr")]
    pub(crate) fn of(reading: Reading, file: String) -> Self {
        let loading = Self::new(file, Modules::of_page());
        let Loaded { list, report, .. } = load::in_memory(reading);
        loading.open(list, report);
        loading
    }

    /// Returns the URL of the file.
    pub(crate) fn file(self) -> String {
        self.source.with_value(|source| source.file.clone())
    }

    /// Returns the modules that the app may need.
    pub(crate) fn modules(self) -> Modules {
        self.source.with_value(|source| source.modules.clone())
    }

    /// Returns whether the file is a list without entries.
    pub(crate) fn is_empty(self) -> bool {
        self.faults.with_untracked(|faults| faults.problem == Some(LoadProblem::Empty))
    }

    /// Has `action` called before a list that is shown already is revised.
    pub(crate) fn before_revision(self, action: impl Fn() + Send + Sync + 'static) {
        let callback = Callback::new(move |()| action());
        self.before_revision.update_value(|callbacks| callbacks.push(callback));
    }

    fn announce_revision(self) {
        // Those of elements that are gone are forgotten.
        self.before_revision.update_value(|callbacks| callbacks.retain(|callback| callback.try_run(()).is_some()));
    }

    /// Loads the list; an earlier attempt that still goes on is given up.
    pub(crate) fn load(self) {
        self.cancel();
        // Not a child of whatever shows the button "Try again", which goes with the problem.
        let owner = self.owner.with_value(Owner::child);
        self.attempt.set_value(Some(owner.clone()));
        self.faults.update(|faults| faults.problem = None);
        self.indexing.set(None);
        self.stage.set(Stage::Loading(Progress::default()));
        owner.with(|| spawn_local_scoped_with_cancellation(async move { self.run().await }));
    }

    /// Loads the list unless that has begun already; after a failure, once more.
    pub(crate) fn ensure(self) {
        let has_begun = self.attempt.with_value(Option::is_some);
        if !has_begun || self.stage.get_untracked() == Stage::Failed {
            self.load();
        }
    }

    /// Gives up whatever still goes on.
    pub(crate) fn cancel(self) {
        let attempt = self.attempt.try_update_value(Option::take).flatten();
        attempt.into_iter().for_each(|owner| owner.cleanup());
    }

    async fn run(self) {
        let (file, modules) = (self.file(), self.modules());
        let loaded = load::load(&file, &modules, move |progress| self.stage.set(Stage::Loading(progress))).await;
        match loaded {
            Err(problem) => {
                self.faults.update(|faults| faults.problem = Some(problem));
                self.stage.set(Stage::Failed);
            }
            Ok(Loaded { list, report, rest }) => {
                if matches!(rest, Rest::Index(_)) {
                    self.indexing.set(Some(0));
                }
                if Formulas::are_published() || list.has_math() {
                    self.formulas.load().await;
                }
                self.open(list, report);
                self.finish(rest).await;
            }
        }
    }

    /// Shows a list, or says why there is none in the file.
    fn open(self, list: ListRef, report: Report) {
        let stage = if list.is_empty() { Stage::Failed } else { Stage::Ready };
        let problem = LoadProblem::of(list.len(), &report);
        self.faults.update(|faults| {
            faults.problem = problem;
            faults.report = report;
        });
        self.list.set(list);
        self.stage.set(stage);
    }

    async fn finish(self, rest: Rest) {
        match rest {
            Rest::Nothing => {}
            Rest::AddAbstracts(reading, file) => self.add_abstracts(*reading, file).await,
            Rest::Index(list) => {
                let named = list.envelope_abstracts();
                if let Some(file) = &named {
                    let is_whole = load::feed_abstracts(&list, &url::resolve(file, &self.file())).await;
                    self.faults.update(|faults| faults.missing_abstracts = named.clone().filter(|_| !is_whole));
                }
                list.index(move |done| self.indexing.set(Some(done))).await;
                self.indexing.set(None);
                self.announce_revision();
                self.list.notify();
            }
        }
    }

    async fn add_abstracts(self, reading: Reading, file: String) {
        let (list, report, is_whole) = load::add_abstracts(reading, &url::resolve(&file, &self.file())).await;
        self.announce_revision();
        self.open(list, report);
        self.faults.update(|faults| faults.missing_abstracts = Some(file).filter(|_| !is_whole));
    }
}

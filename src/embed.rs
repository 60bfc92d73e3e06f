//! The list as an element in other sites: what `assets/embed/offprint.js` makes of it.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Object, Reflect};
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use offprint_core::query::{Ignored, UrlQuery, encode_component};
use send_wrapper::SendWrapper;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlElement, ShadowRoot};

use crate::app::App;
use crate::browser::unicode::use_browser_tables;
use crate::components::load_error::LoadError;
use crate::data::Modules;
use crate::state::{Loading, Mount, Scope, Stage, State};
use crate::takeover::{STANDALONE, Takeover};
use crate::words::{self, ErrorText};

#[wasm_bindgen]
extern "C" {
    /// The element's side, in `assets/embed/offprint.js`. None of it may throw but `write`.
    #[derive(Clone)]
    pub type HostPort;

    /// Returns the visitor's query as a query string.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn search(this: &HostPort) -> String;

    /// Returns the fragment of the host's URL, decoded; empty where the element leaves that alone.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn anchor(this: &HostPort) -> String;

    /// Returns the host's scope as a query string.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn scope(this: &HostPort) -> String;

    /// Returns how many entries are shown at first, and how many more at a time.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn limit(this: &HostPort) -> u32;

    /// Returns what an entry's URL begins with; none where it has none.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn permalinks(this: &HostPort) -> Option<String>;

    /// Takes another query of the visitor's; `is_step` says whether that is a step of the session history.
    ///
    /// # Errors
    /// Where the element keeps it in the host's URL, and the browser refuses.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn write(this: &HostPort, is_step: bool, search: &str) -> Result<(), JsValue>;

    /// Hears whether the list for the current query is still to be shown.
    #[wasm_bindgen(method)]
    pub(crate) fn busy(this: &HostPort, busy: bool);

    /// Hears of a list: of so many entries so many are shown, for this query.
    #[wasm_bindgen(method)]
    pub(crate) fn changed(this: &HostPort, total: u32, shown: u32, query: &str);

    /// Hears that there is no list.
    #[wasm_bindgen(method)]
    pub(crate) fn failed(this: &HostPort, kind: &str, message: &str);
}

/// The element in which an app is mounted.
#[derive(Clone)]
pub(crate) struct EmbedHost {
    pub(crate) port: HostPort,
    root: ShadowRoot,
}

impl EmbedHost {
    /// Returns the shadow root, which finds elements by the same methods as a document.
    pub(crate) fn root(&self) -> Document {
        self.root.clone().unchecked_into()
    }

    /// Returns an entry's URL.
    pub(crate) fn permalink(&self, id: &str) -> Option<String> {
        Some(format!("{}#{}", self.port.permalinks()?, encode_component(id)))
    }

    /// Returns the host's scope, and warns of values in it that cannot be read.
    fn scope(&self) -> Scope {
        let UrlQuery { query, ignored, .. } = UrlQuery::parse(&self.port.scope());
        for Ignored { parameter, value } in &ignored {
            leptos::logging::warn!("<offprint-list>: {parameter}=\"{value}\" cannot be read; nothing is listed.");
        }
        Scope { query, is_unreadable: !ignored.is_empty(), permalinks: self.port.permalinks() }
    }

    /// Tells the element of every list that is shown, also where the host's attributes leave it the same.
    fn report_changes(&self, state: State, scope: RwSignal<Scope>) {
        let port = SendWrapper::new(self.port.clone());
        Effect::new(move |_| {
            scope.track();
            state.rows.limit.track();
            state.rows.extent.track();
            state.listing.answer.track();
            let (is_ready, port) = (state.loading.stage.get() == Stage::Ready, port.clone());
            state.mount.after_render(move || {
                if is_ready {
                    let total = untrack(|| state.listing.with_list(|list| list.len()));
                    port.changed(total as u32, state.list.shown() as u32, &state.navigation.url.search_string());
                }
            });
        });
    }

    /// Tells the element of every failure.
    fn report_failures(&self, state: State) {
        let port = SendWrapper::new(self.port.clone());
        Effect::new(move |_| {
            let has_failed = state.loading.stage.get() == Stage::Failed;
            if let Some(problem) = state.loading.faults.get_untracked().problem.filter(|_| has_failed) {
                let ErrorText { headline, detail, .. } = words::load_problem(&problem, &state.loading.file());
                port.failed(problem.kind(), &format!("{headline} {detail}"));
            }
        });
    }
}

/// A list that elements with the same file share.
#[wasm_bindgen]
pub struct SharedList {
    owner: Owner,
    loading: Loading,
}

#[wasm_bindgen]
impl SharedList {
    /// Describes the file at `source`, which is loaded once the first element is mounted; `base` is the URL of the app's
    /// folder, and `hashes` has those of the modules in it by their names.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(source: String, base: String, hashes: Object) -> Self {
        use_browser_tables();
        let owner = Owner::new();
        let loading = owner.with(|| Loading::new(source, Modules::of_element(base, hashes)));
        Self { owner, loading }
    }
}

impl Drop for SharedList {
    fn drop(&mut self) {
        self.loading.cancel();
        self.owner.cleanup();
    }
}

/// An app that is mounted in an element.
#[wasm_bindgen]
pub struct ListElement {
    host: EmbedHost,
    scope: RwSignal<Scope>,
    state: State,
    owner: Owner,
    handle: Option<UnmountHandle<AnyViewState>>,
}

#[wasm_bindgen]
impl ListElement {
    /// Mounts an app in `place`, which is in the shadow root `root`; none where that is not possible.
    #[must_use]
    pub fn mount(list: &SharedList, port: HostPort, root: ShadowRoot, place: HtmlElement) -> Option<Self> {
        let host = EmbedHost { port, root };
        let loading = list.loading;
        let made = Rc::new(RefCell::new(None));
        let (inner, keep) = (host.clone(), Rc::clone(&made));
        let handle = mount_to(place, move || {
            let scope = RwSignal::new(inner.scope());
            let state = State::provide(Mount::element(inner.clone()), Takeover::none(), loading, scope);
            state.start();
            inner.report_changes(state, scope);
            inner.report_failures(state);
            keep.replace(Owner::current().map(|owner| (scope, state, owner)));
            let standalone = leptos::view! { <div class=STANDALONE><LoadError/></div> };
            leptos::view! { <App/> {standalone} }.into_any()
        });
        loading.ensure();
        let (scope, state, owner) = made.take()?;
        Some(Self { host, scope, state, owner, handle: Some(handle) })
    }

    /// Takes the host's scope anew.
    pub fn narrow(&self) {
        self.state.preferences.dialog.set(None);
        self.state.navigation.target.set(None);
        self.state.notices.set_anchor(None);
        self.scope.set(self.host.scope());
    }

    /// Takes the host's limit anew.
    pub fn set_limit(&self) {
        self.state.rows.limit.set(Some(self.host.port.limit() as usize));
        self.state.list.begin_anew();
    }

    /// Expands all abstracts or collapses them; `undefined` leaves that to the number of results.
    pub fn set_abstracts(&self, open: Option<bool>) {
        self.state.preferences.abstracts.set(open);
    }

    /// Returns the visitor's query as a query string.
    #[must_use]
    pub fn query(&self) -> String {
        self.state.navigation.url.search_string()
    }

    /// Asks for another query.
    pub fn set_query(&self, query: &str) {
        self.state.navigation.url.drop_pending();
        self.state.navigation.enter(query);
    }

    /// Goes to the entry with this anchor, if it is listed.
    pub fn visit(&self, anchor: &str) {
        self.state.navigation.visit(anchor);
    }

    /// Returns what is listed for the query, in its order, whether shown or not: an object with `id` and `title` each.
    #[must_use]
    pub fn results(&self) -> Array {
        let listing = self.state.listing;
        let result = |entry: u32| {
            let object = Object::new();
            for (name, value) in [("id", listing.id(entry).unwrap_or_default()), ("title", listing.title(entry))] {
                // A new object takes any property.
                let _ = Reflect::set(&object, &name.into(), &value.into());
            }
            object
        };
        untrack(|| listing.entries().into_iter().map(result).collect())
    }

    /// Loads the file once more, for every element that shares it.
    pub fn reload(&self) {
        self.state.loading.load();
    }

    /// Unmounts the app.
    pub fn unmount(mut self) {
        drop(self.handle.take());
        self.owner.cleanup();
    }
}

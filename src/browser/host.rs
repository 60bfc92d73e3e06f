//! Where a list lives: in the document itself or, in the build for other sites, in an element of one of theirs.
//!
//! Several elements share one instance of the app. Whatever is done later, by a listener, a timer, a task or an effect,
//! is tied to the element that it was set up for, and not done any more once that is gone. The build for the page itself
//! has no feature `element`, and nothing of this in it.

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Document;

/// Whether this is the build for elements in other sites.
pub const IS_ELEMENT: bool = cfg!(feature = "element");

#[wasm_bindgen]
extern "C" {
    /// What the element says and is told, in `assets/embed/offprint.js`. None of it may throw but `write`: what is thrown here
    /// leaves locks behind, and with them every element of the page.
    #[derive(Clone)]
    pub type Side;

    /// The visitor's query as an address string.
    #[wasm_bindgen(method, getter)]
    fn search(this: &Side) -> String;

    /// The anchor in the address bar, decoded; empty where the element leaves that alone.
    #[wasm_bindgen(method, getter)]
    fn anchor(this: &Side) -> String;

    /// What the host lists, as an address string.
    #[wasm_bindgen(method, getter)]
    fn scope(this: &Side) -> String;

    /// How many entries are shown at first, and how many more at a time.
    #[wasm_bindgen(method, getter)]
    fn limit(this: &Side) -> u32;

    /// What an entry's own address begins with; none where it has none.
    #[wasm_bindgen(method, getter)]
    fn permalinks(this: &Side) -> Option<String>;

    /// The visitor's query is another one; whether that is a step in history.
    #[wasm_bindgen(method, catch)]
    fn write(this: &Side, is_step: bool, search: &str) -> Result<(), JsValue>;

    /// The list for the current query stands, or does not yet.
    #[wasm_bindgen(method)]
    fn busy(this: &Side, busy: bool);

    /// A list stands: of so many entries so many are shown, for this query.
    #[wasm_bindgen(method)]
    fn changed(this: &Side, total: u32, shown: u32, query: &str);

    /// There is no list.
    #[wasm_bindgen(method)]
    fn failed(this: &Side, kind: &str, message: &str);
}

thread_local! {
    static CURRENT: RefCell<Option<Host>> = const { RefCell::new(None) };
}

/// An element that a list lives in, or what reads one list for several of them.
#[derive(Clone)]
pub struct Host {
    /// Where the app's files lie.
    pub base: Rc<str>,
    /// None for what only reads, and once the element is gone: what is held from here the browser does not let go of.
    shown: Rc<RefCell<Option<(Side, Document)>>>,
    is_gone: Rc<Cell<bool>>,
}

impl Host {
    /// An element that lists in this shadow root.
    pub fn new(base: &str, side: Side, root: JsValue) -> Self {
        // A shadow root finds what is in it by the same methods as a document.
        let shown = Some((side, root.unchecked_into()));
        Self { base: base.into(), shown: Rc::new(RefCell::new(shown)), is_gone: Rc::default() }
    }

    /// What reads a list for several elements.
    pub fn reader(base: &str) -> Self {
        Self { base: base.into(), shown: Rc::default(), is_gone: Rc::default() }
    }

    /// From here on nothing is done for it any more.
    pub fn leave(&self) {
        self.is_gone.set(true);
        self.shown.take();
    }

    /// Where its nodes are found.
    pub(super) fn root(self) -> Option<Document> {
        self.shown.borrow().as_ref().map(|(_, root)| root.clone())
    }

    fn side(&self) -> Option<Side> {
        self.shown.borrow().as_ref().map(|(side, _)| side.clone())
    }

    /// The visitor's query as an address string.
    pub fn search(&self) -> String {
        self.side().map(|side| side.search()).unwrap_or_default()
    }

    /// The anchor in the address bar, if that is its business.
    pub fn anchor(&self) -> String {
        self.side().map(|side| side.anchor()).unwrap_or_default()
    }

    /// What the host lists, as an address string.
    pub fn scope(&self) -> String {
        self.side().map(|side| side.scope()).unwrap_or_default()
    }

    /// How many entries are shown at first, and how many more at a time.
    pub fn limit(&self) -> usize {
        self.side().map_or(0, |side| side.limit()) as usize
    }

    /// An entry's own address.
    pub fn permalink(&self, id: &str) -> Option<String> {
        let base = self.side()?.permalinks()?;
        Some(format!("{base}#{}", offprint_core::query::encode_component(id)))
    }

    /// Tells it the visitor's query.
    ///
    /// # Errors
    /// Where it keeps that in the address bar, and the browser refuses.
    pub fn write(&self, is_step: bool, search: &str) -> Result<(), JsValue> {
        self.side().map_or(Ok(()), |side| side.write(is_step, search))
    }

    /// Tells it whether the list for the current query stands.
    pub fn busy(&self, busy: bool) {
        if let Some(side) = self.side() {
            side.busy(busy);
        }
    }

    /// Tells it of a list.
    pub fn changed(&self, total: usize, shown: usize, query: &str) {
        if let Some(side) = self.side() {
            side.changed(total as u32, shown as u32, query);
        }
    }

    /// Tells it that there is no list.
    pub fn failed(&self, kind: &str, message: &str) {
        if let Some(side) = self.side() {
            side.failed(kind, message);
        }
    }
}

/// The element that something is being done for; none in the page itself.
pub fn current() -> Option<Host> {
    if IS_ELEMENT { CURRENT.with_borrow(Clone::clone) } else { None }
}

/// Does something for an element, if it is still there.
pub fn enter(host: Option<&Host>, act: impl FnOnce()) {
    if !IS_ELEMENT {
        return act();
    }
    if host.is_some_and(|host| host.is_gone.get()) {
        return;
    }
    let before = CURRENT.replace(host.cloned());
    act();
    CURRENT.set(before);
}

/// Ties what is done later to the current element.
pub fn tied<A>(mut act: impl FnMut(A) + 'static) -> impl FnMut(A) + 'static {
    let host = current();
    move |argument| enter(host.as_ref(), || act(argument))
}

/// Ties what is done once to the current element.
pub fn tied_once(act: impl FnOnce() + 'static) -> impl FnOnce() + 'static {
    let host = current();
    move || enter(host.as_ref(), act)
}

/// A task that is tied to an element; it ends where that is gone.
struct Tied<F> {
    host: Option<Host>,
    task: Pin<Box<F>>,
}

/// Ties a task to the current element.
pub fn tied_task(task: impl Future<Output = ()> + 'static) -> impl Future<Output = ()> {
    Tied { host: current(), task: Box::pin(task) }
}

impl<F: Future<Output = ()>> Future for Tied<F> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let this = &mut *self;
        let mut state = Poll::Ready(());
        enter(this.host.as_ref(), || state = this.task.as_mut().poll(context));
        state
    }
}

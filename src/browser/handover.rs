//! The list that stands in the page from when it was published, until the app puts its own in place of it.
//!
//! Both are drawn by the same views, so nothing moves. What a visitor has done meanwhile is kept: where they are, what has
//! the focus, what they typed and which abstracts they opened or folded.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

use super::{address, document, focus, host, page, scroll, window};

/// The mark of a list that was written when the page was published.
pub const WRITTEN: &str = "data-written";

/// The value of the mark where abstracts were written open.
pub const OPEN: &str = "open";

/// The classes of what is said above the written list while there is no other. It has no id: an entry may have any.
pub const TROUBLE: &str = "offprint alone";

/// Set on the document's root while the written list is not the one that is asked for: `waiting` while the other is on its
/// way, `late` once it is shown all the same. The script beside the written list sets it before anything is painted.
const STATE: &str = "data-offprint";

/// Tells that script that there will be no other list.
const LATE: &str = "offprint-late";

thread_local! {
    /// What the app has drawn while it is kept out of the document.
    static WAITING: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// What a visitor has made of the written list.
#[derive(Debug, Default)]
pub struct Left {
    /// The anchor of the first entry in the window, and how many pixels below its top it begins; none where nothing was
    /// scrolled.
    pub entry: Option<(String, f64)>,
    /// What was typed into the search field.
    pub text: String,
    /// Whether it can be seen: the visitor is to stay where they are.
    pub is_shown: bool,
    /// Whether the browser has gone to the address's anchor.
    pub is_at_anchor: bool,
    focus: String,
    /// The anchors of entries whose abstracts were opened or folded.
    abstracts: Vec<String>,
}

/// Where the app is to be drawn: in `main` itself or, where a written list stands, outside of the document for now.
pub fn place(main: &HtmlElement) -> Option<Element> {
    if written().is_none() {
        page::clear(main);
        return Some(main.clone().unchecked_into());
    }
    let place = document()?.create_element("div").ok()?;
    WAITING.set(Some(place.clone()));
    Some(place)
}

/// Whether the written list still stands.
pub fn is_waiting() -> bool {
    !host::IS_ELEMENT && WAITING.with_borrow(Option::is_some)
}

/// What the visitor has made of the written page; nothing of its list where that is hidden.
pub fn left() -> Left {
    let Some(written) = written() else { return Left::default() };
    let field = written.query_selector("input[type=search]").ok().flatten();
    let text = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()).map(|field| field.value());
    let left = Left { text: text.unwrap_or_default(), focus: focus::path(), ..Left::default() };
    if is_hidden() {
        return left;
    }
    Left {
        entry: scroll::first_entry(&written),
        is_shown: true,
        is_at_anchor: focus::exists(&address::read().anchor),
        abstracts: changed_abstracts(&written),
        ..left
    }
}

/// Puts the app's list, the first of what it has drawn, in place of the written one and of what is said above that.
pub fn finish(left: &Left) {
    let Some((written, waiting)) = written().zip(WAITING.take()) else { return };
    let Some(drawn) = waiting.first_element_child() else { return };
    put_before(&written, &drawn);
    written.remove();
    if let Some(trouble) = said() {
        trouble.remove();
    }
    if let Some(root) = root() {
        let _ = root.remove_attribute(STATE);
    }
    for (_, details) in abstracts(&drawn).iter().filter(|(anchor, _)| left.abstracts.contains(anchor)) {
        let _ = match details.has_attribute("open") {
            true => details.remove_attribute("open"),
            false => details.set_attribute("open", ""),
        };
    }
    focus::restore(&left.focus);
}

/// The list could not be had: shows the written one, even where it is not the one that is asked for, and above it what the
/// app has to say, the last of what it has drawn.
pub fn give_up() {
    let last = WAITING.with_borrow(|waiting| waiting.as_ref().and_then(Element::last_element_child));
    // At a second attempt it stands there already.
    if let Some((written, trouble)) = written().zip(last).filter(|_| said().is_none()) {
        put_before(&written, &trouble);
    }
    // The script beside the written list shows it, and says why.
    if let (Some(window), Ok(event)) = (window(), Event::new(LATE)) {
        let _ = window.dispatch_event(&event);
    }
}

fn put_before(node: &Element, other: &Element) {
    if let Some(parent) = node.parent_node() {
        let _ = parent.insert_before(other, Some(node));
    }
}

fn written() -> Option<Element> {
    document()?.query_selector(&format!("main > [{WRITTEN}]")).ok()?
}

/// What is said above the written list.
fn said() -> Option<Element> {
    document()?.query_selector("main > .alone").ok()?
}

fn root() -> Option<Element> {
    document()?.document_element()
}

fn is_hidden() -> bool {
    root().and_then(|root| root.get_attribute(STATE)).as_deref() == Some("waiting")
}

/// The abstracts of a list, each with the anchor of its entry.
fn abstracts(list: &Element) -> Vec<(String, Element)> {
    let Ok(all) = list.query_selector_all("article > details") else { return Vec::new() };
    let one = |at| {
        let details = all.get(at)?.dyn_into::<Element>().ok()?;
        Some((details.parent_element()?.id(), details))
    };
    (0..all.length()).filter_map(one).collect()
}

fn changed_abstracts(written: &Element) -> Vec<String> {
    let were_open = written.get_attribute(WRITTEN).as_deref() == Some(OPEN);
    let changed = abstracts(written).into_iter().filter(|(_, details)| details.has_attribute("open") != were_open);
    changed.map(|(anchor, _)| anchor).collect()
}

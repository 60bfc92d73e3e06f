//! Taking over from the list that was prerendered into the page.
//!
//! The app draws outside of the document until its list is there, and is then put in place of the prerendered one. Both
//! are drawn by the same components, so nothing moves. What a visitor has done meanwhile is kept: their position, the
//! focus, what they typed and which abstracts they opened or closed.

use leptos::prelude::*;
use offprint_core::query::decode_component;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

use crate::browser::scroll::{first_entry, keep_in_place};
use crate::browser::{document, focus, url, window};

/// Marks the prerendered list; its value is [`OPEN`] where abstracts were rendered open.
pub(crate) const PRERENDERED: &str = "data-prerendered";

/// The value of the mark where abstracts were rendered open.
pub(crate) const OPEN: &str = "open";

/// The classes of the error above a prerendered list.
pub(crate) const STANDALONE: &str = "offprint standalone";

/// Set on the document's root while the prerendered list is not the one that the URL asks for: `waiting` while that is on
/// its way, `late` once it is shown all the same. The script beside the prerendered list sets it before the first paint.
const STATE: &str = "data-offprint";

/// Tells that script that there will be no other list.
const LATE: &str = "offprint-late";

/// What a visitor has made of the prerendered list.
#[derive(Debug, Default)]
pub(crate) struct Left {
    /// The id of the first entry in the window and how many pixels below its top it begins; none where nothing is
    /// scrolled.
    pub(crate) entry: Option<(String, f64)>,
    /// What was typed into the search field.
    pub(crate) text: String,
    /// Whether the list is visible: the visitor is to stay where they are.
    pub(crate) is_shown: bool,
    /// Whether the browser has gone to the URL's anchor.
    pub(crate) is_at_anchor: bool,
    focus: String,
    /// The ids of entries whose abstracts were opened or closed.
    abstracts: Vec<String>,
}

/// The prerendered list and, while that is shown, what the app has drawn outside of the document.
#[derive(Clone, Copy)]
pub(crate) struct Takeover(StoredValue<Option<SendWrapper<HtmlElement>>>);

impl Takeover {
    /// Returns where the app is to be drawn, `main` itself or outside of the document, and the takeover that follows.
    pub(crate) fn prepare(main: HtmlElement) -> (HtmlElement, Self) {
        let outside =
            prerendered().and_then(|_| document()?.create_element("div").ok()?.dyn_into::<HtmlElement>().ok());
        match outside {
            Some(outside) => (outside.clone(), Self(StoredValue::new(Some(SendWrapper::new(outside))))),
            None => {
                main.set_text_content(None);
                (main, Self::none())
            }
        }
    }

    /// Returns a takeover where there is no prerendered list.
    pub(crate) fn none() -> Self {
        Self(StoredValue::new(None))
    }

    /// Returns whether the prerendered list is still in the document.
    pub(crate) fn is_waiting(self) -> bool {
        self.0.with_value(Option::is_some)
    }

    /// Returns what the visitor has made of the prerendered page; nothing of its list where that is hidden.
    pub(crate) fn look(self) -> Left {
        let (Some(list), Some(document)) = (prerendered().filter(|_| self.is_waiting()), document()) else {
            return Left::default();
        };
        decode_ids(&list);
        let field = list.query_selector("input[type=search]").ok().flatten();
        let text = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()).map(|field| field.value());
        let left = Left { text: text.unwrap_or_default(), focus: focus::path(&document), ..Left::default() };
        if is_hidden() {
            return left;
        }
        Left {
            entry: first_entry(&list),
            is_shown: true,
            is_at_anchor: document.get_element_by_id(&url::current().fragment).is_some(),
            abstracts: changed_abstracts(&list),
            ..left
        }
    }

    /// Puts the app, the first element that it has drawn, in place of the prerendered list and of the error above that.
    pub(crate) fn finish(self, left: &Left) {
        let outside = self.0.try_update_value(Option::take).flatten();
        let (Some(list), Some(outside)) = (prerendered(), outside) else { return };
        let Some(app) = outside.first_element_child() else { return };
        insert_before(&list, &app);
        list.remove();
        if let Some(error) = standalone_error() {
            error.remove();
        }
        if let Some(root) = root() {
            let _ = root.remove_attribute(STATE);
        }
        for (_, details) in abstracts(&app).iter().filter(|(id, _)| left.abstracts.contains(id)) {
            let _ = details.toggle_attribute("open");
        }
        if let Some(document) = document() {
            focus::restore(&document, &left.focus);
        }
    }

    /// Shows the prerendered list, even where it is not the one that the URL asks for, and above it the error, the last
    /// element that the app has drawn.
    pub(crate) fn give_up(self) {
        let last = self.0.with_value(|outside| outside.as_ref().and_then(|outside| outside.last_element_child()));
        // At a second attempt it is there already.
        if let Some((list, error)) = prerendered().zip(last).filter(|_| standalone_error().is_none()) {
            insert_before(&list, &error);
        }
        // The script beside the prerendered list shows that, and says why.
        if let (true, Some(window), Ok(event)) = (self.is_waiting(), window(), Event::new(LATE)) {
            let _ = window.dispatch_event(&event);
        }
    }

    /// Scrolls so that an entry is where it was in the prerendered list.
    pub(crate) fn keep_in_place(self, anchor: &str, top: f64) {
        if let Some(document) = document() {
            keep_in_place(&document, anchor, top);
        }
    }
}

fn insert_before(node: &Element, other: &Element) {
    if let Some(parent) = node.parent_node() {
        let _ = parent.insert_before(other, Some(node));
    }
}

fn prerendered() -> Option<Element> {
    document()?.query_selector(&format!("main > [{PRERENDERED}]")).ok()?
}

fn standalone_error() -> Option<Element> {
    document()?.query_selector("main > .standalone").ok()?
}

fn root() -> Option<Element> {
    document()?.document_element()
}

fn is_hidden() -> bool {
    root().and_then(|root| root.get_attribute(STATE)).as_deref() == Some("waiting")
}

/// Gives the entries whose ids HTML does not allow the ids that the app gives them.
fn decode_ids(list: &Element) {
    let Ok(encoded) = list.query_selector_all("article[id*='%']") else { return };
    for row in (0..encoded.length()).filter_map(|at| encoded.get(at)?.dyn_into::<Element>().ok()) {
        row.set_id(&decode_component(&row.id()));
    }
}

/// Returns the abstracts of a list, each with the id of its entry.
fn abstracts(list: &Element) -> Vec<(String, Element)> {
    let Ok(all) = list.query_selector_all("article > details") else { return Vec::new() };
    let one = |at| {
        let details = all.get(at)?.dyn_into::<Element>().ok()?;
        Some((details.parent_element()?.id(), details))
    };
    (0..all.length()).filter_map(one).collect()
}

fn changed_abstracts(list: &Element) -> Vec<String> {
    let were_open = list.get_attribute(PRERENDERED).as_deref() == Some(OPEN);
    let changed = abstracts(list).into_iter().filter(|(_, details)| details.has_attribute("open") != were_open);
    changed.map(|(id, _)| id).collect()
}

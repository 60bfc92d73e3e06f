//! Focus.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, NodeList};

/// Everything in the page that can have the focus.
const FOCUSABLE: &str = "a[href],button,input,select,summary,[tabindex]";

/// Describes the focused control so that it can be found again after a reload: the nearest id around it, and its
/// position among what is focusable there. Empty when nothing has the focus.
pub(crate) fn path(root: &Document) -> String {
    let found = || {
        let active = root.active_element()?;
        let anchor = active.closest("[id]").ok().flatten()?;
        let mut at = 0;
        if anchor != active {
            let all = anchor.query_selector_all(FOCUSABLE).ok()?;
            at = 1 + (0..all.length()).find(|at| all.get(*at).as_ref() == Some(active.as_ref()))?;
        }
        Some(format!("{at} {}", anchor.id()))
    };
    found().unwrap_or_default()
}

/// Focuses what [`path`] described, without scrolling; a control that is gone leaves the focus where it is.
pub(crate) fn restore(root: &Document, path: &str) {
    let found = || {
        let (at, id) = path.split_once(' ')?;
        let anchor = root.get_element_by_id(id)?;
        match at.parse::<u32>().ok()?.checked_sub(1) {
            None => Some(anchor),
            Some(at) => anchor.query_selector_all(FOCUSABLE).ok()?.get(at)?.dyn_into().ok(),
        }
    };
    if let Some(element) = found() {
        focus(&element);
    }
}

/// Restores the focus where nothing has it.
pub(crate) fn restore_if_lost(root: &Document, path: &str) {
    if self::path(root).is_empty() {
        restore(root, path);
    }
}

/// Focuses the element with this id; returns whether there is one.
pub(crate) fn focus_id(root: &Document, id: &str) -> bool {
    root.get_element_by_id(id).as_ref().map(focus).is_some()
}

/// Focuses the element at this position among those matching `selector`, or the last one; returns whether there is any.
pub(crate) fn focus_nth(root: &Document, selector: &str, at: usize) -> bool {
    focus_at(root.query_selector_all(selector).ok(), at)
}

/// Does the same among those in an element.
pub(crate) fn focus_nth_in(element: &Element, selector: &str, at: usize) -> bool {
    focus_at(element.query_selector_all(selector).ok(), at)
}

fn focus_at(all: Option<NodeList>, at: usize) -> bool {
    let last = |all: &NodeList| all.length().checked_sub(1);
    let nth = all.and_then(|all| all.get((at as u32).min(last(&all)?)));
    nth.and_then(|node| node.dyn_into::<Element>().ok()).as_ref().map(focus).is_some()
}

/// Clicks the control at this position among those matching `selector`, if there is one.
pub(crate) fn click_nth(root: &Document, selector: &str, at: usize) {
    let all = root.query_selector_all(selector).ok();
    if let Some(Ok(control)) = all.and_then(|all| all.get(at as u32)).map(|node| node.dyn_into::<HtmlElement>()) {
        control.click();
    }
}

/// Scrolls an element to the top of the window and focuses it; returns whether there is one with this id.
pub(crate) fn scroll_to_id(root: &Document, id: &str) -> bool {
    let Some(element) = root.get_element_by_id(id) else { return false };
    element.scroll_into_view();
    focus(&element);
    true
}

/// Focuses an element without scrolling.
pub(crate) fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // Refused only by an element that cannot have the focus.
        let _ = element.focus_with_options(&options);
    }
}

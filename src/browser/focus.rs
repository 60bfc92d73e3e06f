//! Focus and scroll.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{root, window};

/// Everything in the page that can have the focus.
const FOCUSABLE: &str = "a[href],button,input,select,summary,[tabindex]";

/// Describes the focused control so that it can be found again after a reload: the nearest id around it, and its
/// number among what is focusable there. Empty when nothing has the focus.
pub fn path() -> String {
    let found = || {
        let active = root()?.active_element()?;
        let root = active.closest("[id]").ok().flatten()?;
        let mut at = 0;
        if root != active {
            let all = root.query_selector_all(FOCUSABLE).ok()?;
            at = 1 + (0..all.length()).find(|at| all.get(*at).as_ref() == Some(active.as_ref()))?;
        }
        Some(format!("{at} {}", root.id()))
    };
    found().unwrap_or_default()
}

/// Focuses what [`path`] described, without scrolling; a control that is gone leaves the focus where it is.
pub fn restore(path: &str) {
    let found = || {
        let (at, id) = path.split_once(' ')?;
        let root = root()?.get_element_by_id(id)?;
        match at.parse::<u32>().ok()?.checked_sub(1) {
            None => Some(root),
            Some(at) => root.query_selector_all(FOCUSABLE).ok()?.get(at)?.dyn_into().ok(),
        }
    };
    if let Some(element) = found() {
        focus(&element);
    }
}

/// The same where nothing has the focus.
pub fn restore_if_lost(path: &str) {
    if self::path().is_empty() {
        restore(path);
    }
}

/// Focuses the element with this id; whether there is one.
pub fn focus_id(id: &str) -> bool {
    let element = root().and_then(|document| document.get_element_by_id(id));
    element.as_ref().map(focus).is_some()
}

/// Focuses the control number `at` of those matching `selector`, or the last one; whether there is any.
pub fn focus_nth(selector: &str, at: usize) -> bool {
    let all = root().and_then(|document| document.query_selector_all(selector).ok());
    let nth = all.and_then(|all| all.get((at as u32).min(all.length().checked_sub(1)?)));
    nth.and_then(|node| node.dyn_into::<Element>().ok()).as_ref().map(focus).is_some()
}

/// Presses the control number `at` of those matching `selector`, if there is one.
pub fn press_nth(selector: &str, at: usize) {
    let all = root().and_then(|document| document.query_selector_all(selector).ok());
    if let Some(Ok(button)) = all.and_then(|all| all.get(at as u32)).map(|node| node.dyn_into::<HtmlElement>()) {
        button.click();
    }
}

/// Scrolls an element to the top of the window and focuses it; whether there is one with this id.
pub fn go_to(id: &str) -> bool {
    let Some(element) = root().and_then(|document| document.get_element_by_id(id)) else { return false };
    element.scroll_into_view();
    focus(&element);
    true
}

/// Whether the page has an element with this id.
pub fn exists(id: &str) -> bool {
    root().is_some_and(|document| document.get_element_by_id(id).is_some())
}

/// Scrolls to a height of the page.
pub fn scroll_to(height: f64) {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, height);
    }
}

fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&options, &"preventScroll".into(), &true.into());
        // `focus` with options, which web-sys offers only behind an unstable flag.
        let focus = js_sys::Reflect::get(element, &"focus".into())
            .ok()
            .and_then(|focus| focus.dyn_into::<js_sys::Function>().ok());
        let _ = focus.map(|focus| focus.call1(element, &options));
    }
}

//! The `main` element that the page lives in.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

use super::{document, host, root, window};

/// The page's `main`.
pub fn main_element() -> Option<HtmlElement> {
    document()?.query_selector("main").ok()??.dyn_into().ok()
}

/// Takes what `main` holds before the app does: the loading text.
pub fn clear(main: &HtmlElement) {
    main.set_text_content(None);
}

/// Says whether the list for the current address stands.
pub fn set_busy(busy: bool) {
    if let Some(host) = host::current() {
        return host.busy(busy);
    }
    if let Some(main) = main_element() {
        let _ = main.set_attribute("aria-busy", if busy { "true" } else { "false" });
    }
}

/// The height of the whole page in pixels.
pub fn height() -> f64 {
    document().and_then(|document| document.document_element()).map_or(0.0, |root| f64::from(root.scroll_height()))
}

/// The height of the window in pixels.
pub fn window_height() -> f64 {
    window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or(0.0)
}

/// Opens a dialog above the page; it takes the focus, and gives it back when it closes.
pub fn show_modal() {
    if let Some(dialog) = dialog() {
        // Refused only where it is open already.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog.
pub fn close_modal() {
    if let Some(dialog) = dialog() {
        dialog.close();
    }
}

/// Not by an id: an entry may have any.
fn dialog() -> Option<HtmlDialogElement> {
    root()?.query_selector(".offprint dialog").ok()??.dyn_into().ok()
}

//! Thin helpers over web-sys. They know nothing of publications and decide nothing.
//!
//! Outside a browser, where the page is rendered as HTML, there is no window: every helper then does nothing.

pub(crate) mod clipboard;
pub(crate) mod events;
pub(crate) mod focus;
pub(crate) mod history;
pub(crate) mod scroll;
pub(crate) mod share;
pub(crate) mod storage;
pub(crate) mod timing;
pub(crate) mod unicode;
pub(crate) mod url;

use web_sys::{Document, Window};

/// Returns the window; outside a browser, and only there, there is none.
pub(crate) fn window() -> Option<Window> {
    if cfg!(target_arch = "wasm32") { web_sys::window() } else { None }
}

/// Returns the document.
pub(crate) fn document() -> Option<Document> {
    window()?.document()
}

/// Returns the content of the document's first `meta` element with this name, unless it is blank.
pub(crate) fn meta(name: &str) -> Option<String> {
    let meta = document()?.query_selector(&format!("meta[name='{name}']")).ok()??;
    meta.get_attribute("content").map(|content| content.trim().to_owned()).filter(|content| !content.is_empty())
}

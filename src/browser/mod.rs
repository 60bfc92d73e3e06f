//! The only code that names the window: address and history, network, clipboard, storage, focus and scroll.

pub mod address;
pub mod clipboard;
pub mod engine;
pub mod events;
pub mod fetch;
pub mod focus;
pub mod handover;
pub mod host;
pub mod page;
pub mod scroll;
pub mod storage;
pub mod text;
mod watch;

use web_sys::{Document, Window};

/// The window. Outside a browser, and only there, there is none.
fn window() -> Option<Window> {
    if cfg!(target_arch = "wasm32") { web_sys::window() } else { None }
}

fn document() -> Option<Document> {
    window()?.document()
}

/// Where our own nodes are found: the document, or the element that is being drawn.
fn root() -> Option<Document> {
    host::current().and_then(host::Host::root).or_else(document)
}

//! Choices that outlive a visit, and positions that outlive a page.

use web_sys::Storage;

use super::window;

/// Returns a remembered choice; none where there is none or the browser keeps no storage.
pub(crate) fn get(key: &str) -> Option<String> {
    window()?.local_storage().ok()??.get_item(key).ok()?
}

/// Remembers a choice, where the browser allows it.
pub(crate) fn set(key: &str, value: &str) {
    if let Some(storage) = window().and_then(|window| window.local_storage().ok().flatten()) {
        let _ = storage.set_item(key, value);
    }
}

/// Keeps a value until the page is returned to in this tab.
pub(crate) fn set_for_session(key: &str, value: &str) {
    if let Some(storage) = session() {
        let _ = storage.set_item(key, value);
    }
}

/// Takes the value that was kept for this tab.
pub(crate) fn take_for_session(key: &str) -> Option<String> {
    let storage = session()?;
    let value = storage.get_item(key).ok()?;
    let _ = storage.remove_item(key);
    value
}

fn session() -> Option<Storage> {
    window()?.session_storage().ok()?
}

//! Choices that outlive a visit.

use super::window;

/// A remembered choice; none where there is none or the browser keeps no storage.
pub fn get(key: &str) -> Option<String> {
    window()?.local_storage().ok()??.get_item(key).ok()?
}

/// Remembers a choice, where the browser lets us.
pub fn set(key: &str, value: &str) {
    if let Some(storage) = window().and_then(|window| window.local_storage().ok().flatten()) {
        let _ = storage.set_item(key, value);
    }
}

/// Keeps something until the page is come back to in this tab.
pub fn set_for_return(key: &str, value: &str) {
    if let Some(storage) = window().and_then(|window| window.session_storage().ok().flatten()) {
        let _ = storage.set_item(key, value);
    }
}

/// Takes what was kept for the return.
pub fn take_for_return(key: &str) -> Option<String> {
    let storage = window()?.session_storage().ok()??;
    let value = storage.get_item(key).ok()?;
    let _ = storage.remove_item(key);
    value
}

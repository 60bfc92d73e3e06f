//! What events mean.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent, PointerEvent};

/// Returns the decoded anchor of a plain click on a link inside the page; none for any other click.
pub(crate) fn clicked_anchor(event: &MouseEvent) -> Option<String> {
    if !is_plain_click(event) {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let href = target.closest("a[href^=\"#\"]").ok()??.get_attribute("href")?;
    Some(offprint_core::query::decode_component(&href[1..]))
}

/// Returns whether a click means to do something here, not to open a new tab or window.
pub(crate) fn is_plain_click(event: &MouseEvent) -> bool {
    let is_modified = event.ctrl_key() || event.shift_key() || event.alt_key() || event.meta_key();
    !event.default_prevented() && event.button() == 0 && !is_modified
}

/// Returns whether the focus that an event speaks of is shown, as after a key.
pub(crate) fn is_focus_visible(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.matches(":focus-visible").unwrap_or(false))
}

/// Returns whether a key means something to the browser or the system, as with Ctrl.
pub(crate) fn is_modified(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.alt_key() || event.meta_key()
}

/// Returns where a press of Home or End scrolls to: 0, or far below every end; none for another key, or one that something
/// else takes.
pub(crate) fn scroll_end(event: &KeyboardEvent) -> Option<f64> {
    let end = match &*event.key() {
        "Home" => 0.0,
        "End" => 1e9,
        _ => return None,
    };
    is_free(event).then_some(end)
}

/// Returns whether a key is `/` that nothing else takes.
pub(crate) fn is_free_slash(event: &KeyboardEvent) -> bool {
    event.key() == "/" && is_free(event)
}

/// Returns whether a key is neither pressed in a field or dialog nor used by anybody else.
fn is_free(event: &KeyboardEvent) -> bool {
    let target = event.composed_path().get(0).dyn_into::<Element>().ok();
    let is_taken = |target: &Element| {
        matches!(target.closest("input:not([type=checkbox]),textarea,select,dialog,[contenteditable]"), Ok(Some(_)))
    };
    !is_modified(event) && !event.default_prevented() && !target.as_ref().is_some_and(is_taken)
}

/// Lets a finger that went down on one element reach the others that it moves over.
pub(crate) fn release_pointer(event: &PointerEvent) {
    if let Some(Ok(target)) = event.target().map(|target| target.dyn_into::<Element>()) {
        // A mouse has captured nothing, which is as it should be.
        let _ = target.release_pointer_capture(event.pointer_id());
    }
}

/// Returns whether a click is outside of the element's box, as on the backdrop of a dialog.
pub(crate) fn is_outside(event: &MouseEvent, element: &Element) -> bool {
    let rect = element.get_bounding_client_rect();
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    // A click that a key made has no position.
    event.detail() > 0 && (x < rect.left() || x > rect.right() || y < rect.top() || y > rect.bottom())
}

//! The share sheet of touch devices.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::window;

/// Opens the share sheet for a URL, on a touch device that has one; returns whether it was opened.
///
/// A sheet that is closed without sharing counts as opened.
pub(crate) async fn share(url: &str) -> bool {
    let Some(window) = window() else { return false };
    let is_touch = window.match_media("(pointer: coarse)").is_ok_and(|query| query.is_some_and(|it| it.matches()));
    let navigator = window.navigator();
    let share = Reflect::get(&navigator, &"share".into()).ok().and_then(|share| share.dyn_into::<Function>().ok());
    let (true, Some(share)) = (is_touch, share) else { return false };
    let data = Object::new();
    if Reflect::set(&data, &"url".into(), &url.into()).is_err() {
        return false;
    }
    match share.call1(&navigator, &data) {
        Ok(promise) => {
            let outcome = JsFuture::from(promise.unchecked_into::<Promise>()).await;
            outcome
                .err()
                .and_then(|error| Reflect::get(&error, &"name".into()).ok())
                .is_none_or(|name| name == "AbortError")
        }
        Err(_) => false,
    }
}

//! Doing something a little later.

use leptos::task::tick;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// Effects run as microtasks, and those of new parts of the page after those around them: a few levels deep.
const LEVELS: usize = 8;

/// Waits until the document shows every signal set so far; the browser has not painted in between.
pub(crate) async fn rendered() {
    for _ in 0..LEVELS {
        tick().await;
    }
}

/// Waits some milliseconds.
pub(crate) async fn sleep(milliseconds: u32) {
    gloo_timers::future::TimeoutFuture::new(milliseconds).await;
}

/// Gives the browser its turn.
///
/// `scheduler.yield` comes before timers, so that a loop of it starves them: every fourth turn is a timer's, which waits some
/// milliseconds.
pub(crate) async fn yield_now(turn: u32) {
    let scheduler = js_sys::Reflect::get(&js_sys::global(), &"scheduler".into()).unwrap_or_default();
    let promise = js_sys::Reflect::get(&scheduler, &"yield".into())
        .and_then(|function| function.dyn_into::<js_sys::Function>())
        .and_then(|function| function.call0(&scheduler));
    match promise {
        Ok(promise) if !turn.is_multiple_of(4) => {
            drop(JsFuture::from(promise.unchecked_into::<js_sys::Promise>()).await)
        }
        _ => sleep(0).await,
    }
}

/// Returns the time in milliseconds.
pub(crate) fn now() -> f64 {
    js_sys::Date::now()
}

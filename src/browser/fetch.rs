//! Fetching the data: with patience for a slow server, and an end to it.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReadableStreamDefaultReader, RequestCache, RequestInit, Response};

use super::events::{self, after};
use super::window;

/// All attempts together get no answer: after this many milliseconds a visitor hears of it.
const PATIENCE: f64 = 8_000.0;

/// A transfer that has begun may pause for this long.
const PAUSE: f64 = 8_000.0;

/// Milliseconds before each further attempt.
const RETRIES: [i32; 3] = [300, 900, 2_000];

/// Why nothing came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// The server says that it has no such file, or does not give it: 4xx.
    Refused(u16),
    /// The server failed: 5xx, or too many requests.
    Server(u16),
    /// No answer in time.
    Timeout,
    /// No connection, or it broke off.
    Network,
}

impl Failure {
    fn is_worth_a_retry(self) -> bool {
        matches!(self, Self::Server(_) | Self::Network)
    }
}

/// Fetches a file whole, trying again where that may help. `progress` is told the bytes so far.
///
/// # Errors
/// The failure of the last attempt, within ten seconds of silence.
pub async fn fetch(address: &str, progress: &dyn Fn(usize)) -> Result<Vec<u8>, Failure> {
    let end = now() + PATIENCE;
    let mut retries = RETRIES.into_iter();
    loop {
        let failure = match attempt(address, end, progress).await {
            Ok(bytes) => return Ok(bytes),
            Err(failure) => failure,
        };
        match retries.next() {
            Some(pause) if failure.is_worth_a_retry() && now() + f64::from(pause) < end => sleep(pause).await,
            _ => return Err(failure),
        }
    }
}

async fn attempt(address: &str, end: f64, progress: &dyn Fn(usize)) -> Result<Vec<u8>, Failure> {
    let watch = Watch::until(end)?;
    let outcome = transfer(address, &watch, progress).await;
    let timed_out = watch.has_fired();
    outcome.map_err(|failure| match failure {
        Failure::Network if timed_out => Failure::Timeout,
        other => other,
    })
}

async fn transfer(address: &str, watch: &Watch, progress: &dyn Fn(usize)) -> Result<Vec<u8>, Failure> {
    let init = RequestInit::new();
    // A list that was swapped shows on the next visit; an unchanged one costs only the question.
    init.set_cache(RequestCache::NoCache);
    init.set_signal(Some(&watch.controller.signal()));
    let window = window().ok_or(Failure::Network)?;
    let response: Response = JsFuture::from(window.fetch_with_str_and_init(address, &init))
        .await
        .map_err(|_| Failure::Network)?
        .unchecked_into();
    match response.status() {
        _ if response.ok() => body(&response, watch, progress).await.map_err(|_| Failure::Network),
        status if status >= 500 || status == 429 || status == 408 => Err(Failure::Server(status)),
        status => Err(Failure::Refused(status)),
    }
}

async fn body(response: &Response, watch: &Watch, progress: &dyn Fn(usize)) -> Result<Vec<u8>, JsValue> {
    let mut bytes = Vec::new();
    let Some(stream) = response.body() else { return Ok(bytes) };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    loop {
        let step = JsFuture::from(reader.read()).await?;
        if Reflect::get(&step, &"done".into())?.is_truthy() {
            return Ok(bytes);
        }
        let piece: Uint8Array = Reflect::get(&step, &"value".into())?.unchecked_into();
        let start = bytes.len();
        bytes.resize(start + piece.length() as usize, 0);
        piece.copy_to(&mut bytes[start..]);
        watch.extend(now() + PAUSE);
        progress(bytes.len());
    }
}

/// Aborts a transfer at its end, which moves on with every piece that comes.
struct Watch {
    controller: AbortController,
    timer: Cell<Option<events::Timer>>,
    fired: Rc<Cell<bool>>,
}

impl Watch {
    fn until(end: f64) -> Result<Self, Failure> {
        let controller = AbortController::new().map_err(|_| Failure::Network)?;
        let watch = Self { controller, timer: Cell::new(None), fired: Rc::default() };
        watch.extend(end);
        Ok(watch)
    }

    fn extend(&self, end: f64) {
        let (controller, fired) = (self.controller.clone(), Rc::clone(&self.fired));
        let timer = after((end - now()).max(0.0) as i32, move || {
            fired.set(true);
            controller.abort();
        });
        if let Some(old) = self.timer.replace(timer) {
            old.clear();
        }
    }

    fn has_fired(&self) -> bool {
        self.fired.get()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(timer) = self.timer.take() {
            timer.clear();
        }
    }
}

fn now() -> f64 {
    js_sys::Date::now()
}

async fn sleep(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        after(milliseconds, move || {
            let _ = resolve.call0(&JsValue::NULL);
        });
    });
    let _ = JsFuture::from(promise).await;
}

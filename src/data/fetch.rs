//! Fetching files piece by piece: patient with a slow server, but not for ever.

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;

use gloo_net::http::{Request, Response};
use gloo_timers::callback::Timeout;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReadableStream, ReadableStreamDefaultReader, RequestCache};

use crate::browser::timing::{now, sleep};

/// Milliseconds after which all attempts together have failed, if no answer has come.
const PATIENCE: f64 = 8_000.0;

/// Milliseconds for which a transfer that has begun may pause.
const PAUSE: f64 = 8_000.0;

/// Milliseconds before each further attempt.
const RETRIES: [u32; 3] = [300, 900, 2_000];

/// Larger files are not read: whatever has that many bytes is no list that this page could show.
const MOST_BYTES: usize = 500_000_000;

/// Why a file did not come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FetchError {
    /// The server has no such file or does not give it: 4xx.
    Refused(u16),
    /// The server failed: 5xx, or too many requests.
    Server(u16),
    /// No answer in time.
    Timeout,
    /// No connection, or it broke off, or the answer may not be read.
    Network,
    /// More than 500 MB.
    TooLong,
}

/// How much of a file has come: bytes, and of how many where that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Progress {
    pub(crate) bytes: usize,
    pub(crate) total: Option<usize>,
}

/// The time that a sink takes for a piece.
pub(crate) type Taking<'a> = Pin<Box<dyn Future<Output = ()> + 'a>>;

/// Takes a file piece by piece.
pub(crate) trait Sink {
    /// Prepares for the file to be sent from its beginning; returns whether that is possible.
    fn restart(&mut self) -> bool;
    /// Takes the next piece.
    fn take(&mut self, piece: Uint8Array) -> Taking<'_>;
    /// Hears of the progress after each piece.
    fn progress(&self, progress: Progress);
}

/// A file kept whole in memory.
#[derive(Debug, Default)]
pub(crate) struct Buffer(pub(crate) Vec<u8>);

impl Buffer {
    /// Appends a piece.
    pub(crate) fn push(&mut self, piece: &Uint8Array) {
        let start = self.0.len();
        self.0.resize(start + piece.length() as usize, 0);
        piece.copy_to(&mut self.0[start..]);
    }
}

impl Sink for Buffer {
    fn restart(&mut self) -> bool {
        self.0.clear();
        true
    }

    fn take(&mut self, piece: Uint8Array) -> Taking<'_> {
        self.push(&piece);
        Box::pin(std::future::ready(()))
    }

    fn progress(&self, _progress: Progress) {}
}

/// Fetches a file whole.
///
/// # Errors
/// As [`fetch`].
pub(crate) async fn fetch_bytes(url: &str) -> Result<Vec<u8>, FetchError> {
    let mut buffer = Buffer::default();
    fetch(url, &mut buffer).await?;
    Ok(buffer.0)
}

/// Fetches a file into a sink, and tries again where that may help.
///
/// # Errors
/// The error of the last attempt, within ten seconds of silence.
pub(crate) async fn fetch(url: &str, sink: &mut dyn Sink) -> Result<(), FetchError> {
    let end = now() + PATIENCE;
    let mut retries = RETRIES.into_iter();
    loop {
        let Err(error) = attempt(url, end, sink).await else { return Ok(()) };
        let is_worth_a_retry = matches!(error, FetchError::Server(_) | FetchError::Network);
        match retries.next().filter(|pause| is_worth_a_retry && now() + f64::from(*pause) < end) {
            Some(pause) => sleep(pause).await,
            None => return Err(error),
        }
        if !sink.restart() {
            return Err(error);
        }
    }
}

async fn attempt(url: &str, end: f64, sink: &mut dyn Sink) -> Result<(), FetchError> {
    let deadline = Deadline::at(end).ok_or(FetchError::Network)?;
    transfer(url, &deadline, sink).await.map_err(|error| match error {
        FetchError::Network if deadline.has_passed() => FetchError::Timeout,
        other => other,
    })
}

async fn transfer(url: &str, deadline: &Deadline, sink: &mut dyn Sink) -> Result<(), FetchError> {
    // A swapped list shows on the next visit; an unchanged one costs only the question.
    let request = Request::get(url).cache(RequestCache::NoCache).abort_signal(Some(&deadline.controller.signal()));
    let response = request.send().await.map_err(|_| FetchError::Network)?;
    match response.status() {
        _ if response.ok() => {
            let total = total(&response);
            let body = body(response, url).await.map_err(|_| FetchError::Network)?;
            pour(body, deadline, total, sink).await
        }
        status if status >= 500 || status == 429 || status == 408 => Err(FetchError::Server(status)),
        status => Err(FetchError::Refused(status)),
    }
}

/// Returns how many bytes will come; unknown where they are compressed on the way.
fn total(response: &Response) -> Option<usize> {
    let headers = response.headers();
    if headers.has("content-encoding") { None } else { headers.get("content-length")?.parse().ok() }
}

/// Returns the body of a response; a file that is itself compressed (`.gz`) is decompressed, unless the server has
/// done so on the way.
async fn body(response: Response, url: &str) -> Result<Option<ReadableStream>, JsValue> {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let response = web_sys::Response::from(response);
    if !path.ends_with(".gz") || !is_gzip(&response).await? {
        return Ok(response.body());
    }
    let kind: js_sys::Function = Reflect::get(&js_sys::global(), &"DecompressionStream".into())?.dyn_into()?;
    let decompression = Reflect::construct(&kind, &js_sys::Array::of1(&"gzip".into()))?;
    let Some(body) = response.body() else { return Ok(None) };
    let pipe: js_sys::Function = Reflect::get(&body, &"pipeThrough".into())?.dyn_into()?;
    Ok(Some(pipe.call1(&body, &decompression)?.unchecked_into()))
}

/// Returns whether a body begins as gzip does.
async fn is_gzip(response: &web_sys::Response) -> Result<bool, JsValue> {
    let Some(stream) = response.clone()?.body() else { return Ok(false) };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let first = next(&reader).await?;
    drop(reader.cancel());
    Ok(first.is_some_and(|piece| piece.get_index(0) == 0x1f && piece.get_index(1) == 0x8b))
}

async fn next(reader: &ReadableStreamDefaultReader) -> Result<Option<Uint8Array>, JsValue> {
    let step = JsFuture::from(reader.read()).await?;
    if Reflect::get(&step, &"done".into())?.is_truthy() {
        return Ok(None);
    }
    Reflect::get(&step, &"value".into()).map(|piece| Some(piece.unchecked_into()))
}

async fn pour(
    body: Option<ReadableStream>,
    deadline: &Deadline,
    total: Option<usize>,
    sink: &mut dyn Sink,
) -> Result<(), FetchError> {
    let Some(body) = body else { return Ok(()) };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut bytes = 0;
    while let Some(piece) = next(&reader).await.map_err(|_| FetchError::Network)? {
        bytes += piece.length() as usize;
        if bytes > MOST_BYTES || total.is_some_and(|total| total > MOST_BYTES) {
            return Err(FetchError::TooLong);
        }
        sink.take(piece).await;
        deadline.extend(now() + PAUSE);
        sink.progress(Progress { bytes, total });
    }
    Ok(())
}

/// Aborts a transfer at a time that moves on with every piece.
struct Deadline {
    controller: AbortController,
    timer: RefCell<Option<Timeout>>,
    passed: Rc<Cell<bool>>,
}

impl Deadline {
    fn at(end: f64) -> Option<Self> {
        let controller = AbortController::new().ok()?;
        let deadline = Self { controller, timer: RefCell::default(), passed: Rc::default() };
        deadline.extend(end);
        Some(deadline)
    }

    fn extend(&self, end: f64) {
        let (controller, passed) = (self.controller.clone(), Rc::clone(&self.passed));
        let wait = (end - now()).max(0.0) as u32;
        let timer = Timeout::new(wait, move || {
            passed.set(true);
            controller.abort();
        });
        // Dropping the earlier timer cancels it.
        self.timer.replace(Some(timer));
    }

    fn has_passed(&self) -> bool {
        self.passed.get()
    }
}

impl Drop for Deadline {
    fn drop(&mut self) {
        // Nothing more is sent of what nobody waits for.
        self.controller.abort();
    }
}

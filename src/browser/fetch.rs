//! Fetching the data: with patience for a slow server, and an end to it.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStream, ReadableStreamDefaultReader, RequestCache, RequestInit, Response};

use super::engine::{ENGINE, Engine};
use super::events;
use super::watch::Watch;
use super::window;

/// All attempts together get no answer: after this many milliseconds a visitor hears of it.
const PATIENCE: f64 = 8_000.0;

/// A transfer that has begun may pause for this long.
const PAUSE: f64 = 8_000.0;

/// A list of more bytes than this goes to the engine: up to here reading it whole takes less time than loading that.
const MOST_IN_PAGE: usize = 2_000_000;

/// No file of more bytes is read, since whatever has that many is no list that this page could show.
const MOST: usize = 500_000_000;

/// Milliseconds before each further attempt.
const RETRIES: [i32; 3] = [300, 900, 2_000];

/// Is told how many bytes have come, and of how many, where that is known.
pub type Progress<'a> = &'a dyn Fn(usize, Option<usize>);

/// Why nothing came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// The server says that it has no such file, or does not give it: 4xx.
    Refused(u16),
    /// The server failed: 5xx, or too many requests.
    Server(u16),
    /// No answer in time.
    Timeout,
    /// No connection, or it broke off, or what came may not be read.
    Network,
    /// More than [`MOST`] bytes.
    TooLong,
}

impl Failure {
    fn is_worth_a_retry(self) -> bool {
        matches!(self, Self::Server(_) | Self::Network)
    }
}

/// What came.
pub enum Received {
    /// A short file, whole.
    Bytes(Vec<u8>),
    /// A long list, which the engine has read.
    Engine(Engine),
    /// A file that was handed to an engine which was there before.
    Fed,
}

/// Who takes a file.
#[derive(Clone, Copy)]
pub enum Reader<'a> {
    /// The page; a list that turns out to be long goes to an engine.
    List,
    /// The page, however long it is.
    Page,
    /// This function of an engine.
    Engine(&'a Engine, &'a str),
}

/// Fetches a file, trying again where that may help. `progress` is told the bytes so far, and how many there will be.
///
/// # Errors
/// The failure of the last attempt, within ten seconds of silence.
pub async fn fetch(address: &str, reader: Reader<'_>, progress: Progress<'_>) -> Result<Received, Failure> {
    let end = now() + PATIENCE;
    let mut retries = RETRIES.into_iter();
    loop {
        let failure = match attempt(address, end, reader, progress).await {
            Ok(received) => return Ok(received),
            Err(failure) => failure,
        };
        match retries.next() {
            Some(pause) if failure.is_worth_a_retry() && now() + f64::from(pause) < end => {
                drop(JsFuture::from(events::sleep(pause)).await)
            }
            _ => return Err(failure),
        }
    }
}

async fn attempt(address: &str, end: f64, reader: Reader<'_>, progress: Progress<'_>) -> Result<Received, Failure> {
    let watch = Watch::until(end).ok_or(Failure::Network)?;
    let outcome = transfer(address, &watch, reader, progress).await;
    let timed_out = watch.has_fired();
    outcome.map_err(|failure| match failure {
        Failure::Network if timed_out => Failure::Timeout,
        other => other,
    })
}

async fn transfer(
    address: &str,
    watch: &Watch,
    reader: Reader<'_>,
    progress: Progress<'_>,
) -> Result<Received, Failure> {
    let init = RequestInit::new();
    // A list that was swapped shows on the next visit; an unchanged one costs only the question.
    init.set_cache(RequestCache::NoCache);
    init.set_signal(Some(&watch.signal()));
    let window = window().ok_or(Failure::Network)?;
    let response: Response = JsFuture::from(window.fetch_with_str_and_init(address, &init))
        .await
        .map_err(|_| Failure::Network)?
        .unchecked_into();
    match response.status() {
        _ if response.ok() => {
            let total = total(&response);
            let stream = unpacked(&response, address).await.map_err(|_| Failure::Network)?;
            body(stream, watch, reader, total, progress).await
        }
        status if status >= 500 || status == 429 || status == 408 => Err(Failure::Server(status)),
        status => Err(Failure::Refused(status)),
    }
}

/// How many bytes will come; unknown where they are compressed on the way.
fn total(response: &Response) -> Option<usize> {
    let header = |name: &str| response.headers().get(name).ok().flatten();
    if header("content-encoding").is_some() { None } else { header("content-length")?.parse().ok() }
}

/// The body of a response; a file that is compressed itself (`.gz`) is unpacked, if no server has done so on the way.
async fn unpacked(response: &Response, address: &str) -> Result<Option<ReadableStream>, JsValue> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    if !path.ends_with(".gz") || !is_packed(response).await? {
        return Ok(response.body());
    }
    let kind: js_sys::Function = Reflect::get(&js_sys::global(), &"DecompressionStream".into())?.dyn_into()?;
    let unpacker = Reflect::construct(&kind, &js_sys::Array::of1(&"gzip".into()))?;
    let Some(body) = response.body() else { return Ok(None) };
    let pipe: js_sys::Function = Reflect::get(&body, &"pipeThrough".into())?.dyn_into()?;
    Ok(Some(pipe.call1(&body, &unpacker)?.unchecked_into()))
}

/// Whether what comes begins as gzip does.
async fn is_packed(response: &Response) -> Result<bool, JsValue> {
    let Some(stream) = response.clone()?.body() else { return Ok(false) };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let first = next(&reader).await?;
    drop(reader.cancel());
    Ok(first.is_some_and(|piece| piece.get_index(0) == 0x1f && piece.get_index(1) == 0x8b))
}

/// The next piece of a stream.
async fn next(reader: &ReadableStreamDefaultReader) -> Result<Option<Uint8Array>, JsValue> {
    let step = JsFuture::from(reader.read()).await?;
    if Reflect::get(&step, &"done".into())?.is_truthy() {
        return Ok(None);
    }
    Reflect::get(&step, &"value".into()).map(|piece| Some(piece.unchecked_into()))
}

async fn body(
    stream: Option<ReadableStream>,
    watch: &Watch,
    reader: Reader<'_>,
    total: Option<usize>,
    progress: Progress<'_>,
) -> Result<Received, Failure> {
    let (mut bytes, mut engine, mut count) = (Vec::new(), None, 0);
    let mut most = if matches!(reader, Reader::List) { MOST_IN_PAGE } else { usize::MAX };
    let Some(stream) = stream else { return Ok(Received::Bytes(bytes)) };
    let stream: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    while let Some(piece) = next(&stream).await.map_err(|_| Failure::Network)? {
        count += piece.length() as usize;
        if count > MOST || total > Some(MOST) {
            return Err(Failure::TooLong);
        }
        match (&engine, reader) {
            (Some(engine), _) => Engine::feed(engine, "feed", &piece).await,
            (None, Reader::Engine(engine, name)) => engine.feed(name, &piece).await,
            (None, _) => {
                let start = bytes.len();
                bytes.resize(start + piece.length() as usize, 0);
                piece.copy_to(&mut bytes[start..]);
            }
        }
        if bytes.len() > most {
            engine = Engine::start(ENGINE).await;
            most = usize::MAX;
            if let Some(engine) = &engine {
                engine.feed("feed", &Uint8Array::from(&bytes[..])).await;
                bytes = Vec::new();
            }
        }
        watch.extend(now() + PAUSE);
        progress(count, total);
    }
    Ok(match (engine, reader) {
        (Some(engine), _) => Received::Engine(engine),
        (None, Reader::Engine(..)) => Received::Fed,
        (None, _) => Received::Bytes(bytes),
    })
}

fn now() -> f64 {
    js_sys::Date::now()
}

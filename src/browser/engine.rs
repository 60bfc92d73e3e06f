//! Wasm modules beside the page's own, each with a memory of its own: the engine for long lists, and the formatter.

use std::cell::Cell;
use std::sync::Arc;

use js_sys::{Function, Object, Reflect, Uint8Array, Uint32Array, WebAssembly};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{address, events, window};

/// The engine, beside the page.
pub const ENGINE: &str = "offprint-engine.wasm";

/// What formats references in citation styles. It is large: only a list that was swapped since the page was built needs it.
pub const FORMATTER: &str = "offprint-references.wasm";

/// So many bytes are handed over at once: a few milliseconds' work.
const PIECE: u32 = 32 * 1024;

/// After so many milliseconds of work the browser has its turn.
const SLICE: f64 = 12.0;

/// An engine that has not come whole after so many milliseconds is done without: less than a list may pause meanwhile. What
/// formats references is larger, and nothing waits for it but a dialog.
const PATIENCE: u32 = 7_000;

/// A running instance, for whatever lives on the page's one thread.
pub type Shared = Arc<SendWrapper<Engine>>;

/// A running instance.
pub struct Engine {
    exports: Object,
    memory: WebAssembly::Memory,
    /// Where its buffer for input is, and how long.
    input: Cell<(u32, u32)>,
}

impl Engine {
    /// Loads a module and starts it; none where that is not possible.
    pub async fn start(file: &str) -> Option<Self> {
        let init = web_sys::RequestInit::new();
        // The module belongs to the page: one of another version would not understand it.
        init.set_cache(web_sys::RequestCache::NoCache);
        if let Some(hash) = address::meta(file) {
            init.set_integrity(&hash);
        }
        let patience = if file == ENGINE { PATIENCE } else { 10 * PATIENCE };
        init.set_signal(Some(&web_sys::AbortSignal::timeout_with_u32(patience)));
        let response = window()?.fetch_with_str_and_init(&address::beside_page(file), &init);
        let module = JsFuture::from(WebAssembly::instantiate_streaming(&response, &Object::new())).await.ok()?;
        let instance = Reflect::get(&module, &"instance".into()).ok()?;
        let exports = Reflect::get(&instance, &"exports".into()).ok()?;
        let memory = Reflect::get(&exports, &"memory".into()).ok()?.unchecked_into();
        Some(Self { exports: exports.unchecked_into(), memory, input: Cell::default() })
    }

    /// Shares it.
    pub fn share(self) -> Shared {
        Arc::new(SendWrapper::new(self))
    }

    /// Calls one of its functions; none answers where there is no such function.
    pub fn call(&self, name: &str, arguments: &[u32]) -> u32 {
        let arguments = arguments.iter().map(|argument| JsValue::from(*argument)).collect::<js_sys::Array>();
        let function = Reflect::get(&self.exports, &name.into()).ok().and_then(|f| f.dyn_into::<Function>().ok());
        let result = function.and_then(|function| function.apply(&JsValue::NULL, &arguments).ok());
        // Wasm gives signed numbers.
        result.and_then(|result| result.as_f64()).unwrap_or(-1.0) as i64 as u32
    }

    /// Calls a function whose last argument is the length of this input.
    pub fn call_with(&self, name: &str, argument: Option<u32>, input: &[u8]) -> u32 {
        let length = input.len() as u32;
        self.room(length).copy_from(input);
        match argument {
            Some(argument) => self.call(name, &[argument, length]),
            None => self.call(name, &[length]),
        }
    }

    /// Hands over a part of a file, piece by piece; the browser has its turn in between.
    pub async fn feed(&self, name: &str, bytes: &Uint8Array) {
        let mut begun = js_sys::Date::now();
        for start in (0..bytes.length()).step_by(PIECE as usize) {
            let piece = bytes.subarray(start, bytes.length().min(start + PIECE));
            self.room(piece.length()).set(&piece, 0);
            self.call(name, &[piece.length()]);
            begun = pause(begun).await;
        }
    }

    /// Calls a function again and again, until it says that a thousand thousandths are done. `progress` is told them.
    pub async fn finish(&self, name: &str, progress: &dyn Fn(u32)) {
        let mut begun = js_sys::Date::now();
        loop {
            let done = self.call(name, &[]);
            if done >= 1000 {
                return;
            }
            let now = pause(begun).await;
            if now != begun {
                progress(done);
            }
            begun = now;
        }
    }

    /// The buffer for so many bytes of input.
    fn room(&self, length: u32) -> Uint8Array {
        if length > self.input.get().1 {
            self.input.set((self.call("reserve", &[length]), length));
        }
        self.bytes(self.input.get().0, length)
    }

    fn bytes(&self, start: u32, length: u32) -> Uint8Array {
        Uint8Array::new_with_byte_offset_and_length(&self.memory.buffer(), start, length)
    }

    /// The numbers of the last answer.
    pub fn numbers(&self) -> Vec<u32> {
        let (start, length) = (self.call("numbers", &[]), self.call("numbers_length", &[]));
        Uint32Array::new_with_byte_offset_and_length(&self.memory.buffer(), start, length).to_vec()
    }

    /// The text of the last answer.
    pub fn text(&self) -> String {
        let (start, length) = (self.call("text", &[]), self.call("text_length", &[]));
        String::from_utf8_lossy(&self.bytes(start, length).to_vec()).into_owned()
    }
}

/// Lets the browser have its turn if the work that began at `begun` has taken long enough; when the work goes on.
async fn pause(begun: f64) -> f64 {
    if js_sys::Date::now() - begun < SLICE {
        return begun;
    }
    events::yield_now().await;
    js_sys::Date::now()
}

//! The wasm modules beside the page's own, each with a memory of its own: the engine for long lists and for the formats
//! of reference managers, what converts formulas, and the citation formatter. They are loaded by dynamic import when they are first needed.

use gloo_net::http::{Request, Response};
use js_sys::{Function, Object, Promise, Reflect};
use send_wrapper::SendWrapper;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Element, RequestCache};

use crate::browser::{meta, url};

#[wasm_bindgen]
extern "C" {
    /// JavaScript's dynamic `import()`.
    #[wasm_bindgen(catch)]
    async fn import(url: &str) -> Result<JsValue, JsValue>;

    /// The exports of `offprint-engine`.
    #[derive(Clone)]
    pub(crate) type EngineModule;

    #[wasm_bindgen(method)]
    pub(crate) fn write_format(this: &EngineModule, format: &str, entries: Vec<String>) -> Option<String>;

    #[wasm_bindgen(method)]
    pub(crate) fn stored_references(this: &EngineModule, file: &str, entries: Vec<String>) -> String;

    #[wasm_bindgen(method)]
    pub(crate) fn bibliography(
        this: &EngineModule,
        title: &str,
        style: &str,
        entries: Vec<String>,
        references: &str,
        groups: &str,
    ) -> String;

    /// A list in the engine.
    pub(crate) type Engine;

    #[wasm_bindgen(method)]
    pub(crate) fn feed(this: &Engine, piece: &js_sys::Uint8Array);

    #[wasm_bindgen(method)]
    pub(crate) fn end(this: &Engine) -> String;

    #[wasm_bindgen(method)]
    pub(crate) fn feed_abstracts(this: &Engine, piece: &js_sys::Uint8Array);

    #[wasm_bindgen(method)]
    pub(crate) fn end_abstracts(this: &Engine) -> bool;

    #[wasm_bindgen(method)]
    pub(crate) fn step(this: &Engine) -> u32;

    #[wasm_bindgen(method)]
    pub(crate) fn answer(this: &Engine, query: &str) -> EngineAnswer;

    #[wasm_bindgen(method)]
    pub(crate) fn closest(this: &Engine, query: &str) -> Vec<u32>;

    #[wasm_bindgen(method)]
    pub(crate) fn entry(this: &Engine, entry: u32) -> Option<String>;

    #[wasm_bindgen(method)]
    pub(crate) fn year(this: &Engine, entry: u32) -> Option<i32>;

    #[wasm_bindgen(method)]
    pub(crate) fn entry_by_anchor(this: &Engine, anchor: &str) -> Option<u32>;

    #[wasm_bindgen(method)]
    pub(crate) fn find(this: &Engine, facet: &str, name: &str) -> Option<u32>;

    #[wasm_bindgen(method)]
    pub(crate) fn label(this: &Engine, facet: &str, name: &str) -> String;

    #[wasm_bindgen(method)]
    pub(crate) fn options(
        this: &Engine,
        facet: &str,
        narrow: &str,
        first: &[u32],
        counts: &[u32],
        with_zeros: bool,
        most: u32,
    ) -> String;

    #[wasm_bindgen(method, js_name = write_format)]
    pub(crate) fn export(this: &Engine, format: &str, entries: Vec<u32>) -> String;

    /// An answer of the engine.
    pub(crate) type EngineAnswer;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn summary(this: &EngineAnswer) -> String;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn entries(this: &EngineAnswer) -> Vec<u32>;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn counts(this: &EngineAnswer) -> Vec<u32>;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn bars(this: &EngineAnswer) -> Vec<u32>;

    /// Gives the answer's memory back to the engine.
    #[wasm_bindgen(method)]
    pub(crate) fn free(this: &EngineAnswer);

    /// The exports of `offprint-formulas`.
    #[derive(Clone)]
    pub(crate) type FormulaModule;

    /// Fails where the module has stopped: its parser is not ours.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn formula(this: &FormulaModule, source: &str) -> Result<Option<Element>, JsValue>;

    /// The exports of `offprint-references`.
    pub(crate) type FormatterModule;

    #[wasm_bindgen(method)]
    pub(crate) fn format_references(this: &FormatterModule, entries: Vec<String>) -> String;
}

impl EngineModule {
    /// Makes an engine without a list.
    pub(crate) fn engine(&self) -> Result<Engine, JsValue> {
        let class: Function = Reflect::get(self, &"Engine".into())?.dyn_into()?;
        Ok(Reflect::construct(&class, &js_sys::Array::new())?.unchecked_into())
    }
}

/// Milliseconds after which the engine is done without: less than a list may pause meanwhile.
const ENGINE_PATIENCE: u32 = 7_000;

/// The formatter is larger, and nothing waits for it but a dialog.
const FORMATTER_PATIENCE: u32 = 70_000;

/// Where the files of the app are, and which hashes those of its modules have.
#[derive(Debug, Clone)]
pub(crate) struct Modules {
    base: String,
    /// The hashes by file name, in an element; a page names them in its `meta` elements.
    hashes: Option<SendWrapper<Object>>,
}

impl Modules {
    /// Returns the modules beside the page.
    pub(crate) fn of_page() -> Self {
        Self { base: url::absolute("."), hashes: None }
    }

    /// Returns the modules beside an element's script.
    pub(crate) fn of_element(base: String, hashes: Object) -> Self {
        Self { base, hashes: Some(SendWrapper::new(hashes)) }
    }

    /// Returns the URL of a file of the app.
    pub(crate) fn url(&self, file: &str) -> String {
        url::resolve(file, &self.base)
    }

    /// Loads the engine.
    ///
    /// # Errors
    /// Where it does not come, is of another version than the page, or may not run.
    pub(crate) async fn engine(&self) -> Result<EngineModule, JsValue> {
        self.load("offprint-engine", ENGINE_PATIENCE).await.map(JsCast::unchecked_into)
    }

    /// Loads what converts formulas.
    ///
    /// # Errors
    /// As [`Modules::engine`].
    pub(crate) async fn formulas(&self) -> Result<FormulaModule, JsValue> {
        self.load("offprint-formulas", ENGINE_PATIENCE).await.map(JsCast::unchecked_into)
    }

    /// Loads the citation formatter.
    ///
    /// # Errors
    /// As [`Modules::engine`].
    pub(crate) async fn formatter(&self) -> Result<FormatterModule, JsValue> {
        self.load("offprint-references", FORMATTER_PATIENCE).await.map(JsCast::unchecked_into)
    }

    /// Loads a module and starts it. Where the hashes of its files are known, others are refused: a module of another
    /// version would not understand the page.
    async fn load(&self, name: &str, patience: u32) -> Result<JsValue, JsValue> {
        let signal = AbortSignal::timeout_with_u32(patience);
        let script = self.file(&format!("{name}.js"), &signal).await?;
        let wasm = self.file(&format!("{name}_bg.wasm"), &signal).await?;
        let module = import(&script.url()).await?;
        let options = Object::new();
        Reflect::set(&options, &"module_or_path".into(), &web_sys::Response::from(wasm))?;
        let init: Function = Reflect::get(&module, &"default".into())?.dyn_into()?;
        JsFuture::from(init.call1(&JsValue::UNDEFINED, &options)?.unchecked_into::<Promise>()).await?;
        Ok(module)
    }

    /// Fetches a file of the app and checks its hash.
    async fn file(&self, name: &str, signal: &AbortSignal) -> Result<Response, JsValue> {
        let hash = self.hash(name);
        // The hash in the URL keeps caches from answering with another version's file.
        let version = hash.as_deref().map(|hash| format!("?v={}", offprint_core::query::encode_component(hash)));
        let request = Request::get(&self.url(&format!("{name}{}", version.unwrap_or_default())));
        let request = match &hash {
            Some(hash) => request.integrity(hash),
            None => request.cache(RequestCache::NoCache),
        };
        let sent = request.abort_signal(Some(signal)).send().await;
        let response = sent.map_err(|error| JsValue::from_str(&error.to_string()))?;
        if response.ok() { Ok(response) } else { Err(JsValue::from_f64(response.status().into())) }
    }

    fn hash(&self, name: &str) -> Option<String> {
        match &self.hashes {
            Some(hashes) => Reflect::get(hashes, &name.into()).ok()?.as_string(),
            None => meta(name),
        }
    }
}

//! Where the app runs.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::Poll;

use leptos::prelude::*;
use leptos::task::spawn_local;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsValue;
use web_sys::Document;

use crate::browser::history::{self, Position, Write};
use crate::browser::url::{self, UrlParts};
use crate::browser::{document, focus, meta, scroll, timing};
use crate::embed::EmbedHost;

/// Where the app runs: which part of the document is its own, and which URLs.
#[derive(Clone, Copy)]
pub(crate) struct Mount(StoredValue<Place>);

/// The kinds of [`Mount`].
enum Place {
    /// In `main` of its own page.
    Page,
    /// In the shadow root of an element in somebody else's page.
    Element(SendWrapper<EmbedHost>),
    /// Rendered as HTML; this relative URL leads to the list's page, empty on that page itself.
    #[cfg(feature = "ssr")]
    Html(String),
}

impl Mount {
    /// Returns the mount of the app's own page.
    pub(crate) fn page() -> Self {
        Self(StoredValue::new(Place::Page))
    }

    /// Returns the mount of an element.
    pub(crate) fn element(host: EmbedHost) -> Self {
        Self(StoredValue::new(Place::Element(SendWrapper::new(host))))
    }

    /// Returns the mount of a page that is rendered as HTML; `home` is the relative URL of the list's page.
    #[cfg(feature = "ssr")]
    pub(crate) fn html(home: &str) -> Self {
        Self(StoredValue::new(Place::Html(home.to_owned())))
    }

    /// Calls `read` with the element's host, if the app is in an element.
    fn with_host<T>(self, read: impl FnOnce(&EmbedHost) -> T) -> Option<T> {
        self.0.with_value(|place| match place {
            Place::Element(host) => Some(read(host)),
            _ => None,
        })
    }

    /// Returns the host of the element, if the app is in one.
    pub(crate) fn host(self) -> Option<EmbedHost> {
        self.with_host(Clone::clone)
    }

    /// Returns whether the app is an element in somebody else's page.
    pub(crate) fn is_element(self) -> bool {
        self.with_host(|_| ()).is_some()
    }

    /// Returns the document or the shadow root: both find elements by the same methods.
    pub(crate) fn root(self) -> Option<Document> {
        self.with_host(EmbedHost::root).or_else(document)
    }

    /// Returns whether the app is still there; an element may have been removed.
    fn is_mounted(self) -> bool {
        self.0.try_with_value(|_| ()).is_some()
    }

    /// Runs a task, for as long as the app is mounted.
    pub(crate) fn spawn(self, task: impl Future<Output = ()> + 'static) {
        if cfg!(target_arch = "wasm32") {
            self.spawn_boxed(Box::pin(task));
        }
    }

    fn spawn_boxed(self, mut task: Pin<Box<dyn Future<Output = ()>>>) {
        spawn_local(poll_fn(
            move |context| {
                if self.is_mounted() { task.as_mut().poll(context) } else { Poll::Ready(()) }
            },
        ));
    }

    /// Runs `action` once the document shows every signal set so far, before the browser paints.
    pub(crate) fn after_render(self, action: impl FnOnce() + 'static) {
        self.run_after(timing::rendered(), Box::new(action));
    }

    /// Runs `action` after the browser has had its turn to paint what is rendered.
    pub(crate) fn after_paint(self, action: impl FnOnce() + 'static) {
        self.run_after(timing::sleep(0), Box::new(action));
    }

    fn run_after(self, delay: impl Future<Output = ()> + 'static, action: Box<dyn FnOnce()>) {
        self.spawn(async move {
            delay.await;
            action();
        });
    }

    /// Returns the query string and fragment that are the app's: those of the page or what the element's host keeps.
    pub(crate) fn url(self) -> UrlParts {
        self.with_host(|host| UrlParts { search: host.port.search(), fragment: host.port.anchor() })
            .unwrap_or_else(url::current)
    }

    /// Returns where the visitor is now.
    pub(crate) fn position(self) -> Position {
        let root = self.root();
        let scroll = scroll::scrolled();
        Position {
            scroll,
            row: root.as_ref().filter(|_| scroll > 0.0).and_then(scroll::first_row),
            focus: root.as_ref().map(focus::path).unwrap_or_default(),
        }
    }

    /// Writes a query string and a fragment to the session history, or hands the query to the element's host.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub(crate) fn write_url(self, how: Write, search: &str, fragment: &str) -> Result<(), JsValue> {
        match self.with_host(|host| host.port.write(how == Write::Push, search)) {
            Some(result) => result,
            None => history::write(how, &url::of_page(search, fragment)),
        }
    }

    /// Returns the URL of the list for a query string, if its state has one.
    pub(crate) fn list_url(self, search: &str) -> Option<String> {
        self.0.with_value(|place| match place {
            Place::Page => Some(url::of_page(search, "")),
            Place::Element(_) => None,
            #[cfg(feature = "ssr")]
            Place::Html(home) => Some(format!("{home}?{search}")),
        })
    }

    /// Returns the URL of an entry, if it has one: the page with the foreign part of its query string and the anchor.
    pub(crate) fn permalink(self, foreign: &str, anchor: &str) -> Option<String> {
        self.0.with_value(|place| match place {
            Place::Page => Some(url::of_page(foreign, anchor)),
            Place::Element(host) => host.permalink(anchor),
            #[cfg(feature = "ssr")]
            Place::Html(home) => Some(home.clone() + &url::of_page(foreign, anchor)),
        })
    }

    /// Returns the URL of an entry's own page, where that takes the place of what only the app can do.
    pub(crate) fn own_page(self, _id: &str) -> Option<String> {
        self.0.with_value(|place| match place {
            Place::Page | Place::Element(_) => None,
            #[cfg(feature = "ssr")]
            Place::Html(home) => Some(home.clone() + &offprint_core::page::page_path(_id)),
        })
    }

    /// Returns a link to an in-page anchor.
    pub(crate) fn anchor_url(self, href: &str) -> String {
        self.0.with_value(|place| match place {
            Place::Page | Place::Element(_) => href.to_owned(),
            #[cfg(feature = "ssr")]
            Place::Html(home) => format!("{home}{href}"),
        })
    }

    /// Returns of how many entries references were stored when the page was published.
    pub(crate) fn stored_references(self) -> u32 {
        if self.is_element() {
            return 0;
        }
        meta("offprint-references").and_then(|count| count.parse().ok()).unwrap_or(0)
    }

    /// Says whether the list for the current URL is still to be shown.
    pub(crate) fn set_busy(self, busy: bool) {
        if self.with_host(|host| host.port.busy(busy)).is_some() {
            return;
        }
        if let Some(main) = document().and_then(|document| document.query_selector("main").ok().flatten()) {
            let _ = main.set_attribute("aria-busy", if busy { "true" } else { "false" });
        }
    }
}

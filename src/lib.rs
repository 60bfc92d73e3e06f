//! The publications page: a Leptos app that shows, searches and filters a list of publications.
//!
//! `components -> state -> data -> browser`: a component shows what the state derives, the state asks a backend of `data`,
//! and only `browser` names the window. The same components draw the page, the element for other sites and, natively with
//! the feature `ssr`, the HTML that `offprint prerender` writes.

#[allow(unreachable_pub, reason = "what #[component] makes is public")]
mod app;
mod browser;
#[allow(unreachable_pub, reason = "what #[component] makes is public")]
mod components;
mod data;
mod embed;
#[cfg(feature = "ssr")]
pub mod prerender;
mod state;
mod takeover;
pub mod words;

pub use app::start;
pub use embed::{ListElement, SharedList};

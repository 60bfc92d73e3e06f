//! The publications page.
//!
//! `browser -> views -> session -> offprint-core`: a view shows what the session derives and never filters, counts or
//! sorts; only `browser` names the window. The same views run in the browser (feature `csr`) and natively (`ssr`).

pub mod browser;
pub mod dom;
pub mod session;
pub mod signal;
pub mod views;

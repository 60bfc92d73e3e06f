//! Controls that need scripting.

use leptos::prelude::*;

/// Returns controls that need scripting, in a page that is written as HTML inside of a `<template>`.
///
/// Readers without scripting, text browsers among them, never meet a control that does nothing. The start script of the
/// page puts them in place before the first paint, so that nothing shifts.
pub(crate) fn scripted(controls: impl IntoView) -> AnyView {
    #[cfg(feature = "ssr")]
    let controls = view! { <template>{controls.into_any()}</template> };
    controls.into_any()
}

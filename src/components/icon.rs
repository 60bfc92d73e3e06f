use leptos::prelude::*;
use offprint_core::publication::LinkKind;

/// A magnifying glass.
pub(crate) const SEARCH: &str = "M2.5 7a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0M10.3 10.3 14 14";
/// Two links of a chain.
pub(crate) const CHAIN: &str =
    "M6.5 9.5l3-3M7 4.5l1.7-1.7a2.6 2.6 0 0 1 3.7 3.7L10.7 8.2M9 11.5l-1.7 1.7a2.6 2.6 0 0 1-3.7-3.7l1.7-1.7";
/// Quotation marks.
pub(crate) const QUOTES: &str =
    "M6.5 4C4.5 4.7 3.3 6.2 3.3 8.6V12h3.5V8.5H4.9M13 4c-2 .7-3.2 2.2-3.2 4.6V12h3.5V8.5h-1.9";

/// An icon in the colour of the text around it, drawn on a grid of 16 by 16; never the only label of anything.
#[component]
pub fn Icon(
    /// The path of the drawing.
    path: &'static str,
) -> impl IntoView {
    view! {
        <svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path d=path></path>
        </svg>
    }
}

/// Returns the drawing for a kind of link.
pub(crate) fn link_icon(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Pdf | LinkKind::Preprint => "M4 1.5h5L12.5 5v9.5H4zM9 1.5V5h3.5M8 7v4.5M6 9.8l2 2 2-2",
        LinkKind::Slides | LinkKind::Poster => "M2 3h12v8H2zM8 11v3M5.5 14h5",
        LinkKind::Video => "M2 3.5h12v9H2zM6.8 6v4L10 8z",
        LinkKind::Code => "M5.5 4.5 2 8l3.5 3.5M10.5 4.5 14 8l-3.5 3.5",
        LinkKind::Data => "M3 4c0-2 10-2 10 0v8c0 2-10 2-10 0zM3 4c0 2 10 2 10 0M3 8c0 2 10 2 10 0",
        LinkKind::Publisher | LinkKind::Doi | LinkKind::Website => "M6.5 3.5h-3v9h9v-3M9 2.5h4.5V7M13.5 2.5l-6 6",
    }
}

use super::super::dynamic::{dynamic, optional};
use leptos::prelude::*;
use offprint_core::format::{Format, Style};
use offprint_core::rich::RichText;

use super::super::copy_button::CopyButton;
use super::super::rich_text::{Links, rich};
use super::Modal;
use crate::browser::clipboard::Copied;
use crate::data::references::References;
use crate::state::{State, Written, use_state};
use crate::words;

/// How to cite an entry: one row of buttons that copy it in the formats of reference managers, then each citation style.
#[component]
pub fn Cite(
    /// The entry.
    entry: u32,
) -> impl IntoView {
    let State { listing, citing, .. } = use_state();
    let title = words::cite_title(&untrack(|| listing.title(entry)));
    view! {
        <Modal title=title>
            <div aria-live="polite">
                {dynamic(move || match citing.written.get() {
                    Written::Waiting => view! { <p class="loading">{words::PREPARING_REFERENCES}</p> }.into_any(),
                    Written::Missing => view! { <p>{words::FORMATTER_MISSING}</p> }.into_any(),
                    Written::Ready(references) => view! { <ReferenceList references=references/> }.into_any(),
                })}
            </div>
        </Modal>
    }
}

/// The references of an entry.
#[component]
fn ReferenceList(
    /// The references.
    references: References,
) -> impl IntoView {
    let links = Links::new();
    let shown = RwSignal::new(None::<usize>);
    let References { formats, styles } = references;
    let texts = StoredValue::new(formats.clone());
    let buttons: Vec<_> = Format::COPIED
        .into_iter()
        .zip(formats)
        .map(|(format, text)| view! { <CopyButton what=format.label() copied=Copied { text, html: None }/> })
        .collect();
    let toggles: Vec<_> =
        Format::COPIED.into_iter().enumerate().map(|(at, format)| toggle(shown, at, format)).collect();
    let text = optional(move || {
        let at = shown.get()?;
        let text = texts.with_value(|texts| texts.get(at).cloned())?;
        let label = Format::COPIED.get(at)?.label();
        Some(view! { <pre tabindex="0" role="group" aria-label=label>{text}</pre> })
    });
    let styled: Vec<_> = Style::ALL
        .into_iter()
        .zip(styles)
        .filter(|(_, html)| !html.is_empty())
        .map(|(style, html)| styled(links, style, html))
        .collect();
    view! {
        <p class="hint digit-keys">{words::DIGIT_KEYS}</p>
        <div class="formats">{buttons}</div>
        <div class="formats shown">{toggles}</div>
        {text}
        {styled}
    }
}

/// Returns a button that shows the text of a format.
fn toggle(shown: RwSignal<Option<usize>>, at: usize, format: Format) -> AnyView {
    let is_shown = move || shown.get() == Some(at);
    let press = move |_| shown.set(if untrack(is_shown) { None } else { Some(at) });
    view! {
        <button type="button" class="quiet" aria-expanded=move || is_shown().to_string() on:click=press>
            {words::show_text(format.label())}
        </button>
    }
    .into_any()
}

/// Returns a reference in a citation style, with its copy button in the same row.
fn styled(links: Links, style: Style, html: String) -> AnyView {
    let text = RichText::parse_inline(&html).0;
    let content = rich(links, text.nodes());
    let copied = Copied { text: text.plain(), html: Some(html) };
    view! {
        <section class="reference">
            <h3>{style.label()}</h3>
            <p role="group" aria-label=style.label()>{content}</p>
            <CopyButton what=style.label() copied=copied/>
        </section>
    }
    .into_any()
}

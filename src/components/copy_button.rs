use super::dynamic::dynamic;
use leptos::prelude::*;

use crate::browser::clipboard::{self, Copied};
use crate::browser::timing;
use crate::state::{State, use_state};
use crate::words;

/// Milliseconds for which a control says that it has copied.
const SHOWN: u32 = 2_000;

/// Whether a control says that it has copied.
#[derive(Clone, Copy)]
pub(crate) struct CopiedSign(RwSignal<bool>);

impl CopiedSign {
    /// Says nothing at first.
    pub(crate) fn new() -> Self {
        Self(RwSignal::new(false))
    }

    /// Returns whether it says so.
    pub(crate) fn is_shown(self) -> bool {
        self.0.get()
    }

    /// Says so for two seconds.
    pub(crate) async fn show(self) {
        self.0.set(true);
        timing::sleep(SHOWN).await;
        // The control may be gone.
        let _ = self.0.try_set(false);
    }
}

/// A button that copies; it says "Copied" for two seconds, while its accessible name stays.
#[component]
pub fn CopyButton(
    /// What is copied, such as "BibTeX".
    #[prop(into)]
    what: String,
    /// The text.
    copied: Copied,
) -> impl IntoView {
    let State { mount, announcer, .. } = use_state();
    let sign = CopiedSign::new();
    let (name, label, said) = (words::copy(&what), words::copy(&what), words::copied(&what));
    let copy = move |_| {
        let (copied, said) = (copied.clone(), said.clone());
        mount.spawn(async move {
            if clipboard::copy(&copied).await {
                announcer.say(said);
                sign.show().await;
            } else {
                announcer.say(words::NOT_COPIED.to_owned());
            }
        });
    };
    view! {
        <button type="button" class="copy" aria-label=name on:click=copy>
            {dynamic(move || if sign.is_shown() { words::COPIED.to_owned() } else { label.clone() })}
        </button>
    }
}

use super::dynamic::optional;
use leptos::prelude::*;

use crate::browser::focus;
use crate::state::{RESULTS_ID, State, use_state};
use crate::words::{self, ErrorText};

/// What keeps the list, or a part of it, from being shown, what still works, and what to do.
#[component]
pub fn LoadError() -> impl IntoView {
    let State { loading, mount, .. } = use_state();
    let retry = move |_| {
        loading.load();
        mount.root().map(|root| focus::focus_id(&root, RESULTS_ID));
    };
    optional(move || {
        loading.faults.get().problem.map(|problem| {
            let ErrorText { headline, detail, advice } = words::load_problem(&problem, &loading.file());
            view! {
                <div class="error" role="alert">
                    <h2>{headline}</h2>
                    <p>{detail}</p>
                    <p>{words::REST_OF_SITE_WORKS}</p>
                    <p>{advice}</p>
                    <button type="button" on:click=retry>{words::TRY_AGAIN}</button>
                </div>
            }
        })
    })
}

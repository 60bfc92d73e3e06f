//! The root component, and how the page is started.

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

use crate::browser::{document, events, meta, unicode, url};
use crate::components::dialogs::Dialogs;
use crate::components::filters::Filters;
use crate::components::header::Header;
use crate::components::load_error::LoadError;
use crate::components::notices::NoticesRegion;
use crate::components::offers::Offers;
use crate::components::results::{Results, ShowMore};
use crate::components::search_box::SearchBox;
use crate::components::toolbar::Toolbar;
use crate::data::Modules;
use crate::state::{Loading, Mount, RESULTS_ID, Scope, State, use_state};
use crate::takeover::{OPEN, STANDALONE, Takeover};
use crate::words;

/// The file of the list, where the page names no other.
const DEFAULT_SOURCE: &str = "data/publications.json";

/// Mounts the page in the document's `main`. `index.html` calls it; an element's script does not.
#[wasm_bindgen]
pub fn start() {
    unicode::use_browser_tables();
    let main = document().and_then(|document| document.query_selector("main").ok().flatten());
    let Some(main) = main.and_then(|main| main.dyn_into::<HtmlElement>().ok()) else { return };
    let (place, takeover) = Takeover::prepare(main);
    let mounted = mount_to(place, move || {
        let source = meta("offprint-source").unwrap_or_else(|| DEFAULT_SOURCE.to_owned());
        let loading = Loading::new(url::absolute(&source), Modules::of_page());
        let scope = RwSignal::new(Scope::default());
        let state = State::provide(Mount::page(), takeover, loading, scope);
        state.start();
        loading.load();
        let standalone = takeover.is_waiting().then(|| view! { <div class=STANDALONE><LoadError/></div> });
        view! {
            <App/>
            {standalone}
        }
    });
    // The page lives as long as the document.
    mounted.forget();
}

/// Everything that is in `main`, or in an element.
#[component]
pub fn App(
    /// Says, in a prerendered page, that the app is to take over, and whether abstracts are open.
    #[prop(optional)]
    prerendered: bool,
    /// Links to other pages, for readers without scripting.
    #[prop(optional)]
    other_pages: Option<AnyView>,
) -> impl IntoView {
    let State { mount, navigation, .. } = use_state();
    let follow = move |event: MouseEvent| {
        if let Some(anchor) = events::clicked_anchor(&event) {
            event.prevent_default();
            navigation.jump(&anchor);
        }
    };
    let State { preferences, .. } = use_state();
    // A page listens to the window instead; an element leaves that to its host.
    let press = move |event: KeyboardEvent| {
        if mount.is_element() {
            preferences.focus_search(mount, &event);
        }
    };
    let mark = prerendered.then(|| if preferences.abstracts_open.get_untracked() { OPEN } else { "" });
    let skip = format!("#{RESULTS_ID}");
    view! {
        <div class="offprint" data-prerendered=mark on:click=follow on:keydown=press>
            <a class="skip" href=skip>{words::SKIP_TO_RESULTS}</a>
            <Header/>
            <SearchBox/>
            <Toolbar/>
            <Filters/>
            <div class="list">
                <NoticesRegion/>
                <LoadError/>
                <Offers/>
                <Results/>
                {mount.is_element().then(|| view! { <ShowMore/> })}
            </div>
            <Dialogs/>
            {other_pages}
        </div>
    }
}

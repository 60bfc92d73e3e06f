use super::super::dynamic::optional;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use offprint_core::publication::{Link, Publication};

use super::super::copy_button::CopiedSign;
use super::super::icon::{CHAIN, Icon, QUOTES, link_icon};
use super::super::scripted::scripted;
use super::EntryContext;
use crate::browser::clipboard::{self, Copied};
use crate::browser::events::is_plain_click;
use crate::browser::{share, url, window};
use crate::state::{State, use_state};
use crate::words;

/// Returns the links to the work, and what can be done with its entry.
pub(super) fn actions(context: EntryContext, publication: &Publication, title: &str) -> Option<AnyView> {
    // Where nothing is laid out, as in a text browser, a space keeps the links apart.
    let links: Vec<_> = publication.links.iter().map(|it| view! { {link(context, it, title)} {" "} }).collect();
    if !context.is_in_list() {
        return (!links.is_empty()).then(|| view! { <p class="actions">{links}</p> }.into_any());
    }
    let EntryContext { state: State { mount, navigation, citing, .. }, entry, .. } = context;
    let permalink = mount.permalink(&navigation.url.foreign.get_untracked(), &publication.id);
    let cite = view! {
        <button type="button" aria-haspopup="dialog" on:click=move |_| citing.cite(entry)>
            <Icon path=QUOTES/>
            <span>{words::CITE}</span>
        </button>
    };
    Some(
        view! {
            <p class="actions" part="actions">
                {links}
                {scripted(cite)}
                {permalink.map(|href| view! { <Permalink href=href/> })}
            </p>
        }
        .into_any(),
    )
}

fn link(context: EntryContext, link: &Link, title: &str) -> AnyView {
    let (href, label) = (context.links.resolve(&link.href), link.label().to_owned());
    let name = words::label_and_title(&label, title);
    view! {
        <a href=href aria-label=name>
            <Icon path=link_icon(link.kind)/>
            <span dir="auto">{label}</span>
        </a>
    }
    .into_any()
}

/// The link to an entry. A plain press copies its URL, or opens the share sheet of a touch device; where neither works the
/// link is followed.
#[component]
fn Permalink(
    /// The URL.
    href: String,
) -> impl IntoView {
    let State { mount, announcer, .. } = use_state();
    let sign = CopiedSign::new();
    let target = href.clone();
    let press = move |event: MouseEvent| {
        if is_plain_click(&event) {
            event.prevent_default();
            let url = url::absolute(&target);
            mount.spawn(async move {
                if share::share(&url).await {
                    return;
                }
                if clipboard::copy(&Copied { text: url.clone(), html: None }).await {
                    announcer.say(words::copied(words::LINK_TO_THIS_PUBLICATION));
                    sign.show().await;
                } else if let Some(window) = window() {
                    // Refused only for a URL that could not be followed either.
                    let _ = window.location().assign(&url);
                }
            });
        }
    };
    view! {
        <a
            class="permalink"
            href=href
            aria-label=words::LINK_TO_THIS_PUBLICATION
            title=words::LINK_TO_THIS_PUBLICATION
            on:click=press
        >
            <Icon path=CHAIN/>
            {optional(move || sign.is_shown().then(|| view! { <span>{words::COPIED}</span> }))}
        </a>
    }
}

use super::dynamic::{dynamic, optional};
use leptos::prelude::*;
use offprint_core::read::Person;
use offprint_core::rich::RichText;

use super::rich_text::{Links, rich};
use crate::state::{State, use_state};
use crate::words;

/// The list's title and introduction and, while one author alone is chosen, what is known of that person.
#[component]
pub fn Header() -> impl IntoView {
    let State { mount, listing, loading, .. } = use_state();
    let links = Links::new();
    let known = optional(move || listing.person().and_then(|known| person(links, &known)));
    // An embed host has a heading of its own.
    if mount.is_element() {
        return view! { <div class="header">{known}</div> }.into_any();
    }
    let title = dynamic(move || {
        let title = listing.with_list(|list| list.envelope().title.clone());
        title.unwrap_or_else(|| words::PUBLICATIONS.to_owned())
    });
    let introduction = optional(move || {
        loading.formulas.is_loaded();
        listing.with_list(|list| {
            let source = list.envelope().introduction.as_deref()?;
            Some(rich(links, RichText::parse_block(source).0.nodes()))
        })
    });
    view! {
        <header class="header">
            <h1 dir="auto">{title}</h1>
            <div class="introduction" dir="auto">{introduction}</div>
            {known}
        </header>
    }
    .into_any()
}

/// Returns a person's home page and ORCID, if there is either.
fn person(links: Links, person: &Person) -> Option<AnyView> {
    let home = person.url.as_ref().map(|url| (links.resolve(url), words::HOME_PAGE.to_owned()));
    let orcid = person.orcid.as_ref().map(|id| (format!("https://orcid.org/{id}"), words::orcid(id)));
    if home.is_none() && orcid.is_none() {
        return None;
    }
    let link = |(href, label): (String, String)| view! { <a href=href>{label}</a> };
    let name = person.name.clone();
    Some(
        view! {
            <p class="person">
                <strong dir="auto">{name}</strong>
                {home.map(link)}
                {orcid.map(link)}
            </p>
        }
        .into_any(),
    )
}

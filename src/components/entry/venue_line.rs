use leptos::prelude::*;
use offprint_core::publication::{Date, Publication, type_label};
use offprint_core::query::{Facet, Filter, Years};
use offprint_core::search::{Field, Mark};

use super::super::rich_text::marked;
use super::EntryContext;
use super::authors::editors;
use crate::words;

/// Returns where and when a publication appeared, and its awards; on a page beside the list also what it is.
pub(super) fn venue_line(context: EntryContext, publication: &Publication, marks: &[Mark]) -> Option<AnyView> {
    let is_typed = !context.is_in_list() && !publication.kind.is_empty();
    let kind = is_typed.then(|| type_label(&publication.kind).into_any());
    let venue = publication.venue().map(|value| venue(context, publication, value, marks));
    let editors = editors(publication, marks);
    let venue = [venue, editors].into_iter().flatten();
    let venue = separated(venue, words::COMMA);
    let venue = (!venue.is_empty()).then(|| venue.into_any());
    let awards = publication.awards.iter().map(|text| award(text, marks));
    let date = publication.issued.as_ref().map(|issued| date(context, issued, marks));
    let pages = publication.other("number-of-pages").map(|count| words::pages(&count).into_any());
    let status = publication.other("status").map(|status| status.into_any());
    let parts = [kind, venue].into_iter().flatten().chain(awards).chain([date, status, pages].into_iter().flatten());
    let parts = separated(parts, words::DOT);
    (!parts.is_empty()).then(|| view! { <p class="venue" part="venue">{parts}</p> }.into_any())
}

fn award(text: &str, marks: &[Mark]) -> AnyView {
    view! { <strong class="award" part="award" dir="auto">{marked(text, Field::Award, marks)}</strong> }.into_any()
}

fn separated(parts: impl Iterator<Item = AnyView>, separator: &'static str) -> Vec<AnyView> {
    let mut all: Vec<AnyView> = Vec::new();
    for part in parts {
        if !all.is_empty() {
            all.push(separator.into_any());
        }
        all.push(part);
    }
    all
}

fn date(context: EntryContext, date: &Date, marks: &[Mark]) -> AnyView {
    let text = date.text();
    let year = marked(&text.year, Field::Other, marks);
    let link = context.filters.link(Filter::Years(Years::single(date.year)), &text.year, year);
    view! { <span class="date">{not_empty(text.before)}{link}{not_empty(text.after)}</span> }.into_any()
}

/// Returns the venue: "PhD thesis, University of Cambridge", "Proceedings …, ASPLOS '13". The name filters, the event leads
/// to its website.
fn venue(context: EntryContext, publication: &Publication, value: &str, marks: &[Mark]) -> AnyView {
    let (event, publisher) = (publication.event.as_deref(), publication.publisher.as_deref());
    let shown = publication.container.as_deref().or(event).or(publisher).unwrap_or(value);
    let other = |name: Option<&str>| name.filter(|name| *name != shown).map(str::to_owned);
    let (event, publisher) = (other(event), other(publisher));
    let text = |text: &str| marked(text, Field::Venue, marks).into_any();
    let genre = publication.genre.as_deref().map(text);
    let filter = Filter::Value(Facet::Venue, value.to_owned());
    let name = context.filters.link(filter, shown, marked(shown, Field::Venue, marks));
    let name = view! { {name}{not_empty(issue(publication))} }.into_any();
    let website = publication.venue_url.as_ref().map(|url| {
        let label = words::website_of(event.as_deref().unwrap_or(shown));
        let content = event.as_deref().map_or_else(|| words::WEBSITE.into_any(), text);
        let href = context.links.resolve(url);
        view! { <a href=href aria-label=label dir="auto">{content}</a> }.into_any()
    });
    let place = website.or_else(|| event.as_deref().map(text));
    let parts = [genre, Some(name), place, publisher.as_deref().map(text)];
    separated(parts.into_iter().flatten(), words::COMMA).into_any()
}

/// Returns a text unless it is empty: Leptos would render a space for it.
fn not_empty(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

/// Returns volume, issue and pages, as far as they are known: " 57(1), 61–69".
fn issue(publication: &Publication) -> String {
    let mut text = String::new();
    if let Some(volume) = publication.other("volume") {
        text.extend([" ", &volume]);
    }
    if let Some(issue) = publication.other("issue") {
        text.extend(["(", &issue, ")"]);
    }
    if let Some(pages) = publication.other("page") {
        text.extend([", ", &pages.replace("--", "–").replace('-', "–")]);
    }
    text
}

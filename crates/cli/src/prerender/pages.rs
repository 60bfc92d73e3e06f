//! A page for each publication and, of a long list, for each year.

use std::collections::{BTreeMap, HashSet};

use leptos::prelude::AnyView;
use offprint_core::format::Format;
use offprint_core::page::page_path;
use offprint_core::publication::Publication;
use offprint_core::read::Reading;
use offprint_page::prerender::{PageLink, Renderer};

use super::Work;
use super::html::{meta, property};
use super::metadata::{highwire, json_ld, plain_abstract};
use super::shell::{Page, home};
use crate::list;

/// A description is cut to about as much as search engines show.
const MOST_DESCRIBED: usize = 300;

/// Writes all pages beside the list and returns how many there are.
///
/// # Errors
/// Where the system refuses.
pub(super) fn write(work: &Work<'_>, reading: &Reading) -> anyhow::Result<usize> {
    let count = write_publications(work, reading)?;
    contents(&renderer(work, reading, "p/"), work).write(work)?;
    if !work.has_year_pages() {
        return Ok(count + 1);
    }
    let renderer = renderer(work, reading, "years/x/");
    let mut years = 0;
    for (year, entries) in by_year(work.publications) {
        year_page(&renderer, year, &entries, work.title).write(work)?;
        years += 1;
    }
    Ok(count + years + 1)
}

fn write_publications(work: &Work<'_>, reading: &Reading) -> anyhow::Result<usize> {
    let renderer = renderer(work, reading, "p/x/");
    // Some systems take names that differ in case for one.
    let mut taken = HashSet::new();
    for (publication, entry) in work.publications.iter().zip(0..) {
        if taken.insert(page_path(&publication.id).to_ascii_lowercase()) {
            publication_page(work, &renderer, entry, publication).write(work)?;
        } else {
            let id = &publication.id;
            list::say(&format!("“{id}” has no page of its own: another id differs from it in case only"));
        }
    }
    Ok(taken.len())
}

/// Returns a renderer for pages that lie as deep as `path`.
fn renderer(work: &Work<'_>, reading: &Reading, path: &str) -> Renderer {
    let home = PageLink { href: home(path), title: work.title.to_owned() };
    Renderer::new(reading.clone(), offprint_core::href::beside(work.site.source(), &home.href), home)
}

fn publication_page(work: &Work<'_>, renderer: &Renderer, entry: u32, publication: &Publication) -> Page {
    let title = publication.plain_title();
    let mut head = highwire::tags(publication, work.urls);
    head.extend(description(publication).map(|text| meta("description", &text)));
    head.extend(open_graph(open_graph_type(&publication.kind), &title, work.urls.page(publication)));
    if let Some(image) = &publication.image {
        head.extend(work.urls.absolute(&image.url).map(|url| property("image", &url)));
        head.extend((!image.alt.is_empty()).then(|| property("image:alt", &image.alt)));
    }
    Page {
        path: page_path(&publication.id),
        title: format!("{title} – {}", work.title),
        head,
        data: json_ld::script(&json_ld::work(publication, work.urls), ""),
        content: renderer.own_page(entry, &publication.id, Format::Bibtex.write([publication])),
    }
}

/// Returns what links show of a page where they are shared.
pub(super) fn open_graph(kind: &str, title: &str, url: Option<String>) -> Vec<AnyView> {
    let mut tags = vec![property("type", kind), property("title", title)];
    tags.extend(url.map(|url| property("url", &url)));
    tags
}

/// Returns the kind of thing that a publication is in the Open Graph protocol.
fn open_graph_type(kind: &str) -> &'static str {
    match kind {
        "book" | "collection" | "thesis" => "book",
        "motion_picture" | "broadcast" => "video.other",
        "song" => "music.song",
        "dataset" | "software" | "webpage" => "website",
        _ => "article",
    }
}

fn description(publication: &Publication) -> Option<String> {
    let text = plain_abstract(publication)?;
    let Some((end, _)) = text.char_indices().nth(MOST_DESCRIBED) else { return Some(text) };
    let whole = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    Some(format!("{}…", text[..whole].trim_end()))
}

/// Returns a page with all titles, each with a link to its page, so that every page can be found by following links.
fn contents(renderer: &Renderer, work: &Work<'_>) -> Page {
    let page = |publication: &Publication| {
        let href = offprint_core::href::beside(&page_path(&publication.id), &home("p/"));
        PageLink { href, title: publication.plain_title() }
    };
    Page {
        path: "p/".to_owned(),
        title: format!("Contents – {}", work.title),
        head: Vec::new(),
        data: String::new(),
        content: renderer.contents(work.publications.iter().map(page).collect()),
    }
}

/// Returns the entries of each year, the latest first; those without a year last.
pub(super) fn by_year(publications: &[Publication]) -> impl Iterator<Item = (Option<i32>, Vec<u32>)> {
    let mut years: BTreeMap<Option<i32>, Vec<u32>> = BTreeMap::new();
    for (publication, entry) in publications.iter().zip(0..) {
        years.entry(publication.year()).or_default().push(entry);
    }
    years.into_iter().rev()
}

/// Returns the folder of a year's page.
pub(super) fn year_path(year: Option<i32>) -> String {
    format!("years/{}/", year.map_or_else(|| "none".to_owned(), |year| year.to_string()))
}

/// Returns a year in words.
pub(super) fn year_label(year: Option<i32>) -> String {
    year.map_or_else(|| "Undated".to_owned(), |year| year.to_string())
}

fn year_page(renderer: &Renderer, year: Option<i32>, entries: &[u32], list: &str) -> Page {
    let label = year_label(year);
    Page {
        path: year_path(year),
        title: format!("{label} – {list}"),
        head: Vec::new(),
        data: String::new(),
        content: renderer.year_page(&label, entries),
    }
}

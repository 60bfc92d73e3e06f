//! The list inside index.html.

use std::cell::Cell;

use anyhow::Context;
use leptos::prelude::*;
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use offprint_core::format::Format;
use offprint_core::query::Facet;
use offprint_core::read::Reading;
use offprint_page::prerender::{PageLink, Renderer};

use super::Work;
use super::files::{FEED, FORMATS, has_references};
use super::html::{html, link, marked, meta, property, without_markers};
use super::metadata::{coins, json_ld};
use super::modules::{self, ModuleFile};
use super::offline;
use super::pages::{by_year, open_graph, year_label, year_path};
use super::policy::{Policy, Wanted};
use super::site::Site;

/// Runs before the list is painted; `PARAMETERS` is replaced by the names of the query's parameters.
const SCRIPT: &str = include_str!("takeover.js");

/// Parameters that are no facet.
const PARAMETERS: [&str; 4] = ["q", "year", "sort", "group"];

/// Returns the text of index.html with the list in it.
///
/// # Errors
/// Where index.html cannot be taken apart.
pub(super) fn with_list(work: &Work<'_>, reading: &Reading) -> anyhow::Result<String> {
    let content = format!("\n{}\n{}", script(), list(work, reading)?);
    let head = head(work)?;
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("head [data-offprint]", |old| {
            old.remove();
            Ok(())
        }))
        .append_element_content_handler(element!("head", |element| {
            element.append(&head, ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!("main", |main| {
            // The script sets it again: without scripting the list is from the start.
            main.remove_attribute("aria-busy");
            main.set_inner_content(&content, ContentType::Html);
            Ok(())
        }));
    rewrite_str(&work.site.index, settings).with_context(|| format!("changing {}", work.site.index_path().display()))
}

/// Writes index.html with a policy, which is before all that it is for, but behind the encoding, and with the hashes of
/// the modules beside it.
///
/// # Errors
/// Where the text cannot be taken apart or written.
pub(super) fn write(site: &Site, text: &str, policy: &Policy) -> anyhow::Result<String> {
    let policy = html(vec![marked(policy.meta())])?;
    let is_wanted = site.facts.policy != Wanted::Off && !site.facts.has_policy;
    let (place, is_open) = (if site.facts.has_charset { "head meta[charset]" } else { "head" }, Cell::new(is_wanted));
    let hash = |file: ModuleFile| marked(meta(&file.name, &file.hash));
    let hashes = html(modules::files(site)?.into_iter().map(hash).collect())?;
    let old = "head meta[data-offprint][http-equiv], head meta[data-offprint][name$='.js'], head meta[data-offprint][name$='.wasm']";
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!(old, |old| {
            old.remove();
            Ok(())
        }))
        .append_element_content_handler(element!("head", |head| {
            head.append(&hashes, ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!(place, |element| {
            if is_open.take() {
                match element.tag_name().as_str() {
                    "head" => element.prepend(&policy, ContentType::Html),
                    _ => element.after(&policy, ContentType::Html),
                }
            }
            Ok(())
        }));
    let text = rewrite_str(text, settings).with_context(|| format!("changing {}", site.index_path().display()))?;
    site.write("index.html", &text)?;
    Ok(text)
}

fn script() -> String {
    let names: Vec<&str> = PARAMETERS.into_iter().chain(Facet::ALL.map(Facet::name)).collect();
    let takeover = short(SCRIPT).replace("PARAMETERS", &names.join(" "));
    format!("<script>{takeover}</script><script>{}</script>", short(offline::SCRIPT))
}

/// Returns a script without its comments and indents.
pub(super) fn short(script: &str) -> String {
    let is_said = |line: &&str| !line.starts_with("//") && !line.starts_with("/**");
    script.lines().map(str::trim).filter(|line| !line.is_empty()).filter(is_said).collect::<Vec<_>>().join("\n")
}

/// Returns the page as the app shows it first, and the same for Zotero, which reads it at any time.
fn list(work: &Work<'_>, reading: &Reading) -> anyhow::Result<String> {
    let home = PageLink { href: String::new(), title: work.title.to_owned() };
    let renderer = Renderer::new(reading.clone(), work.site.source().to_owned(), home);
    let page = without_markers(&renderer.list(work.shown.len(), years(work)))?;
    let known: Vec<AnyView> = work.shown.iter().map(|publication| coins::coins(publication, work.urls)).collect();
    let known = html(vec![view! { <div hidden=true>{known}</div> }.into_any()])?;
    Ok(format!("{page}\n{known}\n"))
}

/// Returns the pages of the years of a long list.
fn years(work: &Work<'_>) -> Vec<PageLink> {
    if !work.has_year_pages() {
        return Vec::new();
    }
    let page = |(year, _)| PageLink { href: year_path(year), title: year_label(year) };
    by_year(work.publications).map(page).collect()
}

fn head(work: &Work<'_>) -> anyhow::Result<String> {
    let facts = &work.site.facts;
    let of_format = |format: Format| alternate(format.media_type(), format.file_name(), format.label());
    let mut elements: Vec<AnyView> = FORMATS.into_iter().map(of_format).collect();
    if has_references(work) {
        // The page asks for no other, so that a host has no missing file to tell of.
        let count = work.publications.len().to_string();
        elements.push(meta("offprint-references", &count));
    }
    elements.extend(work.urls.base.map(|_| alternate("application/atom+xml", FEED, work.title)));
    if let Some(base) = work.urls.base.filter(|_| !facts.has_canonical) {
        elements.push(link("canonical", base.as_str()));
    }
    let title = work.title;
    if !facts.has_open_graph {
        let shown = if facts.title.trim().is_empty() { title } else { facts.title.trim() };
        elements.extend(open_graph("website", shown, work.urls.base.map(|base| base.as_str().to_owned())));
        elements.extend(facts.description.as_ref().map(|text| property("description", text)));
    }
    let list = json_ld::list(title, work.shown.iter().copied(), work.urls);
    Ok(html(elements.into_iter().map(marked).collect())? + &json_ld::script(&list, " data-offprint"))
}

fn alternate(media_type: &'static str, href: &str, title: &str) -> AnyView {
    let (href, title) = (href.to_owned(), title.to_owned());
    view! { <link rel="alternate" type=media_type href=href title=title/> }.into_any()
}

//! The list inside index.html.

use std::cell::Cell;

use anyhow::Context;
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use offprint_core::format::Format;
use offprint_core::query::Facet;
use offprint_core::read::Reading;
use offprint_page::dom::{El, el, html};
use offprint_page::session::Session;
use offprint_page::views;
use reactive_graph::owner::Owner;

use super::Work;
use super::files::{FEED, FORMATS, has_references};
use super::metadata::{coins, json_ld};
use super::modules::{self, ModuleFile};
use super::offline;
use super::pages::{by_year, open_graph, year_label, year_path};
use super::policy::{Policy, Wanted};
use super::site::Site;

/// Runs before the list is painted; `PARAMETERS` is replaced by the names of the query's parameters.
const SCRIPT: &str = include_str!("takeover.js");

/// Parameters that are no facet.
const PARAMETERS: [&str; 3] = ["q", "year", "sort"];

/// The text of index.html with the list in it.
///
/// # Errors
/// Where index.html cannot be taken apart.
pub(super) fn with_list(work: &Work<'_>, reading: &Reading) -> anyhow::Result<String> {
    let content = format!("\n{}\n{}", script(), list(work, reading));
    let head = head(work);
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
            // The script sets it again: without scripting the list stands from the start.
            main.remove_attribute("aria-busy");
            main.set_inner_content(&content, ContentType::Html);
            Ok(())
        }));
    rewrite_str(&work.site.index, settings).with_context(|| format!("changing {}", work.site.index_path().display()))
}

/// Writes index.html with a policy, which stands before all that it is for, but behind the encoding, and with the hashes of
/// the modules beside it.
///
/// # Errors
/// Where the text cannot be taken apart or written.
pub(super) fn write(site: &Site, text: &str, policy: &Policy) -> anyhow::Result<String> {
    let meta = html::write(policy.meta().attr("data-offprint", "").into());
    let is_wanted = site.facts.policy != Wanted::Off && !site.facts.has_policy;
    let (place, is_open) = (if site.facts.has_charset { "head meta[charset]" } else { "head" }, Cell::new(is_wanted));
    let marked = |element: El| element.attr("data-offprint", "");
    let hash = |file: ModuleFile| marked(el("meta").attr("name", &file.name).attr("content", &file.hash));
    let hashes = html::write(modules::files(site)?.into_iter().map(hash).collect::<Vec<_>>().into());
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
                    "head" => element.prepend(&meta, ContentType::Html),
                    _ => element.after(&meta, ContentType::Html),
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

/// A script without its comments and indents.
pub(super) fn short(script: &str) -> String {
    let is_said = |line: &&str| !line.starts_with("//") && !line.starts_with("/**");
    script.lines().map(str::trim).filter(|line| !line.is_empty()).filter(is_said).collect::<Vec<_>>().join("\n")
}

/// The page as the app shows it first, and the same for Zotero, which reads it at any time.
fn list(work: &Work<'_>, reading: &Reading) -> String {
    let page = Owner::new().with(|| {
        let session = Session::new(work.site.source().to_owned());
        session.open(reading.clone());
        session.arrive();
        session.show_first(work.shown.len());
        html::write(views::written(session, elsewhere(work)))
    });
    let known: Vec<El> = work.shown.iter().map(|publication| coins::coins(publication)).collect();
    page + "\n" + &html::write(el("div").attr("hidden", "").child(known).into()) + "\n"
}

/// What stands below the list for readers without scripting: the same in other forms and, of a long list, the years.
fn elsewhere(work: &Work<'_>) -> El {
    let link = |href: &str, label: &str| el("li").child(el("a").attr("href", href).child(label));
    let mut links = vec![link("p/", "Each publication on a page of its own")];
    if work.has_year_pages() {
        links.extend(by_year(work.publications).map(|(year, _)| link(&year_path(year), &year_label(year))));
    }
    el("nav").class("elsewhere").attr("aria-label", "Other pages").child(el("ul").child(links))
}

fn head(work: &Work<'_>) -> String {
    let facts = &work.site.facts;
    let of_format = |format: Format| alternate(format.media_type(), format.file_name(), format.label());
    let mut elements: Vec<El> = FORMATS.into_iter().map(of_format).collect();
    if has_references(work) {
        // The page asks for no other, so that a host has no missing file to tell of.
        let count = work.publications.len().to_string();
        elements.push(el("meta").attr("name", "offprint-references").attr("content", &count));
    }
    elements.extend(work.addresses.base.map(|_| alternate("application/atom+xml", FEED, work.title)));
    if let Some(base) = work.addresses.base.filter(|_| !facts.has_canonical) {
        elements.push(el("link").attr("rel", "canonical").attr("href", base.as_str()));
    }
    let title = work.title;
    if !facts.has_open_graph {
        let shown = if facts.title.trim().is_empty() { title } else { facts.title.trim() };
        elements.extend(open_graph("website", shown, work.addresses.base.map(|base| base.as_str().to_owned())));
        let description = |text: &String| el("meta").attr("property", "og:description").attr("content", text);
        elements.extend(facts.description.as_ref().map(description));
    }
    let marked: Vec<El> = elements.into_iter().map(|element| element.attr("data-offprint", "")).collect();
    let list = json_ld::list(title, work.shown.iter().copied(), work.addresses);
    html::write(marked.into()) + &json_ld::script(&list, " data-offprint")
}

fn alternate(media_type: &str, href: &str, title: &str) -> El {
    el("link").attr("rel", "alternate").attr("type", media_type).attr("href", href).attr("title", title)
}

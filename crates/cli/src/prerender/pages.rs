//! A page for each publication and, of a long list, for each year.

use std::collections::{BTreeMap, HashSet};

use offprint_core::format::Format;
use offprint_core::publication::Publication;
use offprint_core::read::Reading;
use offprint_core::rich::RichText;
use offprint_page::dom::{El, Part, el};
use offprint_page::session::Session;
use offprint_page::views::{Title, plain_entry};
use reactive_graph::owner::Owner;

use super::Work;
use super::addresses::page_path;
use super::metadata::{highwire, json_ld};
use super::shell::{Page, home};
use crate::list;

/// A description is cut to about as much as search engines show.
const MOST_DESCRIBED: usize = 300;

/// Writes all pages beside the list; how many there are.
///
/// # Errors
/// Where the system refuses.
pub(super) fn write(work: &Work<'_>, reading: &Reading) -> anyhow::Result<usize> {
    let title = work.title;
    let mut count = 0;
    with_session(work, reading, "p/x/", |session| {
        // Some systems take names that differ in case for one.
        let mut taken = HashSet::new();
        for publication in work.publications {
            if !taken.insert(page_path(&publication.id).to_ascii_lowercase()) {
                list::say(&format!(
                    "“{}” has no page of its own: another id differs from it in case only",
                    publication.id
                ));
                continue;
            }
            publication_page(work, session, publication, title).write(work)?;
            count += 1;
        }
        anyhow::Ok(())
    })?;
    with_session(work, reading, "p/", |session| contents(session, work, title).write(work))?;
    if work.has_year_pages() {
        with_session(work, reading, "years/x/", |session| {
            for (year, of_year) in by_year(work.publications) {
                year_page(session, year, &of_year, title).write(work)?;
                count += 1;
            }
            anyhow::Ok(())
        })?;
    }
    Ok(count + 1)
}

/// Calls `act` with a session for pages that lie as deep as `path`.
fn with_session<T>(work: &Work<'_>, reading: &Reading, path: &str, act: impl FnOnce(Session) -> T) -> T {
    let home = home(path);
    Owner::new().with(|| {
        let session = Session::beside(offprint_core::href::beside(work.site.source(), &home), &home);
        session.open(reading.clone());
        act(session)
    })
}

fn publication_page(work: &Work<'_>, session: Session, publication: &Publication, list: &str) -> Page {
    let title = publication.plain_title();
    let back = el("p")
        .class("back")
        .child(el("a").attr("href", &session.permalink(&publication.id)).child(format!("← {list}")));
    let cite = el("section")
        .class("reference")
        .child(el("h2").child("BibTeX"))
        .child(el("pre").attr("tabindex", "0").child(Format::Bibtex.write([publication])));
    let mut head = highwire::tags(publication, work.addresses);
    head.extend(description(publication).map(|text| el("meta").attr("name", "description").attr("content", &text)));
    head.extend(open_graph("article", &title, work.addresses.page(publication)));
    Page {
        path: page_path(&publication.id),
        title: format!("{title} – {list}"),
        head,
        data: json_ld::script(&json_ld::work(publication, work.addresses), ""),
        content: vec![back.into(), plain_entry(session, publication, Title::OfPage).into(), cite.into()],
    }
}

/// What links show of a page where they are shared.
pub(super) fn open_graph(kind: &str, title: &str, address: Option<String>) -> Vec<El> {
    let tag = |name: &str, content: &str| el("meta").attr("property", &format!("og:{name}")).attr("content", content);
    let mut tags = vec![tag("type", kind), tag("title", title)];
    tags.extend(address.map(|address| tag("url", &address)));
    tags
}

fn description(publication: &Publication) -> Option<String> {
    let text = RichText::parse_block(publication.abstract_text.as_deref()?).0.plain();
    let Some((end, _)) = text.char_indices().nth(MOST_DESCRIBED) else { return Some(text) };
    let whole = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    Some(format!("{}…", text[..whole].trim_end()))
}

/// All titles, each with a link to its page, so that every page can be found by following links.
fn contents(session: Session, work: &Work<'_>, list: &str) -> Page {
    let item = |publication: &Publication| {
        let page = offprint_core::href::beside(&page_path(&publication.id), &session.home());
        el("li").attr("dir", "auto").child(el("a").attr("href", &page).child(publication.plain_title()))
    };
    let back = el("p").class("back").child(el("a").attr("href", &session.home()).child(format!("← {list}")));
    let items: Vec<El> = work.publications.iter().map(item).collect();
    Page {
        path: "p/".to_owned(),
        title: format!("Contents – {list}"),
        head: Vec::new(),
        data: String::new(),
        content: vec![back.into(), el("h1").child("Contents").into(), el("ul").class("contents").child(items).into()],
    }
}

/// The publications of each year, the latest first; those without a year last.
pub(super) fn by_year(publications: &[Publication]) -> impl Iterator<Item = (Option<i32>, Vec<&Publication>)> {
    let mut years: BTreeMap<Option<i32>, Vec<&Publication>> = BTreeMap::new();
    publications.iter().for_each(|publication| years.entry(publication.year()).or_default().push(publication));
    years.into_iter().rev()
}

/// The folder of a year's page.
pub(super) fn year_path(year: Option<i32>) -> String {
    format!("years/{}/", year.map_or_else(|| "none".to_owned(), |year| year.to_string()))
}

/// A year in words.
pub(super) fn year_label(year: Option<i32>) -> String {
    year.map_or_else(|| "Undated".to_owned(), |year| year.to_string())
}

fn year_page(session: Session, year: Option<i32>, publications: &[&Publication], list: &str) -> Page {
    let label = year_label(year);
    let back = el("p").class("back").child(el("a").attr("href", &session.home()).child(format!("← {list}")));
    let entries = publications.iter().map(|publication| plain_entry(session, publication, Title::OfMany).into());
    let mut content: Vec<Part> = vec![back.into(), el("h1").child(label.as_str()).into()];
    content.extend(entries);
    Page { path: year_path(year), title: format!("{label} – {list}"), head: Vec::new(), data: String::new(), content }
}

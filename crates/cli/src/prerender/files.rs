//! The whole list in the formats of reference managers and of feed readers, and the URLs of all its pages.

use offprint_core::format::{Feed, Format};
use offprint_references::{Formatter, files};

use super::Work;
use super::pages::{by_year, year_path};
use crate::base::Base;
use offprint_core::page::page_path;

/// What reference managers take.
pub(super) const FORMATS: [Format; 3] = [Format::Bibtex, Format::Ris, Format::CslJson];

/// The name of the Atom feed.
pub(super) const FEED: &str = "feed.xml";

const SITEMAP: &str = "sitemap.xml";

/// The protocol's limit.
const MOST_IN_SITEMAP: usize = 50_000;

/// Lists of more entries are left to the formatter: their references would be larger than the list.
const MOST_REFERENCES: usize = 2_000;

/// Writes them; those that need absolute URLs only where the URL of the page is known.
///
/// # Errors
/// Where the system refuses.
pub(super) fn write(work: &Work<'_>) -> anyhow::Result<()> {
    for format in FORMATS {
        work.site.write(format.file_name(), &format.write(work.publications))?;
    }
    write_references(work)?;
    let Some(base) = work.urls.base else { return Ok(()) };
    let (url, data) = (base.join(FEED), base.resolve(work.urls.source));
    let feed = Feed { title: work.title, page: base.as_str(), url: &url, data: &data };
    work.site.write(FEED, &feed.write(work.publications))?;
    write_sitemap(work, base)
}

/// Returns whether references in citation styles are written.
pub(super) fn has_references(work: &Work<'_>) -> bool {
    work.publications.len() <= MOST_REFERENCES
}

/// References in citation styles.
fn write_references(work: &Work<'_>) -> anyhow::Result<()> {
    if has_references(work) {
        let formatter = Formatter::new();
        for file in files(&formatter, work.publications) {
            let (name, text) = file?;
            work.site.write(&name, &text)?;
        }
    }
    Ok(())
}

/// Returns all pages, as sitemaps.org has it: in several files where one would hold more than it may, and a file that
/// names those.
fn write_sitemap(work: &Work<'_>, base: &Base) -> anyhow::Result<()> {
    let years = by_year(work.publications).filter(|_| work.has_year_pages()).map(|(year, _)| year_path(year));
    let pages = work.publications.iter().map(|publication| page_path(&publication.id));
    let paths: Vec<String> = [String::new(), "p/".to_owned()].into_iter().chain(pages).chain(years).collect();
    if paths.len() <= MOST_IN_SITEMAP {
        return work.site.write(SITEMAP, &sitemap("urlset", "url", base, &paths));
    }
    let mut parts = Vec::new();
    for (part, number) in paths.chunks(MOST_IN_SITEMAP).zip(1..) {
        parts.push(format!("sitemap-{number}.xml"));
        work.site.write(&format!("sitemap-{number}.xml"), &sitemap("urlset", "url", base, part))?;
    }
    work.site.write(SITEMAP, &sitemap("sitemapindex", "sitemap", base, &parts))
}

fn sitemap(all: &str, one: &str, base: &Base, paths: &[String]) -> String {
    // Paths are made of letters, digits and a few signs, and a base has none that XML would have to escape but `&`.
    let line = |path: &String| format!("  <{one}><loc>{}</loc></{one}>\n", base.join(path).replace('&', "&amp;"));
    let lines: String = paths.iter().map(line).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<{all} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{lines}</{all}>\n"
    )
}

//! `offprint prerender`: what a published page has for readers without scripting and for machines.

mod element;
mod files;
mod html;
mod index;
mod metadata;
mod modules;
mod offline;
mod pages;
mod policy;
mod shell;
mod site;
mod urls;

use std::path::PathBuf;

use anyhow::Context;
use offprint_core::href::beside;
use offprint_core::library::Library;
use offprint_core::publication::Publication;
use offprint_core::query::Query;

use crate::Outcome;
use crate::base::BaseOption;
use crate::list;
use crate::text::printable;
use policy::{Policy, Wanted};
use site::Site;
use urls::Urls;

/// Write the list into a published page as plain HTML, with pages and files for machines
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  offprint prerender dist
  offprint prerender dist --base-url https://example.org/papers/

The folder is one that was published: with index.html and the list that it names. Whatever of it an earlier run wrote is
renewed or removed; everything else in index.html stays as it is, byte for byte.

Exit codes: 0 all was written, 2 it could not be done. What is wrong with the list is for `offprint check` to say.")]
pub(crate) struct Options {
    /// The folder of the published page
    dist: PathBuf,
    #[command(flatten)]
    base: BaseOption,
    /// How many entries index.html holds at most, the first in the order of the page; of more it links to a page for each year
    #[arg(long, value_name = "COUNT", default_value_t = 500)]
    limit: usize,
}

/// What everything is written from.
struct Work<'a> {
    site: &'a Site,
    publications: &'a [Publication],
    /// Those that index.html holds: the first in the order of the page.
    shown: Vec<&'a Publication>,
    urls: Urls<'a>,
    /// The URLs of the pictures, seen from index.html.
    pictures: Vec<String>,
    /// The title of the list.
    title: &'a str,
}

impl Work<'_> {
    /// Returns whether there are entries that index.html does not hold.
    fn has_year_pages(&self) -> bool {
        self.publications.len() > self.shown.len()
    }
}

/// Writes everything and says what.
pub(crate) fn run(options: &Options) -> anyhow::Result<Outcome> {
    let site = Site::open(&options.dist)?;
    let Some(file) = site.data_file() else {
        println!(
            "{}: the list lies at {}, so nothing of it is written here.",
            printable(&site.index_path().display().to_string()),
            printable(site.source())
        );
        let source = [site.source().to_owned()];
        say_policy(&write_index(&site, &site.index, &source, &source)?);
        return Ok(Outcome::Good);
    };
    let (first, reading) = (list::read_bare(&file)?, list::read(&file)?.reading);
    let urls = Urls { base: options.base.get(), source: site.source() };
    let title = reading.envelope.title.as_deref().unwrap_or("Publications");
    let publications = &reading.publications;
    let order = Library::new(reading.clone()).answer(&Query::default());
    let order = order.groups.iter().flat_map(|group| &group.entries).take(options.limit);
    let shown = order.filter_map(|entry| publications.get(*entry as usize)).collect();
    let pictures = publications.iter().filter_map(|publication| publication.image.as_ref());
    let pictures = pictures.map(|image| beside(image.url.as_str(), site.source())).collect();
    let work = Work { site: &site, publications, shown, urls, pictures, title };
    let pages = pages::write(&work, &reading).context("writing the pages")?;
    files::write(&work)?;
    let abstracts = first.envelope.abstracts.as_ref().map(|named| beside(named, site.source()));
    let data: Vec<String> = [site.source().to_owned()].into_iter().chain(abstracts).collect();
    let policy = write_index(&site, &index::with_list(&work, &first)?, &data, &work.pictures)?;
    site.finish()?;
    say(&work, pages);
    say_policy(&policy);
    // What is wrong with the list was said; finding faults is what `check` is for.
    Ok(Outcome::Good)
}

/// Writes index.html and gives its policy; data and pictures come from these URLs.
fn write_index(site: &Site, text: &str, data: &[String], pictures: &[String]) -> anyhow::Result<Policy> {
    let (policy, found) = Policy::of_the_list(text, site, data, pictures)?;
    let text = index::write(site, text, &policy)?;
    offline::write(site, &text, &found, data)?;
    element::write(site)?;
    for name in found.attributes.iter().filter(|_| site.facts.policy != Wanted::Off) {
        list::say(&format!(
            "{}: an element has the attribute `{name}`, which the policy of the page forbids; put it into a style sheet or a script",
            site.index_path().display()
        ));
    }
    Ok(policy)
}

/// Tells the policy as a server sends it: a header can say more than the page can of itself.
fn say_policy(policy: &Policy) {
    println!("{}: {policy}", policy::NAME);
}

fn say(work: &Work<'_>, pages: usize) {
    let (written, count) = (work.shown.len(), work.publications.len());
    let index = printable(&work.site.index_path().display().to_string());
    println!("{index}: {written} of {count} publications, and {pages} pages");
    if work.urls.base.is_none() {
        println!(
            "Left out: the feed, the sitemap and canonical links. They need the URL: --base-url or OFFPRINT_BASE_URL"
        );
    }
}

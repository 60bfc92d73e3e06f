//! An Atom feed (RFC 4287).

use std::borrow::Borrow;
use std::cmp::Reverse;

use super::line;
use super::xml::{escape, rich};
use crate::publication::{Date, Publication, days_of_month};
use crate::query::encode_component;
use crate::rich::RichText;

/// An Atom feed of publications, newest first.
///
/// An entry's id is the URL of its anchor, so it stays the same as long as the page and the anchor do. Nothing in
/// the feed depends on when it was written.
#[derive(Debug, Clone, Copy)]
pub struct Feed<'a> {
    /// Title of the feed.
    pub title: &'a str,
    /// Absolute URL of the page, without an anchor.
    pub page: &'a str,
    /// Absolute URL of the feed itself.
    pub url: &'a str,
    /// Absolute URL of the data file, from which the relative links of entries are resolved.
    pub data: &'a str,
}

/// Atom asks for a time even where no date is known: this one keeps such an entry from ever being news.
const UNKNOWN: &str = "1970-01-01T00:00:00Z";

impl Feed<'_> {
    /// Writes entries, those of one date in the order in which they come.
    pub fn write<P: Borrow<Publication>>(&self, publications: impl IntoIterator<Item = P>) -> String {
        let mut publications: Vec<P> = publications.into_iter().collect();
        publications.sort_by_key(|publication| Reverse(publication.borrow().issued.as_ref().map(Date::order)));
        let newest = publications.first().and_then(|newest| newest.borrow().issued.as_ref());
        let mut feed = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        feed.push_str(&format!(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"{}\">\n  <id>{page}</id>\n  <title>{title}</title>\n  \
             <link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>\n  \
             <link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n  <updated>{}</updated>\n  \
             <author><name>{title}</name></author>\n",
            escape(self.data),
            escape(self.url),
            newest.map_or_else(|| UNKNOWN.to_owned(), time),
            page = escape(self.page),
            title = escape(&line(self.title)),
        ));
        publications.iter().for_each(|publication| self.entry(publication.borrow(), &mut feed));
        feed.push_str("</feed>\n");
        feed
    }

    fn entry(&self, publication: &Publication, feed: &mut String) {
        let id = escape(&format!("{}#{}", self.page, encode_component(&publication.id)));
        let language = publication.language.as_ref().map(|tag| format!(" xml:lang=\"{}\"", escape(tag)));
        feed.push_str(&format!("  <entry{}>\n    <id>{id}</id>\n", language.unwrap_or_default()));
        element("title", &RichText::parse_inline(&publication.title).0, feed);
        feed.push_str(&format!("    <link rel=\"alternate\" type=\"text/html\" href=\"{id}\"/>\n"));
        for link in &publication.links {
            let (href, label) = (escape(link.href.as_str()), escape(&line(link.label())));
            feed.push_str(&format!("    <link rel=\"related\" href=\"{href}\" title=\"{label}\"/>\n"));
        }
        let date = publication.issued.as_ref().map(time);
        if let Some(date) = &date {
            feed.push_str(&format!("    <published>{date}</published>\n"));
        }
        feed.push_str(&format!("    <updated>{}</updated>\n", date.as_deref().unwrap_or(UNKNOWN)));
        for name in publication.authors.iter().map(|author| line(&author.display())).filter(|name| !name.is_empty()) {
            feed.push_str(&format!("    <author><name>{}</name></author>\n", escape(&name)));
        }
        for keyword in &publication.keywords {
            feed.push_str(&format!("    <category term=\"{}\"/>\n", escape(&line(keyword))));
        }
        if let Some(text) = &publication.abstract_text {
            element("summary", &RichText::parse_block(text).0, feed);
        }
        feed.push_str("  </entry>\n");
    }
}

/// Rich text in an element, as HTML that is escaped: so every reader shows it.
fn element(name: &str, text: &RichText, feed: &mut String) {
    feed.push_str(&format!("    <{name} type=\"html\">{}</{name}>\n", escape(&rich(text, true))));
}

/// Returns the first moment of a date. Atom knows the years from 1 to 9999 only.
fn time(date: &Date) -> String {
    let (year, month, day) = date.order();
    let year = year.clamp(1, 9999);
    let month = month.max(1);
    format!("{year:04}-{month:02}-{:02}T00:00:00Z", day.clamp(1, days_of_month(year, month)))
}

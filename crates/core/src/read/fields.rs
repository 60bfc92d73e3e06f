//! Fields of an entry that are lists or objects.

use super::envelope::{href, texts};
use super::log::Log;
use super::record::Record;
use crate::href::Href;
use crate::json::string;
use crate::problem::{Fault, Loss};
use crate::publication::{Link, LinkKind, Name};

/// The authors, each read by itself.
pub(super) fn names<'a>(entry: &Record<'a>, field: &str, log: &mut Log<'a>) -> Vec<Name> {
    let mut names = Vec::new();
    for (path, raw) in entry.items(field, log) {
        names.extend(name(raw, &path, log));
    }
    names
}

fn name<'a>(raw: &'a str, path: &str, log: &mut Log<'a>) -> Option<Name> {
    if raw.starts_with('"') {
        let text = string(raw)?;
        return if text.trim().is_empty() { None } else { Some(Name::Literal(text.into())) };
    }
    let record = Record::read(raw, path, log)?;
    let mut part = |field: &str| record.text(field, log).unwrap_or_default();
    let literal = part("literal");
    if !literal.is_empty() {
        return Some(Name::Literal(literal));
    }
    let (given, family) = (part("given"), part("family"));
    let (dropping, non_dropping, suffix) = (part("dropping-particle"), part("non-dropping-particle"), part("suffix"));
    if given.is_empty() && family.is_empty() {
        // A part of the wrong type has been reported already.
        if record.raw("given").or(record.raw("family")).is_none() {
            log.add(raw, path, Loss::Field, Fault::Missing);
        }
        return None;
    }
    Some(Name::Parts { given, family, dropping, non_dropping, suffix })
}

/// Keywords: CSL-JSON has one string with commas or semicolons; a list is read too.
pub(super) fn keywords<'a>(entry: &Record<'a>, log: &mut Log<'a>) -> Vec<Box<str>> {
    if entry.raw("keyword").is_some_and(|raw| raw.starts_with('[')) {
        return texts(entry, "keyword", log);
    }
    let text = entry.text("keyword", log).unwrap_or_default();
    let separator = if text.contains(';') { ';' } else { ',' };
    let mut keywords = Vec::new();
    for word in text.split(separator).map(str::trim) {
        if !word.is_empty() {
            keywords.push(word.into());
        }
    }
    keywords
}

/// `custom.links`, then CSL's own `DOI` and `URL` unless the same address is there already.
pub(super) fn links<'a>(entry: &Record<'a>, custom: Option<&Record<'a>>, log: &mut Log<'a>) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for (path, raw) in custom.map_or_else(Vec::new, |custom| custom.items("links", log)) {
        links.extend(link(raw, &path, log));
    }
    let doi = entry.text("DOI", log).and_then(|doi| Href::parse(&doi_address(&doi)).ok());
    let own = [(LinkKind::Doi, doi), (LinkKind::Website, href(entry, "URL", log))];
    for (kind, href) in own {
        if let Some(href) = href.filter(|href| links.iter().all(|link| link.href != *href)) {
            links.push(Link { kind, href, label: None });
        }
    }
    links
}

fn link<'a>(raw: &'a str, path: &str, log: &mut Log<'a>) -> Option<Link> {
    let record = Record::read(raw, path, log)?;
    let href = href(&record, "url", log);
    if href.is_none() && record.raw("url").is_none() {
        record.refuse("url", Fault::Missing, log);
    }
    let label = record.text("label", log);
    Some(Link { kind: link_kind(&record, log), href: href?, label })
}

/// A link of unknown kind still leads somewhere: it is shown as a website.
fn link_kind<'a>(link: &Record<'a>, log: &mut Log<'a>) -> LinkKind {
    let Some(name) = link.text("kind", log) else { return LinkKind::Website };
    LinkKind::parse(&name).unwrap_or_else(|| {
        link.refuse("kind", Fault::Unknown(name.into()), log);
        LinkKind::Website
    })
}

/// The resolver's address of a DOI, which is found in files with and without its prefix.
fn doi_address(doi: &str) -> String {
    let doi = doi.trim();
    let bare = doi.find("10.").map_or(doi, |at| &doi[at..]);
    let mut address = String::from("https://doi.org/");
    for c in bare.chars() {
        match c {
            ' ' => address.push_str("%20"),
            '"' => address.push_str("%22"),
            '#' => address.push_str("%23"),
            '<' => address.push_str("%3C"),
            '>' => address.push_str("%3E"),
            '?' => address.push_str("%3F"),
            _ => address.push(c),
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::doi_address;

    #[test]
    fn a_doi_is_found_with_and_without_its_prefix() {
        for doi in ["10.1145/2451116.2451167", "doi:10.1145/2451116.2451167", "https://doi.org/10.1145/2451116.2451167"]
        {
            assert_eq!(doi_address(doi), "https://doi.org/10.1145/2451116.2451167");
        }
        assert_eq!(doi_address("10.1002/(SICI)<1::AID>3.0"), "https://doi.org/10.1002/(SICI)%3C1::AID%3E3.0");
    }
}

//! Links of an entry.

use serde::Deserialize;

use super::lenient::{FromJson, Lenient};
use super::log::Log;
use super::object::Object;
use super::path::Path;
use crate::href::Href;
use crate::problem::Fault;
use crate::publication::{Link, LinkKind};

#[derive(Deserialize, Default)]
#[serde(default)]
struct LinkFields<'a> {
    #[serde(borrow)]
    kind: Lenient<'a, LinkKind>,
    url: Lenient<'a, Href>,
    label: Lenient<'a, Box<str>>,
}

/// A link of `custom.links`. One of unknown kind still leads somewhere: it is shown as a website.
impl FromJson for Link {
    fn from_json(text: &str, path: &Path<'_>, log: &mut Log<'_>) -> Option<Self> {
        let LinkFields { kind, url, label } = Object::read(text, path, log)?.fields;
        if url.text().is_none() {
            log.add_field(text, &path.field("url"), Fault::Missing);
        }
        let href = url.read(&path.field("url"), log);
        let label = label.read(&path.field("label"), log);
        let kind = kind.read(&path.field("kind"), log).unwrap_or(LinkKind::Website);
        Some(Self { kind, href: href?, label })
    }
}

impl FromJson for LinkKind {
    fn from_json(text: &str, path: &Path<'_>, log: &mut Log<'_>) -> Option<Self> {
        let name = <Box<str>>::from_json(text, path, log)?;
        let kind = Self::parse(&name);
        if kind.is_none() {
            log.add_field(text, path, Fault::Unknown(name.into()));
        }
        kind
    }
}

/// A DOI, with or without a prefix, as the URL of its resolver; one that is no URL is ignored.
pub(super) struct Doi(pub(super) Option<Href>);

impl FromJson for Doi {
    fn from_json(text: &str, path: &Path<'_>, log: &mut Log<'_>) -> Option<Self> {
        let doi = <Box<str>>::from_json(text, path, log)?;
        Some(Self(Href::parse(&resolver_url(&doi)).ok()))
    }
}

/// Returns the URL of the resolver for a DOI.
fn resolver_url(doi: &str) -> String {
    let doi = doi.trim();
    let bare = doi.find("10.").map_or(doi, |at| &doi[at..]);
    let mut url = String::from("https://doi.org/");
    for c in bare.chars() {
        match c {
            ' ' => url.push_str("%20"),
            '"' => url.push_str("%22"),
            '#' => url.push_str("%23"),
            '<' => url.push_str("%3C"),
            '>' => url.push_str("%3E"),
            '?' => url.push_str("%3F"),
            _ => url.push(c),
        }
    }
    url
}

#[cfg(test)]
mod tests {
    use super::resolver_url;

    #[test]
    fn a_doi_is_found_with_and_without_its_prefix() {
        for doi in ["10.1145/2451116.2451167", "doi:10.1145/2451116.2451167", "https://doi.org/10.1145/2451116.2451167"]
        {
            assert_eq!(resolver_url(doi), "https://doi.org/10.1145/2451116.2451167");
        }
        assert_eq!(resolver_url("10.1002/(SICI)<1::AID>3.0"), "https://doi.org/10.1002/(SICI)%3C1::AID%3E3.0");
    }
}

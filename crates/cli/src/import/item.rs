//! An entry on its way into the list.

use offprint_core::problem::Place;
use offprint_core::query::decode_component;
use offprint_core::rich::RichText;
use serde_json::{Value, json};

use crate::document::Members;

/// An entry as a format's reader hands it on: CSL-JSON members, not yet an id of the list.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Item {
    /// The file it comes from.
    pub(crate) file: String,
    /// Where it starts there.
    pub(crate) place: Place,
    /// The key that the file gives it.
    pub(crate) key: Option<String>,
    /// Its members but for `id`.
    pub(crate) members: Members,
}

/// What a file holds.
#[derive(Debug, Default)]
pub(crate) struct Imported {
    /// Its entries.
    pub(crate) items: Vec<Item>,
    /// What it says about the list as a whole, as members of an envelope.
    pub(crate) envelope: Members,
}

impl Imported {
    /// Adds what another file holds; what is said about the list already stays.
    pub(crate) fn add(&mut self, other: Self) {
        self.items.extend(other.items);
        for (name, value) in other.envelope {
            self.envelope.entry(name).or_insert(value);
        }
    }
}

impl From<Vec<Item>> for Imported {
    fn from(items: Vec<Item>) -> Self {
        Self { items, envelope: Members::new() }
    }
}

impl Item {
    /// Returns a member that is a text.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.members.get(name).and_then(Value::as_str)
    }
}

/// Adds a text, unless it is empty or there is one already; whether it was added.
pub(crate) fn put_text(members: &mut Members, name: &str, text: &str) -> bool {
    let text = text.trim();
    if text.is_empty() || members.contains_key(name) {
        return false;
    }
    members.insert(name.to_owned(), Value::from(text));
    true
}

/// Adds to a text that several fields share, with something between them.
pub(crate) fn join_text(members: &mut Members, name: &str, between: &str, text: &str) {
    let text = text.trim();
    let former = members.get(name).and_then(Value::as_str).unwrap_or_default();
    if !text.is_empty() && former != text {
        let joined = if former.is_empty() { text.to_owned() } else { format!("{former}{between}{text}") };
        members.insert(name.to_owned(), Value::from(joined));
    }
}

/// Adds a link to `custom.links`, unless the URL is there already.
pub(crate) fn put_link(members: &mut Members, kind: &str, url: &str) {
    let link = json!({ "kind": kind, "url": url });
    match custom(members).and_then(|custom| custom.entry("links").or_insert_with(|| json!([])).as_array_mut()) {
        Some(links) if links.iter().all(|link| link["url"] != url) => links.push(link),
        _ => {}
    }
}

/// Adds awards, each once: a text for one, a list for more.
pub(crate) fn put_awards(members: &mut Members, text: &str) {
    if text.trim().is_empty() {
        return;
    }
    let Some(custom) = custom(members) else { return };
    let known = match custom.shift_remove("award") {
        Some(Value::Array(awards)) => awards,
        Some(award) => vec![award],
        None => Vec::new(),
    };
    let named = text.split(';').map(str::trim).filter(|award| !award.is_empty()).map(|award| json!(award));
    let mut awards: Vec<Value> = Vec::new();
    for award in known.into_iter().chain(named) {
        if !awards.contains(&award) {
            awards.push(award);
        }
    }
    match awards.len() {
        0 => {}
        1 => drop(custom.insert("award".to_owned(), awards.swap_remove(0))),
        _ => drop(custom.insert("award".to_owned(), Value::Array(awards))),
    }
}

/// Adds a member of `custom`.
pub(crate) fn put_custom(members: &mut Members, key: &str, value: Value) {
    if let Some(custom) = custom(members) {
        custom.insert(key.to_owned(), value);
    }
}

/// Adds a picture; the title says what it is of.
pub(crate) fn put_image(members: &mut Members, url: &str) {
    let title = members.get("title").and_then(Value::as_str).unwrap_or_default();
    let alt = RichText::parse_inline(title).0.plain();
    put_custom(members, "image", json!({ "url": url.trim(), "alt": alt }));
}

/// Adds former anchors.
pub(crate) fn put_aliases<'a>(members: &mut Members, aliases: impl Iterator<Item = &'a str>) {
    let aliases: Vec<_> = aliases.map(str::trim).filter(|alias| !alias.is_empty()).collect();
    if aliases.is_empty() {
        return;
    }
    if let Some(custom) = custom(members) {
        custom.insert("aliases".to_owned(), json!(aliases));
    }
}

/// Keeps the aliases that `is_kept` says; returns the others.
pub(crate) fn retain_aliases(members: &mut Members, is_kept: &dyn Fn(&str) -> bool) -> Vec<String> {
    let Some(custom) = members.get_mut("custom").and_then(Value::as_object_mut) else { return Vec::new() };
    let mut taken = Vec::new();
    if let Some(aliases) = custom.get_mut("aliases").and_then(Value::as_array_mut) {
        aliases.retain(|alias| {
            let other = alias.as_str().filter(|alias| !is_kept(alias));
            taken.extend(other.map(str::to_owned));
            other.is_none()
        });
        if aliases.is_empty() {
            custom.shift_remove("aliases");
        }
    }
    if custom.is_empty() {
        members.shift_remove("custom");
    }
    taken
}

/// Returns the member `custom`, made where there is none; nothing where it is no object.
pub(crate) fn custom(members: &mut Members) -> Option<&mut Members> {
    members.entry("custom").or_insert_with(|| json!({})).as_object_mut()
}

/// Adds a DOI, bare, from a text that may have its resolver before it; whether there was one.
pub(crate) fn put_doi(members: &mut Members, text: &str) -> bool {
    doi(text).is_some_and(|doi| put_text(members, "DOI", &doi))
}

/// Returns the DOI in a text such as `https://doi.org/10.1145/2451116` or `DOI: 10.1145/2451116`. In a URL it is
/// percent-encoded.
pub(crate) fn doi(text: &str) -> Option<String> {
    let decoded = if text.contains("://") { decode_component(text) } else { text.to_owned() };
    bare_doi(&decoded).map(str::to_owned)
}

fn bare_doi(text: &str) -> Option<&str> {
    let text = text.trim();
    let label = text.get(..4).filter(|label| label.eq_ignore_ascii_case("doi:"));
    let text = label.map_or(text, |label| text[label.len()..].trim_start());
    let start = if text.starts_with("10.") { 0 } else { text.find("/10.").or_else(|| text.find(":10."))? + 1 };
    let doi = text[start..].split_whitespace().next()?.trim_end_matches(['.', ',', ';']);
    let is_registrant =
        |registrant: &str| registrant.len() > 3 && registrant[3..].starts_with(|c: char| c.is_ascii_digit());
    let (registrant, suffix) = doi.split_once('/')?;
    (is_registrant(registrant) && !suffix.is_empty()).then_some(doi)
}

/// Takes a URL for the DOI that it leads to, unless the entry has another one; whether it did.
pub(crate) fn take_doi_url(members: &mut Members, url: &str) -> bool {
    let found = doi(url).filter(|_| is_doi_url(url));
    found.is_some_and(|found| {
        put_text(members, "DOI", &found)
            || members.get("DOI").and_then(Value::as_str).is_some_and(|own| own.eq_ignore_ascii_case(&found))
    })
}

/// Returns whether a URL leads to the DOI resolver.
pub(crate) fn is_doi_url(url: &str) -> bool {
    let lower = url.trim().to_ascii_lowercase();
    let host = lower.trim_start_matches("https://").trim_start_matches("http://");
    host.starts_with("doi.org/") || host.starts_with("dx.doi.org/") || host.starts_with("www.doi.org/")
}

/// Returns whether it is a URL that a page can link to wherever it is.
pub(crate) fn is_web_url(url: &str) -> bool {
    let lower = url.get(..8).unwrap_or(url).to_ascii_lowercase();
    (lower.starts_with("http://") || lower.starts_with("https://")) && !url.contains(char::is_whitespace)
}

/// Returns the path of a file in the folder of the list or below it, as a URL; spaces are written as URLs have
/// them.
///
/// A host without its scheme looks the same but for the point in its name.
pub(crate) fn relative_file(text: &str) -> Option<String> {
    const FILES: [&str; 20] = [
        "pdf", "ps", "djvu", "epub", "ppt", "pptx", "key", "odp", "html", "htm", "mp4", "webm", "zip", "gz", "csv",
        "txt", "md", "png", "jpg", "svg",
    ];
    let path = text.trim().trim_start_matches("./");
    let is_file = path
        .rsplit_once('.')
        .is_some_and(|(name, extension)| !name.is_empty() && FILES.contains(&extension.to_ascii_lowercase().as_str()));
    let is_host = path.split_once('/').is_some_and(|(first, _)| first.contains('.'));
    let is_elsewhere =
        path.starts_with('/') || path.contains([':', '\\', '?', '#']) || path.chars().any(char::is_control);
    (is_file && !is_host && !is_elsewhere).then(|| path.replace(' ', "%20"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_beside_the_list_is_told_from_all_other_places() {
        for (text, path) in [
            ("papers/klein2021gc.pdf", Some("papers/klein2021gc.pdf")),
            ("./talks/a b.PDF", Some("talks/a%20b.PDF")),
            ("klein.pdf", Some("klein.pdf")),
            ("../klein.pdf", None),
            ("/home/eva/klein.pdf", None),
            ("C:/klein.pdf", None),
            ("C:\\klein.pdf", None),
            ("file:klein.pdf", None),
            ("a.example/klein.pdf", None),
            ("a.example", None),
            ("yes", None),
            ("", None),
        ] {
            assert_eq!(relative_file(text).as_deref(), path, "from {text:?}");
        }
    }

    #[test]
    fn a_doi_is_found_however_it_is_written() {
        for (text, found) in [
            ("10.1145/2451116.2451167", Some("10.1145/2451116.2451167")),
            (" https://doi.org/10.1145/2451116 ", Some("10.1145/2451116")),
            ("DOI: 10.1145/1234.5678", Some("10.1145/1234.5678")),
            ("https://doi.org/10.1214%2F13-sts434", Some("10.1214/13-sts434")),
            ("https://doi.org/10.1002/(SICI)1%3C1::A%3E3.0.CO;2-7", Some("10.1002/(SICI)1<1::A>3.0.CO;2-7")),
            ("10.1000/100%25", Some("10.1000/100%25")),
            ("doi:10.1002/(SICI)1097<1::AID>3.0", Some("10.1002/(SICI)1097<1::AID>3.0")),
            ("10.1/x.", Some("10.1/x")),
            ("10.", None),
            ("arXiv:2010.12345", None),
            ("", None),
        ] {
            assert_eq!(doi(text).as_deref(), found, "in {text:?}");
        }
    }
}

//! The absolute address that a page will have.

use std::str::FromStr;

use offprint_core::href::{Href, beside};
use offprint_core::publication::Publication;

/// An absolute address, with a slash at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Base(String);

/// Why a text is no such address.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "expected an address that begins with https:// or http:// and has no ? or #, such as https://example.org/papers/"
)]
pub(crate) struct NoBase;

impl FromStr for Base {
    type Err = NoBase;

    fn from_str(text: &str) -> Result<Self, NoBase> {
        let text = text.trim();
        let lower = text.to_ascii_lowercase();
        let host = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")).ok_or(NoBase)?;
        let is_clean = text.bytes().all(|b| b.is_ascii_graphic() && !b"?#\"<>\\^`{|}".contains(&b));
        if host.is_empty() || host.starts_with('/') || !is_clean {
            return Err(NoBase);
        }
        Ok(Self(format!("{}/", text.trim_end_matches('/').trim_end_matches("/index.html"))))
    }
}

impl Base {
    /// The address itself.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of something below it.
    pub(crate) fn join(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// An address on the page as an absolute one.
    pub(crate) fn resolve(&self, address: &str) -> String {
        beside(address, &self.0)
    }
}

/// What addresses on the page are seen from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Addresses<'a> {
    /// Where the page will be, if that is known.
    pub(crate) base: Option<&'a Base>,
    /// Where the list is, seen from the page.
    pub(crate) source: &'a str,
}

impl Addresses<'_> {
    /// The page of a publication.
    pub(crate) fn page(self, publication: &Publication) -> Option<String> {
        self.base.map(|base| base.join(&page_path(&publication.id)))
    }

    /// An address that stands in the list, as an absolute one; none where that cannot be known.
    pub(crate) fn absolute(self, href: &Href) -> Option<String> {
        let seen = beside(href.as_str(), self.source);
        match self.base {
            Some(base) => Some(base.resolve(&seen)),
            None => seen.contains("://").then_some(seen),
        }
    }
}

/// The folder of a publication's own page, with a slash at its end. Every byte of the id outside of letters, digits, `_`
/// and `-` is written as `~` and two hexadecimal digits.
pub(crate) fn page_path(id: &str) -> String {
    let mut path = String::from("p/");
    for byte in id.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-' => path.push(char::from(byte)),
            _ => path.push_str(&format!("~{byte:02X}")),
        }
    }
    path + "/"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_absolute_address_ends_with_a_slash() {
        for (text, base) in [
            ("https://example.org", "https://example.org/"),
            (" http://example.org/papers/ ", "http://example.org/papers/"),
            ("HTTPS://example.org/papers/index.html", "HTTPS://example.org/papers/"),
        ] {
            assert_eq!(text.parse::<Base>().map(|base| base.0), Ok(base.to_owned()), "{text}");
        }
        for text in ["", "/papers", "example.org", "ftp://example.org", "https://", "https://a/?x", "https://a/\"><"] {
            assert_eq!(text.parse::<Base>(), Err(NoBase), "{text}");
        }
    }

    #[test]
    fn an_id_becomes_a_folder_name_that_every_host_takes() {
        assert_eq!(page_path("asplos_2013-a"), "p/asplos_2013-a/");
        assert_eq!(page_path("a/../b ü~"), "p/a~2F~2E~2E~2Fb~20~C3~BC~7E/");
    }
}

//! URLs that are safe to follow.

use std::fmt;

use thiserror::Error;

/// The schemes that a link may have; every other one is refused, known or not.
const SCHEMES: [&str; 3] = ["http", "https", "mailto"];

/// A URL that is safe to follow: http, https, mailto, an in-page `#anchor`, or a relative URL.
///
/// [`Href::parse`] is the only way to make one, so whatever holds an `Href` need not check it again.
/// A relative URL is still to be resolved against the file it is in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Href(Box<str>);

/// Why a URL is not followed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum UnsafeHref {
    /// Nothing is left once the white space is taken away.
    #[error("the URL is empty")]
    Empty,
    /// A control character other than the tabs and line ends that browsers pass over.
    #[error("the URL holds control characters")]
    Control,
    /// A scheme other than those followed, as it was written.
    #[error("URLs that begin with `{0}:` are not followed; use http, https, mailto, #anchor or a relative URL")]
    Scheme(Box<str>),
    /// A file that has to lie with the list, and does not.
    #[error("expected a file beside the list")]
    Elsewhere,
    /// A URL that leads to no picture, such as an anchor.
    #[error("expected the URL of a picture: http, https or relative to the list")]
    NoPicture,
}

impl Href {
    /// Reads a URL the way a browser would, so that nothing it would run gets past.
    ///
    /// White space and controls at the ends go, as do tabs and line ends anywhere (`java\nscript:` is a scheme to a
    /// browser). Entities must be decoded already. What is left is kept as written: nothing is percent-encoded.
    ///
    /// # Errors
    /// [`UnsafeHref`] for an empty URL, any other control character, or a scheme that is not followed.
    pub fn parse(text: &str) -> Result<Href, UnsafeHref> {
        let text: String =
            text.trim_matches(|c: char| c <= ' ').chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
        if text.is_empty() {
            return Err(UnsafeHref::Empty);
        }
        if text.chars().any(char::is_control) {
            return Err(UnsafeHref::Control);
        }
        match scheme(&text) {
            Some(scheme) if !SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known)) => {
                Err(UnsafeHref::Scheme(scheme.into()))
            }
            _ => Ok(Href(text.into_boxed_str())),
        }
    }

    /// Returns the URL, fit for an `href` attribute.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns whether another URL leads to the same place; DOIs compare without case, by whatever resolver.
    pub fn is_same_target(&self, other: &Self) -> bool {
        let doi = |url: &Self| {
            let at = ["://doi.org/", "://dx.doi.org/"].iter().find_map(|host| Some(url.0.find(host)? + host.len()))?;
            Some(url.0[at..].to_ascii_lowercase())
        };
        self == other || doi(self).is_some_and(|own| doi(other) == Some(own))
    }

    /// Returns whether this is an in-page URL such as `#asplos`.
    pub fn is_anchor(&self) -> bool {
        self.anchor().is_some()
    }

    /// Returns the id of an in-page URL, as written: `asplos` for `#asplos`. Percent signs are not decoded.
    pub fn anchor(&self) -> Option<&str> {
        self.0.strip_prefix('#')
    }

    /// Returns whether this is to be resolved against the file it is in: it has no scheme and is no anchor.
    ///
    /// True of `//host/path` too, which takes its scheme from there.
    pub fn is_relative(&self) -> bool {
        !self.is_anchor() && scheme(&self.0).is_none()
    }
}

impl fmt::Display for Href {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Returns a relative URL that is in `file`, as it is seen from where `file` is seen: `x.pdf` in
/// `data/list.json` is `data/x.pdf`. One that is not relative stays as it is.
pub fn beside(url: &str, file: &str) -> String {
    if url.starts_with('#') || scheme(url).is_some() {
        return url.to_owned();
    }
    let file = file.split(['?', '#']).next().unwrap_or_default();
    let host = scheme(file).and_then(|scheme| {
        let start = file.get(scheme.len() + 3..)?;
        Some(file.len() - start.len() + start.find('/').unwrap_or(start.len()))
    });
    let host = &file[..host.unwrap_or(0)];
    match url.as_bytes() {
        [b'/', b'/', ..] => url.to_owned(),
        [b'/', ..] => format!("{host}{url}"),
        [b'?', ..] => format!("{file}{url}"),
        _ => {
            let folder = file.rfind('/').map_or("", |at| &file[host.len()..=at.max(host.len())]);
            format!("{host}{}", without_dots(&format!("{folder}{url}")))
        }
    }
}

/// Returns the URL without `.`, and without `..` behind a folder.
fn without_dots(url: &str) -> String {
    let (path, rest) = url.split_at(url.find(['?', '#']).unwrap_or(url.len()));
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "." => {}
            // Above the root there is nothing.
            ".." if path.starts_with('/') => parts.truncate(parts.len().saturating_sub(1).max(1)),
            ".." if parts.last().is_some_and(|last| !last.is_empty() && *last != "..") => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.join("/") + rest
}

/// Returns what is before the first colon, if a browser would take that for a scheme.
fn scheme(url: &str) -> Option<&str> {
    let (scheme, _) = url.split_once(':')?;
    let fits = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.');
    let named = scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.bytes().all(fits);
    named.then_some(scheme)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn safe_urls_are_kept_and_cleaned_as_a_browser_would() {
        for (written, kept) in [
            ("https://mirage.io/papers?q=a b#asplos", "https://mirage.io/papers?q=a b#asplos"),
            ("HTTP://EXAMPLE.ORG", "HTTP://EXAMPLE.ORG"),
            ("mailto:anil@example.org", "mailto:anil@example.org"),
            ("#asplos", "#asplos"),
            ("#", "#"),
            ("/about", "/about"),
            ("//cdn.example.org/x.pdf", "//cdn.example.org/x.pdf"),
            ("pdf/13.pdf", "pdf/13.pdf"),
            ("?year=2013", "?year=2013"),
            ("./a:b", "./a:b"),
            ("?q=javascript:1", "?q=javascript:1"),
            ("1:2", "1:2"),
            ("  https://a.example/\u{1}\n", "https://a.example/"),
            ("ht\ntps://a.exa\tmple/\r\nb", "https://a.example/b"),
            ("https://de.wikipedia.org/wiki/Müller", "https://de.wikipedia.org/wiki/Müller"),
        ] {
            assert_eq!(Href::parse(written).as_ref().map(Href::as_str), Ok(kept), "from {written:?}");
        }
    }

    #[test]
    fn every_other_scheme_is_refused_however_it_is_disguised() {
        for (written, scheme) in [
            ("javascript:alert(1)", "javascript"),
            ("JaVaScRiPt:alert(1)", "JaVaScRiPt"),
            ("java\nscript:alert(1)", "javascript"),
            ("\tj\ta\rvascript\n:alert(1)", "javascript"),
            ("\u{0}\u{1f} javascript:alert(1)", "javascript"),
            ("data:text/html,<script>alert(1)</script>", "data"),
            ("vbscript:msgbox", "vbscript"),
            ("file:///etc/passwd", "file"),
            ("blob:https://a.example/1", "blob"),
            ("view-source:https://a.example", "view-source"),
            ("x:", "x"),
        ] {
            assert_eq!(Href::parse(written), Err(UnsafeHref::Scheme(scheme.into())), "from {written:?}");
        }
    }

    #[test]
    fn empty_urls_and_control_characters_are_refused() {
        for (written, why) in [
            ("", UnsafeHref::Empty),
            (" \t\n\u{0}", UnsafeHref::Empty),
            ("java\u{0}script:alert(1)", UnsafeHref::Control),
            ("https://a.example/\u{7f}b", UnsafeHref::Control),
            ("https://a.example/\u{85}b", UnsafeHref::Control),
        ] {
            assert_eq!(Href::parse(written), Err(why), "from {written:?}");
        }
    }

    #[test]
    fn a_url_in_a_file_is_seen_from_where_the_file_is_seen() {
        for (url, file, seen) in [
            ("x.pdf", "data/list.json", "data/x.pdf"),
            ("../x.pdf?a=../b", "data/list.json", "x.pdf?a=../b"),
            ("./pdf/../x.pdf", "../../data/list.json", "../../data/x.pdf"),
            ("../../x.pdf", "data/list.json", "../x.pdf"),
            ("/about", "data/list.json", "/about"),
            ("//host/x", "data/list.json", "//host/x"),
            ("x.pdf", "list.json", "x.pdf"),
            ("x.pdf", "/a/list.json?v=1/2", "/a/x.pdf"),
            ("?page=2", "data/list.json", "data/list.json?page=2"),
            ("x.pdf", "https://host/a/list.json", "https://host/a/x.pdf"),
            ("../../x.pdf", "https://host/a/list.json", "https://host/x.pdf"),
            ("/x.pdf", "https://host/a/list.json", "https://host/x.pdf"),
            ("mailto:a@b.example", "data/list.json", "mailto:a@b.example"),
            ("#a", "data/list.json", "#a"),
        ] {
            assert_eq!(beside(url, file), seen, "{url} in {file}");
        }
    }

    #[test]
    fn a_url_is_an_anchor_or_relative_or_has_a_scheme() {
        for (written, anchor, relative) in [
            ("#hotcloud", Some("hotcloud"), false),
            ("papers#hotcloud", None, true),
            ("//host/papers", None, true),
            ("https://host/papers#x", None, false),
            ("mailto:a@b.example", None, false),
        ] {
            let read = Href::parse(written);
            assert_eq!(read.as_ref().map(Href::anchor), Ok(anchor), "from {written:?}");
            assert_eq!(read.as_ref().map(Href::is_relative), Ok(relative), "from {written:?}");
        }
    }
}

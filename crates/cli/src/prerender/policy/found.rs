//! What a page loads and runs, read from its markup.

use std::cell::RefCell;
use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};
use sha2::{Digest, Sha256, Sha384};

/// What a page needs to be allowed, and what a policy without 'unsafe-inline' cannot allow.
#[derive(Debug, Default)]
pub(in super::super) struct Found {
    /// Pairs of a directive and a source, in the order of the page.
    pub(super) sources: Vec<(&'static str, String)>,
    /// Relative URLs of the files that it loads.
    pub(in super::super) files: BTreeSet<String>,
    /// Attributes that hold scripts or styles.
    pub(in super::super) attributes: BTreeSet<String>,
    /// The directive that the text being read needs a hash for, and the text so far.
    inline: Option<(&'static str, String)>,
}

/// Where which element loads something from, and the directive for it.
const LOADED: [(&str, &str, &str); 8] = [
    ("script", "src", "script-src"),
    ("img", "src", "img-src"),
    ("iframe", "src", "frame-src"),
    ("video", "src", "media-src"),
    ("audio", "src", "media-src"),
    ("source", "src", "media-src"),
    ("form", "action", "form-action"),
    ("link", "href", ""),
];

impl Found {
    /// Reads a page.
    ///
    /// # Errors
    /// Where it cannot be taken apart.
    pub(super) fn read(page: &str) -> anyhow::Result<Self> {
        let found = RefCell::new(Self::default());
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!("*", |element| {
                found.borrow_mut().element(element);
                Ok(())
            }))
            .append_element_content_handler(text!("script, style", |chunk| {
                found.borrow_mut().text(chunk.as_str(), chunk.last_in_text_node());
                Ok(())
            }));
        rewrite_str(page, settings)?;
        Ok(found.into_inner())
    }

    fn element(&mut self, element: &Element<'_, '_>) {
        let names = element.attributes().iter().map(|attribute| attribute.name());
        self.attributes.extend(names.filter(|name| name == "style" || name.starts_with("on")));
        self.inline = match element.tag_name().as_str() {
            "script" if !element.has_attribute("src") && is_run(element) => Some(("script-src", String::new())),
            "style" => Some(("style-src", String::new())),
            _ => None,
        };
        if element.tag_name() == "base" && element.has_attribute("href") {
            self.sources.push(("base-uri", "'self'".to_owned()));
        }
        for (_, attribute, directive) in LOADED.iter().filter(|(name, ..)| *name == element.tag_name()) {
            let Some(url) = element.get_attribute(attribute) else { continue };
            let directive = if directive.is_empty() { of_link(element) } else { Some(*directive) };
            let source = if *attribute == "src" && directive == Some("script-src") { whole } else { origin };
            // What is loaded late is no part of the page that works offline: a picture of the list may be missing.
            let is_late = element.get_attribute("loading").is_some_and(|loading| loading == "lazy");
            let is_file = matches!(element.tag_name().as_str(), "script" | "link" | "img") && !is_late;
            if is_file && directive.is_some() && !url.contains(':') && !url.starts_with('/') {
                self.files.insert(url.clone());
            }
            self.sources.extend(directive.zip(source(&url)));
        }
    }

    fn text(&mut self, text: &str, is_last: bool) {
        let Some((_, so_far)) = &mut self.inline else { return };
        so_far.push_str(text);
        if is_last && let Some((directive, text)) = self.inline.take() {
            self.sources.push((directive, hash(&text)));
        }
    }
}

/// Returns whether a script is run, or only data for others to read.
fn is_run(script: &Element<'_, '_>) -> bool {
    let kind = script.get_attribute("type").unwrap_or_default().to_ascii_lowercase();
    !kind.contains('/') || kind.contains("javascript") || kind.contains("ecmascript")
}

fn of_link(link: &Element<'_, '_>) -> Option<&'static str> {
    match link.get_attribute("rel").unwrap_or_default().to_ascii_lowercase().as_str() {
        "stylesheet" => Some("style-src"),
        "icon" | "shortcut icon" | "apple-touch-icon" => Some("img-src"),
        "modulepreload" => Some("script-src"),
        "preload" => Some("connect-src"),
        _ => None,
    }
}

/// Returns the hash of an inline script or style, as browsers take it: of the text with plain line feeds.
fn hash(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// The hash of a file, as an attribute `integrity` has it.
pub(in super::super) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// The origin of an absolute URL; none where it is relative, and so a part of `'self'`.
pub(in super::super) fn origin(url: &str) -> Option<String> {
    let (scheme, rest) = url.trim().split_once("//")?;
    let host = rest.split(['/', '?', '#', ';', ',', ' ']).next()?;
    let host = host.rsplit('@').next().filter(|host| !host.is_empty())?;
    let is_web = matches!(scheme.to_ascii_lowercase().as_str(), "" | "http:" | "https:");
    is_web.then(|| {
        if scheme.is_empty() { host.to_ascii_lowercase() } else { format!("{scheme}//{host}").to_ascii_lowercase() }
    })
}

/// Returns the URL of one file, so that nothing else that lies on its host can be run.
fn whole(url: &str) -> Option<String> {
    let origin = origin(url)?;
    let file = url.trim().split(['?', '#']).next().unwrap_or_default();
    let (_, rest) = file.split_once("//")?;
    let path = rest.find('/').and_then(|at| rest.get(at..)).unwrap_or_default();
    Some(origin + &path.replace(';', "%3B").replace(',', "%2C").replace(' ', "%20"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(page: &str) -> Vec<(&'static str, String)> {
        Found::read(page).unwrap().sources
    }

    #[test]
    fn what_is_run_has_a_hash_and_data_has_none() {
        let found = sources(
            "<script>alert('Hello, world.');</script><script type=\"application/ld+json\">{}</script>\
             <!-- <script>no()</script> --><script type=module>import './a.js'</script><style>p { color: red }</style>",
        );
        let directives: Vec<_> = found.iter().map(|(directive, _)| *directive).collect();
        assert_eq!(directives, ["script-src", "script-src", "style-src"]);
        // The example of the specification.
        assert_eq!(found[0].1, "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
    }

    #[test]
    fn line_ends_are_hashed_as_browsers_read_them() {
        assert_eq!(sources("<script>a\r\nb\rc</script>"), sources("<script>a\nb\nc</script>"));
    }

    #[test]
    fn what_lies_elsewhere_is_named_as_narrowly_as_can_be() {
        let found = sources(
            "<script src='//cdn.example/x;1.js?v=2'></script><script src='./own.js'></script>\
             <link rel=stylesheet href='https://fonts.example/css?family=A'><img src='HTTPS://Img.example:8443/a.png'>\
             <iframe src='https://f.example'></iframe><form action='https://q.example/find'></form><base href='/x/'>",
        );
        let found: Vec<_> = found.iter().map(|(directive, source)| (*directive, source.as_str())).collect();
        assert_eq!(
            found,
            [
                ("script-src", "cdn.example/x%3B1.js"),
                ("style-src", "https://fonts.example"),
                ("img-src", "https://img.example:8443"),
                ("frame-src", "https://f.example"),
                ("form-action", "https://q.example"),
                ("base-uri", "'self'"),
            ]
        );
    }

    #[test]
    fn attributes_that_no_hash_allows_are_found() {
        let found = Found::read("<p style='color: red' onclick='a()'>x</p><p class=x>y</p>").unwrap();
        assert_eq!(found.attributes.iter().map(String::as_str).collect::<Vec<_>>(), ["onclick", "style"]);
    }
}

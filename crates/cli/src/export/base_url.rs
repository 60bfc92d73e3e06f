//! The address of the published page.

use anyhow::bail;

const VARIABLE: &str = "OFFPRINT_BASE_URL";

/// The absolute address of the folder that the page is published in; it ends with a slash.
#[derive(Debug)]
pub(super) struct BaseUrl(String);

impl BaseUrl {
    /// The address that is given or, without one, that of the environment.
    pub(super) fn given(option: Option<&str>) -> anyhow::Result<Self> {
        let variable = std::env::var(VARIABLE).ok().filter(|value| !value.is_empty());
        match option.map(str::to_owned).or(variable) {
            Some(url) => Self::parse(&url),
            None => bail!("a feed needs the address of its page: give --base-url URL, or set {VARIABLE}"),
        }
    }

    fn parse(url: &str) -> anyhow::Result<Self> {
        let url = url.trim();
        let host = ["https://", "http://"].iter().find_map(|scheme| {
            let start = url.get(..scheme.len())?;
            start.eq_ignore_ascii_case(scheme).then(|| &url[scheme.len()..])
        });
        let has_host = host.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'));
        if !has_host || url.contains(|c: char| c.is_whitespace() || c.is_control() || "?#<>\"\\".contains(c)) {
            bail!("“{url}” is no address of a page: it must begin with https:// or http://, and have no ? and no #");
        }
        Ok(Self(if url.ends_with('/') { url.to_owned() } else { format!("{url}/") }))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of a file below it.
    pub(super) fn join(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::BaseUrl;

    #[test]
    fn only_absolute_addresses_of_the_web_are_taken() {
        for (url, expected) in [
            ("https://a.example", Some("https://a.example/")),
            ("HTTP://a.example/papers/", Some("HTTP://a.example/papers/")),
            ("https://", None),
            ("https:///x", None),
            ("a.example", None),
            ("/papers/", None),
            ("javascript:alert(1)", None),
            ("https://a.example/#x", None),
            ("https://a.example/?q", None),
            ("é", None),
        ] {
            assert_eq!(BaseUrl::parse(url).ok().as_ref().map(BaseUrl::as_str), expected, "from {url:?}");
        }
    }
}

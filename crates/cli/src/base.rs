//! The absolute URL that a page will have.

use std::str::FromStr;

use offprint_core::href::beside;

/// An absolute URL, with a slash at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Base(String);

/// Why a text is no such URL.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a URL that begins with https:// or http:// and has no ? or #, such as https://example.org/papers/")]
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

/// The URL as an option gives it; an empty one, as an unset variable of a workflow has it, is none.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct BaseOption {
    /// Where the page is or will be published, such as https://example.org/papers/
    #[arg(long, env = "OFFPRINT_BASE_URL", value_name = "URL", default_value = "", hide_default_value = true)]
    base_url: Given,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Given(Option<Base>);

impl FromStr for Given {
    type Err = NoBase;

    fn from_str(text: &str) -> Result<Self, NoBase> {
        if text.trim().is_empty() { Ok(Self(None)) } else { text.parse().map(|base| Self(Some(base))) }
    }
}

impl BaseOption {
    /// Returns the URL, if one is given.
    pub(crate) fn get(&self) -> Option<&Base> {
        self.base_url.0.as_ref()
    }
}

impl Base {
    /// Returns the URL itself.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the URL of something below it.
    pub(crate) fn join(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// Returns a URL on the page as an absolute one.
    pub(crate) fn resolve(&self, url: &str) -> String {
        beside(url, &self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_absolute_url_ends_with_a_slash() {
        for (text, base) in [
            ("https://example.org", "https://example.org/"),
            (" http://example.org/papers/ ", "http://example.org/papers/"),
            ("HTTPS://example.org/papers/index.html", "HTTPS://example.org/papers/"),
        ] {
            assert_eq!(text.parse::<Base>().map(|base| base.0), Ok(base.to_owned()), "{text}");
        }
        assert_eq!(" ".parse(), Ok(Given(None)));
        for text in ["", "/papers", "example.org", "ftp://example.org", "https://", "https://a/?x", "https://a/\"><"] {
            assert_eq!(text.parse::<Base>(), Err(NoBase), "{text}");
        }
    }
}

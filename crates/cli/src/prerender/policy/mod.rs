//! The content security policy of a page: what its own markup loads, and nothing else.

mod found;

use leptos::prelude::*;

use super::site::Site;
pub(super) use found::Found;
pub(super) use found::{integrity, origin};

/// The name of the header, and of the element that stands for it.
pub(super) const NAME: &str = "Content-Security-Policy";

/// What index.html starts from. The policy `offprint` makes the one URL that is run, that of the service worker.
const OF_THE_LIST: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; \
    require-trusted-types-for 'script'; trusted-types offprint";

/// What the pages beside it start from: they run nothing.
const OF_A_PAGE: &str = "default-src 'self'; script-src 'none'; style-src 'self'; img-src 'self' data:; \
    object-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// What a maintainer says of it in `<meta name="offprint-policy">`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Nothing: the page has the policy that it needs.
    #[default]
    Written,
    /// `off`: no page has one.
    Off,
    /// Directives with sources to be allowed beside.
    With(String),
}

impl Wanted {
    /// Reads the content of the element.
    pub(super) fn parse(content: &str) -> Self {
        match content.trim() {
            "" => Self::Written,
            off if off.eq_ignore_ascii_case("off") => Self::Off,
            more => Self::With(more.to_owned()),
        }
    }
}

/// Directives in their order, each with its sources.
#[derive(Debug, Clone)]
pub(super) struct Policy(Vec<(String, Vec<String>)>);

impl Policy {
    /// Returns the policy of index.html, whose text this is, where data and pictures come from these URLs too.
    ///
    /// # Errors
    /// Where the text cannot be taken apart.
    pub(super) fn of_the_list(
        text: &str,
        site: &Site,
        data: &[String],
        pictures: &[String],
    ) -> anyhow::Result<(Self, Found)> {
        let found = Found::read(text)?;
        let mut policy = Self::parse(OF_THE_LIST);
        found.sources.iter().for_each(|(directive, source)| policy.allow(directive, source));
        data.iter().filter_map(|url| origin(url)).for_each(|origin| policy.allow("connect-src", &origin));
        policy.allow_pictures(pictures);
        policy.allow_wanted(&site.facts.policy);
        Ok((policy, found))
    }

    /// Returns the policy of the pages beside it, unless they are to have none; pictures come from these URLs too.
    pub(super) fn of_a_page(site: &Site, pictures: &[String]) -> Option<Self> {
        let facts = &site.facts;
        let mut policy = Self::parse(OF_A_PAGE);
        let sheets = facts.stylesheets.iter().filter_map(|sheet| origin(&sheet.href));
        sheets.for_each(|origin| policy.allow("style-src", &origin));
        facts.icon.iter().filter_map(|href| origin(href)).for_each(|origin| policy.allow("img-src", &origin));
        policy.allow_pictures(pictures);
        policy.allow_wanted(&facts.policy);
        (facts.policy != Wanted::Off).then_some(policy)
    }

    fn parse(text: &str) -> Self {
        let directive = |text: &str| {
            let mut words = text.split_whitespace().map(str::to_owned);
            Some((words.next()?.to_ascii_lowercase(), words.collect()))
        };
        Self(text.split(';').filter_map(directive).collect())
    }

    fn allow_pictures(&mut self, urls: &[String]) {
        urls.iter().filter_map(|url| origin(url)).for_each(|origin| self.allow("img-src", &origin));
    }

    fn allow_wanted(&mut self, wanted: &Wanted) {
        let Wanted::With(text) = wanted else { return };
        for (directive, sources) in Self::parse(text).0 {
            self.sources_of(&directive);
            sources.iter().for_each(|source| self.allow(&directive, source));
        }
    }

    fn allow(&mut self, directive: &str, source: &str) {
        let sources = self.sources_of(directive);
        sources.retain(|known| known != "'none'");
        if !sources.iter().any(|known| known == source) {
            sources.push(source.to_owned());
        }
    }

    /// Returns the sources of a directive. One that loads something and was not there had been covered by `default-src
    /// 'self'`.
    fn sources_of(&mut self, directive: &str) -> &mut Vec<String> {
        let at = self.0.iter().position(|(name, _)| name == directive).unwrap_or(self.0.len());
        if at == self.0.len() {
            let first = directive.ends_with("-src").then(|| "'self'".to_owned());
            self.0.push((directive.to_owned(), first.into_iter().collect()));
        }
        &mut self.0[at].1
    }

    /// Returns the element that holds it, for the head of a page.
    pub(super) fn meta(&self) -> AnyView {
        let content = self.to_string();
        view! { <meta http-equiv=NAME content=content/> }.into_any()
    }
}

impl std::fmt::Display for Policy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let directive = |(name, sources): &(String, Vec<String>)| {
            let words: Vec<&str> = [name].into_iter().chain(sources).map(String::as_str).collect();
            words.join(" ")
        };
        f.write_str(&self.0.iter().map(directive).collect::<Vec<_>>().join("; "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_allowed_joins_what_was() {
        let mut policy = Policy::parse("default-src 'self'; object-src 'none'; connect-src 'self'");
        for (directive, source) in [
            ("connect-src", "https://a.example"),
            ("connect-src", "https://a.example"),
            ("object-src", "https://b.example"),
            ("font-src", "https://c.example"),
        ] {
            policy.allow(directive, source);
        }
        assert_eq!(
            policy.to_string(),
            "default-src 'self'; object-src https://b.example; connect-src 'self' https://a.example; \
             font-src 'self' https://c.example"
        );
    }

    #[test]
    fn a_maintainer_adds_to_it_or_does_without() {
        assert_eq!(Wanted::parse(" OFF "), Wanted::Off);
        assert_eq!(Wanted::parse(" "), Wanted::Written);
        let mut policy = Policy::parse("img-src 'self'");
        policy
            .allow_wanted(&Wanted::parse("IMG-SRC https://a.example\n https://b.example;; upgrade-insecure-requests"));
        assert_eq!(policy.to_string(), "img-src 'self' https://a.example https://b.example; upgrade-insecure-requests");
    }
}

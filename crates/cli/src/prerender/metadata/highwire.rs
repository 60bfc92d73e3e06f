//! Highwire Press tags, as Google Scholar's inclusion guidelines ask for them.

use leptos::prelude::AnyView;
use offprint_core::format::doi;
use offprint_core::publication::{Name, Publication};

use super::{iso, page_range, pdf};
use crate::prerender::html::meta;
use crate::prerender::urls::Urls;

/// Returns the `meta` elements for a publication's own page. URLs are absolute, so without a base only those that
/// are so in the list are given.
pub(crate) fn tags(publication: &Publication, urls: Urls<'_>) -> Vec<AnyView> {
    let mut tags = Vec::new();
    let mut add = |name: &str, value: &str| {
        if !value.trim().is_empty() {
            tags.push(meta(&format!("citation_{name}"), value));
        }
    };
    add("title", &publication.plain_title());
    publication.authors.iter().for_each(|author| add("author", &inverted(author)));
    add("publication_date", &publication.issued.as_ref().map(|date| iso(date, '/')).unwrap_or_default());
    let (container, publisher) = places(&publication.kind);
    if let Some(name) = container {
        add(name, publication.container.as_deref().or(publication.event.as_deref()).unwrap_or_default());
    }
    add(publisher, publication.publisher.as_deref().unwrap_or_default());
    let numbers = [("volume", "volume"), ("issue", "issue"), ("isbn", "ISBN"), ("issn", "ISSN")];
    numbers.into_iter().for_each(|(name, field)| add(name, &publication.other(field).unwrap_or_default()));
    if let Some((first, last)) = page_range(publication) {
        add("firstpage", &first);
        add("lastpage", &last.unwrap_or_default());
    }
    add("doi", &doi(publication).unwrap_or_default());
    add("language", publication.language.as_deref().unwrap_or_default());
    publication.keywords.iter().for_each(|keyword| add("keywords", keyword));
    add("pdf_url", &pdf(publication, urls).unwrap_or_default());
    add("abstract_html_url", &urls.page(publication).unwrap_or_default());
    tags
}

/// Returns the names of the tags for what it appeared in, and for who published it.
fn places(kind: &str) -> (Option<&'static str>, &'static str) {
    match kind {
        "article-journal" | "article-magazine" | "article-newspaper" => (Some("journal_title"), "publisher"),
        "paper-conference" => (Some("conference_title"), "publisher"),
        "chapter" => (Some("inbook_title"), "publisher"),
        "thesis" => (None, "dissertation_institution"),
        "report" => (None, "technical_report_institution"),
        _ => (None, "publisher"),
    }
}

/// "Beethoven, Ludwig van": the family first, as the guidelines prefer it.
fn inverted(name: &Name) -> String {
    let Name::Parts { given, family, dropping, non_dropping, suffix } = name else { return name.display() };
    if family.trim().is_empty() {
        return name.display();
    }
    let joined = |parts: &[&str]| {
        parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let family = joined(&[non_dropping, family]);
    let rest = joined(&[given, dropping]);
    [family, suffix.trim().to_owned(), rest].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prerender::html::html;

    fn written(csl: &str, base: Option<&str>) -> String {
        let reading = offprint_core::read::read(format!("[{csl}]").as_bytes()).unwrap();
        let base = base.map(|base| base.parse().unwrap());
        let urls = Urls { base: base.as_ref(), source: "data/list.json" };
        html(tags(&reading.publications[0], urls))
            .unwrap()
            .replace("<meta name=\"citation_", "\n")
            .replace("\" content=", " ")
    }

    #[test]
    fn a_thesis_is_described_as_the_guidelines_ask() {
        let csl = r#"{"id": "t/1", "type": "thesis", "title": "T \"q\"", "publisher": "Cambridge", "issued": "2009-12-03",
            "author": [{"given": "Ludwig", "dropping-particle": "van", "family": "Beethoven", "suffix": "Jr."}],
            "custom": {"links": [{"kind": "pdf", "url": "../t.pdf"}]}}"#;
        assert_eq!(
            written(csl, Some("https://example.org/x")).trim(),
            "title \"T &quot;q&quot;\">\nauthor \"Beethoven, Jr., Ludwig van\">\npublication_date \"2009/12/03\">\n\
             dissertation_institution \"Cambridge\">\npdf_url \"https://example.org/x/t.pdf\">\n\
             abstract_html_url \"https://example.org/x/p/t~2F1/\">"
        );
        assert!(!written(csl, None).contains("_url"));
    }
}

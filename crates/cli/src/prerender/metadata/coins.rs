//! COinS: a publication as an OpenURL in the title of an empty element, which Zotero and its kin look for.

use leptos::prelude::*;
use offprint_core::format::doi;
use offprint_core::publication::{LinkKind, Publication};
use offprint_core::query::encode_component;

use super::zotero::{item_type, name_in_parts};
use super::{iso, page_range};
use crate::prerender::urls::Urls;

/// Returns the element for one publication.
pub(crate) fn coins(publication: &Publication, urls: Urls<'_>) -> AnyView {
    let title = open_url(publication, urls);
    view! { <span class="Z3988" title=title></span> }.into_any()
}

/// Returns the kinds of the standard's two formats: genre, and the keys of the work's title and of what it appeared in.
fn shape(kind: &str) -> (&'static str, &'static str, &'static str, Option<&'static str>) {
    match kind {
        "article-journal" | "article-magazine" | "article-newspaper" => {
            ("journal", "article", "atitle", Some("jtitle"))
        }
        "paper-conference" => ("book", "proceeding", "atitle", Some("btitle")),
        "chapter" => ("book", "bookitem", "atitle", Some("btitle")),
        "book" | "collection" => ("book", "book", "btitle", None),
        "report" => ("book", "report", "btitle", None),
        "thesis" => ("dissertation", "", "title", None),
        "patent" => ("patent", "", "title", None),
        _ => ("dc", "", "title", None),
    }
}

/// Returns the keys of authors and of the publisher in a format.
fn roles(format: &str) -> (&'static str, &'static str) {
    match format {
        "dc" => (".creator", ".publisher"),
        "patent" => (".inventor", ".assignee"),
        "dissertation" => (".au", ".inst"),
        _ => (".au", ".pub"),
    }
}

/// Returns the URL of the work itself: of a website or publisher, else of whatever there is; else of its own page.
fn url(publication: &Publication, urls: Urls<'_>) -> Option<String> {
    let links = || publication.links.iter().filter(|link| link.kind != LinkKind::Doi);
    let of_work = || links().find(|link| matches!(link.kind, LinkKind::Publisher | LinkKind::Website));
    let link = of_work().or_else(|| links().next());
    link.and_then(|link| urls.absolute(&link.href)).or_else(|| urls.page(publication))
}

fn open_url(publication: &Publication, urls: Urls<'_>) -> String {
    let (format, genre, title, container) = shape(&publication.kind);
    let mut url = format!("ctx_ver=Z39.88-2004&rft_val_fmt=info:ofi/fmt:kev:mtx:{format}");
    let mut add = |key: &str, value: &str| {
        if !value.is_empty() {
            url.extend(["&rft", key, "=", &encode_component(value)]);
        }
    };
    add(".genre", genre);
    add(&format!(".{title}"), &publication.plain_title());
    if let Some(key) = container {
        add(&format!(".{key}"), publication.container.as_deref().or(publication.event.as_deref()).unwrap_or_default());
    }
    let (author, publisher) = roles(format);
    publication.authors.iter().for_each(|name| add(author, &name_in_parts(name)));
    add(".date", &publication.issued.as_ref().map(|date| iso(date, '-')).unwrap_or_default());
    add(publisher, publication.publisher.as_deref().unwrap_or_default());
    match format {
        "dc" => add(".type", item_type(&publication.kind)),
        "patent" => add(".number", &publication.other("number").unwrap_or_default()),
        _ => {}
    }
    for (key, field) in [(".volume", "volume"), (".issue", "issue"), (".isbn", "ISBN"), (".issn", "ISSN")] {
        add(key, &publication.other(field).unwrap_or_default());
    }
    if let Some((first, last)) = page_range(publication) {
        add(".spage", &first);
        add(".epage", &last.unwrap_or_default());
    }
    add("_id", &doi(publication).map(|doi| format!("info:doi/{doi}")).unwrap_or_default());
    add("_id", &self::url(publication, urls).unwrap_or_default());
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(csl: &str) -> String {
        let reading = offprint_core::read::read(format!("[{csl}]").as_bytes()).unwrap();
        let base = "https://example.org/x".parse().unwrap();
        open_url(&reading.publications[0], Urls { base: Some(&base), source: "data/list.json" })
    }

    #[test]
    fn a_paper_is_an_open_url() {
        assert_eq!(
            written(
                r#"{"id": "a", "type": "article-journal", "title": "A <i>b</i> & c", "author": [{"given": "Ann", "family": "Lee"},
                {"literal": "The Team"}], "container-title": "CACM", "issued": "2014-01", "page": "61-69", "volume": 57,
                "DOI": "10.1/x", "URL": "https://example.org/y"}"#
            ),
            "ctx_ver=Z39.88-2004&rft_val_fmt=info:ofi/fmt:kev:mtx:journal&rft.genre=article&rft.atitle=A%20b%20%26%20c\
             &rft.jtitle=CACM&rft.au=Lee%2C%20Ann&rft.au=The%20Team%2C&rft.date=2014-01&rft.volume=57&rft.spage=61\
             &rft.epage=69&rft_id=info%3Adoi%2F10.1%2Fx&rft_id=https%3A%2F%2Fexample.org%2Fy"
        );
    }

    #[test]
    fn what_is_no_paper_arrives_as_what_it_is() {
        for (kind, part) in [
            ("article", "mtx:dc&rft.title=T&rft.type=preprint"),
            ("software", "mtx:dc&rft.title=T&rft.type=computerProgram"),
            ("dataset", "mtx:dc&rft.title=T&rft.type=dataset"),
            ("patent", "mtx:patent&rft.title=T&rft.number=US%201"),
        ] {
            let csl = format!(r#"{{"id": "a", "type": "{kind}", "title": "T", "number": "US 1"}}"#);
            let url = written(&csl);
            assert!(url.contains(part), "{url}");
            assert!(url.ends_with("&rft_id=https%3A%2F%2Fexample.org%2Fx%2Fp%2Fa%2F"), "{url}");
        }
    }
}

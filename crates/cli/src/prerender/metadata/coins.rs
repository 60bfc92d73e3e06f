//! COinS: a publication as an OpenURL in the title of an empty element, which Zotero and its kin look for.

use leptos::prelude::*;
use offprint_core::format::doi;
use offprint_core::publication::{Name, Publication};
use offprint_core::query::encode_component;

use super::{iso, page_range};

/// Returns the element for one publication.
pub(crate) fn coins(publication: &Publication) -> AnyView {
    let title = open_url(publication);
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
        _ => ("dc", "", "title", None),
    }
}

fn open_url(publication: &Publication) -> String {
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
    let author = if format == "dc" { ".creator" } else { ".au" };
    publication.authors.iter().for_each(|name| add(author, &Name::display(name)));
    add(".date", &publication.issued.as_ref().map(|date| iso(date, '-')).unwrap_or_default());
    let publisher = if format == "dissertation" {
        ".inst"
    } else if format == "dc" {
        ".publisher"
    } else {
        ".pub"
    };
    add(publisher, publication.publisher.as_deref().unwrap_or_default());
    for (key, field) in [(".volume", "volume"), (".issue", "issue"), (".isbn", "ISBN"), (".issn", "ISSN")] {
        add(key, &publication.other(field).unwrap_or_default());
    }
    if let Some((first, last)) = page_range(publication) {
        add(".spage", &first);
        add(".epage", &last.unwrap_or_default());
    }
    add("_id", &doi(publication).map(|doi| format!("info:doi/{doi}")).unwrap_or_default());
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paper_is_an_open_url() {
        let reading = offprint_core::read::read(
            br#"[{"id": "a", "type": "article-journal", "title": "A <i>b</i> & c", "author": [{"given": "Ann", "family": "Lee"}],
               "container-title": "CACM", "issued": "2014-01", "page": "61-69", "volume": 57, "DOI": "10.1/x"}]"#,
        );
        let publication = &reading.unwrap().publications[0];
        assert_eq!(
            open_url(publication),
            "ctx_ver=Z39.88-2004&rft_val_fmt=info:ofi/fmt:kev:mtx:journal&rft.genre=article&rft.atitle=A%20b%20%26%20c\
             &rft.jtitle=CACM&rft.au=Ann%20Lee&rft.date=2014-01&rft.volume=57&rft.spage=61&rft.epage=69\
             &rft_id=info%3Adoi%2F10.1%2Fx"
        );
    }
}

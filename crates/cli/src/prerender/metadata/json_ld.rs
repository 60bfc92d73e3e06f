//! schema.org as JSON-LD, for search engines.

use offprint_core::format::doi;
use offprint_core::publication::{Name, Publication};
use offprint_core::rich::RichText;
use serde_json::{Map, Value, json};

use super::{iso, page_range, pdf};
use crate::prerender::urls::Urls;

/// Returns the list, each entry in short.
pub(crate) fn list<'a>(title: &str, publications: impl Iterator<Item = &'a Publication>, urls: Urls<'_>) -> Value {
    let mut list = Map::new();
    list.insert("@context".to_owned(), json!("https://schema.org"));
    list.insert("@type".to_owned(), json!("CollectionPage"));
    list.insert("name".to_owned(), json!(title));
    if let Some(base) = urls.base {
        list.insert("url".to_owned(), json!(base.as_str()));
    }
    list.insert("hasPart".to_owned(), publications.map(|publication| short(publication, urls)).collect());
    Value::Object(list)
}

/// Returns one publication, as far as it is known.
pub(crate) fn work(publication: &Publication, urls: Urls<'_>) -> Value {
    let Value::Object(mut work) = short(publication, urls) else { return Value::Null };
    work.insert("@context".to_owned(), json!("https://schema.org"));
    let mut add = |key: &str, value: Option<Value>| drop(value.map(|value| work.insert(key.to_owned(), value)));
    let container = publication.container.as_deref().or(publication.event.as_deref());
    add("isPartOf", container.map(|name| json!({ "@type": container_type(&publication.kind), "name": name })));
    add("publisher", publication.publisher.as_deref().map(|name| json!({ "@type": "Organization", "name": name })));
    let text = publication.abstract_text.as_deref().map(|text| RichText::parse_block(text).0.plain());
    add("abstract", text.map(Value::String));
    add("inLanguage", publication.language.as_deref().map(Into::into));
    let keywords: Vec<&str> = publication.keywords.iter().map(|keyword| &**keyword).collect();
    add("keywords", (!keywords.is_empty()).then(|| json!(keywords)));
    add(
        "identifier",
        doi(publication).map(|doi| json!({ "@type": "PropertyValue", "propertyID": "doi", "value": doi })),
    );
    add("sameAs", doi(publication).map(|doi| json!(format!("https://doi.org/{doi}"))));
    for (key, field) in [("isbn", "ISBN"), ("issn", "ISSN"), ("volumeNumber", "volume"), ("issueNumber", "issue")] {
        add(key, publication.other(field).map(Value::String));
    }
    if let Some((first, last)) = page_range(publication) {
        add("pageStart", Some(Value::String(first)));
        add("pageEnd", last.map(Value::String));
    }
    let file = pdf(publication, urls);
    add(
        "encoding",
        file.map(|url| json!({ "@type": "MediaObject", "encodingFormat": "application/pdf", "contentUrl": url })),
    );
    Value::Object(work)
}

fn short(publication: &Publication, urls: Urls<'_>) -> Value {
    let mut work = Map::new();
    work.insert("@type".to_owned(), json!(schema_type(&publication.kind)));
    work.insert("name".to_owned(), json!(publication.plain_title()));
    if let Some(page) = urls.page(publication) {
        work.insert("url".to_owned(), Value::String(page));
    }
    if !publication.authors.is_empty() {
        work.insert("author".to_owned(), publication.authors.iter().map(author).collect());
    }
    if let Some(date) = &publication.issued {
        work.insert("datePublished".to_owned(), json!(iso(date, '-')));
    }
    Value::Object(work)
}

fn author(name: &Name) -> Value {
    let kind = if matches!(name, Name::Literal(_)) { "Organization" } else { "Person" };
    json!({ "@type": kind, "name": name.display() })
}

fn schema_type(kind: &str) -> &'static str {
    match kind {
        "book" | "collection" => "Book",
        "chapter" => "Chapter",
        "thesis" => "Thesis",
        "report" => "Report",
        "dataset" => "Dataset",
        "software" => "SoftwareSourceCode",
        "webpage" | "post" | "post-weblog" => "WebPage",
        "article" | "article-journal" | "paper-conference" | "manuscript" | "review" => "ScholarlyArticle",
        "article-magazine" | "article-newspaper" => "Article",
        _ => "CreativeWork",
    }
}

fn container_type(kind: &str) -> &'static str {
    match kind {
        "article-journal" | "article-magazine" | "article-newspaper" => "Periodical",
        "paper-conference" | "chapter" => "Book",
        _ => "CreativeWork",
    }
}

/// Returns the element that holds it. No text in it can end the element: `<` is written as an escape.
pub(crate) fn script(value: &Value, attributes: &str) -> String {
    let json = value.to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\"{attributes}>{json}</script>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_list_ends_the_script_that_holds_it() {
        let reading =
            offprint_core::read::read(br#"[{"id": "a", "type": "book", "title": "</script><script>alert(1)"}]"#);
        let text = script(&work(&reading.unwrap().publications[0], Urls { base: None, source: "" }), "");
        assert_eq!(text.matches('<').count(), 2, "{text}");
        assert!(text.contains(r#""@type":"Book""#));
    }
}

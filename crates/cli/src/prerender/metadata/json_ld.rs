//! schema.org as JSON-LD, for search engines.

use offprint_core::format::doi;
use offprint_core::publication::{Name, Publication};
use serde_json::{Map, Value, json};

use super::{iso, page_range, pdf, plain_abstract};
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
    let class = schema_type(&publication.kind);
    let number = |field| publication.other(field).map(Value::String);
    let text = plain_abstract(publication);
    let keywords: Vec<&str> = publication.keywords.iter().map(|keyword| &**keyword).collect();
    let editors: Vec<Value> = publication.editors().iter().map(person).collect();
    let is_book = class == "Book";
    // Google asks for a description of each dataset.
    let description = (class == "Dataset").then(|| text.clone().unwrap_or_else(|| publication.plain_title()));
    let mut add = |key: &str, value: Option<Value>| drop(value.map(|value| work.insert(key.to_owned(), value)));
    add("@context", Some(json!("https://schema.org")));
    add("headline", class.ends_with("Article").then(|| json!(publication.plain_title())));
    add("editor", (is_book && !editors.is_empty()).then_some(Value::Array(editors)));
    add("isbn", number("ISBN").filter(|_| is_book));
    add("bookEdition", number("edition").filter(|_| is_book));
    add("reportNumber", number("number").filter(|_| class == "Report"));
    add("isPartOf", container(publication));
    add("publisher", publication.publisher.as_deref().map(|name| json!({ "@type": "Organization", "name": name })));
    add("abstract", text.map(Value::String));
    add("description", description.map(Value::String));
    add("inLanguage", publication.language.as_deref().map(Into::into));
    add("keywords", (!keywords.is_empty()).then(|| json!(keywords)));
    add(
        "identifier",
        doi(publication).map(|doi| json!({ "@type": "PropertyValue", "propertyID": "doi", "value": doi })),
    );
    add("sameAs", doi(publication).map(|doi| json!(format!("https://doi.org/{doi}"))));
    if let Some((first, last)) = page_range(publication).filter(|_| class.ends_with("Article") || class == "Chapter") {
        add("pageStart", Some(Value::String(first)));
        add("pageEnd", last.map(Value::String));
    }
    let image = publication.image.as_ref().and_then(|image| urls.absolute(&image.url));
    add("image", image.map(Value::String));
    let file = pdf(publication, urls);
    add(
        "encoding",
        file.map(|url| json!({ "@type": "MediaObject", "encodingFormat": "application/pdf", "contentUrl": url })),
    );
    Value::Object(work)
}

/// Returns what it appeared in: of an article the issue of the volume of the journal, of a paper or chapter the book, of a
/// book its series.
fn container(publication: &Publication) -> Option<Value> {
    let number = |field| publication.other(field);
    let name = || publication.container.as_deref().or(publication.event.as_deref());
    match &*publication.kind {
        "article-journal" | "article-magazine" | "article-newspaper" => {
            let journal = part("Periodical", [("name", name().map(str::to_owned)), ("issn", number("ISSN"))], None);
            let volume = part("PublicationVolume", [("volumeNumber", number("volume")), NONE], journal);
            part("PublicationIssue", [("issueNumber", number("issue")), NONE], volume)
        }
        "paper-conference" | "chapter" => {
            let names = [("name", name().map(str::to_owned)), ("isbn", number("ISBN"))];
            let mut book = part("Book", names, series(publication))?;
            let editors: Vec<Value> = publication.editors().iter().map(person).collect();
            if !editors.is_empty() && book["@type"] == "Book" {
                book["editor"] = Value::Array(editors);
            }
            Some(book)
        }
        "book" | "collection" => series(publication),
        _ => name().map(|name| json!({ "@type": "CreativeWork", "name": name })),
    }
}

fn series(publication: &Publication) -> Option<Value> {
    let name = publication.other("collection-title")?;
    let series = part("BookSeries", [("name", Some(name)), ("issn", publication.other("ISSN"))], None);
    part("PublicationVolume", [("volumeNumber", publication.other("collection-number")), NONE], series)
}

const NONE: (&str, Option<String>) = ("", None);

/// Returns a thing with those members that are known, as a part of another one; that other one alone where none is.
fn part(class: &str, members: [(&str, Option<String>); 2], whole: Option<Value>) -> Option<Value> {
    let known = members.into_iter().filter_map(|(key, value)| Some((key.to_owned(), Value::String(value?))));
    let mut thing: Map<String, Value> = known.collect();
    if thing.is_empty() {
        return whole;
    }
    thing.insert("@type".to_owned(), json!(class));
    thing.extend(whole.map(|whole| ("isPartOf".to_owned(), whole)));
    Some(Value::Object(thing))
}

fn short(publication: &Publication, urls: Urls<'_>) -> Value {
    let mut work = Map::new();
    work.insert("@type".to_owned(), json!(schema_type(&publication.kind)));
    work.insert("name".to_owned(), json!(publication.plain_title()));
    if let Some(page) = urls.page(publication) {
        work.insert("url".to_owned(), Value::String(page));
    }
    if !publication.authors.is_empty() {
        work.insert("author".to_owned(), publication.authors.iter().map(person).collect());
    }
    if let Some(date) = &publication.issued {
        work.insert("datePublished".to_owned(), json!(iso(date, '-')));
    }
    Value::Object(work)
}

fn person(name: &Name) -> Value {
    match name {
        Name::Literal(_) => json!({ "@type": "Organization", "name": name.display() }),
        Name::Parts { given, family, .. } if !given.trim().is_empty() && !family.trim().is_empty() => {
            json!({ "@type": "Person", "name": name.display(), "givenName": given.trim(), "familyName": family.trim() })
        }
        Name::Parts { .. } => json!({ "@type": "Person", "name": name.display() }),
    }
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

    fn written(csl: &str) -> Value {
        let reading = offprint_core::read::read(format!("[{csl}]").as_bytes()).unwrap();
        work(&reading.publications[0], Urls { base: None, source: "" })
    }

    #[test]
    fn numbers_belong_to_what_schema_org_gives_them_to() {
        let article = written(
            r#"{"id": "a", "title": "T", "type": "article-journal", "container-title": "CACM", "volume": 57, "issue": "1",
                "ISSN": "0001-0782", "page": "61-69"}"#,
        );
        assert_eq!(
            article["isPartOf"],
            json!({ "@type": "PublicationIssue", "issueNumber": "1", "isPartOf": {
                "@type": "PublicationVolume", "volumeNumber": "57", "isPartOf": {
                    "@type": "Periodical", "name": "CACM", "issn": "0001-0782" } } })
        );
        assert_eq!((&article["headline"], &article["pageEnd"]), (&json!("T"), &json!("69")));
        assert!(article.get("volumeNumber").is_none() && article.get("issn").is_none());
        let paper = written(
            r#"{"id": "a", "title": "T", "type": "paper-conference", "container-title": "Proceedings", "ISBN": "1",
                "collection-title": "LNCS", "collection-number": 5, "editor": [{"family": "Lee"}]}"#,
        );
        assert_eq!(
            paper["isPartOf"],
            json!({ "@type": "Book", "name": "Proceedings", "isbn": "1", "editor": [{ "@type": "Person", "name": "Lee" }],
                "isPartOf": { "@type": "PublicationVolume", "volumeNumber": "5",
                    "isPartOf": { "@type": "BookSeries", "name": "LNCS" } } })
        );
        let book = written(r#"{"id": "a", "title": "T", "type": "book", "ISBN": "1", "editor": [{"literal": "Us"}]}"#);
        assert_eq!(book["isbn"], "1");
        assert_eq!(book["editor"][0]["@type"], "Organization");
        assert!(book.get("headline").is_none() && book.get("isPartOf").is_none());
        let report = written(r#"{"id": "a", "title": "T", "type": "report", "number": "TR-1"}"#);
        assert_eq!(report["reportNumber"], "TR-1");
    }

    #[test]
    fn a_dataset_has_a_description() {
        let data = r#"{"id": "a", "title": "T", "type": "dataset""#;
        assert_eq!(written(&format!("{data}}}"))["description"], "T");
        assert_eq!(written(&format!(r#"{data}, "abstract": "About <i>it</i>."}}"#))["description"], "About it.");
    }
}

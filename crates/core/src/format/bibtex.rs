//! BibTeX, in UTF-8 as biber and current BibTeX styles read it.

use crate::publication::{LinkKind, Name, Publication};
use crate::rich::{Node, RichText, Tag};

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// One entry as BibTeX, with a line break at its end.
pub fn bibtex(publication: &Publication) -> String {
    let kind = entry_type(&publication.kind, publication.genre.as_deref());
    let mut entry = format!("@{kind}{{{}", key(&publication.id));
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            entry.extend([",\n  ", name, " = {", value, "}"]);
        }
    };
    field("title", &latex(&RichText::parse_inline(&publication.title).0));
    field("author", &authors(&publication.authors));
    for (name, text) in places(publication, kind) {
        field(name, &escape(&text));
    }
    if let Some(date) = &publication.issued {
        field("year", &date.year.to_string());
    }
    for (name, variable) in OTHERS {
        publication.other(variable).iter().for_each(|value| field(name, &escape(value)));
    }
    publication
        .other("page")
        .iter()
        .for_each(|pages| field("pages", &escape(pages).replace(['-', '–'], "--").replace("----", "--")));
    for (name, address) in addresses(publication) {
        field(name, &address);
    }
    field("keywords", &escape(&publication.keywords.join(", ")));
    for (name, source) in [("note", &publication.note), ("abstract", &publication.abstract_text)] {
        source.iter().for_each(|source| field(name, &latex(&RichText::parse_block(source).0)));
    }
    let month = publication.issued.as_ref().and_then(|date| MONTHS.get((date.month as usize).wrapping_sub(1)));
    // A month is a macro, so that each style writes it in its own way.
    month.iter().for_each(|month| entry.extend([",\n  month = ", month]));
    entry.push_str("\n}\n");
    entry
}

/// CSL variables that have a field of the same meaning.
const OTHERS: [(&str, &str); 9] = [
    ("volume", "volume"),
    ("number", "issue"),
    ("number", "number"),
    ("edition", "edition"),
    ("series", "collection-title"),
    ("address", "publisher-place"),
    ("isbn", "ISBN"),
    ("issn", "ISSN"),
    ("pagetotal", "number-of-pages"),
];

fn entry_type(kind: &str, genre: Option<&str>) -> &'static str {
    let genre = genre.unwrap_or_default().to_ascii_lowercase();
    match kind {
        "article-journal" | "article-magazine" | "article-newspaper" | "review" | "review-book" => "article",
        "paper-conference" => "inproceedings",
        "book" => "book",
        "collection" | "periodical" => "proceedings",
        "chapter" | "entry" | "entry-dictionary" | "entry-encyclopedia" => "incollection",
        "thesis" if genre.contains("master") || genre.contains("msc") => "mastersthesis",
        "thesis" => "phdthesis",
        "report" => "techreport",
        "manuscript" => "unpublished",
        _ => "misc",
    }
}

/// Where it appeared, under the names that the entry type wants.
fn places(publication: &Publication, kind: &str) -> Vec<(&'static str, String)> {
    let text = |name: &Option<Box<str>>| name.as_deref().map(str::to_owned);
    let container = text(&publication.container).or_else(|| text(&publication.container_short));
    let container_field = match kind {
        "article" => "journal",
        "inproceedings" | "incollection" => "booktitle",
        _ => "howpublished",
    };
    let publisher_field = match kind {
        "phdthesis" | "mastersthesis" => "school",
        "techreport" => "institution",
        _ => "publisher",
    };
    let container = container.or_else(|| text(&publication.event).filter(|_| kind == "inproceedings"));
    [(container_field, container), (publisher_field, text(&publication.publisher)), ("type", text(&publication.genre))]
        .into_iter()
        .filter_map(|(name, text)| text.map(|text| (name, text)))
        .collect()
}

/// The DOI, and the first other address.
fn addresses(publication: &Publication) -> Vec<(&'static str, String)> {
    let doi = publication.links.iter().find_map(|link| {
        let doi = link.href.as_str().strip_prefix("https://doi.org/")?;
        Some(("doi", verbatim(doi)))
    });
    let order = [LinkKind::Publisher, LinkKind::Website, LinkKind::Pdf, LinkKind::Preprint];
    let url = order.into_iter().find_map(|kind| publication.links.iter().find(|link| link.kind == kind));
    doi.into_iter().chain(url.map(|link| ("url", verbatim(link.href.as_str())))).collect()
}

/// An address inside braces: the braces and backslash, which would end or break the field, are percent-encoded.
fn verbatim(address: &str) -> String {
    address.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C")
}

/// A key holds none of the characters that BibTeX's own grammar uses.
fn key(id: &str) -> String {
    let key: String =
        id.chars().map(|c| if c.is_ascii_alphanumeric() || "-_:./+".contains(c) { c } else { '-' }).collect();
    if key.is_empty() { "entry".to_owned() } else { key }
}

fn authors(names: &[Name]) -> String {
    let name = |name: &Name| match name {
        Name::Literal(name) => format!("{{{}}}", escape(name)),
        Name::Parts { given, family, dropping, non_dropping, suffix } => {
            let particles = [&**dropping, &**non_dropping].into_iter().filter(|particle| !particle.is_empty());
            let family: Vec<&str> = particles.chain([&**family]).collect();
            let parts = [family.join(" "), suffix.to_string(), given.to_string()];
            parts.iter().filter(|part| !part.is_empty()).map(|part| escape(part)).collect::<Vec<_>>().join(", ")
        }
    };
    names.iter().map(name).collect::<Vec<_>>().join(" and ")
}

fn latex(text: &RichText) -> String {
    let mut out = String::new();
    push_nodes(text.nodes(), &mut out);
    out.trim_end().to_owned()
}

fn push_nodes(nodes: &[Node], out: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) | Node::Mark(text) => out.push_str(&escape(text)),
            Node::Break => out.push_str("\\\\ "),
            Node::Link(_, children) => push_nodes(children, out),
            Node::Element(tag, children) => {
                let (open, close) = command(*tag);
                out.push_str(open);
                push_nodes(children, out);
                out.push_str(close);
            }
        }
    }
}

fn command(tag: Tag) -> (&'static str, &'static str) {
    match tag {
        Tag::Paragraph => ("", "\n\n"),
        Tag::Italic => ("\\textit{", "}"),
        Tag::Emphasis => ("\\emph{", "}"),
        Tag::Bold | Tag::Strong => ("\\textbf{", "}"),
        Tag::Subscript => ("\\textsubscript{", "}"),
        Tag::Superscript => ("\\textsuperscript{", "}"),
        Tag::Code => ("\\texttt{", "}"),
        Tag::SmallCaps => ("\\textsc{", "}"),
        Tag::NoCase => ("{", "}"),
    }
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => out.extend(['\\', c]),
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            _ => out.push(c),
        }
    }
    out
}

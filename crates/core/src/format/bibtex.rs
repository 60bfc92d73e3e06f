//! BibTeX, in UTF-8 as biber and current BibTeX styles read it.

use super::push_part;
use crate::publication::{LinkKind, Name, Publication};
use crate::rich::{Node, RichText, Tag};

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// One entry as BibTeX, with a line break at its end.
pub fn bibtex(publication: &Publication) -> String {
    let kind = entry_type(&publication.kind, publication.genre.as_deref());
    let mut entry = Entry { text: format!("@{kind}{{{}", key(&publication.id)) };
    entry.field("title", &latex(&RichText::parse_inline(&publication.title).0));
    entry.field("author", &authors(&publication.authors));
    places(publication, kind, &mut entry);
    if let Some(date) = &publication.issued {
        entry.field("year", &date.year.to_string());
    }
    for (name, variable) in OTHERS {
        entry.text(name, publication.other(variable).as_deref());
    }
    entry.field("pages", &pages(&publication.other("page").unwrap_or_default()));
    addresses(publication, &mut entry);
    let mut keywords = String::new();
    publication.keywords.iter().for_each(|keyword| push_part(&mut keywords, ", ", keyword));
    entry.text("keywords", Some(&keywords));
    for (name, source) in [("note", &publication.note), ("abstract", &publication.abstract_text)] {
        if let Some(source) = source {
            entry.field(name, &latex(&RichText::parse_block(source).0));
        }
    }
    let month = publication.issued.as_ref().map_or(0, |date| usize::from(date.month));
    if let 1..=12 = month {
        // A month is a macro, so that each style writes it in its own way.
        entry.text.push_str(",\n  month = ");
        entry.text.push_str(MONTHS[month - 1]);
    }
    entry.text.push_str("\n}\n");
    entry.text
}

/// An entry that is being written.
struct Entry {
    text: String,
}

impl Entry {
    /// Adds a field whose value is LaTeX; an empty one is none.
    fn field(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            for part in [",\n  ", name, " = {", value, "}"] {
                self.text.push_str(part);
            }
        }
    }

    /// Adds a field whose value is plain text.
    fn text(&mut self, name: &str, text: Option<&str>) {
        self.field(name, &escape(text.unwrap_or_default()));
    }
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
fn places(publication: &Publication, kind: &str, entry: &mut Entry) {
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
    let event = publication.event.as_deref().filter(|_| kind == "inproceedings");
    let container = publication.container.as_deref().or(publication.container_short.as_deref());
    entry.text(container_field, container.or(event));
    entry.text(publisher_field, publication.publisher.as_deref());
    entry.text("type", publication.genre.as_deref());
}

/// The DOI, and the first other address.
fn addresses(publication: &Publication, entry: &mut Entry) {
    let doi = publication.links.iter().find_map(|link| link.href.as_str().strip_prefix("https://doi.org/"));
    entry.field("doi", &verbatim(doi.unwrap_or_default()));
    let order = [LinkKind::Publisher, LinkKind::Website, LinkKind::Pdf, LinkKind::Preprint];
    let url = order.iter().find_map(|kind| publication.links.iter().find(|link| link.kind == *kind));
    entry.field("url", &verbatim(url.map_or("", |link| link.href.as_str())));
}

/// An address inside braces: the braces and backslash, which would end or break the field, are percent-encoded.
fn verbatim(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '{' => out.push_str("%7B"),
            '}' => out.push_str("%7D"),
            '\\' => out.push_str("%5C"),
            _ => out.push(c),
        }
    }
    out
}

/// Page numbers, with the dash of a range as BibTeX writes it, however many hyphens stand for it.
fn pages(text: &str) -> String {
    escape(text).replace(['-', '–'], "--").replace("----", "--")
}

/// A key holds none of the characters that BibTeX's own grammar uses.
fn key(id: &str) -> String {
    let key: String =
        id.chars().map(|c| if c.is_ascii_alphanumeric() || "-_:./+".contains(c) { c } else { '-' }).collect();
    if key.is_empty() { "entry".to_owned() } else { key }
}

fn authors(names: &[Name]) -> String {
    let mut authors = String::new();
    for name in names {
        let mut author = String::new();
        match name {
            Name::Literal(name) => author = format!("{{{}}}", escape(name)),
            Name::Parts { given, family, dropping, non_dropping, suffix } => {
                let mut last = String::new();
                [dropping, non_dropping, family].iter().for_each(|part| push_part(&mut last, " ", part));
                [&last, &**suffix, &**given].iter().for_each(|part| push_part(&mut author, ", ", &escape(part)));
            }
        }
        push_part(&mut authors, " and ", &author);
    }
    authors
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

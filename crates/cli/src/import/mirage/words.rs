//! The words of a page.

use scraper::{ElementRef, Node};

/// Returns every element of those names below another, in document order.
pub(super) fn elements<'a>(below: ElementRef<'a>, names: &'static [&str]) -> impl Iterator<Item = ElementRef<'a>> {
    below.descendants().filter_map(ElementRef::wrap).filter(move |element| names.contains(&element.value().name()))
}

/// Returns the text in an element, each run of white space as one space.
pub(super) fn text(element: ElementRef<'_>) -> String {
    spaced(&element.text().collect::<String>())
}

/// Returns each run of white space as one space.
pub(super) fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the text with its links as rich text. What looks like markup in it was meant as such: the page escaped it by
/// mistake.
pub(super) fn markup(element: ElementRef<'_>) -> String {
    let mut out = String::new();
    for child in element.children() {
        match child.value() {
            Node::Text(text) => out.push_str(text),
            _ => out.extend(ElementRef::wrap(child).map(link)),
        }
    }
    let paragraphs: Vec<String> = out.split("\n\n").map(spaced).filter(|text| !text.is_empty()).collect();
    paragraphs.join("\n\n")
}

fn link(element: ElementRef<'_>) -> String {
    match element.attr("href") {
        Some(href) => {
            format!("<a href=\"{}\">{}</a>", href.replace('&', "&amp;").replace('"', "&quot;"), text(element))
        }
        None => text(element),
    }
}

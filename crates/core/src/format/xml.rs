//! Text and rich text as HTML that is XML as well.

use crate::rich::{Node, RichText, Tag, plain_formula};

/// Returns text, also within an attribute. Where XML has no place for a control is a space.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => out.push(' '),
            _ => out.push(c),
        }
    }
    out
}

/// Returns rich text. Without `links`, as within a link, what is in one is alone.
pub(super) fn rich(text: &RichText, links: bool) -> String {
    let mut out = String::new();
    push_nodes(text.nodes(), links, &mut out);
    out
}

fn push_nodes(nodes: &[Node], links: bool, out: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) | Node::Mark(text) => out.push_str(&escape(text)),
            Node::Break => out.push_str("<br/>"),
            Node::Math(formula) | Node::MarkedMath(formula) => out.push_str(&escape(&plain_formula(formula))),
            Node::Link(href, children) if links => {
                out.extend(["<a href=\"", &escape(href.as_str()), "\">"]);
                push_nodes(children, links, out);
                out.push_str("</a>");
            }
            Node::Link(_, children) => push_nodes(children, links, out),
            Node::Element(tag, children) => {
                let (name, attribute) = element(*tag);
                out.extend(["<", name, attribute, ">"]);
                push_nodes(children, links, out);
                out.extend(["</", name, ">"]);
            }
        }
    }
}

fn element(tag: Tag) -> (&'static str, &'static str) {
    match tag {
        Tag::Paragraph => ("p", ""),
        Tag::Italic => ("i", ""),
        Tag::Emphasis => ("em", ""),
        Tag::Bold => ("b", ""),
        Tag::Strong => ("strong", ""),
        Tag::Subscript => ("sub", ""),
        Tag::Superscript => ("sup", ""),
        Tag::Code => ("code", ""),
        Tag::SmallCaps => ("span", " class=\"small-caps\""),
        Tag::NoCase => ("span", " class=\"nocase\""),
    }
}

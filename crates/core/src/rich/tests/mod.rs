//! Rich text by examples; the trees are written as HTML to be read easily.

mod links;
mod marks;
mod markup;
mod whitespace;

use super::{Fault, Node, RichText, Tag};

/// Returns the tree of a block source.
fn block(source: &str) -> String {
    render(RichText::parse_block(source).0.nodes())
}

/// Returns the tree of an inline source.
fn inline(source: &str) -> String {
    render(RichText::parse_inline(source).0.nodes())
}

/// Returns what was left out of an inline source.
fn faults(source: &str) -> Vec<Fault> {
    RichText::parse_inline(source).1
}

fn render(nodes: &[Node]) -> String {
    nodes.iter().map(render_node).collect()
}

fn render_node(node: &Node) -> String {
    match node {
        Node::Text(text) => text.replace('&', "&amp;").replace('<', "&lt;"),
        Node::Mark(text) => format!("<mark>{text}</mark>"),
        Node::Link(href, inner) => format!("<a href=\"{href}\">{}</a>", render(inner)),
        Node::Math(formula) | Node::MarkedMath(formula) => format!("[{formula}]"),
        Node::Break => "<br>".to_owned(),
        Node::Element(tag, inner) => {
            let name = match tag {
                Tag::Paragraph => "p",
                Tag::Italic => "i",
                Tag::Emphasis => "em",
                Tag::Bold => "b",
                Tag::Strong => "strong",
                Tag::Subscript => "sub",
                Tag::Superscript => "sup",
                Tag::Code => "code",
                Tag::SmallCaps => "sc",
                Tag::NoCase => "nocase",
            };
            format!("<{name}>{}</{name}>", render(inner))
        }
    }
}

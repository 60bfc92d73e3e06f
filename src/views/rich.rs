use offprint_core::rich::{Node, Tag};
use offprint_core::search::{Field, Mark, mark_rich, mark_text};

use crate::dom::{Part, el};
use crate::session::Session;

/// Rich text as elements; no text ever reaches the browser as HTML.
pub(super) fn rich(session: Session, nodes: &[Node]) -> Vec<Part> {
    nodes.iter().map(|node| one(session, node)).collect()
}

/// The same for a field's text, with what the search found in it marked.
pub(super) fn rich_marked(session: Session, nodes: &[Node], field: Field, marks: &[Mark]) -> Vec<Part> {
    rich(session, &mark_rich(nodes, field, marks))
}

/// A field's plain text with what the search found in it marked.
pub(super) fn marked(text: &str, field: Field, marks: &[Mark]) -> Vec<Part> {
    let part = |(part, is_match): (&str, bool)| if is_match { mark(part) } else { part.into() };
    mark_text(text, field, marks).into_iter().map(part).collect()
}

fn mark(text: &str) -> Part {
    el("mark").child(text).into()
}

fn one(session: Session, node: &Node) -> Part {
    match node {
        Node::Text(text) => (&**text).into(),
        Node::Mark(text) => mark(text),
        Node::Break => el("br").into(),
        Node::Link(href, children) => {
            el("a").attr("href", &session.resolve(href)).child(rich(session, children)).into()
        }
        Node::Element(Tag::SmallCaps, children) => el("span").class("small-caps").child(rich(session, children)).into(),
        Node::Element(tag, children) => el(name(*tag)).child(rich(session, children)).into(),
    }
}

fn name(tag: Tag) -> &'static str {
    match tag {
        Tag::Paragraph => "p",
        Tag::Italic => "i",
        Tag::Emphasis => "em",
        Tag::Bold => "b",
        Tag::Strong => "strong",
        Tag::Subscript => "sub",
        Tag::Superscript => "sup",
        Tag::Code => "code",
        Tag::SmallCaps | Tag::NoCase => "span",
    }
}

//! Rich text as nodes. No text ever reaches the browser as HTML.

use leptos::html::custom;
use leptos::prelude::*;
use offprint_core::href::Href;
use offprint_core::rich::{Node, Tag, plain_formula};
use offprint_core::search::{Field, Mark, mark_rich, mark_text};

use super::formula::formula;
use crate::browser::url;
use crate::state::{Loading, Mount, State, use_state};

/// Resolves the links of the data against its file.
#[derive(Clone, Copy)]
pub(crate) struct Links {
    mount: Mount,
    /// What reads the list, and its formulas.
    pub(super) loading: Loading,
}

impl Links {
    /// Returns the links of the list that is shown.
    pub(crate) fn new() -> Self {
        let State { mount, loading, .. } = use_state();
        Self { mount, loading }
    }

    /// Returns a link of the data as this page follows it.
    pub(crate) fn resolve(self, href: &Href) -> String {
        if href.is_anchor() {
            self.mount.anchor_url(href.as_str())
        } else if href.is_relative() {
            url::from_data(href.as_str(), &self.loading.file())
        } else {
            href.as_str().to_owned()
        }
    }
}

/// Returns rich text as nodes.
pub(crate) fn rich(links: Links, nodes: &[Node]) -> Vec<AnyView> {
    nodes.iter().map(|node| one(links, node)).collect()
}

/// Returns the rich text of a field as nodes, with what the search found in it marked.
pub(crate) fn rich_marked(links: Links, nodes: &[Node], field: Field, marks: &[Mark]) -> Vec<AnyView> {
    rich(links, &mark_rich(nodes, field, marks))
}

/// Returns the plain text of a field, with what the search found in it marked.
pub(crate) fn marked(text: &str, field: Field, marks: &[Mark]) -> Vec<AnyView> {
    let part = |(part, is_match): (&str, bool)| if is_match { mark(part) } else { part.to_owned().into_any() };
    mark_text(text, field, marks).into_iter().map(part).collect()
}

fn mark(text: &str) -> AnyView {
    let text = text.to_owned();
    view! { <mark>{text}</mark> }.into_any()
}

fn one(links: Links, node: &Node) -> AnyView {
    match node {
        Node::Text(text) => text.to_string().into_any(),
        Node::Mark(text) => mark(text),
        Node::Math(formula) => math(links, formula, false),
        Node::MarkedMath(formula) => math(links, formula, true),
        Node::Break => leptos::html::br().into_any(),
        Node::Link(href, children) => {
            let (href, children) = (links.resolve(href), rich(links, children));
            view! { <a href=href>{children}</a> }.into_any()
        }
        Node::Element(Tag::SmallCaps, children) => {
            let children = rich(links, children);
            view! { <span class="small-caps">{children}</span> }.into_any()
        }
        Node::Element(tag, children) => custom(name(*tag)).child(rich(links, children)).into_any(),
    }
}

/// Returns a formula; what cannot be converted is as it was typed, and before it can be a line of text.
fn math(links: Links, source: &str, is_match: bool) -> AnyView {
    let converted = formula(links, source).unwrap_or_else(|| {
        let is_waiting = !cfg!(feature = "ssr") && !untrack(|| links.loading.formulas.is_loaded());
        if is_waiting { plain_formula(source).into_any() } else { source.to_owned().into_any() }
    });
    if is_match { view! { <mark>{converted}</mark> }.into_any() } else { converted }
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

//! Rich text: a small allow-list of inline HTML, read into a tree of our own.
//!
//! Introductions, abstracts, notes and titles come as HTML, as JATS or with CSL's own spans. They are read here, once,
//! and drawn as nodes; no string of theirs is ever given to `innerHTML`. Text is never lost: what is not known to be
//! markup is as it was written, and markup that is not kept leaves its content behind.

mod attribute;
mod builder;
mod element;
mod entity;
mod format;
mod mark;
mod math;
mod parse;
#[cfg(test)]
mod tests;
mod token;

pub use mark::{flatten, pieces};
pub use math::{is_safe_tex, plain_formula, tex};
use thiserror::Error;

use crate::href::{Href, UnsafeHref};

/// A piece of rich text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Text, entities decoded and white space collapsed.
    Text(Box<str>),
    /// Text that a search has found; only [`pieces`] makes it.
    Mark(Box<str>),
    /// An element without attributes, and what is in it.
    Element(Tag, Vec<Node>),
    /// A link and what is in it, never another link.
    Link(Href, Vec<Node>),
    /// A line break.
    Break,
    /// A TeX formula with its delimiters, such as `$x^2$`.
    Math(Box<str>),
    /// A formula in which a search has found something; only [`pieces`] makes it.
    MarkedMath(Box<str>),
}

/// The elements that are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tag {
    /// `p`; never within another element.
    Paragraph,
    /// `i`, and JATS `italic`.
    Italic,
    /// `em`.
    Emphasis,
    /// `b`, and JATS `bold`.
    Bold,
    /// `strong`.
    Strong,
    /// `sub`.
    Subscript,
    /// `sup`.
    Superscript,
    /// `code`, and JATS `monospace`.
    Code,
    /// CSL's `<span style="font-variant:small-caps">`, and `sc`.
    SmallCaps,
    /// CSL's `<span class="nocase">`: words that no style may recapitalise.
    NoCase,
}

/// What was left out of rich text, and why. The words are still there.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Fault {
    /// A link whose URL is not followed; its content is without it.
    #[error("the link to `{href}` was left out: {why}")]
    UnsafeLink {
        /// The URL as written, entities decoded.
        href: Box<str>,
        /// What is wrong with it.
        why: UnsafeHref,
    },
}

/// Rich text as a tree, at most 33 elements deep whatever the source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RichText {
    nodes: Vec<Node>,
}

impl RichText {
    /// Reads text that may have paragraphs: introductions, abstracts, notes.
    ///
    /// The nodes are all paragraphs, and there are none where there is no text. Takes time linear in the source.
    pub fn parse_block(source: &str) -> (RichText, Vec<Fault>) {
        let (nodes, faults) = parse::parse(source, parse::Flow::Block);
        (RichText { nodes }, faults)
    }

    /// Reads text of one line, such as a title: it has no paragraphs, and where they or breaks was is a space.
    ///
    /// Takes time linear in the source.
    pub fn parse_inline(source: &str) -> (RichText, Vec<Fault>) {
        let (nodes, faults) = parse::parse(source, parse::Flow::Inline);
        (RichText { nodes }, faults)
    }

    /// Returns the tree.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// Returns the words alone, with a blank line between paragraphs and a line end for each break.
    pub fn plain(&self) -> String {
        let mut plain = String::new();
        write_text(&self.nodes, "\n\n", math::plain_formula, &mut plain);
        plain
    }

    /// Returns the words that a search finds: the same, with the names of the signs in formulas.
    pub fn searched(&self) -> String {
        let mut text = String::new();
        write_text(&self.nodes, "\n\n", math::searched_formula, &mut text);
        text
    }

    /// Returns the formulas in it, in order.
    pub fn formulas(&self) -> Vec<&str> {
        let mut formulas = Vec::new();
        collect_formulas(&self.nodes, &mut formulas);
        formulas
    }

    /// Returns whether there is nothing to see: no text, or only white space.
    pub fn is_empty(&self) -> bool {
        self.nodes.iter().all(is_blank)
    }
}

/// Returns whether a source is its own text: it has no `<`, no `&`, no `$`, no backslash and no blank line.
///
/// Reading such a source gives one run of text, so a caller may show it as it is.
pub fn is_plain(source: &str) -> bool {
    const MARKUP: u8 = 1;
    const LINE_END: u8 = 2;
    let flag = |byte: &u8| match byte {
        b'<' | b'&' | b'$' | b'\\' => MARKUP,
        b'\n' | b'\r' => LINE_END,
        _ => 0,
    };
    // Pieces of fixed length are gone through whole, which the compiler turns into a few instructions each.
    let (pieces, rest) = source.as_bytes().as_chunks::<64>();
    let mut flags = rest.iter().fold(0, |flags, byte| flags | flag(byte));
    for piece in pieces {
        flags |= piece.iter().fold(0, |flags, byte| flags | flag(byte));
        if flags & MARKUP != 0 {
            return false;
        }
    }
    flags & MARKUP == 0 && (flags & LINE_END == 0 || !has_blank_line(source))
}

/// Returns whether two line ends have nothing but white space between them.
fn has_blank_line(text: &str) -> bool {
    let mut ends = 0;
    let mut before = 0;
    for byte in text.bytes() {
        match byte {
            b'\n' if before == b'\r' => {}
            b'\n' | b'\r' if ends == 1 => return true,
            b'\n' | b'\r' => ends = 1,
            b' ' | b'\t' | b'\x0c' => {}
            _ => ends = 0,
        }
        before = byte;
    }
    false
}

fn is_blank(node: &Node) -> bool {
    match node {
        Node::Text(text) | Node::Mark(text) => text.trim().is_empty(),
        Node::Element(_, inner) | Node::Link(_, inner) => inner.iter().all(is_blank),
        Node::Break => true,
        Node::Math(_) | Node::MarkedMath(_) => false,
    }
}

fn collect_formulas<'n>(nodes: &'n [Node], formulas: &mut Vec<&'n str>) {
    for node in nodes {
        match node {
            Node::Math(formula) | Node::MarkedMath(formula) => formulas.push(formula),
            Node::Element(_, inner) | Node::Link(_, inner) => collect_formulas(inner, formulas),
            Node::Text(_) | Node::Mark(_) | Node::Break => {}
        }
    }
}

/// Appends the text of nodes, with `between` before each paragraph but a first one, and formulas as `read` reads them.
fn write_text(nodes: &[Node], between: &str, read: fn(&str) -> String, out: &mut String) {
    for (at, node) in nodes.iter().enumerate() {
        if follows_paragraph(at, node) {
            out.push_str(between);
        }
        match node {
            Node::Text(text) | Node::Mark(text) => out.push_str(text),
            Node::Element(_, inner) | Node::Link(_, inner) => write_text(inner, between, read, out),
            Node::Break => out.push('\n'),
            Node::Math(formula) | Node::MarkedMath(formula) => out.push_str(&read(formula)),
        }
    }
}

fn follows_paragraph(at: usize, node: &Node) -> bool {
    at > 0 && matches!(node, Node::Element(Tag::Paragraph, _))
}

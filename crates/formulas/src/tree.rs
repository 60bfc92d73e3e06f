//! MathML as a tree of what is allowed.

use roxmltree::{Document, Node};

use crate::convert::SIGNS;

/// The elements that are kept; of others what is in them.
const ELEMENTS: [&str; 22] = [
    "math",
    "mfrac",
    "mi",
    "mmultiscripts",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mphantom",
    "mprescripts",
    "mroot",
    "mrow",
    "mspace",
    "msqrt",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
];

/// Those with two marks.
const OVER_AND_UNDER: &str = "munderover";

/// The attributes that are kept: they say what something is, not how it looks.
pub const ATTRIBUTES: [&str; 11] = [
    "accent",
    "accentunder",
    "displaystyle",
    "form",
    "linethickness",
    "lspace",
    "mathvariant",
    "movablelimits",
    "rspace",
    "stretchy",
    "width",
];

/// An element of MathML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// Its name.
    pub name: &'static str,
    /// Its attributes, names of [`ATTRIBUTES`].
    pub attributes: Vec<(&'static str, String)>,
    /// What is in it.
    pub children: Vec<Child>,
}

/// What an element holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Child {
    /// Another element.
    Element(Element),
    /// Text.
    Text(String),
}

impl Element {
    /// Returns how many elements are within each other.
    pub(crate) fn depth(&self) -> usize {
        let depth = |child: &Child| match child {
            Child::Element(element) => element.depth(),
            Child::Text(_) => 0,
        };
        1 + self.children.iter().map(depth).max().unwrap_or(0)
    }
}

/// Reads the element `math`.
pub(crate) fn read(mathml: &str) -> Option<Element> {
    let document = Document::parse(mathml).ok()?;
    let root = document.root_element();
    (root.tag_name().name() == "math").then(|| element("math", root))
}

fn element(name: &'static str, node: Node<'_, '_>) -> Element {
    let attribute = |name: &&'static str| Some((*name, node.attribute(*name)?.to_owned()));
    // pulldown-latex takes a private-use character for a letter.
    let is_sign = SIGNS.iter().any(|(_, private, _)| node.text() == Some(private));
    let name = if is_sign { "mo" } else { name };
    Element { name, attributes: ATTRIBUTES.iter().filter_map(attribute).collect(), children: children(node) }
}

fn children(node: Node<'_, '_>) -> Vec<Child> {
    let mut all = Vec::new();
    for child in node.children() {
        let own = child.tag_name().name();
        let known = ELEMENTS.iter().chain([&OVER_AND_UNDER]).find(|name| **name == own);
        match (known, child.text()) {
            (Some(name), _) => all.push(Child::Element(element(name, child))),
            (None, _) if own == "annotation" => {}
            (None, _) if child.is_element() => all.extend(children(child)),
            (None, Some(text)) if child.is_text() => all.push(Child::Text(signs(text))),
            (None, _) => {}
        }
    }
    all
}

/// Returns a text with its signs again.
fn signs(text: &str) -> String {
    SIGNS.iter().fold(text.to_owned(), |text, (_, private, sign)| text.replace(private, sign))
}

//! Marks in rich text: where a search has found something, also across the borders of elements.

use std::ops::Range;

use super::{Node, follows_paragraph, math, write_text};

/// Returns the text that marks are counted in: all text in order, with a line end for each break and between
/// paragraphs.
pub fn flatten(nodes: &[Node]) -> String {
    let mut text = String::new();
    write_text(nodes, "\n", math::searched_formula, &mut text);
    text
}

/// Returns the same tree with the marked text as [`Node::Mark`], split where elements begin or end.
///
/// `marks` are byte ranges into [`flatten`] of the same nodes, in ascending order. What they hold beside text is passed
/// over, and a character that is marked in part is marked whole. Takes time linear in nodes and marks.
///
/// ```
/// # use offprint_core::rich::{Node, RichText, Tag, pieces};
/// let (title, _) = RichText::parse_inline("uni<em>kernel</em>");
/// let marked = pieces(title.nodes(), &[0..7]);
/// let kernel = vec![Node::Mark("kern".into()), Node::Text("el".into())];
/// assert_eq!(marked, [Node::Mark("uni".into()), Node::Element(Tag::Emphasis, kernel)]);
/// ```
pub fn pieces(nodes: &[Node], marks: &[Range<usize>]) -> Vec<Node> {
    Marker { marks, at: 0 }.nodes(nodes)
}

struct Marker<'a> {
    /// The marks that do not end before `at`.
    marks: &'a [Range<usize>],
    /// The place in the flattened text.
    at: usize,
}

impl Marker<'_> {
    fn nodes(&mut self, nodes: &[Node]) -> Vec<Node> {
        let mut marked = Vec::with_capacity(nodes.len());
        for (at, node) in nodes.iter().enumerate() {
            if follows_paragraph(at, node) {
                self.at += 1;
            }
            match node {
                Node::Text(text) => self.text(text, &mut marked),
                Node::Element(tag, inner) => marked.push(Node::Element(*tag, self.nodes(inner))),
                Node::Link(href, inner) => marked.push(Node::Link(href.clone(), self.nodes(inner))),
                Node::Math(formula) => marked.push(self.math(formula)),
                Node::MarkedMath(formula) => {
                    self.at += math::searched_formula(formula).len();
                    marked.push(node.clone());
                }
                Node::Mark(text) => {
                    self.at += text.len();
                    marked.push(node.clone());
                }
                Node::Break => {
                    self.at += 1;
                    marked.push(Node::Break);
                }
            }
        }
        marked
    }

    /// Marks a formula as a whole where a mark begins or ends in it.
    fn math(&mut self, formula: &str) -> Node {
        let end = self.at + math::searched_formula(formula).len();
        let is_marked = self.marks.first().is_some_and(|mark| mark.start < end);
        self.at = end;
        while let Some((_, later)) = self.marks.split_first().filter(|(mark, _)| mark.end <= end) {
            self.marks = later;
        }
        if is_marked { Node::MarkedMath(formula.into()) } else { Node::Math(formula.into()) }
    }

    fn text(&mut self, text: &str, out: &mut Vec<Node>) {
        let end = self.at + text.len();
        let mut done = 0;
        while let Some((mark, later)) = self.marks.split_first()
            && mark.start < end
        {
            let from = text.floor_char_boundary(mark.start.saturating_sub(self.at)).max(done);
            let to = text.ceil_char_boundary(mark.end.saturating_sub(self.at));
            if from < to {
                push(&text[done..from], Node::Text, out);
                push(&text[from..to], Node::Mark, out);
                done = to;
            }
            if mark.end > end {
                break;
            }
            self.marks = later;
        }
        push(&text[done..], Node::Text, out);
        self.at = end;
    }
}

fn push(text: &str, node: fn(Box<str>) -> Node, out: &mut Vec<Node>) {
    if !text.is_empty() {
        out.push(node(text.into()));
    }
}

//! Mathematics in a line of text.

use super::node::{Node, Style};
use super::parse::Parser;

/// Reads what is between two `$`: letters, signs, subscripts and superscripts. What needs more than a line stays as
/// it was written, with its `$`.
pub(super) fn math(source: &str, depth: usize) -> Vec<Node> {
    let mut parser = Parser::math(source, depth);
    let nodes = parser.nodes(false);
    if parser.unknown.is_empty() { nodes } else { vec![Node::Text(format!("${source}$"))] }
}

/// Returns the style of what follows `^` or `_`.
pub(super) fn script(sign: char) -> Style {
    if sign == '^' { Style::Superscript } else { Style::Subscript }
}

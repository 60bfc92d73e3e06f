//! Marking matches where they stand, in the original spelling.

use std::ops::Range;

use crate::fold;
use crate::rich::{Node, flatten, pieces};

/// A text in pieces; those with `true` match one of `words`.
pub fn mark_text<'t>(text: &'t str, words: &[String]) -> Vec<(&'t str, bool)> {
    let mut parts = Vec::new();
    let mut at = 0;
    for Range { start, end } in marks(text, words) {
        parts.push((&text[at..start], false));
        parts.push((&text[start..end], true));
        at = end;
    }
    parts.push((&text[at..], false));
    parts.retain(|(part, _)| !part.is_empty());
    parts
}

/// The same tree with marks in it; a match may reach over the borders of elements.
pub fn mark_rich(nodes: &[Node], words: &[String]) -> Vec<Node> {
    let marks = marks(&flatten(nodes), words);
    if marks.is_empty() { nodes.to_vec() } else { pieces(nodes, &marks) }
}

fn marks(text: &str, words: &[String]) -> Vec<Range<usize>> {
    let needles: Vec<_> = words.iter().map(|word| fold::Needle::new(std::slice::from_ref(word), false)).collect();
    if words.is_empty() { Vec::new() } else { fold::marks(text, &needles.iter().collect::<Vec<_>>()) }
}

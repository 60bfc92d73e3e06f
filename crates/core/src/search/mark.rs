//! Marking matches where they stand, in the original spelling.

use super::{Search, Sought, Widened};
use crate::fold::{self, Needle};
use crate::rich::{Node, flatten, pieces};

impl Search {
    /// What to mark in the entries that it finds: in every field, wherever it was sought.
    pub fn needles(&self, widened: &[Widened]) -> Vec<Needle> {
        let mut needles: Vec<Needle> = Vec::new();
        for clause in self.clauses.iter().filter(|clause| !clause.excluded) {
            if let Sought::Phrase { words, whole, .. } = &clause.sought {
                needles.push(Needle { words: words.clone(), whole: *whole });
            }
        }
        needles.extend(widened.iter().map(|widened| Needle::beginning(&widened.shown)));
        needles
    }
}

/// A text in pieces; those with `true` match one of `needles`.
pub fn mark_text<'t>(text: &'t str, needles: &[Needle]) -> Vec<(&'t str, bool)> {
    let mut parts = Vec::new();
    let mut at = 0;
    for range in fold::marks(text, needles) {
        parts.push((&text[at..range.start], false));
        parts.push((&text[range.clone()], true));
        at = range.end;
    }
    parts.push((&text[at..], false));
    parts.retain(|(part, _)| !part.is_empty());
    parts
}

/// The same tree with marks in it; a match may reach over the borders of elements.
pub fn mark_rich(nodes: &[Node], needles: &[Needle]) -> Vec<Node> {
    let marks = if needles.is_empty() { Vec::new() } else { fold::marks(&flatten(nodes), needles) };
    if marks.is_empty() { nodes.to_vec() } else { pieces(nodes, &marks) }
}

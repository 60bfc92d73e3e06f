//! Marking matches where they are, in the original spelling.

use std::ops::Range;

use super::clause::{Clause, Field, Search, Sought};
use super::forms::forms;
use super::widen::Widened;
use crate::fold::{self, Needle};
use crate::rich::{Node, flatten, pieces};

/// Something to mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    field: Option<Field>,
    needle: Needle,
}

impl Search {
    /// Returns what to mark: what each clause asks to be there, in the field that it names, and the near words of
    /// `widened`.
    pub fn marks(&self, widened: &[Widened]) -> Vec<Mark> {
        let mut marks = Vec::new();
        for clause in &self.clauses {
            clause.each_phrase(&mut |phrase| push_marks(phrase, widened, &mut marks));
        }
        marks
    }
}

fn push_marks(clause: &Clause, widened: &[Widened], marks: &mut Vec<Mark>) {
    let Sought::Phrase { field, words, whole, .. } = &clause.sought else { return };
    marks.push(Mark { field: *field, needle: Needle::new(words, *whole) });
    let forms = clause.plain_word().map(forms).unwrap_or_default();
    marks.extend(forms.iter().map(|form| Mark { field: *field, needle: Needle::word(form, true) }));
    for near in widened.iter().filter(|near| clause.forgiven_word() == Some(&near.typed)) {
        marks.push(Mark { field: *field, needle: Needle::word(&near.shown, false) });
    }
}

/// Returns a text of a field in pieces; those with `true` match.
pub fn mark_text<'t>(text: &'t str, field: Field, marks: &[Mark]) -> Vec<(&'t str, bool)> {
    let mut parts = Vec::new();
    let mut at = 0;
    for Range { start, end } in places(text, field, marks) {
        parts.push((&text[at..start], false));
        parts.push((&text[start..end], true));
        at = end;
    }
    parts.push((&text[at..], false));
    parts.retain(|(part, _)| !part.is_empty());
    parts
}

/// Returns whether something of a field's text matches.
pub fn is_marked(text: &str, field: Field, marks: &[Mark]) -> bool {
    !places(text, field, marks).is_empty()
}

/// Returns the tree of a field's text with marks in it; a match may reach over the borders of elements.
pub fn mark_rich(nodes: &[Node], field: Field, marks: &[Mark]) -> Vec<Node> {
    let places = places(&flatten(nodes), field, marks);
    if places.is_empty() { nodes.to_vec() } else { pieces(nodes, &places) }
}

fn places(text: &str, field: Field, marks: &[Mark]) -> Vec<Range<usize>> {
    let here = marks.iter().filter(|mark| field.is_searched(mark.field));
    let needles: Vec<&Needle> = here.map(|mark| &mark.needle).collect();
    if needles.is_empty() { Vec::new() } else { fold::marks(text, &needles) }
}

//! From TeX to the tree.

use offprint_core::rich::tex;
use pulldown_latex::{Event, Parser, RenderConfig, Storage, push_mathml};

use crate::tree::{Element, read};

/// Signs that pulldown-latex writes unescaped, which would be markup, each with a private-use character that replaces it until the tree
/// is read.
pub(crate) const SIGNS: [(&str, &str, &str); 2] = [("\\&", "\u{e000}", "&"), ("<", "\u{e001}", "<")];

/// Deeper trees are not made: each level is a call.
const MAX_DEPTH: usize = 64;

/// Converts a formula, written with its delimiters; `None` where its TeX is not understood.
pub fn convert(formula: &str) -> Option<Element> {
    let storage = Storage::new();
    let tex = SIGNS.iter().fold(tex(formula).to_owned(), |tex, (written, private, _)| tex.replace(written, private));
    let events = Parser::new(&tex, &storage).collect::<Result<Vec<Event<'_>>, _>>().ok()?;
    let mut mathml = String::new();
    let events = events.into_iter().map(Ok::<_, std::convert::Infallible>);
    push_mathml(&mut mathml, events, RenderConfig::default()).ok()?;
    // The command \lt writes the sign too.
    read(&mathml.replace("><<", ">&lt;<")).filter(|element| element.depth() <= MAX_DEPTH)
}

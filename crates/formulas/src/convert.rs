//! From TeX to the tree.

use offprint_core::rich::tex;
use pulldown_latex::{Event, Parser, RenderConfig, Storage, push_mathml};

use crate::tree::{Element, read};

/// Signs that pulldown-latex writes as they are, which would be markup, with what stands for them meanwhile.
pub(crate) const SIGNS: [(&str, &str, &str); 3] =
    [("\\&", "\u{e000}", "&"), ("\\lt ", "\u{e001}", "<"), ("<", "\u{e001}", "<")];

/// Deeper trees are not made: each level is a call.
const MAX_DEPTH: usize = 64;

/// Converts a formula, written with its delimiters; `None` where its TeX is not understood.
pub fn convert(formula: &str) -> Option<Element> {
    let storage = Storage::new();
    let tex = SIGNS.iter().fold(tex(formula).to_owned(), |tex, (written, stand_in, _)| tex.replace(written, stand_in));
    let events = Parser::new(&tex, &storage).collect::<Result<Vec<Event<'_>>, _>>().ok()?;
    let mut mathml = String::new();
    let events = events.into_iter().map(Ok::<_, std::convert::Infallible>);
    push_mathml(&mut mathml, events, RenderConfig::default()).ok()?;
    read(&mathml).filter(|element| element.depth() <= MAX_DEPTH)
}

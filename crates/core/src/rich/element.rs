//! The elements that are known by name.

use super::Tag;

/// What a tag means for the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// An element that is kept, or one whose equivalent is.
    Format(Tag),
    /// A link, if its URL is safe.
    Anchor,
    /// Formatting, if it is one of CSL's.
    Span,
    /// A line break.
    Break,
    /// Ends the paragraph, at its beginning and its end.
    Block,
    /// Stands beside its neighbours: a space keeps the words apart.
    Cell,
    /// Leaves only its content.
    Bare,
}

/// HTML, JATS and MathML; the commonest first, for they are looked up in order.
///
/// Names that an author may well write in angle brackets (`<path>`, `<name>`) are left out where only SVG or the front
/// matter of JATS has them.
const KNOWN: [(&str, Kind); 14] = [
    ("i italic cite dfn var", Kind::Format(Tag::Italic)),
    ("em", Kind::Format(Tag::Emphasis)),
    ("b bold", Kind::Format(Tag::Bold)),
    ("strong", Kind::Format(Tag::Strong)),
    ("sub", Kind::Format(Tag::Subscript)),
    ("sup", Kind::Format(Tag::Superscript)),
    ("code monospace tt kbd samp", Kind::Format(Tag::Code)),
    ("sc", Kind::Format(Tag::SmallCaps)),
    ("a", Kind::Anchor),
    ("span", Kind::Span),
    ("br break", Kind::Break),
    ("td th", Kind::Cell),
    (
        "p div li ul ol h1 h2 h3 h4 h5 h6 title sec list list-item blockquote tr hr pre abstract url article aside \
         body boxed-text caption center dd def-item def-list details dialog dir disp-formula disp-formula-group \
         disp-quote dl dt fieldset fig figcaption figure footer form head header hgroup html legend main menu nav \
         optgroup option preformat search section statement subtitle summary table table-wrap tbody tfoot thead \
         trans-abstract verse-group verse-line",
        Kind::Block,
    ),
    (
        "u s q small big font mark abbr acronym del ins strike img script style math mi mn mo mrow msub msup msubsup \
         mfrac msqrt mroot mover munder munderover mtext mspace mstyle mtable mtr mtd mfenced mpadded mphantom menclose \
         merror mmultiscripts mprescripts maction semantics annotation annotation-xml alternatives applet area audio \
         base basefont bdi bdo blink button canvas chem-struct col colgroup data datalist email embed ext-link fn frame \
         frameset graphic iframe inline-formula inline-graphic input institution label link map marquee meta meter \
         named-content nobr noframes noscript object output overline param picture plaintext private-char progress \
         related-article rp rt ruby sans-serif roman select slot source styled-content svg template tex-math textarea \
         time track underline uri video wbr xmp xref",
        Kind::Bare,
    ),
];

/// Returns what an element's name means, in any case; nothing for names that no element has.
///
/// The prefixes `jats:` and `mml:` make any name an element's.
pub(super) fn kind(name: &str) -> Option<Kind> {
    match name.split_once(':') {
        None => known(name),
        Some((prefix, name)) if prefix.eq_ignore_ascii_case("jats") => Some(known(name).unwrap_or(Kind::Bare)),
        Some((prefix, _)) if prefix.eq_ignore_ascii_case("mml") => Some(Kind::Bare),
        Some(_) => None,
    }
}

fn known(name: &str) -> Option<Kind> {
    let has = |names: &str| names.split(' ').any(|known| known.eq_ignore_ascii_case(name));
    KNOWN.iter().find(|(names, _)| has(names)).map(|&(_, kind)| kind)
}

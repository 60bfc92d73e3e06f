//! What is done with a command and its arguments.

use super::node::Style;

/// What a command does.
pub(super) enum Command {
    /// Sets its argument in a style.
    Styled(Style),
    /// Sets what follows in its group in a style.
    Declared(Style),
    /// Its argument is a URL.
    Url,
    /// A URL and a text.
    Href,
    /// Mathematics in its argument.
    Math,
    /// A root over its argument.
    Root,
    /// Two arguments, one over the other.
    Fraction,
    /// Ends the paragraph.
    Paragraph,
    /// Puts its argument in quotation marks.
    Quoted,
    /// Two arguments, of which the second one is for readers of plain text.
    Second,
    /// Mathematics up to the command that ends it.
    Inline(&'static str),
    /// A number and its unit.
    Quantity,
    /// A unit.
    Unit,
    /// Leaves its argument as it is.
    Bare,
    /// Neither it nor its argument is shown.
    Hidden,
    /// Changes nothing that is kept.
    Nothing,
}

/// Returns what a command of that name does; nothing for those that are not known.
pub(super) fn command(name: &str) -> Option<Command> {
    use Command::*;
    Some(match name {
        "emph" => Styled(Style::Emphasis),
        "textit" | "textsl" | "mathit" => Styled(Style::Italic),
        "textbf" | "mathbf" | "boldsymbol" | "bm" => Styled(Style::Bold),
        "textsc" => Styled(Style::SmallCaps),
        "texttt" | "mathtt" | "code" | "lstinline" => Styled(Style::Code),
        "textsubscript" => Styled(Style::Subscript),
        "textsuperscript" => Styled(Style::Superscript),
        "em" => Declared(Style::Emphasis),
        "it" | "itshape" | "sl" | "slshape" => Declared(Style::Italic),
        "bf" | "bfseries" => Declared(Style::Bold),
        "sc" | "scshape" => Declared(Style::SmallCaps),
        "tt" | "ttfamily" => Declared(Style::Code),
        "url" | "path" => Url,
        "href" => Href,
        "ensuremath" => Math,
        "sqrt" => Root,
        "frac" | "dfrac" | "tfrac" => Fraction,
        "par" => Paragraph,
        "enquote" | "mkbibquote" | "textquote" => Quoted,
        "texorpdfstring" => Second,
        "(" => Inline("\\)"),
        "[" => Inline("\\]"),
        "SI" | "qty" => Quantity,
        "si" | "unit" => Unit,
        "mbox" | "hbox" | "fbox" | "text" | "textrm" | "textnormal" | "textup" | "textmd" | "textsf" | "mathrm"
        | "mathsf" | "mathcal" | "mathbb" | "mathfrak" | "mathscr" | "mathop" | "operatorname" | "uppercase"
        | "lowercase" | "MakeUppercase" | "MakeLowercase" | "footnote" | "underline" | "acro" | "mkbibemph"
        | "textlf" | "textin" | "bibstring" => Bare,
        "noopsort" | "SortNoop" | "sortnoop" | "cite" | "citep" | "citet" | "citeauthor" | "label" | "ref"
        | "hspace" | "vspace" | "color" | "textcolor" | "phantom" | "bibcommenthead" | "index" => Hidden,
        "rm" | "rmfamily" | "normalfont" | "sf" | "sffamily" | "upshape" | "mdseries" | "small" | "footnotesize"
        | "large" | "Large" | "normalsize" | "relax" | "protect" | "noindent" | "left" | "right" | "big" | "Big"
        | "bigl" | "bigr" | "displaystyle" | "textstyle" | "limits" | "nobreak" | "allowbreak" | "break" | "null"
        | "sloppy" | "hfill" | "bgroup" | "egroup" | "leavevmode" | "unskip" | "ignorespaces" | "xspace"
        | "nolinebreak" | "/" | "*" => Nothing,
        _ => return None,
    })
}

//! Text as LaTeX.
//!
//! BibTeX counts braces without a look at the backslash before them, so a brace of the text never is as one: with
//! that, no text can end its field.

use super::links::verbatim;
use crate::format::push_part;
use crate::rich::{Node, RichText, Tag, is_safe_tex};

/// Rich text, with a blank line between paragraphs. No line begins as an entry would.
pub(in crate::format) fn latex(text: &RichText) -> String {
    let mut out = String::new();
    push_nodes(text.nodes(), &escape, &mut out);
    out.trim_end().replace("\n@", "\n{@}")
}

/// Returns a title: words such as `OCaml` are kept from styles that write titles in lower case.
pub(super) fn title(text: &RichText) -> String {
    let mut out = String::new();
    push_nodes(text.nodes(), &protected, &mut out);
    out
}

fn push_nodes(nodes: &[Node], escape: &dyn Fn(&str) -> String, out: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) | Node::Mark(text) => out.push_str(&escape(text)),
            Node::Break => out.push_str("\\\\ "),
            Node::Math(formula) | Node::MarkedMath(formula) if is_safe_tex(formula) => out.push_str(formula),
            Node::Math(formula) | Node::MarkedMath(formula) => out.push_str(&escape(formula)),
            // Within a page or relative to one, a URL leads nowhere from a bibliography.
            Node::Link(href, children) if href.as_str().contains(':') => {
                out.push_str(&format!("\\href{{{}}}{{", verbatim(href.as_str())));
                push_nodes(children, escape, out);
                out.push('}');
            }
            Node::Link(_, children) => push_nodes(children, escape, out),
            Node::Element(tag, children) => {
                let (open, close) = command(*tag);
                out.push_str(open);
                push_nodes(children, escape, out);
                out.push_str(close);
            }
        }
    }
}

fn command(tag: Tag) -> (&'static str, &'static str) {
    match tag {
        Tag::Paragraph => ("", "\n\n"),
        Tag::Italic => ("\\textit{", "}"),
        Tag::Emphasis => ("\\emph{", "}"),
        Tag::Bold | Tag::Strong => ("\\textbf{", "}"),
        Tag::Subscript => ("\\textsubscript{", "}"),
        Tag::Superscript => ("\\textsuperscript{", "}"),
        Tag::Code => ("\\texttt{", "}"),
        Tag::SmallCaps => ("\\textsc{", "}"),
        Tag::NoCase => ("{", "}"),
    }
}

fn protected(text: &str) -> String {
    let mut out = String::new();
    for word in text.split_inclusive(' ') {
        let bare = word.trim_end_matches(' ');
        let escaped = escape(bare);
        if has_inner_capital(bare) {
            out.extend(["{", &escaped, "}"]);
        } else {
            out.push_str(&escaped);
        }
        out.push_str(&word[bare.len()..]);
    }
    out
}

/// Returns plain text whose capitals are kept by styles that write all but its first letter small.
pub(in crate::format) fn cased(text: &str) -> String {
    let words = crate::format::line(text);
    let mut out = String::new();
    for word in words.split(' ') {
        let has_capital = word.chars().skip(1).any(char::is_uppercase);
        let word = if has_capital { format!("{{{}}}", escape(word)) } else { escape(word) };
        push_part(&mut out, " ", &word);
    }
    out
}

/// Returns whether a capital is behind another letter or digit.
fn has_inner_capital(word: &str) -> bool {
    let mut before = ' ';
    word.chars().any(|c| std::mem::replace(&mut before, c).is_alphanumeric() && c.is_uppercase())
}

/// Returns text in which nothing is a command, a brace or a ligature, nor ends a line; a control is a space.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        if c == before && matches!(c, '-' | '`' | '\'') {
            out.push_str("{}");
        }
        before = c;
        match c {
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => out.push(' '),
            _ => out.push(c),
        }
    }
    out
}

/// Page numbers, with the dash of a range as BibTeX writes it, however many hyphens stand for it.
pub(in crate::format) fn pages(text: &str) -> String {
    let mut pages = String::new();
    for part in crate::format::line(text).split(['-', '–', '—']) {
        push_part(&mut pages, "--", escape(part).trim());
    }
    pages
}

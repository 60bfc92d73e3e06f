//! What a text of TeX is made of, and how it is written.

use super::literal;

/// A part of a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    /// Characters.
    Text(String),
    /// Braces: what is in them keeps its case.
    Group(Vec<Node>),
    /// Text in a style.
    Styled(Style, Vec<Node>),
    /// Text that leads somewhere.
    Link(String, Vec<Node>),
    /// The end of a paragraph.
    Paragraph,
}

/// The styles that rich text has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// `em`
    Emphasis,
    /// `i`
    Italic,
    /// `b`
    Bold,
    /// Small capitals.
    SmallCaps,
    /// `code`
    Code,
    /// `sub`
    Subscript,
    /// `sup`
    Superscript,
}

impl Style {
    fn tags(self) -> (&'static str, &'static str) {
        match self {
            Self::Emphasis => ("<em>", "</em>"),
            Self::Italic => ("<i>", "</i>"),
            Self::Bold => ("<b>", "</b>"),
            Self::SmallCaps => ("<span style=\"font-variant:small-caps\">", "</span>"),
            Self::Code => ("<code>", "</code>"),
            Self::Subscript => ("<sub>", "</sub>"),
            Self::Superscript => ("<sup>", "</sup>"),
        }
    }
}

/// Writes rich text; `tags` are the HTML elements that stay, `between` is between paragraphs.
pub(super) fn rich(nodes: &[Node], tags: &[&str], between: &str) -> String {
    let mut writer = Rich { out: String::new(), tags, between };
    // Braces around the whole say nothing about any of its words.
    writer.nodes(unwrapped(nodes));
    tidy(&writer.out)
}

/// Writes the characters alone.
pub(super) fn plain(nodes: &[Node]) -> String {
    let mut out = String::new();
    push_plain(nodes, &mut out);
    tidy(&out)
}

fn push_plain(nodes: &[Node], out: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) => out.push_str(text),
            Node::Group(inner) | Node::Styled(_, inner) | Node::Link(_, inner) => push_plain(inner, out),
            Node::Paragraph => out.push(' '),
        }
    }
}

fn unwrapped(nodes: &[Node]) -> &[Node] {
    match nodes {
        [Node::Group(inner)] => unwrapped(inner),
        _ => nodes,
    }
}

struct Rich<'a> {
    out: String,
    tags: &'a [&'a str],
    between: &'a str,
}

impl Rich<'_> {
    fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            match node {
                Node::Text(text) => literal::push_escaped(text, self.tags, &mut self.out),
                Node::Group(inner) if self.keeps_case(inner) => {
                    self.within("<span class=\"nocase\">", inner, "</span>");
                }
                Node::Group(inner) => self.nodes(inner),
                Node::Styled(style, inner) => {
                    let (open, close) = style.tags();
                    self.within(open, inner, close);
                }
                Node::Link(url, inner) => {
                    let url = url.replace('&', "&amp;").replace('"', "&quot;");
                    self.within(&format!("<a href=\"{url}\">"), inner, "</a>");
                }
                Node::Paragraph => self.out.push_str(self.between),
            }
        }
    }

    fn within(&mut self, open: &str, inner: &[Node], close: &str) {
        self.out.push_str(open);
        self.nodes(inner);
        self.out.push_str(close);
    }

    /// Braces are written for styles that take capitals away, which CSL's never do. They only give some to words that
    /// have none, so that it is these words that must be kept.
    fn keeps_case(&self, inner: &[Node]) -> bool {
        let [Node::Text(text)] = inner else { return false };
        let is_word = text.chars().filter(|c| c.is_alphabetic()).count() > 1;
        is_word && !text.chars().any(char::is_uppercase) && !self.out.ends_with(char::is_alphanumeric)
    }
}

/// Returns one space for each run of white space, one blank line for each run of ends of paragraphs.
fn tidy(text: &str) -> String {
    let paragraphs = text.split("\n\n").map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
    paragraphs.filter(|paragraph| !paragraph.is_empty()).collect::<Vec<_>>().join("\n\n")
}

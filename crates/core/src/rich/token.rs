//! A source cut into text, entities and tags.

use super::element::{self, Kind};
use super::{entity, math};

pub(super) enum Token<'a> {
    /// Text as written; empty where a comment was.
    Text(&'a str),
    /// An entity, decoded.
    Char(char),
    /// A tag whose element is known.
    Markup(Markup<'a>),
    /// A formula with its delimiters.
    Math(&'a str),
}

pub(super) struct Markup<'a> {
    pub(super) kind: Kind,
    pub(super) closing: bool,
    /// What is between the name and the `>`.
    pub(super) attributes: &'a str,
}

pub(super) struct Tokens<'a> {
    rest: &'a str,
    /// Set once a comment is found open: the end need not be looked for again, which would take quadratic time.
    no_comment_end: bool,
    /// The same for CDATA.
    no_cdata_end: bool,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Tokens { rest: source, no_comment_end: false, no_cdata_end: false }
    }

    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    fn entity(&mut self) -> Token<'a> {
        match entity::decode(self.rest) {
            Some((c, length)) => {
                self.take(length);
                Token::Char(c)
            }
            None => Token::Text(self.take(1)),
        }
    }

    fn markup(&mut self) -> Token<'a> {
        if let Some(token) = self.comment().or_else(|| self.cdata()) {
            return token;
        }
        match tag(self.rest) {
            Some((markup, length)) => {
                self.take(length);
                Token::Markup(markup)
            }
            None => Token::Text(self.take(1)),
        }
    }

    /// Takes a formula, or the sign that does not begin one.
    fn math(&mut self) -> Token<'a> {
        let has_tag = |length: &usize| {
            let formula = &self.rest[..*length];
            formula.match_indices('<').any(|(at, _)| tag(&formula[at..]).is_some())
        };
        match math::length(self.rest).filter(|length| !has_tag(length)) {
            Some(length) => Token::Math(self.take(length)),
            None => Token::Text(self.take(1)),
        }
    }

    fn comment(&mut self) -> Option<Token<'a>> {
        if self.no_comment_end || !self.rest.starts_with("<!--") {
            return None;
        }
        let end = end_after(self.rest, "--");
        self.no_comment_end = end.is_none();
        self.take(end?);
        Some(Token::Text(""))
    }

    fn cdata(&mut self) -> Option<Token<'a>> {
        if self.no_cdata_end {
            return None;
        }
        let content = self.rest.strip_prefix("<![CDATA[")?;
        let end = end_after(content, "]]");
        self.no_cdata_end = end.is_none();
        let (content, rest) = content.split_at(end?);
        self.rest = rest;
        content.strip_suffix("]]>").map(Token::Text)
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        match self.rest.bytes().next()? {
            b'<' => Some(self.markup()),
            b'&' => Some(self.entity()),
            b'$' => Some(self.math()),
            // An escaped sign is that sign, and begins no formula.
            b'\\' if self.rest.starts_with("\\$") => Some(Token::Text(&self.take(2)[1..])),
            b'\\' => Some(self.math()),
            _ => {
                let end = self.rest.find(['<', '&', '$', '\\']).unwrap_or(self.rest.len());
                Some(Token::Text(self.take(end)))
            }
        }
    }
}

/// Returns the length up to and with the first `>` that follows `before`.
fn end_after(text: &str, before: &str) -> Option<usize> {
    let mut ends = text.match_indices('>').map(|(at, _)| at);
    ends.find(|&at| text[..at].ends_with(before)).map(|at| at + 1)
}

/// Returns the tag that `text` begins with and its length, if its element is known and it is written like a tag.
fn tag(text: &str) -> Option<(Markup<'_>, usize)> {
    let inner = text.strip_prefix('<')?;
    let (closing, inner) = match inner.strip_prefix('/') {
        Some(inner) => (true, inner),
        None => (false, inner),
    };
    let in_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | ':');
    let (name, after) = inner.split_at(inner.find(|c| !in_name(c))?);
    if !after.starts_with(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')) {
        return None;
    }
    let kind = element::kind(name)?;
    let attributes = &after[..attributes_length(after)?];
    if name.len() == 1 && is_comparison(attributes) {
        return None;
    }
    let length = text.len() - after.len() + attributes.len() + 1;
    Some((Markup { kind, closing, attributes }, length))
}

/// In `a <b and c> d` the letter is a variable: a real tag with words in it would give one of them a value.
fn is_comparison(attributes: &str) -> bool {
    let words = attributes.trim_matches(|c: char| c.is_ascii_whitespace() || c == '/');
    !words.is_empty() && !words.contains('=')
}

/// Returns the length of what is before the `>` of a tag.
///
/// A `<` or a quote where no value begins means that this is no tag. It also keeps the work linear: of all tags that
/// are begun and not yet ended at some point of a source, one at most is outside quotes and one in each kind of them.
fn attributes_length(text: &str) -> Option<usize> {
    let mut quote = None;
    let mut before = b' ';
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at),
            (None, b'<') => return None,
            (None, b'"' | b'\'') if before != b'=' => return None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    None
}

//! From a source to its tree: tokens in, builder's calls out.

use super::attribute;
use super::builder::Builder;
use super::element::Kind;
use super::entity;
use super::format::Format;
use super::token::{Markup, Token, Tokens};
use super::{Fault, Node, Tag};
use crate::href::Href;

/// Whether text may have paragraphs and breaks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    Block,
    Inline,
}

pub(super) fn parse(source: &str, flow: Flow) -> (Vec<Node>, Vec<Fault>) {
    let mut builder = Builder::new(flow);
    let mut faults = Vec::new();
    for token in Tokens::new(source) {
        match token {
            Token::Text(text) => builder.text(text),
            Token::Char(c) => builder.text(c.encode_utf8(&mut [0; 4])),
            Token::Math(source) => builder.math(&decoded(source)),
            Token::Markup(markup) => apply(&markup, &mut builder, &mut faults),
        }
    }
    (builder.finish(), faults)
}

/// Returns a text with its entities decoded.
fn decoded(source: &str) -> String {
    let mut text = String::new();
    let mut rest = source;
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        let (c, length) = entity::decode(&rest[at..]).unwrap_or(('&', 1));
        text.push(c);
        rest = &rest[at + length..];
    }
    text + rest
}

fn apply(markup: &Markup<'_>, builder: &mut Builder, faults: &mut Vec<Fault>) {
    match markup.kind {
        Kind::Block => builder.end_paragraph(),
        Kind::Break => builder.line_break(),
        Kind::Cell => builder.space(),
        Kind::Bare => {}
        kind if markup.closing => builder.close(kind),
        kind @ Kind::Format(tag) => {
            if !markup.attributes.ends_with('/') {
                builder.open(kind, Some(Format::Tag(tag)));
            }
        }
        kind @ Kind::Span => builder.open(kind, span_format(markup.attributes)),
        kind @ Kind::Anchor => builder.open(kind, link_format(markup.attributes, faults)),
    }
}

/// Returns a link without a URL was a target once, and is nothing now.
fn link_format(attributes: &str, faults: &mut Vec<Fault>) -> Option<Format> {
    let href = attribute::value(attributes, "href")?;
    match Href::parse(&href) {
        Ok(href) => Some(Format::Link(href)),
        Err(why) => {
            let href = href.into_boxed_str();
            faults.push(Fault::UnsafeLink { href, why });
            None
        }
    }
}

/// CSL's two spans; any other is only a pair of tags.
fn span_format(attributes: &str) -> Option<Format> {
    let small_caps = |style: String| {
        style.split(';').any(|declaration| {
            declaration.split_once(':').is_some_and(|(property, value)| {
                property.trim_ascii().eq_ignore_ascii_case("font-variant")
                    && value.trim_ascii().eq_ignore_ascii_case("small-caps")
            })
        })
    };
    let no_case = |class: String| class.split_ascii_whitespace().any(|name| name == "nocase");
    if attribute::value(attributes, "style").is_some_and(small_caps) {
        Some(Format::Tag(Tag::SmallCaps))
    } else if attribute::value(attributes, "class").is_some_and(no_case) {
        Some(Format::Tag(Tag::NoCase))
    } else {
        None
    }
}

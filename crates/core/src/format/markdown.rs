//! Markdown (CommonMark, and GitHub's): a reference a list item.

use super::push_part;
use super::reference::{Reference, sentence};
use crate::href::Href;
use crate::publication::{Link, Publication};

/// Returns one reference, with a line end.
pub(super) fn item(publication: &Publication) -> String {
    let reference = Reference::of(publication);
    let stop = &sentence(&reference.title)[reference.title.len()..];
    let title = escape(&reference.title);
    let title = match reference.url {
        Some(Link { href, .. }) => format!("[{title}]({})", destination(href)),
        None => title,
    };
    let mut source = emphasis(&reference.container);
    push_part(&mut source, ", ", &escape(&reference.details));
    let mut item = String::new();
    for part in [escape(&sentence(&reference.people)), title + stop, sentence(&source)] {
        push_part(&mut item, " ", &part);
    }
    for link in publication.links.iter().filter(|link| Some(*link) != reference.url) {
        push_part(&mut item, " ", &format!("[{}]({})", escape(&super::line(link.label())), destination(&link.href)));
    }
    format!("- {}\n", block_start(item))
}

/// Returns a heading, with the empty line after it.
pub(super) fn heading(text: &str) -> String {
    format!("## {}\n\n", escape(&super::line(text)))
}

fn emphasis(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("*{}*", escape(text)) }
}

/// Returns text in which nothing is markup, a link, a mention, or what a site generator or MDX would run.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let is_markup = "\\`*_[]<>&~|$@^{}%#".contains(c);
        // GitHub makes a link of a bare URL.
        let is_url = match c {
            ':' => rest.peek() == Some(&'/'),
            '.' => out.len().checked_sub(3).and_then(|at| out.get(at..)).is_some_and(|w| w.eq_ignore_ascii_case("www")),
            _ => false,
        };
        if is_markup || is_url {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Returns what is first in an item may begin a heading, a quotation, a rule or another list.
fn block_start(item: String) -> String {
    let digits = item.bytes().take_while(u8::is_ascii_digit).count();
    if item.starts_with(['+', '-', '=']) {
        return format!("\\{item}");
    }
    match item.split_at(digits) {
        (number, rest) if digits > 0 && rest.starts_with(['.', ')']) => format!("{number}\\{rest}"),
        _ => item,
    }
}

/// Returns a URL in which no character ends it or means something else.
fn destination(href: &Href) -> String {
    let mut out = String::new();
    for c in href.as_str().chars() {
        match c {
            ' ' => out.push_str("%20"),
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            '`' => out.push_str("%60"),
            '$' => out.push_str("%24"),
            '{' => out.push_str("%7B"),
            '}' => out.push_str("%7D"),
            '&' => out.push_str("&amp;"),
            _ => out.push(c),
        }
    }
    out
}

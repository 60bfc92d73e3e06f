//! From a source to its nodes.

use offprint_core::rich::RichText;

use super::command::{Command, command};
use super::journal::journal;
use super::letter::{accented, combining, over};
use super::math::{math, script};
use super::node::{Node, plain};
use super::shape::{is_logo, is_math, punctuation};
use super::symbol;

/// Groups within groups; in deeper ones the braces alone are passed over.
const DEEPEST: usize = 40;

pub(super) fn parse(source: &str) -> (Vec<Node>, Vec<String>) {
    let mut parser = Parser { rest: source, depth: 0, math: false, quoted: false, unknown: Vec::new() };
    let nodes = parser.nodes(false);
    (nodes, parser.unknown)
}

pub(super) struct Parser<'a> {
    pub(super) rest: &'a str,
    pub(super) depth: usize,
    math: bool,
    /// Whether a single quotation mark is open.
    quoted: bool,
    /// Commands that are not known.
    pub(super) unknown: Vec<String>,
}

impl<'a> Parser<'a> {
    pub(super) fn math(source: &'a str, depth: usize) -> Self {
        Self { rest: source, depth, math: true, quoted: false, unknown: Vec::new() }
    }

    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    pub(super) fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    fn take_while(&mut self, fits: impl Fn(char) -> bool) -> &'a str {
        self.take(self.rest.find(|c| !fits(c)).unwrap_or(self.rest.len()))
    }

    /// Reads to the end, or to the brace that closes the group.
    pub(super) fn nodes(&mut self, in_group: bool) -> Vec<Node> {
        let mut nodes = Vec::new();
        self.depth += 1;
        while let Some(c) = self.peek() {
            if c == '}' {
                self.take(1);
                if in_group {
                    break;
                }
                continue;
            }
            if self.node(c, in_group, &mut nodes) {
                break;
            }
        }
        self.depth -= 1;
        nodes
    }

    /// Reads one node; whether it took all that was left of the group.
    fn node(&mut self, c: char, in_group: bool, nodes: &mut Vec<Node>) -> bool {
        match c {
            '\\' => return self.backslash(in_group, nodes),
            '{' if self.depth > DEEPEST => drop(self.take(1)),
            '{' => {
                self.take(1);
                let inner = self.nodes(true);
                nodes.push(Node::Group(inner));
            }
            '$' if !self.math => self.dollar(nodes),
            '^' | '_' if self.math && self.depth <= DEEPEST => {
                self.take(1);
                let argument = self.argument();
                nodes.push(Node::Styled(script(c), argument));
            }
            '&' => self.reference(nodes),
            c if c.is_whitespace() => {
                let space = self.take_while(char::is_whitespace);
                let ends = space.matches('\n').count();
                if ends > 1 { nodes.push(Node::Paragraph) } else { push(nodes, " ") }
            }
            '~' => {
                self.take(1);
                push(nodes, " ");
            }
            '!' | '?' if !self.math && self.rest[1..].starts_with('`') => {
                self.take(2);
                push(nodes, if c == '!' { "¡" } else { "¿" });
            }
            '\'' if self.closes_quotation() => {
                self.take(1);
                self.quoted = false;
                push(nodes, "’");
            }
            '-' | '`' | '\'' if !self.math => {
                let run = self.take_while(|other| other == c);
                self.quoted |= run == "`";
                push(nodes, punctuation(run));
            }
            _ => push(nodes, self.take(c.len_utf8())),
        }
        false
    }

    /// Returns whether an apostrophe is the end of a quotation: none inside of a word, nor one of two.
    fn closes_quotation(&self) -> bool {
        let behind = self.rest[1..].chars().next();
        self.quoted && behind.is_none_or(|c| !c.is_alphanumeric() && c != '\'')
    }

    fn dollar(&mut self, nodes: &mut Vec<Node>) {
        let sign = self.take_while(|c| c == '$').len();
        let end = self.rest.find('$').filter(|end| sign < 3 && is_math(&self.rest[..*end]));
        match end {
            Some(end) if self.depth <= DEEPEST => {
                let source = self.take(end);
                self.take_while(|c| c == '$');
                nodes.extend(math(source, self.depth));
            }
            _ => push(nodes, &"$".repeat(sign)),
        }
    }

    /// A bare `&` is no TeX: `&amp;` comes from a web page.
    fn reference(&mut self, nodes: &mut Vec<Node>) {
        let inner = &self.rest[1..];
        let end = inner.find(|c: char| !c.is_ascii_alphanumeric() && c != '#').unwrap_or(inner.len());
        let length = if inner[end..].starts_with(';') { end + 2 } else { 1 };
        let text = RichText::parse_inline(self.take(length)).0.plain();
        push(nodes, &text);
    }

    fn backslash(&mut self, in_group: bool, nodes: &mut Vec<Node>) -> bool {
        self.take(1);
        let letters = self.take_while(|c| c.is_ascii_alphabetic());
        let mut is_followed_by_space = false;
        let name = match self.peek() {
            _ if !letters.is_empty() => {
                // A command swallows the spaces behind it, but not the end of a paragraph.
                let is_math = self.math;
                is_followed_by_space = !self.take_while(|c| !is_math && matches!(c, ' ' | '\t')).is_empty();
                letters
            }
            Some(c) => self.take(c.len_utf8()),
            None => return false,
        };
        let accent = if self.math { over(name) } else { combining(name) };
        if let Some(accent) = accent {
            let argument = if self.depth > DEEPEST { Vec::new() } else { self.argument() };
            push(nodes, &accented(name, accent, &plain(&argument)));
            return false;
        }
        if let Some(text) = symbol::text(name) {
            if !letters.is_empty() && self.rest.starts_with("{}") {
                self.take(2);
            }
            push(nodes, text);
            return false;
        }
        match command(name) {
            Some(Command::Declared(style)) if self.depth <= DEEPEST => {
                let inner = self.nodes(in_group);
                nodes.push(Node::Styled(style, inner));
                return true;
            }
            Some(command) if self.depth <= DEEPEST => self.run(&command, nodes),
            Some(_) => {}
            // `\XML` and its like write out their own name.
            // Its argument is what is kept of any other.
            None if self.rest.starts_with('{') && !self.rest.starts_with("{}") => self.note(name),
            None => self.name(name, is_followed_by_space, nodes),
        }
        false
    }

    /// Writes a command without arguments by its name: a journal, a logo such as `\XML`, or what is not known.
    fn name(&mut self, name: &str, is_followed_by_space: bool, nodes: &mut Vec<Node>) {
        let has_end = self.rest.starts_with("{}");
        self.take(if has_end { 2 } else { 0 });
        let known = journal(name).or(is_logo(name).then_some(name));
        if known.is_none() {
            self.note(name);
        }
        push(nodes, known.unwrap_or(name));
        if is_followed_by_space && !has_end {
            push(nodes, " ");
        }
    }

    fn note(&mut self, name: &str) {
        if !self.unknown.iter().any(|known| known == name) {
            self.unknown.push(name.to_owned());
        }
    }

    /// Returns what a command takes: a group, or the next character or command.
    pub(super) fn argument(&mut self) -> Vec<Node> {
        self.take_while(char::is_whitespace);
        let mut nodes = Vec::new();
        match self.peek() {
            Some('{') => {
                self.take(1);
                nodes = self.nodes(true);
            }
            Some('\\') => {
                self.depth += 1;
                self.backslash(false, &mut nodes);
                self.depth -= 1;
            }
            Some('}') | None => {}
            Some(c) => push(&mut nodes, self.take(c.len_utf8())),
        }
        nodes
    }

    /// Returns the same, as it is.
    pub(super) fn raw_argument(&mut self) -> &'a str {
        self.take_while(char::is_whitespace);
        if !self.rest.starts_with('{') {
            return "";
        }
        self.take(1);
        let mut open = 1;
        let end = self.rest.char_indices().find(|(_, c)| {
            open += match c {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            open == 0
        });
        let argument = self.take(end.map_or(self.rest.len(), |(at, _)| at));
        self.take(usize::from(end.is_some()));
        argument
    }
}

/// Appends to the text that is last.
pub(super) fn push(nodes: &mut Vec<Node>, text: &str) {
    match nodes.last_mut() {
        Some(Node::Text(last)) => last.push_str(text),
        _ => nodes.push(Node::Text(text.to_owned())),
    }
}

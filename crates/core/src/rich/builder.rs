//! The tree while it is being built.
//!
//! Tags only say which formats are wanted from here on; elements are made when text arrives. So an element is never
//! empty, misnested tags need no repair, and white space falls to the outermost place it can have.

use super::element::Kind;
use super::format::Format;
use super::parse::Flow;
use super::{Node, Tag, has_blank_line};

/// How many tags may be open at once; deeper ones are left out. Nobody writes more, and it bounds every walk of a tree.
const MAX_DEPTH: usize = 32;

/// A tag that has been opened and not closed.
struct Wanted {
    id: u32,
    kind: Kind,
    /// None where the tag changes nothing and only waits for its closing one.
    format: Option<Format>,
    used: bool,
}

/// An element that is being filled.
struct Open {
    id: u32,
    format: Format,
    /// What is before it.
    before: Vec<Node>,
}

/// What is owed before the next word.
enum Gap {
    None,
    Space,
    Breaks(usize),
}

pub(super) struct Builder {
    flow: Flow,
    paragraphs: Vec<Node>,
    wanted: Vec<Wanted>,
    next_id: u32,
    /// How many tags were too deep and not yet closed.
    skipped: usize,
    open: Vec<Open>,
    /// What the innermost open element holds so far, but for the text after it.
    nodes: Vec<Node>,
    text: String,
    gap: Gap,
}

impl Builder {
    pub(super) fn new(flow: Flow) -> Self {
        Builder {
            flow,
            paragraphs: Vec::new(),
            wanted: Vec::new(),
            next_id: 0,
            skipped: 0,
            open: Vec::new(),
            nodes: Vec::new(),
            text: String::new(),
            gap: Gap::None,
        }
    }

    /// Adds text: white space collapses, a blank line ends the paragraph.
    pub(super) fn text(&mut self, text: &str) {
        let mut rest = text;
        while !rest.is_empty() {
            let (word, after) = rest.split_at(rest.bytes().position(is_space).unwrap_or(rest.len()));
            if !word.is_empty() {
                self.settle();
                self.text.push_str(word);
            }
            let (space, after) = after.split_at(after.bytes().position(|b| !is_space(b)).unwrap_or(after.len()));
            if has_blank_line(space) {
                self.end_paragraph();
            } else if !space.is_empty() {
                self.space();
            }
            rest = after;
        }
    }

    /// Adds a formula.
    pub(super) fn math(&mut self, formula: &str) {
        self.settle();
        flush(&mut self.text, &mut self.nodes);
        self.nodes.push(Node::Math(formula.into()));
    }

    pub(super) fn space(&mut self) {
        if matches!(self.gap, Gap::None) {
            self.gap = Gap::Space;
        }
    }

    pub(super) fn line_break(&mut self) {
        match (self.flow, &self.gap) {
            (Flow::Inline, _) => self.space(),
            (Flow::Block, Gap::Breaks(count)) => self.gap = Gap::Breaks(count + 1),
            (Flow::Block, _) => self.gap = Gap::Breaks(1),
        }
    }

    /// Wants a format for the text to come, until a tag of that kind is closed.
    pub(super) fn open(&mut self, kind: Kind, format: Option<Format>) {
        if kind == Kind::Anchor {
            // HTML allows no link within a link: the second ends the first.
            self.forget(kind);
        }
        if self.wanted.len() == MAX_DEPTH {
            self.skipped += 1;
            return;
        }
        let format = format.filter(|format| !self.repeats(format));
        self.wanted.push(Wanted { id: self.next_id, kind, format, used: false });
        self.next_id = self.next_id.wrapping_add(1);
    }

    /// Closes the last open tag of a kind; without one, nothing was meant.
    pub(super) fn close(&mut self, kind: Kind) {
        if self.skipped > 0 {
            self.skipped -= 1;
        } else {
            self.forget(kind);
        }
    }

    /// Ends the paragraph; formats such as bold go on in the next.
    pub(super) fn end_paragraph(&mut self) {
        if self.flow == Flow::Inline {
            return self.space();
        }
        self.close_to(0);
        flush(&mut self.text, &mut self.nodes);
        self.gap = Gap::None;
        if !self.nodes.is_empty() {
            self.paragraphs.push(Format::Tag(Tag::Paragraph).around(std::mem::take(&mut self.nodes)));
        }
        // A link or a subscript is not meant to go on, and going on could make a small source a very large tree.
        self.wanted.retain(|wanted| !wanted.used || wanted.format.as_ref().is_none_or(Format::is_state));
    }

    /// Returns the tree: paragraphs, or inline nodes where there are none.
    pub(super) fn finish(mut self) -> Vec<Node> {
        self.end_paragraph();
        self.close_to(0);
        flush(&mut self.text, &mut self.nodes);
        match self.flow {
            Flow::Block => self.paragraphs,
            Flow::Inline => self.nodes,
        }
    }

    fn forget(&mut self, kind: Kind) {
        if let Some(at) = self.wanted.iter().rposition(|wanted| wanted.kind == kind) {
            self.wanted.remove(at);
        }
    }

    fn repeats(&self, format: &Format) -> bool {
        format.is_state() && self.wanted.iter().any(|wanted| wanted.format.as_ref() == Some(format))
    }

    /// Makes the open elements those that are wanted, with the gap outside of all that change.
    fn settle(&mut self) {
        let wanted = self.wanted.iter().filter(|wanted| wanted.format.is_some());
        let shared = self.open.iter().zip(wanted).take_while(|(open, wanted)| open.id == wanted.id).count();
        self.close_to(shared);
        self.fill_gap();
        for wanted in self.wanted.iter_mut().filter(|wanted| wanted.format.is_some()).skip(shared) {
            let Some(format) = wanted.format.clone() else {
                continue;
            };
            wanted.used = true;
            flush(&mut self.text, &mut self.nodes);
            self.open.push(Open { id: wanted.id, format, before: std::mem::take(&mut self.nodes) });
        }
    }

    /// Closes elements until only so many are open.
    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth
            && let Some(open) = self.open.pop()
        {
            flush(&mut self.text, &mut self.nodes);
            let mut inner = std::mem::replace(&mut self.nodes, open.before);
            inner.shrink_to_fit();
            self.nodes.push(open.format.around(inner));
        }
    }

    fn fill_gap(&mut self) {
        let at_start = self.open.is_empty() && self.nodes.is_empty() && self.text.is_empty();
        match std::mem::replace(&mut self.gap, Gap::None) {
            _ if at_start => {}
            Gap::None => {}
            Gap::Space => self.text.push(' '),
            Gap::Breaks(count) => {
                flush(&mut self.text, &mut self.nodes);
                self.nodes.extend(std::iter::repeat_n(Node::Break, count));
            }
        }
    }
}

fn flush(text: &mut String, nodes: &mut Vec<Node>) {
    if !text.is_empty() {
        nodes.push(Node::Text(std::mem::take(text).into_boxed_str()));
    }
}

fn is_space(b: u8) -> bool {
    b.is_ascii_whitespace()
}

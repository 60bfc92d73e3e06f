//! What a command makes of its arguments.

use super::command::Command;
use super::math::math;
use super::node::Node;
use super::parse::{Parser, push};
use super::unit::unit;
use super::verbatim;

impl Parser<'_> {
    /// Reads the arguments of a command, and appends what it makes of them.
    pub(super) fn run(&mut self, command: &Command, nodes: &mut Vec<Node>) {
        match command {
            Command::Styled(style) => {
                let inner = self.argument();
                nodes.push(Node::Styled(*style, inner));
            }
            Command::Url => {
                let url = verbatim(self.raw_argument());
                nodes.push(Node::Link(url.clone(), vec![Node::Text(url)]));
            }
            Command::Href => {
                let url = verbatim(self.raw_argument());
                let inner = self.argument();
                nodes.push(Node::Link(url, inner));
            }
            Command::Math => {
                let source = self.raw_argument();
                nodes.extend(math(source, self.depth));
            }
            Command::Root => {
                push(nodes, "√");
                nodes.extend(self.argument());
            }
            Command::Fraction => {
                nodes.extend(self.argument());
                push(nodes, "/");
                nodes.extend(self.argument());
            }
            Command::Paragraph => nodes.push(Node::Paragraph),
            Command::Quoted => {
                push(nodes, "“");
                nodes.extend(self.argument());
                push(nodes, "”");
            }
            Command::Second => {
                self.raw_argument();
                nodes.extend(self.argument());
            }
            Command::Inline(end) => {
                let (length, end) = self.rest.find(end).map_or((self.rest.len(), 0), |at| (at, end.len()));
                let source = self.take(length);
                self.take(end);
                nodes.extend(math(source, self.depth));
            }
            Command::Quantity => {
                nodes.extend(self.argument());
                push(nodes, " ");
                push(nodes, &unit(self.raw_argument()));
            }
            Command::Unit => push(nodes, &unit(self.raw_argument())),
            Command::Bare => nodes.extend(self.argument()),
            Command::Hidden => drop(self.raw_argument()),
            Command::Nothing | Command::Declared(_) => {}
        }
    }
}

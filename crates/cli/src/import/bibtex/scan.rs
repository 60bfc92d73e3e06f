//! Cutting a file into its blocks, before anything in them is understood.
//!
//! Whatever is wrong with one block, the next one starts where a line begins with `@type{`.

use super::block::{Block, Entry, Fault, Field, Flaw};
use super::value;

/// Cuts a file.
pub(super) fn scan(source: &str) -> (Vec<Block<'_>>, Vec<Flaw<'_>>) {
    let mut scanner = Scanner { source, at: 0, blocks: Vec::new(), flaws: Vec::new() };
    while let Some(start) = scanner.next_block() {
        scanner.block(start);
    }
    (scanner.blocks, scanner.flaws)
}

/// How an entry's fields ended.
#[derive(PartialEq)]
enum Close {
    /// At its own bracket.
    Closed,
    /// Where the next entry begins.
    NextEntry,
    /// At the end of the file, behind a whole field.
    FileEnd,
    /// At the end of the file, within a field.
    Cut,
}

pub(super) struct Scanner<'a> {
    source: &'a str,
    at: usize,
    blocks: Vec<Block<'a>>,
    flaws: Vec<Flaw<'a>>,
}

impl<'a> Scanner<'a> {
    fn rest(&self) -> &'a str {
        &self.source[self.at..]
    }

    fn skip(&mut self, skipped: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest.find(|c| !skipped(c)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    fn flaw(&mut self, fault: Fault, at: usize, entry: &'a str, field: &'a str) {
        self.flaws.push(Flaw { fault, at, entry, field });
    }

    /// Goes to the next `@type{`, and returns where it is.
    fn next_block(&mut self) -> Option<usize> {
        let from = self.at;
        let start = value::block_starts(self.source, from).next();
        let junk = &self.source[from..start.unwrap_or(self.source.len())];
        if let Some(line) = stray_field(junk) {
            let key = self
                .blocks
                .iter()
                .rev()
                .find_map(|block| if let Block::Entry(entry) = block { Some(entry.key) } else { None });
            self.flaw(Fault::StrayFields, from + line, key.unwrap_or_default(), "");
        }
        start
    }

    fn block(&mut self, start: usize) {
        self.at = start + 1;
        let kind = self.skip(|c| c.is_alphanumeric() || c == '_' || c == '-');
        self.skip(char::is_whitespace);
        let open = if self.rest().starts_with('(') { '(' } else { '{' };
        self.at += 1;
        match kind.to_ascii_lowercase().as_str() {
            "comment" | "preamble" => self.pass_over(open),
            "string" => self.definition(),
            _ => self.entry(kind, start, open),
        }
    }

    /// A comment goes to its own bracket, and to the end of its line if it has none.
    fn pass_over(&mut self, open: char) {
        let rest = self.rest();
        let end = value::closing(rest, open).map(|end| end + 1);
        self.at += end.unwrap_or_else(|| rest.find('\n').unwrap_or(rest.len()));
    }

    fn definition(&mut self) {
        self.skip(char::is_whitespace);
        let at = self.at;
        let name = self.skip(is_name).trim_end();
        self.skip(char::is_whitespace);
        if name.is_empty() || !self.rest().starts_with('=') {
            self.flaw(Fault::NoField, at, "", "@string");
            return;
        }
        self.at += 1;
        match value::parts(self.source, self.at) {
            Ok((parts, end)) => {
                self.at = end;
                self.skip(|c| c.is_whitespace() || matches!(c, ',' | '}' | ')'));
                self.blocks.push(Block::Definition(Field { name, at, parts }));
            }
            Err(at) => self.flaw(Fault::OpenValue, at, "", name),
        }
    }

    fn entry(&mut self, kind: &'a str, at: usize, open: char) {
        let key = self.key();
        let close = if open == '(' { ')' } else { '}' };
        let mut fields = Vec::new();
        let first_flaw = self.flaws.len();
        let end = self.fields(key, close, &mut fields);
        let has_title = fields.iter().any(is_title);
        let has_lost_title = !has_title && self.flaws[first_flaw..].iter().any(|flaw| is_title_name(flaw.field));
        match end {
            Close::Closed => {}
            Close::NextEntry => self.flaw(Fault::OpenEntry, at, key, ""),
            Close::FileEnd => self.flaw(Fault::EndsInEntry, self.at, key, ""),
            Close::Cut => self.flaw(Fault::EndsInField, self.at, key, ""),
        }
        if end != Close::Cut {
            self.blocks.push(Block::Entry(Entry { kind, key, fields, has_lost_title, at }));
        }
    }

    /// Reads a key: it ends at a comma, or where the line or the entry ends, and an entry may have none.
    fn key(&mut self) -> &'a str {
        self.skip(char::is_whitespace);
        let rest = self.rest();
        let end = rest.find([',', '\n', '}', '=']).unwrap_or(rest.len());
        if rest[end..].starts_with('=') && is_field_name(rest[..end].trim()) {
            return "";
        }
        let end = rest.find([',', '\n', '}']).unwrap_or(rest.len());
        self.at += end;
        rest[..end].trim()
    }

    fn fields(&mut self, key: &'a str, close: char, fields: &mut Vec<Field<'a>>) -> Close {
        loop {
            self.skip(|c| c.is_whitespace() || c == ',' || c == ';');
            let rest = self.rest();
            if rest.is_empty() {
                return Close::FileEnd;
            }
            if rest.starts_with(close) {
                self.at += close.len_utf8();
                return Close::Closed;
            }
            if value::is_block_start(self.source, self.at) {
                return Close::NextEntry;
            }
            match self.field(key) {
                Some(field) => fields.push(field),
                None if self.rest().is_empty() => return Close::Cut,
                None => {}
            }
        }
    }

    /// Reads a field; a faulty one is passed over, up to the next line that has the look of one.
    fn field(&mut self, key: &'a str) -> Option<Field<'a>> {
        let at = self.at;
        let name = self.skip(is_name).trim_end();
        self.skip(char::is_whitespace);
        if name.is_empty() || !self.rest().starts_with('=') {
            return self.give_up(Fault::NoField, at, key, name);
        }
        self.at += 1;
        match value::parts(self.source, self.at) {
            // What ends only with the entry's own brace has taken the fields behind it.
            Ok((parts, end)) if !self.leaves_entry_open(end) => {
                self.at = end;
                Some(Field { name, at, parts })
            }
            _ => self.open_value(at, key, name),
        }
    }

    /// Passes over a value without an end, but for the first line of a title: an entry without one would be lost.
    fn open_value(&mut self, at: usize, key: &'a str, name: &'a str) -> Option<Field<'a>> {
        let parts = if is_title_name(name) { value::first_line(self.rest()) } else { Vec::new() };
        let fault = if parts.is_empty() { Fault::OpenValue } else { Fault::OpenTitle };
        self.give_up(fault, at, key, name);
        // Where the file ends, so does the title, and nobody knows how it went on.
        (!parts.is_empty() && !self.rest().is_empty()).then_some(Field { name, at, parts })
    }

    fn leaves_entry_open(&self, end: usize) -> bool {
        let next =
            self.source.len() - self.source[end..].trim_start_matches(|c: char| c.is_whitespace() || c == ',').len();
        let is_open = next == self.source.len() || value::is_block_start(self.source, next);
        is_open && self.source[self.at..end].lines().skip(1).any(value::begins_field)
    }

    /// Goes on behind a fault; there is no field then.
    fn give_up(&mut self, fault: Fault, at: usize, key: &'a str, name: &'a str) -> Option<Field<'a>> {
        if fault == Fault::NoField && !name.is_empty() && self.rest().starts_with([',', '}', ')']) {
            self.flaw(fault, at, key, name);
            return None;
        }
        let from = self.at.max(at + 1);
        let from = (from..=self.source.len()).find(|at| self.source.is_char_boundary(*at)).unwrap_or(self.source.len());
        self.at = value::recovery(self.source, from);
        if self.at < self.source.len() {
            self.flaw(fault, at, key, name);
        }
        None
    }
}

/// Characters of a field's name; spaces within one are a fault of their own, found by the missing `=`.
fn is_name(c: char) -> bool {
    c.is_alphanumeric() || "-_:.+/*!?'&@$^[]<>|".contains(c)
}

fn is_title(field: &Field<'_>) -> bool {
    is_title_name(field.name)
}

fn is_title_name(name: &str) -> bool {
    name.eq_ignore_ascii_case("title")
}

fn is_field_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
}

/// Returns where a line of a field is among text between entries.
fn stray_field(junk: &str) -> Option<usize> {
    let mut at = 0;
    junk.split_inclusive('\n').find_map(|line| {
        let start = at;
        at += line.len();
        let is_field = value::begins_field(line) && !line.trim_start().starts_with('%');
        is_field.then_some(start + line.len() - line.trim_start().len())
    })
}

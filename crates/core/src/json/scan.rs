//! Scans text that may not be valid JSON for the members of an array or object.
//!
//! A JSON parser gives up on a whole file at its first fault. The scanner follows brackets, quotes and commas alone, so
//! that a fault inside one member costs that member. It also takes text of which only a part has arrived.

/// One item of an array, or one member of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member<'a> {
    /// The key without its quotes, escapes as written; empty in an array.
    pub key: &'a str,
    /// The value's text, without white space around it.
    pub value: &'a str,
}

/// How the scan of an array or object ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// At its closing bracket.
    Closed,
    /// The text ended first; the last member returned may be incomplete.
    CutShort,
    /// At a byte offset where no member can start.
    Fault(usize),
}

/// Iterates over the members of an array or object.
pub struct Members<'a> {
    source: &'a str,
    at: usize,
    close: u8,
    end: Option<End>,
}

impl<'a> Members<'a> {
    /// Scans the array or object that `source` starts with; anything else has no members and ends with a fault.
    pub fn of(source: &'a str) -> Self {
        let (close, end) = match source.as_bytes().first() {
            Some(b'[') => (b']', None),
            Some(b'{') => (b'}', None),
            _ => (0, Some(End::Fault(0))),
        };
        Self { source, at: 1, close, end }
    }

    /// Scans the rest of an array or object that ends with `close`; `source` starts behind its opening bracket, or behind
    /// a comma in it.
    pub(crate) fn inside(source: &'a str, close: u8) -> Self {
        Self { source, at: 0, close, end: None }
    }

    /// Returns how many bytes the members returned so far take, with the comma behind them.
    pub(crate) fn offset(&self) -> usize {
        self.at
    }

    /// Returns how the scan ended; `None` while members are left.
    pub fn end(&self) -> Option<End> {
        self.end
    }

    fn peek(&self) -> Option<u8> {
        self.source.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Reads `"key":` and returns the text between the quotes.
    fn key(&mut self) -> Result<&'a str, End> {
        if self.peek() != Some(b'"') {
            return Err(End::Fault(self.at));
        }
        let start = self.at + 1;
        self.at = string_end(self.source.as_bytes(), self.at).ok_or(End::CutShort)?;
        let key = &self.source[start..self.at - 1];
        self.skip_space();
        match self.peek() {
            Some(b':') => self.at += 1,
            Some(_) => return Err(End::Fault(self.at)),
            None => return Err(End::CutShort),
        }
        self.skip_space();
        Ok(key)
    }

    /// Moves to the comma or bracket that ends the value, and returns the value's text.
    fn value(&mut self) -> &'a str {
        let start = self.at;
        let bytes = self.source.as_bytes();
        let mut depth = 0usize;
        while let Some(&byte) = bytes.get(self.at) {
            match byte {
                b'"' => {
                    self.at = string_end(bytes, self.at).unwrap_or(bytes.len());
                    continue;
                }
                b'[' | b'{' => depth += 1,
                b']' | b'}' if depth > 0 => depth -= 1,
                b',' | b']' | b'}' if depth == 0 => break,
                _ => {}
            }
            self.at += 1;
        }
        self.source[start..self.at].trim_ascii_end()
    }

    fn member(&mut self) -> Result<Member<'a>, End> {
        self.skip_space();
        match self.peek() {
            None => return Err(End::CutShort),
            Some(byte) if byte == self.close => {
                self.at += 1;
                return Err(End::Closed);
            }
            Some(_) => {}
        }
        let key = if self.close == b'}' { self.key()? } else { "" };
        let start = self.at;
        let value = self.value();
        match self.peek() {
            Some(b',') => self.at += 1,
            Some(byte) if byte == self.close => {}
            Some(_) => return Err(End::Fault(start)),
            None => self.end = Some(End::CutShort),
        }
        Ok(Member { key, value })
    }
}

impl Member<'_> {
    /// Decodes the key; returns `None` where it is no JSON string.
    pub fn decoded_key(&self) -> Option<String> {
        super::string(&format!("\"{}\"", self.key))
    }
}

impl<'a> Iterator for Members<'a> {
    type Item = Member<'a>;

    fn next(&mut self) -> Option<Member<'a>> {
        if self.end.is_some() {
            return None;
        }
        match self.member() {
            Ok(member) => Some(member),
            Err(end) => {
                self.end = Some(end);
                None
            }
        }
    }
}

/// Returns the text of the value that `source` starts with, whatever follows it; empty where there is none.
pub fn value(source: &str) -> &str {
    Members::inside(source, 0).value()
}

/// Returns the offset behind the closing quote of the string that starts at `open`.
fn string_end(bytes: &[u8], open: usize) -> Option<usize> {
    let mut at = open + 1;
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walk(source: &str) -> (Vec<(&str, &str)>, Option<End>) {
        let mut members = Members::of(source);
        let all = members.by_ref().map(|member| (member.key, member.value)).collect();
        (all, members.end())
    }

    #[test]
    fn members_end_at_their_own_commas() {
        assert_eq!(
            walk(r#"{ "a, b": [1, {"x": ","}] , "c\"": "]}\"" }"#),
            (vec![("a, b", r#"[1, {"x": ","}]"#), (r#"c\""#, r#""]}\"""#)], Some(End::Closed))
        );
        assert_eq!(walk("[ ]"), (vec![], Some(End::Closed)));
    }

    #[test]
    fn a_truncated_text_gives_the_members_before_its_end() {
        assert_eq!(walk(r#"[1, 2, {"a": "#), (vec![("", "1"), ("", "2"), ("", r#"{"a":"#)], Some(End::CutShort)));
        assert_eq!(walk(r#"{"a": 1, "b"#), (vec![("a", "1")], Some(End::CutShort)));
    }

    #[test]
    fn a_value_ends_before_the_comma_or_bracket_around_it() {
        for (source, expected) in
            [("7 }, 8", "7"), (r#"{"a": [1]} ]"#, r#"{"a": [1]}"#), ("\"a, b", "\"a, b"), ("]", "")]
        {
            assert_eq!(value(source), expected, "from {source}");
        }
    }

    #[test]
    fn a_fault_in_one_member_costs_only_that_member() {
        assert_eq!(walk(r#"[{"a" 1 'x}, 2]"#), (vec![("", r#"{"a" 1 'x}"#), ("", "2")], Some(End::Closed)));
        assert_eq!(walk("{a: 1}"), (vec![], Some(End::Fault(1))));
        assert_eq!(walk("nonsense"), (vec![], Some(End::Fault(0))));
    }
}

//! The values of fields, and where a file can be read on after a fault.

/// One of the things that `#` joins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part<'a> {
    /// What is between braces or quotes, or a number.
    Text(&'a str),
    /// The name of a `@string`.
    Name(&'a str),
}

/// Reads a value that starts at a byte of the source: its parts, and where it ends.
///
/// # Errors
/// With the byte of the part that has no end, or of what is no value.
pub(super) fn parts(source: &str, start: usize) -> Result<(Vec<Part<'_>>, usize), usize> {
    let mut parts = Vec::new();
    let mut at = start;
    loop {
        at = after_space(source, at);
        let (part, end) = part(source, at).ok_or(at)?;
        parts.push(part);
        at = after_space(source, end);
        if !source[at..].starts_with('#') {
            return Ok((parts, end));
        }
        at += 1;
    }
}

fn after_space(source: &str, at: usize) -> usize {
    source.len() - source[at..].trim_start().len()
}

fn part(source: &str, at: usize) -> Option<(Part<'_>, usize)> {
    let rest = &source[at..];
    let open = rest.chars().next()?;
    if matches!(open, ',' | '}') {
        // A field without a value is an empty one.
        return Some((Part::Text(""), at));
    }
    if matches!(open, '{' | '"') {
        // A brace that is missing would swallow the entries behind.
        let inner = &rest[1..block_starts(rest, 1).next().unwrap_or(rest.len())];
        let end = if open == '{' { closing(inner, open) } else { closing_quote(inner) }?;
        return Some((Part::Text(&inner[..end]), at + end + 2));
    }
    let end = rest.find(|c: char| c.is_whitespace() || ",#}){\"=@".contains(c)).unwrap_or(rest.len());
    let word = &rest[..end];
    let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
    let part = if is_number { Part::Text(word) } else { Part::Name(word) };
    if word.is_empty() { None } else { Some((part, at + end)) }
}

/// Returns the byte of the bracket that closes what was opened before the text; braces count wherever they are.
pub(super) fn closing(text: &str, open: char) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 0 => return if open == '{' { Some(at) } else { None },
            b'}' => depth -= 1,
            b')' if depth == 0 && open == '(' => return Some(at),
            _ => {}
        }
    }
    None
}

/// Returns the byte of the quote that ends a value: it is outside braces, and what follows is not more of the
/// value.
fn closing_quote(text: &str) -> Option<usize> {
    let mut depth = 0_i32;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 0 => return None,
            b'}' => depth -= 1,
            b'"' if depth == 0 && ends_value(&text[at + 1..]) => return Some(at),
            _ => {}
        }
    }
    None
}

/// Returns what a value without an end says in its first line, up to the next field there and without brackets that
/// have no partner; empty where that says nothing.
pub(super) fn first_line(value: &str) -> Vec<Part<'_>> {
    let line = value.trim_start().lines().next().unwrap_or_default();
    let Some(text) = line.strip_prefix(['{', '"']) else { return Vec::new() };
    let end = text.match_indices(',').map(|(at, _)| at).find(|at| begins_field(&text[at + 1..])).unwrap_or(text.len());
    let text = text[..end].trim_end_matches([',', ' ', '\t']);
    let says_something = text.chars().any(char::is_alphanumeric);
    if says_something { balanced(text) } else { Vec::new() }
}

/// Returns the pieces of a text between braces that have no partner.
fn balanced(text: &str) -> Vec<Part<'_>> {
    let mut open = Vec::new();
    let mut alone = Vec::new();
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => open.push(at),
            b'}' if open.pop().is_none() => alone.push(at),
            _ => {}
        }
    }
    alone.extend(open);
    alone.sort_unstable();
    let starts = std::iter::once(0).chain(alone.iter().map(|at| at + 1));
    let ends = alone.iter().copied().chain([text.len()]);
    starts.zip(ends).map(|(start, end)| Part::Text(&text[start..end])).collect()
}

fn ends_value(rest: &str) -> bool {
    let next = rest.trim_start();
    next.is_empty()
        || next.starts_with([',', '#', '}', ')'])
        || (rest[..rest.len() - next.len()].contains('\n') && begins_field(next))
}

/// Returns whether a line has the look of a field: `name = {`, `name = "`, `name = 2013`, `name = jan`.
pub(super) fn begins_field(line: &str) -> bool {
    let line = line.trim_start();
    let end = line.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(line.len());
    let (name, rest) = line.split_at(end);
    let Some(value) = rest.trim_start().strip_prefix('=') else { return false };
    let value = value.trim_start();
    let is_word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_alphanumeric());
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && (value.starts_with(['{', '"'])
            || value.lines().next().is_some_and(|line| is_word(line.trim_end_matches([',', ' ']))))
}

/// Returns whether an `@type{` that begins a line, or is behind the end of an entry, is at this byte.
pub(super) fn is_block_start(source: &str, at: usize) -> bool {
    let Some(rest) = source[at..].strip_prefix('@') else { return false };
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '-').unwrap_or(rest.len());
    let before = source[..at].trim_end_matches([' ', '\t']);
    let begins_line = before.is_empty() || before.ends_with(['\n', '}', ')', '\u{feff}']);
    begins_line && end > 0 && rest[end..].trim_start().starts_with(['{', '('])
}

/// Returns every place from a byte on where [`is_block_start`].
pub(super) fn block_starts(source: &str, from: usize) -> impl Iterator<Item = usize> {
    source[from..].match_indices('@').map(move |(at, _)| from + at).filter(move |at| is_block_start(source, *at))
}

/// Returns where reading goes on after a fault: at the next line with a field or an entry in it, or at the end.
pub(super) fn recovery(source: &str, from: usize) -> usize {
    let mut at = from;
    for line in source[from..].split_inclusive('\n') {
        let start = at + line.len() - line.trim_start().len();
        let begins = start < at + line.len() && at > from;
        if begins && (is_block_start(source, start) || begins_field(line) || line.trim() == "}") {
            return start;
        }
        at += line.len();
    }
    source.len()
}

//! Text that may look like markup, and HTML that people write in TeX.

/// Elements that publishers leave in titles and abstracts, and that rich text shows or passes over.
const ELEMENTS: [&str; 14] =
    ["i", "em", "b", "strong", "sub", "sup", "sc", "p", "a", "code", "span", "jats:p", "jats:italic", "jats:title"];

/// Returns the HTML elements of which both tags are in a text: of `a<b>c` there is only one.
pub(crate) fn tags(text: &str) -> Vec<&'static str> {
    if !text.contains("</") {
        return Vec::new();
    }
    let lower = text.to_ascii_lowercase();
    let opens = |name: &str| lower.contains(&format!("<{name}>")) || lower.contains(&format!("<{name} "));
    ELEMENTS.into_iter().filter(|name| opens(name) && lower.contains(&format!("</{name}>"))).collect()
}

/// Returns text of a reference manager as rich text: markup of which both tags are there stays, and so do references
/// such as `&amp;`, which come from web pages; any other `<` is text.
pub(crate) fn web_text(text: &str) -> String {
    let mut out = String::new();
    push_escaped(text, &tags(text), &mut out);
    // What was escaped twice now was a reference before.
    out.replace("&amp;", "&").trim().to_owned()
}

/// Appends text; only what would be read as markup is escaped, but for the elements of `tags`.
pub(super) fn push_escaped(text: &str, tags: &[&str], out: &mut String) {
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        match c {
            '<' if is_tag(rest) && !is_tag_of(rest, tags) => out.push_str("&lt;"),
            '&' if is_reference(rest) => out.push_str("&amp;"),
            _ => out.push(c),
        }
    }
}

/// Returns whether a `<` before this text may begin a tag or a comment.
fn is_tag(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'))
}

fn is_tag_of(rest: &str, tags: &[&str]) -> bool {
    let name = rest.strip_prefix('/').unwrap_or(rest);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != ':').unwrap_or(name.len());
    tags.iter().any(|tag| tag.eq_ignore_ascii_case(&name[..end]))
}

/// Returns whether an `&` before this text may begin a character reference.
fn is_reference(rest: &str) -> bool {
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '#').unwrap_or(rest.len());
    end > 0 && rest[end..].starts_with(';')
}

//! TeX formulas in rich text: `$…$`, `$$…$$` and `\(…\)`.

mod reading;
mod safe;
mod symbols;

pub use reading::plain_formula;
pub(super) use reading::searched_formula;
pub use safe::is_safe_tex;

/// Longer formulas are not looked for: it bounds the work for a text full of dollar signs.
const MOST: usize = 2_000;

/// Returns the length of the formula that `text` begins with, delimiters included.
///
/// The rules are those of pandoc's `tex_math_dollars`: what follows the opening `$` and what precedes the closing one is no space,
/// no digit follows that, and there is no blank line. So `$5 and $10` is none.
pub(super) fn length(text: &str) -> Option<usize> {
    let (open, close) = delimiters(text)?;
    let inner = &text[open.len()..];
    if inner.starts_with(char::is_whitespace) || inner.starts_with(close) {
        return None;
    }
    let (mut before, mut escaped, mut line_ends) = ('\0', false, 0);
    for (at, c) in inner.char_indices().take(MOST) {
        let rest = &inner[at..];
        let is_digit_next = || rest[close.len()..].starts_with(|next: char| next.is_ascii_digit());
        if !escaped && rest.starts_with(close) && !(close == "$" && is_digit_next()) {
            return (!before.is_whitespace()).then_some(open.len() + at + close.len());
        }
        line_ends = if c == '\n' {
            line_ends + 1
        } else if c.is_whitespace() {
            line_ends
        } else {
            0
        };
        if line_ends > 1 {
            return None;
        }
        (before, escaped) = (c, c == '\\' && !escaped);
    }
    None
}

/// Returns the TeX of a formula without its delimiters.
pub fn tex(formula: &str) -> &str {
    let Some((open, close)) = delimiters(formula) else { return formula };
    formula.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)).unwrap_or(formula)
}

fn delimiters(text: &str) -> Option<(&'static str, &'static str)> {
    [("$$", "$$"), ("$", "$"), ("\\(", "\\)")].into_iter().find(|(open, _)| text.starts_with(open))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_found_as_pandoc_finds_them() {
        for (text, found) in [
            ("$x$ and", "$x$"),
            ("$$x$$y", "$$x$$"),
            ("\\(x\\) y", "\\(x\\)"),
            ("$a<b$-free", "$a<b$"),
            ("$\\$5$", "$\\$5$"),
            ("$x$5 $", ""),
            ("$5 and $10", ""),
            ("$ x$", ""),
            ("$x $", ""),
            ("$a\n\nb$", ""),
            ("$a\nb$", "$a\nb$"),
            ("$$", ""),
            ("$", ""),
            ("\\(x", ""),
        ] {
            assert_eq!(length(text).map(|length| &text[..length]).unwrap_or_default(), found, "{text}");
        }
        assert_eq!(["$x$", "$$x$$", "\\(x\\)"].map(tex), ["x"; 3]);
    }
}

//! Which formulas are written into TeX as they are.

use super::symbols::is_known;
use super::tex;

/// Returns whether a formula does nothing in TeX but set mathematics: of any other one the text is written instead, since data
/// may come from anybody, and a command can read files.
pub fn is_safe_tex(formula: &str) -> bool {
    let tex = tex(formula);
    let mut depth = 0_i32;
    let mut rest = tex;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            '\\' => {
                let length = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
                let (name, after) = rest.split_at(length);
                let is_sign =
                    name.is_empty() && after.starts_with([',', '!', ':', ';', ' ', '{', '}', '|', '$', '%', '&', '_']);
                if !is_sign && !is_known(name) {
                    return false;
                }
                rest = if is_sign { &after[1..] } else { after };
            }
            '%' | '#' | '@' | '"' | '~' | '$' => return false,
            // TeX reads two of them as a code for any character.
            '^' if rest.starts_with('^') => return false,
            c if c.is_control() => return false,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    depth == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_mathematics_is_written_as_it_is() {
        for formula in
            ["$O(n \\log n)$", "$\\frac{1}{2}$", "$\\mathcal{N}=4$", "\\(x_{i}\\)", "$\\{a, b\\}$", "$f'$", "$a<b$"]
        {
            assert!(is_safe_tex(formula), "{formula}");
        }
        for formula in [
            "$\\input{a}$",
            "$\\write18{a}$",
            "$}{$",
            "${$",
            "$a%$",
            "$^^5cinput$",
            "$\\def\\x{}$",
            "$#1$",
            "$\\csname a$",
            "$\\$",
        ] {
            assert!(!is_safe_tex(formula), "{formula}");
        }
    }
}

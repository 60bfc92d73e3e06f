//! Fields that TeX does not typeset: URLs and identifiers.

/// Returns a URL as it is meant: without braces, line ends, and the escapes that TeX asks for.
pub(crate) fn verbatim(text: &str) -> String {
    let text =
        ["{\\textasciitilde}", "\\textasciitilde{}", "\\textasciitilde", "$\\sim$", "\\~{}", "{\\~}", "\\string~"]
            .into_iter()
            .fold(text.to_owned(), |text, tilde| text.replace(tilde, "~"))
            .replace("{\\textunderscore}", "_")
            .replace("\\textunderscore ", "_")
            .replace("\\url", "")
            .replace("\\path", "");
    let mut out = String::new();
    let mut walk = text.chars().peekable();
    while let Some(c) = walk.next() {
        match c {
            '\\' => match walk.next_if(|c| "_%&#~${}/-^".contains(*c)) {
                Some('/' | '-') => {}
                Some(escaped) => out.push(escaped),
                None => out.push('\\'),
            },
            '{' | '}' => {}
            '\n' | '\t' => while walk.next_if(|c| c.is_whitespace()).is_some() {},
            _ => out.push(c),
        }
    }
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::verbatim;

    #[test]
    fn urls_lose_what_tex_needs() {
        for (written, read) in [
            ("https://a.example/x\\_y\\%20z", "https://a.example/x_y%20z"),
            ("\\url{http://a.example/{\\textasciitilde}anil/}", "http://a.example/~anil/"),
            ("http://a.example/\n    path", "http://a.example/path"),
            ("10.1145/{123}", "10.1145/123"),
            ("C\\:x", "C\\:x"),
        ] {
            assert_eq!(verbatim(written), read);
        }
    }
}

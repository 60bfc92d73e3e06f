//! The URLs that a page, a script or a stylesheet loads by itself.
//!
//! These read what Trunk and wasm-bindgen write, not the web at large.

/// Whether a URL is surely loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Certain,
    /// A string in a script that looks like a URL.
    Likely,
}

/// A URL as it is.
pub(super) type Reference = (Kind, String);

/// Relations of `<link>` whose target a browser loads.
const LOADING: [&str; 6] = ["stylesheet", "preload", "modulepreload", "icon", "apple-touch-icon", "manifest"];

/// Elements that load their `src`.
const WITH_SOURCE: [&str; 5] = ["script", "img", "iframe", "source", "embed"];

/// Returns what a page loads: linked styles, scripts and pictures, and what its inline scripts name.
pub(super) fn in_html(html: &str) -> Vec<Reference> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let (tag, after) = split_tag(after);
        rest = after;
        let name = tag.split([' ', '\n', '\t', '/']).next().unwrap_or_default();
        found.extend(loaded_by_tag(name, tag));
        if name == "script" {
            let (script, after) = rest.split_once("</script").unwrap_or((rest, ""));
            found.extend(in_script(script));
            rest = after;
        }
    }
    found
}

/// Splits behind the `>` that ends the tag, which is one outside quotes.
fn split_tag(text: &str) -> (&str, &str) {
    let mut quote = None;
    for (index, letter) in text.char_indices() {
        match (quote, letter) {
            (None, '>') => return (&text[..index], &text[index + 1..]),
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), _) if open == letter => quote = None,
            _ => {}
        }
    }
    (text, "")
}

fn loaded_by_tag(name: &str, tag: &str) -> Option<Reference> {
    let url = match name {
        "link" => {
            let relation = attribute(tag, "rel")?;
            let loads = relation.split_whitespace().any(|it| LOADING.contains(&it));
            attribute(tag, "href").filter(|_| loads)
        }
        _ if WITH_SOURCE.contains(&name) => attribute(tag, "src"),
        _ => None,
    };
    url.map(|it| (Kind::Certain, it.to_owned()))
}

/// Returns the value of an attribute, quoted or bare.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let key = format!("{name}=");
    let mut starts = tag.match_indices(&key).map(|(start, _)| start);
    let start = starts.find(|&start| tag[..start].ends_with(char::is_whitespace))?;
    let value = &tag[start + key.len()..];
    match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next(),
        _ => value.split(char::is_whitespace).next(),
    }
}

/// Returns the strings that begin with `./` or `../`, as in `import … from './a.js'`.
pub(super) fn in_script(script: &str) -> Vec<Reference> {
    let mut found = Vec::new();
    for quote in ['"', '\'', '`'] {
        for piece in script.split(quote).skip(1) {
            if (piece.starts_with("./") || piece.starts_with("../")) && !piece.contains(['\n', ' ']) {
                found.push((Kind::Likely, piece.to_owned()));
            }
        }
    }
    found
}

/// Returns what is in `url(…)`.
pub(super) fn in_css(css: &str) -> Vec<Reference> {
    let pieces = css.split("url(").skip(1);
    let urls = pieces.filter_map(|piece| piece.split(')').next());
    let bare = urls.map(|it| it.trim().trim_matches(['"', '\'']));
    bare.map(|it| (Kind::Certain, it.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_loads_styles_scripts_and_pictures_but_no_links() {
        let html = r#"<!-- <img src="no.png"> --><link rel="canonical" href="no.html">
            <link rel="preload" href="./a.wasm" as="fetch"><link href=s.css rel=stylesheet>
            <link rel="alternate" href="no.xml"><script data-src="no.js" src='b.js'></script>
            <img alt="a > b" src="i.png"><a href="no.html">"./no"</a>
            <script>import('./c.js'); // "<img src='x'>"
            </script>"#;
        let found: Vec<_> = in_html(html).into_iter().map(|(_, url)| url).collect();
        assert_eq!(found, ["./a.wasm", "s.css", "b.js", "i.png", "./c.js"]);
    }

    #[test]
    fn a_stylesheet_loads_what_its_urls_name() {
        let css = "a { b: url(x.svg) } c { d: url( 'y.svg' ) }";
        let found: Vec<_> = in_css(css).into_iter().map(|(_, url)| url).collect();
        assert_eq!(found, ["x.svg", "y.svg"]);
    }
}

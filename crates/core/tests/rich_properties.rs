//! What holds for rich text whatever the source.

use offprint_core::rich::{Node, RichText, flatten, is_plain, pieces};
use proptest::prelude::*;

/// Bits that markup is made of, put together at random: far likelier to hit something than random characters are.
fn markup() -> impl Strategy<Value = String> {
    let bit = prop_oneof![
        4 => prop::sample::select(vec![
            "<", ">", "/", "&", ";", "\"", "'", "=", " ", "\n", "\n\n", "<i>", "</i>", "<b>", "</b>", "<p>", "</p>",
            "<sub>", "</sub>", "<br>", "<a href=", "<a href='", "</a>", "javascript:", "jav\tascript:", "https://x",
            "#x", "data:", "&#106;", "&amp;", "&nbsp;", "<!--", "-->", "<![CDATA[", "]]>", "<span class=nocase>",
            "</span>", "<script>", "<Wege>", "<jats:p>", "ü", "\u{0}", "\u{a0}",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ];
    prop::collection::vec(bit, 0..60).prop_map(|bits| bits.concat())
}

/// Well-formed markup beside the words in it.
fn well_formed() -> impl Strategy<Value = (String, String)> {
    let text = "[a-zß中 .,;]{0,8}".prop_map(|text| (text.clone(), text));
    text.prop_recursive(6, 60, 4, |inner| {
        let name =
            prop::sample::select(vec!["i", "em", "b", "sup", "u", "li", "p", "jats:p", "script", "mml:mi", "td"]);
        (name, prop::collection::vec(inner, 0..4)).prop_map(|(name, inner)| {
            let source: String = inner.iter().map(|(source, _)| source.as_str()).collect();
            let words = inner.iter().map(|(_, words)| words.as_str()).collect();
            (format!("<{name} x='1'>{source}</{name}>"), words)
        })
    })
}

fn links<'a>(nodes: &'a [Node], found: &mut Vec<&'a str>) {
    for node in nodes {
        match node {
            Node::Link(href, inner) => {
                found.push(href.as_str());
                links(inner, found);
            }
            Node::Element(_, inner) => links(inner, found),
            Node::Text(_) | Node::Mark(_) | Node::Break | Node::Math(_) | Node::MarkedMath(_) => {}
        }
    }
}

fn depth(nodes: &[Node]) -> usize {
    let inner = nodes.iter().map(|node| match node {
        Node::Element(_, inner) | Node::Link(_, inner) => 1 + depth(inner),
        Node::Text(_) | Node::Mark(_) | Node::Break | Node::Math(_) | Node::MarkedMath(_) => 0,
    });
    inner.max().unwrap_or(0)
}

fn without_space(text: &str) -> String {
    text.split_ascii_whitespace().collect()
}

fn collapsed(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

proptest! {
    #[test]
    fn any_text_is_read(source in any::<String>()) {
        RichText::parse_block(&source);
        RichText::parse_inline(&source);
    }

    #[test]
    fn no_link_has_a_scheme_that_a_browser_would_run(source in markup()) {
        let (text, _) = RichText::parse_block(&source);
        let mut hrefs = Vec::new();
        links(text.nodes(), &mut hrefs);
        for href in hrefs {
            let seen = href.to_ascii_lowercase();
            let scheme = seen.split([':', '/', '?', '#']).next().filter(|scheme| seen[scheme.len()..].starts_with(':'));
            let allowed = scheme.is_none_or(|scheme| {
                let is_scheme = scheme.starts_with(|c: char| c.is_ascii_lowercase())
                    && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
                !is_scheme || ["http", "https", "mailto"].contains(&scheme)
            });
            prop_assert!(allowed && !href.contains(char::is_control) && !href.starts_with(' '), "{href:?}");
        }
    }

    #[test]
    fn text_without_markup_is_only_collapsed(source in "[^<&$\\\\]{0,80}") {
        prop_assert_eq!(RichText::parse_inline(&source).0.plain(), collapsed(&source));
        if is_plain(&source) {
            prop_assert_eq!(RichText::parse_block(&source).0.plain(), collapsed(&source));
        }
    }

    #[test]
    fn no_word_is_lost_with_a_tag((source, words) in well_formed()) {
        prop_assert_eq!(without_space(&RichText::parse_block(&source).0.plain()), without_space(&words));
        prop_assert_eq!(without_space(&RichText::parse_inline(&source).0.plain()), without_space(&words));
    }

    #[test]
    fn trees_are_shallow_and_normal(source in markup()) {
        let (text, _) = RichText::parse_block(&source);
        prop_assert!(depth(text.nodes()) <= 33);
        prop_assert!(!flatten(text.nodes()).contains("  "));
        let paragraphs = text.nodes().iter().all(|node| matches!(node, Node::Element(_, inner) if !inner.is_empty()));
        prop_assert!(paragraphs, "{:?}", text);
    }

    #[test]
    fn marks_change_no_text(source in markup(), mut ends in prop::collection::vec(0..200usize, 0..12)) {
        let (text, _) = RichText::parse_block(&source);
        ends.sort_unstable();
        let marks: Vec<_> = ends.chunks_exact(2).map(|pair| pair[0]..pair[1]).collect();
        let marked = pieces(text.nodes(), &marks);
        prop_assert_eq!(flatten(&marked), flatten(text.nodes()));
    }
}

const QUARTER: usize = 1 << 18;
const MEGABYTE: usize = 1 << 20;

fn repeated(bit: &str, bytes: usize) -> String {
    bit.repeat(bytes / bit.len())
}

/// Reads and drops a source. Quadratic time would be minutes; the bound leaves room for a slow and busy machine.
fn assert_quick(source: &str) {
    let started = std::time::Instant::now();
    drop(RichText::parse_block(source));
    let taken = started.elapsed();
    assert!(taken.as_secs() < 10, "{taken:?} for {source:.40}");
}

#[test]
fn large_sources_take_linear_time_and_little_stack() {
    for bit in ["word and word ", "x\n\n", "<i>", "<i>x", "<p>x", "<br>", "<"] {
        assert_quick(&repeated(bit, MEGABYTE));
    }
    let deep = format!("{}x{}", "<sub>".repeat(100_000), "</sub>".repeat(100_000));
    assert_quick(&deep);
}

#[test]
fn hostile_sources_take_linear_time() {
    for bit in [
        "</i>",
        "<!--",
        "<![CDATA[",
        "<a \"",
        "<a x=\"",
        "<a x=\" x='",
        "<a x=' y=\"",
        "&",
        "&#1",
        "&diams;",
        "<Wege>",
        "<xref>",
        "<a href=javascript:>",
        "<span><i></span>",
    ] {
        assert_quick(&repeated(bit, QUARTER));
    }
    for (opening, bit) in [
        ("<b><sub><i>", "x</b><b>"),
        ("<i><em><b><strong><code><sc>", "x\n\n"),
        (&format!("<a href='{}'>", "y".repeat(QUARTER)), "x\n\n"),
        (&format!("<a href='{}'>", "y".repeat(QUARTER)), "<b>x</b>"),
    ] {
        assert_quick(&format!("{opening}{}", repeated(bit, QUARTER)));
    }
}

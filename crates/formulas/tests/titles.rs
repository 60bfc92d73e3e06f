//! Titles with formulas in the shapes of arXiv, ADS and DBLP.

use offprint_core::rich::{Node, RichText, plain_formula};
use offprint_formulas::{ATTRIBUTES, Child, Element, convert};

fn formulas(title: &str) -> Vec<Box<str>> {
    let math = |node: &Node| match node {
        Node::Math(formula) => Some(formula.clone()),
        _ => None,
    };
    RichText::parse_inline(title).0.nodes().iter().filter_map(math).collect()
}

#[test]
fn every_title_is_converted_and_read() {
    let mut faulty = Vec::new();
    for title in include_str!("titles.txt").lines() {
        let formulas = formulas(title);
        assert!(!formulas.is_empty(), "no formula in {title}");
        faulty.extend(
            formulas.iter().filter(|formula| convert(formula).is_none()).map(|formula| format!("{title}: {formula}")),
        );
        let unread =
            formulas.iter().map(|formula| plain_formula(formula)).filter(|text| text.contains(['\\', '{', '$']));
        faulty.extend(
            unread.filter(|text| !text.contains("{1,…,n}") && text != "A \\ B").map(|text| format!("{title}: {text}")),
        );
    }
    assert!(faulty.is_empty(), "{faulty:#?}");
}

#[test]
fn a_tree_holds_what_is_allowed() {
    for hostile in [
        r"$\href{javascript:alert(1)}{x}$",
        r"$\style{color: red}{x}$",
        r"$\class{a}{x}$",
        r"$\text{<script>alert(1)</script>}$",
        r"$\color{red}x$",
    ] {
        if let Some(tree) = convert(hostile) {
            assert_allowed(&tree);
        }
    }
}

fn assert_allowed(element: &Element) {
    for (name, value) in &element.attributes {
        assert!(ATTRIBUTES.contains(name) && !value.contains("script"), "{name}={value}");
    }
    for child in &element.children {
        if let Child::Element(inner) = child {
            assert_allowed(inner);
        }
    }
}

#[test]
fn what_is_no_tex_is_not_converted() {
    for formula in [r"$\frac{1}$", "$x^{$", r"$\nonsense$", "$}$"] {
        assert_eq!(convert(formula), None, "{formula}");
    }
}

#[test]
fn letters_of_names_are_upright() {
    let tree = convert(r"$\mathrm{SL}_2$").expect("a formula");
    assert!(format!("{tree:?}").contains("SL") || format!("{tree:?}").contains("normal"), "{tree:?}");
}

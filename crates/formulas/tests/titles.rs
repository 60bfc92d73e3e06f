//! Titles with formulas in the shapes of arXiv, ADS and DBLP.

use offprint_core::rich::{RichText, plain_formula};
use offprint_formulas::{ATTRIBUTES, Child, Element, convert};

#[test]
fn every_title_is_converted_and_read() {
    let mut faulty = Vec::new();
    for title in include_str!("titles.txt").lines() {
        let title = RichText::parse_inline(title).0;
        let formulas = title.formulas();
        assert!(!formulas.is_empty(), "no formula in {title:?}");
        faulty
            .extend(formulas.iter().filter(|formula| convert(formula).is_none()).map(|formula| (*formula).to_owned()));
        let unread =
            formulas.iter().map(|formula| plain_formula(formula)).filter(|text| text.contains(['\\', '{', '$']));
        faulty.extend(unread.filter(|text| !text.contains("{1,…,n}") && text != "A \\ B"));
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
fn signs_of_markup_are_signs_again() {
    for (formula, sign) in [("$a<b$", "<"), (r"$a\lt b$", "<"), (r"$a\lt{b}$", "<"), (r"$A\&B$", "&"), ("$a>b$", ">")] {
        let tree = format!("{:?}", convert(formula));
        assert!(tree.contains(&format!("Text({sign:?})")), "{formula}: {tree}");
    }
}

#[test]
fn letters_of_names_are_upright() {
    let tree = convert(r"$\mathrm{SL}_2$").expect("a formula");
    assert!(format!("{tree:?}").contains("SL") || format!("{tree:?}").contains("normal"), "{tree:?}");
}

#![allow(clippy::single_range_in_vec_init, reason = "a single mark is a list of one")]

use std::ops::Range;

use super::render;
use crate::rich::{RichText, flatten, pieces};

fn marked(source: &str, marks: &[Range<usize>]) -> String {
    render(&pieces(RichText::parse_block(source).0.nodes(), marks))
}

#[test]
fn the_text_of_marks_has_a_line_end_for_each_break_and_between_paragraphs() {
    let (text, _) = RichText::parse_block("<p>a<br><i>b</i></p><p>c</p>");
    assert_eq!(flatten(text.nodes()), "a\nb\nc");
    assert_eq!(flatten(&[]), "");
}

#[test]
fn marks_split_text_and_cross_the_borders_of_elements() {
    let kernels = "uni<em>kernel</em>s";
    for (source, marks, tree) in [
        (kernels, vec![], "<p>uni<em>kernel</em>s</p>"),
        (kernels, vec![0..7], "<p><mark>uni</mark><em><mark>kern</mark>el</em>s</p>"),
        (
            kernels,
            vec![1..2, 4..5, 8..10],
            "<p>u<mark>n</mark>i<em>k<mark>e</mark>rne<mark>l</mark></em><mark>s</mark></p>",
        ),
        ("a<br>b\n\nc", vec![0..5], "<p><mark>a</mark><br><mark>b</mark></p><p><mark>c</mark></p>"),
        ("a\n\nb\n\nc", vec![4..5], "<p>a</p><p>b</p><p><mark>c</mark></p>"),
        ("<a href=x>ab</a>c", vec![1..2], "<p><a href=\"x\">a<mark>b</mark></a>c</p>"),
    ] {
        assert_eq!(marked(source, &marks), tree, "{marks:?} in {source:?}");
    }
}

#[test]
fn marks_that_fit_badly_do_what_they_can() {
    for (source, marks, tree) in [
        ("Grübl", vec![3..4], "<p>Gr<mark>ü</mark>bl</p>"),
        ("abcd", vec![0..2, 1..3], "<p><mark>ab</mark><mark>c</mark>d</p>"),
        ("abcd", vec![2..2, 3..99], "<p>abc<mark>d</mark></p>"),
        ("abcd", vec![7..9], "<p>abcd</p>"),
        ("abcd", vec![2..3, 0..1], "<p>ab<mark>c</mark>d</p>"),
    ] {
        assert_eq!(marked(source, &marks), tree, "{marks:?} in {source:?}");
    }
}

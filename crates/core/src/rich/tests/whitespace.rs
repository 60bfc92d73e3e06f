use super::{block, inline};
use crate::rich::{RichText, is_plain};

#[test]
fn white_space_collapses_and_is_outside_of_elements() {
    for (source, tree) in [
        ("  a \t\r\n b\x0c ", "a b"),
        ("a\n\n\nb", "a b"),
        ("a <i> b </i> c", "a <i>b</i> c"),
        ("a<i> b </i>c", "a <i>b</i> c"),
        ("<i>a</i> <i>b</i><i>c</i>", "<i>a</i> <i>b</i><i>c</i>"),
        ("a&#10;&#32;b&nbsp; &nbsp;c", "a b\u{a0} \u{a0}c"),
        (" <i> </i> ", ""),
    ] {
        assert_eq!(inline(source), tree, "from {source:?}");
    }
}

#[test]
fn a_blank_line_makes_a_paragraph_and_a_break_a_line() {
    for (source, tree) in [
        ("a\nb", "<p>a b</p>"),
        ("\n\na\n \t\nb\r\n\r\nc\r\rd\n\n", "<p>a</p><p>b</p><p>c</p><p>d</p>"),
        ("a\r\nb", "<p>a b</p>"),
        ("<i>a\n\nb</i>", "<p><i>a</i></p><p><i>b</i></p>"),
        ("a <br> b<br/><br />c", "<p>a<br>b<br><br>c</p>"),
        ("<br>a<br><p>b<jats:break/>c</p>", "<p>a</p><p>b<br>c</p>"),
        ("", ""),
        (" <p> </p>\n\n<br>", ""),
    ] {
        assert_eq!(block(source), tree, "from {source:?}");
    }
}

#[test]
fn the_words_alone_keep_paragraphs_and_breaks_apart() {
    let (text, _) = RichText::parse_block("<p>a <i>b</i><br>c</p><p>d &amp; e</p>");
    assert_eq!(text.plain(), "a b\nc\n\nd & e");
    assert_eq!(RichText::parse_inline("<p>a</p><p>b<br>c").0.plain(), "a b c");
}

#[test]
fn text_is_empty_when_there_is_nothing_to_see() {
    for (source, empty) in [("", true), (" <i>\n</i>", true), ("&nbsp;", true), ("<p>.</p>", false)] {
        assert_eq!(RichText::parse_block(source).0.is_empty(), empty, "from {source:?}");
    }
    assert!(RichText::default().is_empty());
}

#[test]
fn a_source_without_markup_is_plain() {
    for (source, plain) in [
        ("Turning down the LAMP", true),
        ("two\nlines\r\nand > more", true),
        ("a < b", false),
        ("Q&A", false),
        ("a\n\nb", false),
        ("a\r\n \t\r\nb", false),
        ("a\rb\n", true),
    ] {
        assert_eq!(is_plain(source), plain, "for {source:?}");
    }
}

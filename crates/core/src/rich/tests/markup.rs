use super::{block, inline};
use crate::rich::{Node, RichText};

#[test]
fn the_elements_of_the_allow_list_are_kept() {
    for (source, tree) in [
        ("Unikernels", "Unikernels"),
        ("<i>a</i> <em>b</em> <b>c</b> <strong>d</strong>", "<i>a</i> <em>b</em> <b>c</b> <strong>d</strong>"),
        ("H<sub>2</sub>O, x<sup>2</sup>, <code>let x</code>", "H<sub>2</sub>O, x<sup>2</sup>, <code>let x</code>"),
        (r#"<span style="font-variant:small-caps;">ml</span>"#, "<sc>ml</sc>"),
        (r#"<span style="color: red; font-variant: small-caps">ml</span>"#, "<sc>ml</sc>"),
        ("<sc>ml</sc>", "<sc>ml</sc>"),
        (r#"the <span class="nocase">dE</span> case"#, "the <nocase>dE</nocase> case"),
        (r#"<span lang="de">Wege</span>"#, "Wege"),
        ("<I>a</I><STRONG >b</STRONG >", "<i>a</i><strong>b</strong>"),
    ] {
        assert_eq!(inline(source), tree, "from {source:?}");
    }
}

#[test]
fn other_elements_lose_their_tag_or_become_their_equivalent() {
    for (source, tree) in [
        ("<u>a</u><font color=red>b</font><wbr>c", "abc"),
        ("<jats:italic>a</jats:italic><jats:bold>b</jats:bold>", "<i>a</i><b>b</b>"),
        ("<monospace>a</monospace><jats:sc>b</jats:sc>", "<code>a</code><sc>b</sc>"),
        ("<mml:math display=\"inline\"><mml:mi>x</mml:mi><mml:mo>=</mml:mo></mml:math>1", "x=1"),
        ("<jats:unheard-of>a</jats:unheard-of>", "a"),
        ("<script>alert('a')</script><style>p {}</style>", "alert('a')p {}"),
        ("a<!-- b > <i>c</i> -->d<!---->e<!-->f", "adef"),
        ("<![CDATA[a < b & <i>c</i> &amp;]]>d", "a &lt; b &amp; &lt;i>c&lt;/i> &amp;amp;d"),
    ] {
        assert_eq!(inline(source), tree, "from {source:?}");
    }
}

#[test]
fn anything_else_in_angle_brackets_stays_as_written() {
    for source in [
        "Vec<Wege> und p < q > r",
        "a <3 <> < > </ > <-> <=",
        "x <b and c> d",
        "<b,c> and <i don't>",
        "an open <b and <!-- and <![CDATA[ and <a href=\"x",
        "<o:p>word</o:p> <svg:g>",
        "<scr",
        "<?xml?> <!DOCTYPE html>",
        "<img \"\"\" src=x>",
    ] {
        let (text, faults) = RichText::parse_inline(source);
        assert_eq!(text.nodes(), [Node::Text(source.into())]);
        assert_eq!(faults, []);
    }
}

#[test]
fn entities_are_decoded_once_and_never_become_tags() {
    for (source, tree) in [
        ("Q&amp;A &#38; R&D &unknown; &amp", "Q&amp;A &amp; R&amp;D &amp;unknown; &amp;amp"),
        ("&lt;i&gt;a&lt;/i&gt;", "&lt;i>a&lt;/i>"),
        ("&amp;lt;i&amp;gt;", "&amp;lt;i&amp;gt;"),
        ("G&ouml;del&#x2013;Rosser", "Gödel–Rosser"),
    ] {
        assert_eq!(inline(source), tree, "from {source:?}");
    }
}

#[test]
fn unclosed_and_misnested_tags_are_repaired() {
    for (source, tree) in [
        ("a <i>b", "a <i>b</i>"),
        ("a</i> b</b>", "a b"),
        ("<b>a <i>b</b> c</i> d", "<b>a <i>b</i></b> <i>c</i> d"),
        ("<i>a <i>b</i> c</i> d", "<i>a b c</i> d"),
        ("<i></i>a<b> </b>b<i>", "a b"),
        ("<i/>a<sup/>", "a"),
        ("<sc>A<span>b</span>c</sc>d", "<sc>Abc</sc>d"),
        ("<span class=nocase>A<span>b</span>c</span>d", "<nocase>Abc</nocase>d"),
        ("x<sub>i<sub>j</sub></sub>", "x<sub>i<sub>j</sub></sub>"),
        ("<scr<script>ipt>alert(1)</script>", "&lt;script>alert(1)"),
    ] {
        assert_eq!(inline(source), tree, "from {source:?}");
    }
}

#[test]
fn block_elements_end_the_paragraph() {
    for (source, tree) in [
        ("<p>a</p><p>b</p>", "<p>a</p><p>b</p>"),
        ("a<p>b<p>c", "<p>a</p><p>b</p><p>c</p>"),
        ("<jats:title>Abstract</jats:title><jats:p>a</jats:p>", "<p>Abstract</p><p>a</p>"),
        ("<h2>a</h2><ul><li>b</li><li>c</li></ul>d<hr>e", "<p>a</p><p>b</p><p>c</p><p>d</p><p>e</p>"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><th>c</th></tr></table>", "<p>a b</p><p>c</p>"),
        ("<b>a</p><p>b</b>c", "<p><b>a</b></p><p><b>b</b>c</p>"),
        ("x<sub>1</p><p>y", "<p>x<sub>1</sub></p><p>y</p>"),
    ] {
        assert_eq!(block(source), tree, "from {source:?}");
    }
    assert_eq!(inline("<p>a</p><p>b</p>c<br/>d<td>e"), "a b c d e");
}

#[test]
fn depth_is_limited_and_content_is_not() {
    let deep = format!("{}core{} rest", "<sub>".repeat(100), "</sub>".repeat(100));
    let tree = inline(&deep);
    assert_eq!(tree.matches("<sub>").count(), 32);
    assert!(tree.ends_with("</sub> rest"), "{tree}");
}

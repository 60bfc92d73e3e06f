use super::{block, faults, inline};
use crate::href::UnsafeHref;
use crate::rich::Fault;

#[test]
fn safe_links_are_kept_however_they_are_written() {
    for (source, tree) in [
        (r#"<a href="https://a.example/?x=1&amp;y=2">a</a>"#, r#"<a href="https://a.example/?x=1&y=2">a</a>"#),
        ("<A HREF='#hotcloud' target=_blank>a</A>", r##"<a href="#hotcloud">a</a>"##),
        ("<a href=https://a.example/ download>a</a>", r#"<a href="https://a.example/">a</a>"#),
        ("<a href=https://a.example/>a</a>", r#"<a href="https://a.example/">a</a>"#),
        (r#"<a title="a > b" href="/about">a</a>"#, r#"<a href="/about">a</a>"#),
        (r#"<a href="x">a <b>b</a> c</b>"#, r#"<a href="x">a <b>b</b></a> <b>c</b>"#),
        (r#"<a href="x">a <a href="y">b</a> c</a>"#, r#"<a href="x">a</a> <a href="y">b</a> c"#),
        (r#"<a name="x">a</a>"#, "a"),
        // Not one of HTML 4's names, so not decoded; nor will the browser, to which it goes as it is.
        ("<a href='javascript&colon;x'>a</a>", r#"<a href="javascript&colon;x">a</a>"#),
    ] {
        assert_eq!(inline(source), tree, "from {source:?}");
        assert_eq!(faults(source), []);
    }
}

#[test]
fn a_link_does_not_go_on_in_the_next_paragraph() {
    assert_eq!(block("<a href=x><p>a</p><p>b</p></a>"), r#"<p><a href="x">a</a></p><p>b</p>"#);
}

#[test]
fn unsafe_links_keep_their_words_and_are_reported() {
    for (source, href, scheme) in [
        ("<a href='javascript:alert(1)'>a</a>", "javascript:alert(1)", "javascript"),
        ("<a href=JavaScript:alert(1)>a</a>", "JavaScript:alert(1)", "JavaScript"),
        ("<a href=' data:text/html,x'>a</a>", " data:text/html,x", "data"),
        ("<a href='vbscript:x'>a</a>", "vbscript:x", "vbscript"),
        ("<a href='&#106;avascript:x'>a</a>", "javascript:x", "javascript"),
        ("<a href='java\tscr\nipt:x'>a</a>", "java\tscr\nipt:x", "javascript"),
        ("<a href='java&#10;script:x'>a</a>", "java\nscript:x", "javascript"),
        ("<a/href='javascript:x'>a</a>", "javascript:x", "javascript"),
        ("<a href='javascript:x' href='https://a.example'>a</a>", "javascript:x", "javascript"),
    ] {
        assert_eq!(inline(source), "a", "from {source:?}");
        let why = UnsafeHref::Scheme(scheme.into());
        assert_eq!(faults(source), [Fault::UnsafeLink { href: href.into(), why }]);
    }
    assert_eq!(faults("<a href=''>a</a>")[0].to_string(), "the link to `` was left out: the URL is empty");
}

#[test]
fn elements_that_run_something_leave_only_text() {
    for (source, tree) in [
        ("<svg onload=alert(1)>a</svg>", "a"),
        ("<svg/onload=alert(1)>a", "a"),
        ("<img src=x onerror=alert(1)>a", "a"),
        ("<i onclick=\"alert(1)\" style=\"x\">a</i>", "<i>a</i>"),
        ("<p onmouseover='alert(1)'>a</p>", "a"),
        ("<iframe src=\"javascript:alert(1)\">a</iframe>", "a"),
        ("<object data='data:text/html,x'></object><embed src=x>a", "a"),
        ("<form action=javascript:x><input type=submit>a</form>", "a"),
        ("<math><mi xlink:href='javascript:x'>a</mi></math>", "a"),
        ("<base href='javascript:'><meta http-equiv=refresh content='0;x'>a", "a"),
        ("<<script>script>a<</script>/script>", "&lt;script>a&lt;/script>"),
        ("<IMG \"\"\"><SCRIPT>a</SCRIPT>\">", "&lt;IMG \"\"\">a\">"),
        ("<span style=\"background:url(javascript:x)\">a</span>", "a"),
        ("<span class=\"nocase\" onclick=x>a</span>", "<nocase>a</nocase>"),
    ] {
        assert_eq!(inline(source), tree, "from {source:?}");
    }
}

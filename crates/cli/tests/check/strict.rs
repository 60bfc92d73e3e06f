//! What the page gets over and `fmt` refuses.

use crate::support::{check, found, run, said};

#[test]
fn a_comma_too_many() {
    let source = r##"[
{"id": "a", "title": "A", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013"},
]"##;
    let drawn = r##"error[not-json]: this is not JSON: trailing comma
 --> x.json:2:93
  |
2 | {"id": "a", "title": "A", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013"},
  |                                                                                             ^ not expected here
  |
  = note: `offprint fmt` and `offprint import --into` refuse the file
  = help: Remove the comma: nothing follows it.

x.json: 1 entry; 1 error
"##;
    assert_eq!(said(source), (1, drawn.to_owned()));
}

#[test]
fn each_fault_is_said_once_and_at_its_place() {
    let entry = r#""author": ["Ada Byron"], "issued": "2013""#;
    for (source, expected) in [
        (format!("\u{feff}[{{\"id\": \"a\", \"title\": \"é\", {entry},}}]"), "error not-json 1:69"),
        (format!("[\n{{\"id\": \"a\", \"title\": \"é\", {entry}}}]\n\n  7"), "error not-json 4:3"),
        (format!("{{\"publications\": [\n{{\"id\": \"a\", \"title\": \"A\", {entry}}}]}}}}"), "error not-json 2:71"),
        (
            format!("[{{\"id\": \"a\", \"title\": \"A\", {entry}, \"x\": {{\"é\": 1, \"é\": 2}}}}]"),
            "error repeated-member 1:86",
        ),
        (format!("[{{\"id\": \"a\", \"title\": \"A\", {entry}, \"id\": \"a\"}}]"), "error repeated-member 1:72"),
        (format!("[{{\"id\": \"a\", \"title\": \"A\", {entry}, \"x\": 01}}]"), "error not-json 1:77"),
        (format!("[{{\"id\": \"a\", \"title\": \"A\", {entry}, \"x\": nonsense}}]"), "error not-json 1:77"),
        (format!("[{{\"id\": \"a\"\n \"title\": \"A\", {entry}}}]"), "error syntax 1:9"),
        ("[{\"id\": \"a\", \"title\": \"A\"".to_owned(), "error cut-short 1:26"),
    ] {
        assert_eq!(errors(&source), [expected], "in {source}");
    }
}

#[test]
fn what_is_before_a_fault_of_another_entry_is_said_too() {
    let source = "[{\"id\": \"a\", \"title\": \"A\", \"x\": [1,]},\n\n{\"id\": \"b\" 7, \"title\": \"B\"}]";
    assert_eq!(errors(source), ["error not-json 1:35", "error syntax 3:8"]);
}

#[test]
fn what_passes_is_not_refused_by_fmt() {
    for name in std::fs::read_dir(crate::support::project("tests/fixtures")).unwrap() {
        let path = name.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let checked = check().arg(&path).output().unwrap().status.code();
            let mut fmt = assert_cmd::Command::new(assert_cmd::cargo::cargo_bin!("offprint"));
            let formatted = fmt.args(["fmt", "--check"]).arg(&path).output().unwrap().status.code();
            assert!(checked != Some(0) || formatted != Some(2), "{}", path.display());
        }
    }
}

#[test]
fn bytes_that_are_no_utf_8_are_said_once() {
    let (code, text) = run(b"[{\"id\": \"a\", \"title\": \"\xff\", \"author\": [\"Ada\"], \"issued\": \"2013\"}]", &[]);
    assert!(text.contains("[not-utf8]") && !text.contains("[not-json]"), "{code} {text}");
}

fn errors(source: &str) -> Vec<String> {
    found(source).into_iter().filter(|it| it.starts_with("error")).collect()
}

//! Exit codes, JSON, and what never reaches a terminal.

use std::fs;

use proptest::prelude::*;
use serde_json::Value;

use crate::support::{check, project, run, said};

#[test]
fn the_bundled_list_is_clean() {
    let output = check().arg(project("data/publications.json")).args(["--deny", "warnings"]).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8(output.stdout).unwrap().ends_with("publications.json: 12 entries; no problems\n"));
}

#[test]
fn the_exit_code_says_how_bad_it_is() {
    let warning = r#"[{"id": "a", "title": "A", "author": ["Ada"]}]"#;
    let error = r#"[{"id": "a"}]"#;
    for (source, arguments, code) in [
        ("[]", &[][..], 0),
        (warning, &[], 0),
        (warning, &["--deny", "warnings"], 1),
        (error, &[], 1),
        ("{", &[], 2),
        ("", &["--format", "json"], 2),
        ("[]", &["missing.json"], 2),
        ("[]", &["--format", "xml"], 2),
    ] {
        assert_eq!(run(source.as_bytes(), arguments).0, code, "{source} {arguments:?}");
    }
}

#[test]
fn standard_input_and_several_files_are_checked_in_order() {
    let output = check().args(["-", &project("data/publications.json")]).write_stdin("[]").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("<stdin>: 0 entries; no problems\n"), "{text}");
    assert!(text.ends_with("publications.json: 12 entries; no problems\n"), "{text}");
}

#[test]
fn help_has_examples() {
    let text = String::from_utf8(check().arg("--help").output().unwrap().stdout).unwrap();
    assert!(text.contains("Examples:\n  offprint check data/publications.json\n"), "{text}");
}

#[test]
fn json_says_the_same_with_places() {
    let (code, text) = run(b"[\n{\"id\": \"a\", \"title\": 7}]", &["--format", "json"]);
    let document: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(code, 1);
    assert_eq!((&document["errors"], &document["warnings"]), (&1.into(), &0.into()));
    let expected = serde_json::json!({
        "file": "x.json", "line": 2, "column": 22, "end": { "line": 2, "column": 23 },
        "severity": "error", "code": "wrong-type", "entry": 1, "id": "a", "field": "title",
        "message": "`title`: expected a text, found a number",
        "help": "Write the value as CSL-JSON describes it, or remove the field.",
    });
    assert_eq!(document["files"][0]["problems"], Value::Array(vec![expected]));
}

#[test]
fn every_fixture_is_checked_to_its_end() {
    for entry in fs::read_dir(project("tests/fixtures")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        for format in ["text", "json"] {
            let output = check().args(["--format", format]).arg(&path).output().unwrap();
            let text = String::from_utf8(output.stdout).unwrap();
            assert!(matches!(output.status.code(), Some(0..=2)), "{}", path.display());
            assert_eq!(steering(&text), None, "{}", path.display());
            assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"), "{}", path.display());
        }
    }
}

#[test]
fn nothing_of_a_file_steers_the_terminal() {
    let source =
        "[{\"id\": \"\\u001b[31m\u{1b}]0;x\u{7}\", \"\u{9b}31m\": 1}, {\"id\": \"b\u{202e}\", \"autho\u{200f}r\": 1,
        \"title\": \"\u{2066}B\u{85}\", \"type\": \"\\u001b[2J\u{9b}2J\", \"custom\": {\"section\": \"\\u202e\"}}]";
    for format in ["text", "json"] {
        let (code, text) = run(source.as_bytes(), &["--format", format]);
        assert_eq!((code, steering(&text)), (1, None), "{text}");
    }
    assert_eq!(steering(&said("\u{1b}[31m").1), None);
}

/// Returns the first character that would steer a terminal or turn the direction of its text.
fn steering(text: &str) -> Option<char> {
    text.chars().find(|c| {
        (c.is_control() && *c != '\n')
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(matches!(run(&bytes, &[]).0, 0..=2));
    }

    #[test]
    fn nor_does_any_damage_to_a_list(cut in 0..9000usize, at in 0..9000usize, with in any::<u8>()) {
        let mut bytes = fs::read(project("tests/fixtures/people.json")).unwrap();
        let length = bytes.len();
        bytes[at % length] = with;
        bytes.truncate(cut.min(length));
        let (code, text) = run(&bytes, &["--format", "json"]);
        prop_assert!(matches!(code, 0..=2));
        prop_assert!(serde_json::from_str::<Value>(&text).is_ok(), "{text}");
    }
}

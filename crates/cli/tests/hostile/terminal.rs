//! What the command says of hostile files: no control but line ends, no sign of direction, no line that it did not write.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

use crate::payloads;

/// The name of a file that tries to steer, to turn and to begin a line.
const NAME: &str = "e\u{1b}]0;x\u{7}\u{9b}31m\u{202e}\nerror: all is lost";

/// How lines begin that payloads try to have said.
const SPOOFS: [&str; 6] =
    ["error: all is lost", "error: evil", "warning: evil", "publications.json: 1 entry", "::error", "##vso"];

/// Runs it in a folder; standard output and standard error.
fn run(folder: &Path, arguments: &[&str], input: &str) -> (String, String) {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("offprint"));
    command.current_dir(folder).env_remove("OFFPRINT_BASE_URL").args(arguments).write_stdin(input);
    let output = command.output().expect("the command");
    assert!(matches!(output.status.code(), Some(0..=2)), "{arguments:?}: {:?}", output.status);
    let text = |bytes| String::from_utf8(bytes).unwrap_or_else(|error| panic!("{arguments:?}: {error}"));
    (text(output.stdout), text(output.stderr))
}

/// Fails where a text would do more on a terminal than be read.
fn is_quiet(text: &str, of: &[&str]) {
    for line in text.lines() {
        assert_eq!(line.chars().find(|c| steers(*c)), None, "{of:?}: {line:?}");
        assert!(!SPOOFS.iter().any(|spoof| line.trim_start().starts_with(spoof)), "{of:?}: {line:?}");
    }
    assert!(!text.contains('\r'), "{of:?}");
}

/// Runs it, and fails where anything that it says is more than text.
fn says(folder: &Path, arguments: &[&str], input: &str) -> String {
    let (out, err) = run(folder, arguments, input);
    is_quiet(&out, arguments);
    is_quiet(&err, arguments);
    out + &err
}

/// Returns the payloads that a terminal might take for more than text.
fn texts() -> Vec<String> {
    payloads::texts().into_iter().filter(|text| text.chars().any(|c| steers(c) || c == '\n')).collect()
}

fn steers(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("list.json"), payloads::short_list(&texts()).to_string()).expect("a list");
    folder
}

#[test]
fn a_list_is_told_of_in_text() {
    let folder = folder();
    let at = folder.path();
    let list = fs::read_to_string(at.join("list.json")).expect("the list");
    assert!(says(at, &["check", "list.json"], "").contains("list.json"));
    let json = says(at, &["check", "--format", "json", "list.json"], "");
    assert!(serde_json::from_str::<serde_json::Value>(&json).expect("JSON")["files"][0]["entries"].is_number());
    says(at, &["fmt", "--check", "list.json"], "");
    let canonical = says(at, &["fmt", "-"], &list);
    let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
    assert_eq!(value(&canonical), value(&list), "escapes say the same");
}

#[test]
fn an_import_is_told_of_in_text() {
    let folder = folder();
    let at = folder.path();
    says(at, &["import", "list.json"], "");
    says(at, &["import", "--dry-run", "list.json"], "");
    let json = says(at, &["import", "--dry-run", "--format", "json", "list.json"], "");
    serde_json::from_str::<serde_json::Value>(&json).expect("JSON");
    says(at, &["import", "list.json", "--into", "new.json"], "");
    let other = payloads::short_list(&texts()).to_string().replace(" T", " other T");
    fs::write(at.join("other.json"), other).expect("a list");
    says(at, &["import", "other.json", "--dry-run", "--into", "new.json"], "");
    says(at, &["import", "other.json", "--into", "new.json"], "");
}

#[test]
fn one_entry_is_told_of_in_text() {
    let folder = tempfile::tempdir().expect("a folder");
    for (at, text) in texts().iter().enumerate() {
        let entry = payloads::bare(at, text).to_string();
        says(folder.path(), &["new"], &entry);
        says(folder.path(), &["new", "--into", "new.json"], &entry);
        says(
            folder.path(),
            &["new", "--into", "new.json"],
            &entry.replace("\"title\":\"", "\"title-short\":\"x\",\"title\":\""),
        );
    }
}

#[test]
fn files_of_other_formats_are_told_of_in_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let texts = payloads::texts();
    let each = |write: &dyn Fn(usize, &str) -> String| {
        texts.iter().enumerate().map(|(at, text)| write(at, text)).collect::<String>()
    };
    let bibtex = |at: usize, text: &str| {
        format!(
            "@article{{k{at}{text},\n title = {{T{at} {text}}},\n {text} = {{x}},\n note = \"{text}\", year = {{{text}}}\n}}\n@{text}{{x{at}}}\n"
        )
    };
    let ris = |at: usize, text: &str| {
        format!("TY  - {text}\nID  - {text}\nTI  - T{at} {text}\nXX  - {text}\n{text}\nPY  - {text}\nER  - \n")
    };
    let yaml = |at: usize, text: &str| {
        format!("k{at}:\n  type: {text}\n  title: T{at} {text}\n  {text}: x\n{text}:\n  title: {text}\n")
    };
    let html =
        |at: usize, text: &str| format!("<h2 id='{text}'>T{at} {text}</h2><p>{text} <a href='{text}'>{text}</a></p>");
    for (name, content) in
        [("x.bib", each(&bibtex)), ("x.ris", each(&ris)), ("x.yaml", each(&yaml)), ("x.html", each(&html))]
    {
        fs::write(folder.path().join(name), content).expect("a file");
        says(folder.path(), &["import", name], "");
    }
    // A payload alone, as a file that says nothing of its format.
    for text in &self::texts() {
        says(folder.path(), &["import", "-"], text);
        says(folder.path(), &["new"], text);
        says(folder.path(), &["check", "-"], text);
        says(folder.path(), &["fmt", "-"], text);
    }
}

#[test]
fn an_export_holds_no_control_and_a_terminal_is_told_nothing_else() {
    let folder = folder();
    for format in ["bibtex", "biblatex", "ris", "csl", "csv", "html", "markdown", "text", "feed"] {
        let arguments = ["export", "list.json", "--to", format, "--base-url", "https://page.example/"];
        let (out, err) = run(folder.path(), &arguments, "");
        let found = out.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'));
        assert_eq!(found, None, "{format}");
        assert!(out.matches('\r').count() == out.matches("\r\n").count(), "{format}");
        is_quiet(&err, &arguments);
    }
    for text in texts() {
        let arguments = ["export", "-", "--to", "text", "--where", &text.replace('\0', "")];
        says(folder.path(), &arguments, r#"[{"id": "a", "title": "A"}]"#);
    }
}

#[cfg(unix)]
#[test]
fn names_of_files_are_told_in_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let name = |end: &str| format!("{NAME}{end}");
    for end in [".json", ".bib", ".txt"] {
        fs::write(folder.path().join(name(end)), "{\"id\": 1}").expect("a file");
    }
    let (json, bib, txt, missing) = (name(".json"), name(".bib"), name(".txt"), name(".none"));
    let option = format!("--{NAME}");
    for arguments in [
        &["check", &*json, &bib, &missing][..],
        &["check", "--format", "json", &json, &missing],
        &["fmt", &json, &missing],
        &["fmt", "--check", &json, &txt],
        &["import", &json, &bib],
        &["import", &bib, "--into", &missing],
        &["import", &txt],
        &["import", &missing],
        &["export", &json, "--to", "text"],
        &["export", &missing, "--to", "text"],
        &["export", &json, "--to", NAME],
        &["prerender", &missing],
        &["prerender", ".", "--base-url", NAME],
        &["check", &option],
        &["check", "--format", NAME],
        &[NAME],
    ] {
        assert!(!says(folder.path(), arguments, "").is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_page_that_lies_elsewhere_is_told_of_in_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let source = "https://evil.example/&#27;[31m&#x202e;&#10;error: all is lost";
    let page = format!("<!doctype html><head><meta name=offprint-source content=\"{source}\"></head><main></main>");
    fs::write(folder.path().join("index.html"), page).expect("a page");
    assert!(says(folder.path(), &["prerender", "."], "").contains("evil.example"));
}

//! `offprint export` as a person at a terminal meets it.

use std::path::PathBuf;

use assert_cmd::Command;

fn offprint() -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("offprint"));
    command.env_remove("OFFPRINT_BASE_URL").arg("export");
    command
}

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(name)
}

/// Returns standard output, standard error and the exit code.
fn run(command: &mut Command) -> (String, String, i32) {
    let output = command.output().unwrap_or_else(|error| panic!("{error}"));
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr), output.status.code().unwrap_or(-1))
}

/// Returns the twelve publications in a format, with more arguments.
fn twelve(format: &str, arguments: &[&str]) -> (String, String, i32) {
    run(offprint().arg(path("data/publications.json")).args(["--to", format]).args(arguments))
}

fn bibtex_keys(text: &str) -> Vec<&str> {
    text.lines().filter_map(|line| line.strip_prefix('@')?.split(['{', ',']).nth(1)).collect()
}

#[test]
fn every_format_is_written_without_a_word() {
    for (format, start) in [
        ("bibtex", "@article{cacm,"),
        ("biblatex", "@article{cacm,"),
        ("ris", "TY  - JOUR\r\nID  - cacm\r\n"),
        ("csl", "[\n{\n  \"id\": \"cacm\""),
        ("csv", "id,type,title,"),
        ("html", "<ol>\n  <li id=\"cacm\""),
        ("markdown", "- Anil Madhavapeddy and David Scott. [Unikernels"),
        ("text", "Anil Madhavapeddy and David Scott. Unikernels"),
    ] {
        let (out, err, code) = twelve(format, &[]);
        assert!(out.starts_with(start), "{format}: {out}");
        assert_eq!((err.as_str(), code), ("", 0), "{format}");
    }
}

#[test]
fn all_entries_come_in_the_order_of_the_page_or_in_another() {
    let (newest, ..) = twelve("bibtex", &[]);
    let (oldest, ..) = twelve("bibtex", &["--sort", "oldest"]);
    assert_eq!((bibtex_keys(&newest).len(), bibtex_keys(&oldest).len()), (12, 12));
    assert_eq!(bibtex_keys(&newest)[0], "cacm");
    assert_ne!(newest, oldest);
}

#[test]
fn the_words_of_the_page_choose_entries() {
    for (words, expected) in [
        ("author:\"David Scott\" year:2010-2013", 1),
        ("?author=David+Scott&year=2010-2013", 1),
        ("-unikernels -cloud", 7),
        ("?venue=ASPLOS", 1),
    ] {
        let (out, err, code) = twelve("bibtex", &["--where", words]);
        assert_eq!(bibtex_keys(&out).len(), expected, "{words}: {out}");
        assert_eq!((err.as_str(), code), ("", 0), "{words}");
    }
    let by_words = twelve("csl", &["--where", "author:\"David Scott\"", "--sort", "newest"]);
    let by_url = twelve("csl", &["--where", "?author=David+Scott"]);
    assert_eq!(by_words, by_url);
}

#[test]
fn what_is_searched_in_another_way_is_said() {
    for (words, said) in [
        ("year:soon", "“soon” is no year"),
        ("?year=soon", "“year=soon” is not understood"),
        ("?utm=x", "“utm=x” is no part of a search"),
        ("unikernals", "so “unikernels” is searched too"),
        ("xyzzyplugh", "no publication is found"),
    ] {
        let (_, err, code) = twelve("text", &["--where", words]);
        assert!(err.contains(said), "{words}: {err}");
        assert_eq!(code, 0, "{words}");
    }
}

#[test]
fn a_feed_needs_a_url() {
    let (out, err, code) = twelve("feed", &[]);
    assert_eq!((out.as_str(), code), ("", 2));
    assert!(err.contains("--base-url") && err.contains("OFFPRINT_BASE_URL"), "{err}");
    let (_, err, code) = twelve("feed", &["--base-url", "example.org"]);
    assert!(code == 2 && err.contains("https://"), "{err}");
    let (by_option, _, code) = twelve("feed", &["--base-url", "https://example.org/papers"]);
    assert!(by_option.contains("<id>https://example.org/papers/#cacm</id>"), "{by_option}");
    assert_eq!(code, 0);
    let mut command = offprint();
    command.env("OFFPRINT_BASE_URL", "https://example.org/papers/").arg(path("data/publications.json"));
    assert_eq!(run(command.args(["--to", "feed"])).0, by_option);
}

#[test]
fn what_the_file_lost_is_counted() {
    let fixture = |name: &str| run(offprint().arg(path("tests/fixtures").join(name)).args(["--to", "bibtex"]));
    let (out, err, code) = fixture("missing.json");
    assert_eq!((bibtex_keys(&out).len(), code), (2, 1), "{err}");
    assert!(err.contains("13 entries left out"), "{err}");
    let (out, err, code) = fixture("truncated.json");
    assert_eq!((bibtex_keys(&out).len(), code), (2, 1), "{err}");
    assert!(err.contains("breaks off"), "{err}");
}

#[test]
fn a_file_that_holds_no_list_is_refused() {
    for (name, said) in
        [("empty-file.json", "empty"), ("not-json.json", "web page"), ("nowhere.json", "cannot be read")]
    {
        let (out, err, code) = run(offprint().arg(path("tests/fixtures").join(name)).args(["--to", "csv"]));
        assert_eq!((out.as_str(), code), ("", 2), "{name}");
        assert!(err.contains(said), "{name}: {err}");
    }
}

#[test]
fn standard_input_is_read_and_a_file_is_written_as_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = folder.path().join("list.ris");
    let title = r#"[{"id": 1, "title": "\u001b[31mRed\u0007"}]"#;
    let command = &mut offprint();
    command.args(["-", "--to", "text", "--output"]).arg(&output).write_stdin(title);
    assert_eq!(run(command), (String::new(), String::new(), 0));
    assert_eq!(std::fs::read_to_string(&output).expect("the file"), "[31mRed.\n");
}

#[test]
fn the_file_that_is_read_is_never_written_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("list.json");
    std::fs::write(&file, r#"[{"id": 1, "title": "T"}]"#).expect("a file");
    let (_, err, code) = run(offprint().arg(&file).args(["--to", "csl", "--output"]).arg(&file));
    assert!(code == 2 && err.contains("is the file that is read"), "{err}");
    assert_eq!(std::fs::read_to_string(&file).expect("the file"), r#"[{"id": 1, "title": "T"}]"#);
}

#[test]
fn abstracts_in_a_file_of_their_own_are_searched_and_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("list.json");
    std::fs::write(&file, r#"{"abstracts": "abstracts.json", "publications": [{"id": "a", "title": "T"}]}"#)
        .expect("a file");
    let arguments = ["--to", "ris", "--where", "lamp"];
    let (out, err, code) = run(offprint().arg(&file).args(arguments));
    assert!(out.is_empty() && err.contains("abstracts.json cannot be read"), "{out}{err}");
    assert_eq!(code, 1);
    std::fs::write(folder.path().join("abstracts.json"), r#"{"a": "On lamps."}"#).expect("a file");
    let (out, err, code) = run(offprint().arg(&file).args(arguments));
    assert!(out.contains("AB  - On lamps.\r\n"), "{out}");
    assert_eq!((err.as_str(), code), ("", 0));
}

#[test]
fn help_has_examples() {
    let (out, _, code) = run(offprint().arg("--help"));
    assert!(out.contains("Examples:") && out.contains("--where 'author:\"David Scott\" year:2010-'"), "{out}");
    assert_eq!(code, 0);
}

#[test]
fn what_people_read_has_the_headings_of_the_page() {
    let (sections, ..) = twelve("markdown", &[]);
    assert!(sections.starts_with("- ") && sections.contains("\n\n## Related Work\n\n- "), "{sections}");
    let (years, ..) = twelve("html", &["--group", "year"]);
    assert!(years.starts_with("<h2 dir=\"auto\">2014</h2>\n<ol>\n"), "{years}");
    let (flat, ..) = twelve("markdown", &["--where", "?group=none"]);
    assert!(!flat.contains('#'), "{flat}");
    let (bibtex, ..) = twelve("bibtex", &["--group", "year"]);
    assert_eq!(bibtex_keys(&bibtex).len(), 12);
}

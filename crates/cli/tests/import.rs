//! `offprint import`, as it is called.

mod support;

use serde_json::{Value, json};
use support::{List, data, offprint};

fn stderr(assert: &assert_cmd::assert::Assert) -> String {
    String::from_utf8_lossy(&assert.get_output().stderr).into_owned()
}

fn stdout(assert: &assert_cmd::assert::Assert) -> String {
    String::from_utf8_lossy(&assert.get_output().stdout).into_owned()
}

#[test]
fn a_bibliography_becomes_a_list_and_every_loss_is_told() {
    let list = List::none();
    let told = offprint(["import", &data("lab.bib"), "--output"]).arg(list.path()).assert().code(1);
    let ids: Vec<_> = list.entries().iter().map(|entry| entry["id"].clone()).collect();
    assert_eq!(ids, ["rise", "jitsu", "nsdi15"]);
    assert_eq!(list.entries()[1]["title"], "Jitsu: <em>Just-In-Time</em> Summoning of Unikernels");
    assert_eq!(list.entries()[1]["author"][2], json!({ "given": "Éva", "family": "Grübl" }));
    assert_eq!(list.entries()[1]["custom"]["others"], true);
    let told = stderr(&told);
    for line in [
        "lab.bib:15:3: note: rise: owner: it is a reference manager’s own and is left out",
        "lab.bib:25:3: lost: jitsu: zettel: it has no place in CSL-JSON",
        "lab.bib:29:3: lost: broken: title: this value has no end",
        "lab.bib:28:1: entry left out: broken: title: an entry needs a title",
        "4 entries read, 3 added, 0 filled in, 1 left out",
    ] {
        assert!(told.contains(line), "{line}\n---\n{told}");
    }
    offprint(["fmt", "--check"]).arg(list.path()).assert().success();
}

#[test]
fn a_list_that_is_there_is_overwritten_only_on_demand() {
    let list = List::of(OWN);
    let told = offprint(["import", &data("lab.bib"), "--output"]).arg(list.path()).assert().code(2);
    assert!(stderr(&told).contains("--into") && stderr(&told).contains("--force"), "{}", stderr(&told));
    assert_eq!(list.text(), OWN);
    offprint(["import", &data("lab.bib"), "--dry-run", "--output"]).arg(list.path()).assert().code(1);
    let both = offprint(["import", &data("lab.bib"), "--into"]).arg(list.path()).arg("-o").arg(list.path()).assert();
    both.code(1);
    assert_eq!(list.entries()[0]["title"], "Our own title");
    offprint(["import", &data("lab.bib"), "--force", "--output"]).arg(list.path()).assert().code(1);
    assert_eq!(list.entries()[0]["id"], "rise");
}

#[test]
fn importing_the_same_file_twice_changes_nothing() {
    let list = List::none();
    for expected in ["3 added", "0 added, 0 filled in, 3 unchanged"] {
        let former = list.path().exists().then(|| list.text());
        let told = offprint(["import", &data("lab.bib"), "--into"]).arg(list.path()).assert().code(1);
        assert!(stderr(&told).contains(expected), "{}", stderr(&told));
        assert!(former.is_none_or(|former| former == list.text()));
    }
    let told = offprint(["import", &data("lab.ris"), "--into"]).arg(list.path()).assert().success();
    assert!(stderr(&told).contains("0 added, 0 filled in, 1 unchanged"), "{}", stderr(&told));
}

const OWN: &str = r#"{
  "title": "Ours",
  "publications": [
    {
      "id": "cacm",
      "title": "Our own title",
      "DOI": "10.1145/2541883.2541895",
      "x-own": 1.50,
      "custom": { "section": "papers" }
    },
    {
      "id": "other",
      "title": "Other"
    }
  ]
}
"#;

#[test]
fn what_a_person_wrote_stays() {
    let list = List::of(OWN);
    let told = offprint(["import", &data("lab.bib"), "--into"]).arg(list.path()).assert().code(1);
    let entries = list.entries();
    assert_eq!(entries[0]["id"], "cacm");
    assert_eq!((&entries[0]["title"], &entries[0]["volume"]), (&json!("Our own title"), &json!("57")));
    assert!(list.text().contains("\"x-own\": 1.50"));
    assert!(list.text().contains("    {\n      \"id\": \"other\",\n      \"title\": \"Other\"\n    },\n"));
    assert!(
        stderr(&told).contains("note: cacm: kept title: \"Our own title\"; the import has \"Unikernels"),
        "{}",
        stderr(&told)
    );
    assert!(stderr(&told).contains("2 added, 1 filled in, 1 left out"));
}

#[test]
fn a_dry_run_shows_the_difference_and_writes_nothing() {
    let list = List::of(OWN);
    let shown = offprint(["import", &data("lab.bib"), "--dry-run", "--into"]).arg(list.path()).assert().code(1);
    assert_eq!(list.text(), OWN);
    let shown = stdout(&shown);
    assert!(shown.contains("~ cacm  Our own title\n    filled in: type, container-title, issued"), "{shown}");
    assert!(shown.contains("    kept title: \"Our own title\""), "{shown}");
    assert!(shown.contains("+ jitsu  Jitsu: <em>Just-In-Time</em> Summoning of Unikernels\n"), "{shown}");
}

#[test]
fn a_machine_gets_one_object() {
    let list = List::none();
    let told = offprint(["import", &data("lab.bib"), "--format", "json", "-o"]).arg(list.path()).assert().code(1);
    let report: Value = serde_json::from_str(&stdout(&told)).expect("JSON");
    assert_eq!((&report["read"], &report["added"], &report["left_out"]), (&json!(4), &json!(3), &json!(1)));
    let lost = report["findings"].as_array().expect("findings").iter().find(|finding| finding["field"] == "zettel");
    assert_eq!(lost.map(|lost| (&lost["line"], &lost["loss"])), Some((&json!(25), &json!("field"))));
    assert_eq!(report["changes"][0]["id"], "rise");
    offprint(["import", &data("lab.bib"), "--format", "json"]).assert().code(2);
}

#[test]
fn the_list_goes_to_standard_output_unless_it_is_told_otherwise() {
    let shown = offprint(["import", &data("lab.ris")]).assert().success();
    let list: Value = serde_json::from_str(&stdout(&shown)).expect("a list");
    assert_eq!(list["publications"][0]["type"], "paper-conference");
    let from_stdin = offprint(["import", "-"]).pipe_stdin(data("lab.ris")).expect("the file").assert().success();
    assert_eq!(stdout(&from_stdin), stdout(&shown));
}

#[test]
fn a_file_without_entries_makes_no_list() {
    let page = "<!DOCTYPE html>\n<html><style>\n@media {print}\n</style><p>Not found</p></html>";
    for (name, text) in [
        ("empty.bib", ""),
        ("empty.txt", " \n"),
        ("papers.bib", page),
        ("papers.ris", page),
        ("other.html", page),
        ("strings.bib", "@string{a = {b}}\n@comment{c}\n"),
        ("empty.json", "[]"),
    ] {
        let list = List::none();
        let file = list.path().with_file_name(name);
        std::fs::write(&file, text).expect("written");
        let told = offprint(["import"]).arg(&file).arg("--output").arg(list.path()).assert().code(2);
        assert!(stderr(&told).contains("nothing that can be imported was found"), "{name}: {}", stderr(&told));
        assert!(stderr(&told).contains(name), "{name}: {}", stderr(&told));
        assert!(!list.path().exists(), "{name}");
    }
}

#[test]
fn what_is_twice_in_a_file_is_said() {
    let list = List::none();
    let file = list.path().with_file_name("twice.bib");
    let text = "@misc{a, title = {One}, doi = {10.1/x}}\n@misc{b, title = {One, again}, doi = {10.1/X}}\n\
                @misc{c, title = {Two}, year = 2015}\n@misc{c, title = {Three}, year = 2016}\n\
                @misc{d, title = {One}, doi = {10.1/x}}\n";
    std::fs::write(&file, text).expect("written");
    for _ in 0..2 {
        let told = offprint(["import"]).arg(&file).arg("--into").arg(list.path()).assert().success();
        for line in [
            "twice.bib:2:1: note: b: DOI: same DOI as a\n",
            "twice.bib:4:1: note: c: this key is used twice; its anchor is c-2\n",
            "twice.bib:5:1: note: d: DOI: same DOI as a; both are one entry\n",
        ] {
            assert!(stderr(&told).contains(line), "{line}\n---\n{}", stderr(&told));
        }
    }
    assert_eq!(list.entries().len(), 4);
}

#[test]
fn any_encoding_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "@misc{a, title = {Größe}}";
    let utf_16: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_be_bytes).collect();
    let latin_1: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin-1")).collect();
    for (bytes, encoding) in [(utf_16, "UTF-16BE"), (latin_1, "windows-1252")] {
        let file = folder.path().join("a.bib");
        std::fs::write(&file, bytes).expect("written");
        let told = offprint(["import"]).arg(&file).assert().success();
        assert!(stdout(&told).contains("\"title\": \"Größe\""));
        assert!(stderr(&told).contains(&format!("note: this is not UTF-8; it is read as {encoding}")));
    }
}

#[test]
fn a_list_that_cannot_be_read_stays_as_it_is() {
    let list = List::of("{ \"publications\": [ oops ] }");
    let told = offprint(["import", &data("lab.bib"), "--into"]).arg(list.path()).assert().code(2);
    assert!(stderr(&told).contains("line 1, column 21"), "{}", stderr(&told));
    assert_eq!(list.text(), "{ \"publications\": [ oops ] }");
    offprint(["import", "there-is-none.bib"]).assert().code(2);
}

#[test]
fn the_former_page_becomes_a_list_with_its_sections() {
    let page = format!("{}/../../tests/fixtures/seed-page.html", env!("CARGO_MANIFEST_DIR"));
    let list = List::none();
    offprint(["import", &page, "--into"]).arg(list.path()).assert().success();
    assert_eq!(list.entries().len(), 12);
    let whole: Value = serde_json::from_str(&list.text()).expect("JSON");
    assert_eq!(whole["sections"][1], json!({ "id": "related", "title": "Related Work" }));
    let own = format!("{}/../../data/publications.json", env!("CARGO_MANIFEST_DIR"));
    let own = List::of(&std::fs::read_to_string(own).expect("the list"));
    let former = own.text();
    offprint(["import", &page, "--into"]).arg(own.path()).assert().success();
    assert_eq!(own.text(), former, "the project's own list has all of it");
}

//! `offprint fmt`, as it is called.

mod support;

use std::fs;

use support::offprint;

#[test]
fn the_projects_own_list_stays_as_it_is() {
    let list = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/publications.json");
    offprint(["fmt", "--check", list]).assert().success();
    offprint(["fmt", "-"])
        .pipe_stdin(list)
        .expect("the list")
        .assert()
        .success()
        .stdout(fs::read_to_string(list).expect("the list"));
}

#[test]
fn check_reports_a_file_and_fmt_formats_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("list.json");
    let path = file.to_str().expect("a name");
    fs::write(&file, r#"[{"title":"T","id":"a","x":1.0}]"#).expect("written");
    let told = offprint(["fmt", "--check", path]).assert().code(1);
    assert!(String::from_utf8_lossy(&told.get_output().stderr).contains("is not in its canonical form"));
    offprint(["fmt", path]).assert().success();
    let canonical = "[\n  {\n    \"id\": \"a\",\n    \"title\": \"T\",\n    \"x\": 1.0\n  }\n]\n";
    assert_eq!(fs::read_to_string(&file).expect("the list"), canonical);
    offprint(["fmt", "--check", path]).assert().success();
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 1, "nothing is left beside it");
}

#[test]
fn a_file_that_is_no_json_stays_untouched_and_others_are_seen_to() {
    let folder = tempfile::tempdir().expect("a folder");
    let [bad, good] = ["bad.json", "good.json"].map(|name| folder.path().join(name));
    fs::write(&bad, "[\n  {\"id\": }\n]").expect("written");
    fs::write(&good, "[]").expect("written");
    let told = offprint(["fmt"]).args([&bad, &good]).assert().code(2);
    let message = String::from_utf8_lossy(&told.get_output().stderr).into_owned();
    assert!(message.contains("bad.json: line 2, column 10: expected value"), "{message}");
    assert_eq!(fs::read_to_string(&bad).expect("the list"), "[\n  {\"id\": }\n]");
    assert_eq!(fs::read_to_string(&good).expect("the list"), "[]\n");
}

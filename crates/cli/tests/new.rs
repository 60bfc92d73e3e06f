//! `offprint new`, as it is called.

mod support;

use support::{List, data, offprint};

const ENTRY: &str = r#"{
  "id": "madhavapeddy2014unikernels",
  "type": "article-journal",
  "title": "Unikernels: Rise of the Virtual Library Operating System",
  "author": [
    { "given": "Anil", "family": "Madhavapeddy" }
  ],
  "container-title": "Communications of the ACM",
  "publisher": "ACM",
  "issued": { "date-parts": [[2014, 1]] },
  "DOI": "10.1145/2541883.2541895"
}
"#;

#[test]
fn what_a_doi_gives_becomes_an_entry() {
    offprint(["new"]).pipe_stdin(data("crossref.json")).expect("the file").assert().success().stdout(ENTRY);
}

#[test]
fn an_entry_is_added_once_and_then_known() {
    let list = List::none();
    for result in ["added: madhavapeddy2014unikernels\n", "already there: madhavapeddy2014unikernels\n"] {
        let told = offprint(["new", "--into"])
            .arg(list.path())
            .pipe_stdin(data("crossref.json"))
            .expect("it")
            .assert()
            .success();
        assert_eq!(String::from_utf8_lossy(&told.get_output().stderr), result);
    }
    let bibtex = "@article{rise, title = {Unikernels}, doi = {10.1145/2541883.2541895}, volume = 57}";
    let told = offprint(["new", "--into"]).arg(list.path()).write_stdin(bibtex).assert().success();
    let told = String::from_utf8_lossy(&told.get_output().stderr).into_owned();
    assert!(told.ends_with("already there: madhavapeddy2014unikernels; filled in: volume\n"), "{told}");
    assert_eq!(list.entries().len(), 1);
    assert_eq!(list.entries()[0]["volume"], "57");
}

#[test]
fn what_is_no_entry_is_said_to_be_none() {
    offprint(["new"]).write_stdin("<!DOCTYPE html><h1>DOI not found</h1>").assert().code(2);
    offprint(["new"]).write_stdin("").assert().code(2);
    offprint(["new"]).write_stdin("[]").assert().code(2);
}

#[test]
fn ris_is_read_too_and_the_help_says_so() {
    let told = offprint(["new"]).pipe_stdin(data("lab.ris")).expect("the file").assert().success();
    assert!(String::from_utf8_lossy(&told.get_output().stdout).contains("\"id\": \"jitsu\""));
    let help = offprint(["new", "--help"]).assert().success();
    assert!(String::from_utf8_lossy(&help.get_output().stdout).contains("BibTeX or RIS"));
}

//! Reading: what is good is kept, and every fault is named with its place.

use offprint_core::problem::Loss;
use offprint_core::read::{Reading, Unreadable, read};

fn fixture(name: &str) -> Vec<u8> {
    let path = format!("{}/../../tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn reading(name: &str) -> Reading {
    read(&fixture(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn ids(reading: &Reading) -> Vec<&str> {
    reading.publications.iter().map(|publication| &*publication.id).collect()
}

#[test]
fn the_bundled_list_has_no_problem() {
    let list = include_bytes!("../../../data/publications.json");
    let reading = read(list).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(reading.problems, []);
    assert_eq!(reading.publications.len(), 12);
    assert_eq!(reading.envelope.sections.len(), 2);
}

#[test]
fn every_list_keeps_its_good_entries() {
    for (name, kept, left_out) in [
        ("missing.json", 2, 13),
        ("wrong-types.json", 41, 6),
        ("duplicates.json", 8, 3),
        ("deep.json", 10, 2),
        ("years.json", 56, 0),
        ("unsafe.json", 31, 0),
        ("scripts.json", 29, 0),
        ("people.json", 7, 0),
        ("bare-array.json", 13, 0),
    ] {
        let reading = reading(name);
        let losses: Vec<_> =
            reading.problems.iter().filter(|problem| problem.loss == Loss::Entry).map(ToString::to_string).collect();
        assert_eq!((reading.publications.len(), losses.len()), (kept, left_out), "{name}: {losses:#?}");
    }
}

#[test]
fn a_cut_file_keeps_what_is_before_the_cut() {
    let reading = reading("truncated.json");
    assert_eq!(reading.publications.len(), 2);
    assert!(reading.is_cut_short());
}

#[test]
fn any_cut_of_a_file_keeps_the_whole_entries_before_it() {
    let list = include_str!("../../../data/publications.json");
    let ends: Vec<usize> = list.match_indices("\n    }").map(|(at, _)| at + 6).collect();
    for cut in (1..list.len() - 2).step_by(7).filter(|cut| list.is_char_boundary(*cut)) {
        let whole = ends.iter().filter(|end| **end <= cut).count();
        let kept = read(&list.as_bytes()[..cut]).map_or(0, |reading| reading.publications.len());
        assert_eq!(kept, whole, "cut at {cut}");
    }
}

#[test]
fn a_fault_is_named_with_entry_field_and_place() {
    let source = "[\n  {\"id\": \"a\", \"title\": \"A\"},\n  {\"id\": \"b\", \"title\": \"B\", \"author\": [{\"family\": 7}, {\"given\": \"X\", \"family\": \"Y\"}]}\n]";
    let reading = read(source.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(ids(&reading), ["a", "b"]);
    let said: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
    assert!(
        said[0].starts_with(
            "Entry 2 (“b”), field “author[0].family”, line 3, column 51: expected a text, found a number."
        ),
        "{said:#?}"
    );
    assert_eq!(reading.publications[1].authors.len(), 1);
}

#[test]
fn a_missing_comma_costs_one_entry() {
    let reading = read(br#"[{"id": "a" "title": "A"}, {"id": "b", "title": "B"}, {"id": "c", "title": "C", "author": [{"family": "D" "given": "E"}]}]"#)
        .unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(ids(&reading), ["b", "c"]);
    assert_eq!(reading.left_out(), 1);
}

#[test]
fn a_name_that_is_not_json_is_reported() {
    let reading = read(br#"[{"id": "a", "title": "A", "author": ["B" "C", {"family": "D"}]}]"#)
        .unwrap_or_else(|error| panic!("{error}"));
    let said: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
    assert!(matches!(&said[..], [one] if one.contains("field \u{201c}author[0]\u{201d}, line 1")), "{said:#?}");
    assert_eq!(reading.publications[0].authors.len(), 1);
}

#[test]
fn what_is_no_list_is_refused_with_a_reason() {
    assert_eq!(read(b"  \n").err(), Some(Unreadable::Empty));
    assert_eq!(read(b"\xef\xbb\xbf<!DOCTYPE html>").err(), Some(Unreadable::Html));
    assert_eq!(read(b"{\"foo\": 1}").err(), Some(Unreadable::OtherShape));
    assert_eq!(read(b"{\"publications\": 1}").err(), Some(Unreadable::OtherShape));
    assert_eq!(read(b"\n no").err(), Some(Unreadable::NotJson { line: 2, column: 2, found: Some('n') }));
    assert_eq!(read(b"{foo: 1}").err(), Some(Unreadable::NotJson { line: 1, column: 2, found: Some('f') }));
}

#[test]
fn a_byte_order_mark_and_stray_bytes_are_no_obstacle() {
    assert!(!reading("bom.json").publications.is_empty());
    let reading = read(b"[{\"id\": \"a\", \"title\": \"caf\xe9\"}]").unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(&*reading.publications[0].title, "caf\u{fffd}");
    assert_eq!(reading.problems.len(), 1);
}

#[test]
fn what_is_not_in_the_calendar_costs_no_more_than_itself() {
    for (parts, numbers) in [
        ("[2013, 13]", (2013, 0, 0)),
        ("[2013, 4, 32]", (2013, 4, 0)),
        ("[2013, -1, 5]", (2013, 0, 0)),
        ("[2013, 300]", (2013, 0, 0)),
    ] {
        let source = format!(r#"[{{"id": "a", "title": "A", "issued": {{"date-parts": [{parts}]}}}}]"#);
        let reading = read(source.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
        let issued = reading.publications[0].issued.clone().map(|date| date.numbers());
        assert_eq!((issued, reading.problems.len()), (Some(numbers), 1), "from {parts}");
    }
}

#[test]
fn dates_are_read_in_every_shape_that_tools_write() {
    let year = |issued: &str| {
        let source = format!(r#"[{{"id": "a", "title": "A", "issued": {issued}}}]"#);
        let reading = read(source.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
        (reading.publications[0].issued.clone().map(|date| date.numbers()), reading.problems.len())
    };
    for (issued, expected) in [
        (r#"{"date-parts": [[2013, 4]]}"#, Some((2013, 4, 0))),
        (r#"{"date-parts": [["2013", "04", "09"]]}"#, Some((2013, 4, 9))),
        (r#"{"date-parts": [["2013-04-05"]]}"#, Some((2013, 4, 5))),
        (r#"{"date-parts": [[2013]], "season": "Summer"}"#, Some((2013, 22, 0))),
        (r#"{"date-parts": [[2013]], "season": "2"}"#, Some((2013, 22, 0))),
        (r#"{"raw": "April 2013"}"#, Some((2013, 4, 0))),
        (r#"{"literal": "circa 1998"}"#, Some((1998, 0, 0))),
        (r#""2013-04""#, Some((2013, 4, 0))),
        (r#"{"date-parts": [[-500]]}"#, Some((-500, 0, 0))),
        (r#"{"date-parts": [[99999]]}"#, Some((99999, 0, 0))),
    ] {
        assert_eq!(year(issued), (expected, 0), "from {issued}");
    }
    for issued in [
        "2013",
        "[]",
        r#"{"date-parts": [[null]]}"#,
        r#"{"date-parts": [[""]]}"#,
        r#"{"date-parts": []}"#,
        r#"{"raw": "soon"}"#,
        "{}",
    ] {
        assert_eq!(year(issued), (None, 1), "from {issued}");
    }
}

#[test]
fn the_doi_and_the_url_are_links_unless_they_are_among_them() {
    let source = r#"[{"id": "a", "title": "A", "DOI": "10.1/x", "URL": "https://a.example/", "custom": {"links": [
        {"kind": "publisher", "url": "https://a.example/"}, {"kind": "gold", "url": "b.pdf"}, {"kind": "pdf", "url": "javascript:alert(1)"}]}}]"#;
    let reading = read(source.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    let links: Vec<_> =
        reading.publications[0].links.iter().map(|link| (link.kind.name(), link.href.as_str())).collect();
    assert_eq!(links, [("publisher", "https://a.example/"), ("website", "b.pdf"), ("doi", "https://doi.org/10.1/x")]);
    assert_eq!(reading.problems.len(), 2);
}

//! What the rules find in names and people, as it is drawn.

use crate::support::said;

#[test]
fn names_that_differ_by_an_accent() {
    let source = r##"[
{"id": "a", "title": "A", "issued": "2013", "author": [{"given": "Zoë", "family": "Grübl"}]},
{"id": "b", "title": "B", "issued": "2013", "author": [{"given": "Zoe", "family": "Gruebl"}]}
]"##;
    let drawn = r##"warning[name-spelling]: `Zoe Gruebl` may be `Zoë Grübl` in another spelling
 --> x.json:3:56
  |
3 | {"id": "b", "title": "B", "issued": "2013", "author": [{"given": "Zoe", "family": "Gruebl"}]}
  |                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ differs only in accents, case, hyphens or spaces
  |
 ::: x.json:2:56
  |
2 | {"id": "a", "title": "A", "issued": "2013", "author": [{"given": "Zoë", "family": "Grübl"}]},
  |                                                        ----------------------------------- `Zoë Grübl`, in 1 entry
  |
  = note: entry 2 (`b`), field `author[0]`
  = help: If they are one, add { "name": "Zoë Grübl", "aliases": ["Zoe Gruebl"] } to `people`.

x.json: 2 entries; 1 warning
"##;
    assert_eq!(said(source), (0, drawn.to_owned()));
}

#[test]
fn an_initial_for_a_name() {
    let source = r##"[
{"id": "a", "title": "A", "issued": "2013", "author": [{"given": "David", "family": "Scott"}]},
{"id": "b", "title": "B", "issued": "2013", "author": [{"given": "D.", "family": "Scott"}]}
]"##;
    let drawn = r##"warning[name-spelling]: `D. Scott` may be `David Scott` in another spelling
 --> x.json:3:56
  |
3 | {"id": "b", "title": "B", "issued": "2013", "author": [{"given": "D.", "family": "Scott"}]}
  |                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ gives less of the same name
  |
 ::: x.json:2:56
  |
2 | {"id": "a", "title": "A", "issued": "2013", "author": [{"given": "David", "family": "Scott"}]},
  |                                                        ------------------------------------- `David Scott`, in 1 entry
  |
  = note: entry 2 (`b`), field `author[0]`
  = help: If they are one, add { "name": "David Scott", "aliases": ["D. Scott"] } to `people`.

x.json: 2 entries; 1 warning
"##;
    assert_eq!(said(source), (0, drawn.to_owned()));
}

#[test]
fn names_in_the_wrong_order() {
    let source = r##"[
{"id": "a", "title": "A", "issued": "2013", "author": [{"given": "David", "family": "Scott"}]},
{"id": "b", "title": "B", "issued": "2013", "author": [{"given": "Scott", "family": "David"}]}
]"##;
    let drawn = r##"warning[name-spelling]: `Scott David` may be `David Scott` in another spelling
 --> x.json:3:56
  |
3 | {"id": "b", "title": "B", "issued": "2013", "author": [{"given": "Scott", "family": "David"}]}
  |                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the same words in another order
  |
 ::: x.json:2:56
  |
2 | {"id": "a", "title": "A", "issued": "2013", "author": [{"given": "David", "family": "Scott"}]},
  |                                                        ------------------------------------- `David Scott`, in 1 entry
  |
  = note: entry 2 (`b`), field `author[0]`
  = help: If they are one, add { "name": "David Scott", "aliases": ["Scott David"] } to `people`.

x.json: 2 entries; 1 warning
"##;
    assert_eq!(said(source), (0, drawn.to_owned()));
}

#[test]
fn a_slip_in_a_name() {
    let source = r##"[
{"id": "a", "title": "A", "issued": "2013", "author": [{"given": "Anil", "family": "Madhavapeddy"}]},
{"id": "b", "title": "B", "issued": "2013", "author": [{"given": "Anil", "family": "Madhavapedy"}]}
]"##;
    let drawn = r##"warning[name-spelling]: `Anil Madhavapedy` may be `Anil Madhavapeddy` in another spelling
 --> x.json:3:56
  |
3 | {"id": "b", "title": "B", "issued": "2013", "author": [{"given": "Anil", "family": "Madhavapedy"}]}
  |                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ one letter apart
  |
 ::: x.json:2:56
  |
2 | …tle": "A", "issued": "2013", "author": [{"given": "Anil", "family": "Madhavapeddy"}]},
  |                                          ------------------------------------------- `Anil Madhavapeddy`, in 1 entry
  |
  = note: entry 2 (`b`), field `author[0]`
  = help: If they are one, add { "name": "Anil Madhavapeddy", "aliases": ["Anil Madhavapedy"] } to `people`.

x.json: 2 entries; 1 warning
"##;
    assert_eq!(said(source), (0, drawn.to_owned()));
}

#[test]
fn a_name_that_two_people_claim() {
    let source = r##"{"people": [{"name": "A. Byron"},
{"name": "Ada Byron", "aliases": ["A. Byron"]}], "publications": []}"##;
    let drawn = r##"warning[name-taken]: person 1 has this name too
 --> x.json:2:35
  |
2 | {"name": "Ada Byron", "aliases": ["A. Byron"]}], "publications": []}
  |                                   ^^^^^^^^^^ again
  |
 ::: x.json:1:22
  |
1 | {"people": [{"name": "A. Byron"},
  |                      ---------- person 1
  |
  = note: field `people[1].aliases[0]`
  = help: Give each spelling to one person; join the two if they are the same.

x.json: 0 entries; 1 warning
"##;
    assert_eq!(said(source), (0, drawn.to_owned()));
}

#[test]
fn an_orcid_that_is_mistyped() {
    let source = r##"{"people": [{"name": "Ada Byron", "orcid": "0000-0002-1825-0098"}], "publications": []}"##;
    let drawn = r##"warning[orcid]: no one can have this ORCID: its last digit does not fit
 --> x.json:1:44
  |
1 | {"people": [{"name": "Ada Byron", "orcid": "0000-0002-1825-0098"}], "publications": []}
  |                                            ^^^^^^^^^^^^^^^^^^^^^ mistyped
  |
  = note: field `people[0].orcid`
  = help: Copy it again from https://orcid.org.

x.json: 0 entries; 1 warning
"##;
    assert_eq!(said(source), (0, drawn.to_owned()));
}

#[test]
fn names_that_are_in_order_are_not_reported() {
    let paper = |id: &str, authors: &str| {
        format!("{{\"id\": \"{id}\", \"title\": \"{id}\", \"issued\": \"2013\", \"author\": [{authors}]}}")
    };
    let name = |given: &str, family: &str| format!("{{\"given\": \"{given}\", \"family\": \"{family}\"}}");
    let people = r#"[{"name": "David Scott", "aliases": ["Dave Scott", "D. Scott"]}, {"name": "Dana Scott"}]"#;
    for names in [
        // Joined by `people`, and told apart by it.
        [name("David", "Scott"), name("D.", "Scott")],
        [name("Dana", "Scott"), name("D.", "Scott")],
        // Other people: a short name, another ending, another suffix.
        [name("Wei", "Zhang"), name("Wei", "Zheng")],
        [name("Martin", "Olsen"), name("Martina", "Olsen")],
        [name("Christian", "Olsen"), name("Christina", "Olsen")],
        // Chinese names, which are often alike, and a name with a hyphen, which is one.
        [name("Yu", "Yang"), name("Yang", "Yu")],
        [name("Xudong", "Liu"), name("Xutong", "Liu")],
        [name("Hao", "Fang"), name("Hao-Shu", "Fang")],
        // One name, whose accent is encoded in two ways.
        [name("Ren\u{e9}", "Olsen"), name("Rene\u{301}", "Olsen")],
    ] {
        let list = format!("[{}, {}]", paper("a", &names[0]), paper("b", &names[1]));
        let source = format!("{{\"people\": {people}, \"publications\": {list}}}");
        assert_eq!(said(&source), (0, "x.json: 2 entries; no problems\n".to_owned()), "{names:?}");
    }
    // Two who write together are two.
    let together = format!("[{}]", paper("a", &[name("John", "Smith"), name("J.", "Smith")].join(", ")));
    assert_eq!(said(&together).1, "x.json: 1 entry; no problems\n");
    // J. may be either.
    let papers =
        [paper("a", &name("John", "Smith")), paper("b", &name("Jane", "Smith")), paper("c", &name("J.", "Smith"))];
    assert_eq!(said(&format!("[{}]", papers.join(","))).1, "x.json: 3 entries; no problems\n");
}

#[test]
fn short_names_that_differ_by_little_are_reported_where_somebody_writes_with_both() {
    let paper = |id: &str, given: &str| {
        let authors = format!(r#"[{{"given": "{given}", "family": "Liu"}}, {{"given": "Ada", "family": "Byron"}}]"#);
        format!(r#"{{"id": "{id}", "title": "{id}", "issued": "2013", "author": {authors}}}"#)
    };
    let (code, text) = said(&format!("[{}, {}]", paper("a", "Xudong"), paper("b", "Xutong")));
    assert_eq!(code, 0);
    assert!(
        text.starts_with("warning[name-spelling]: `Xutong Liu` may be `Xudong Liu` in another spelling\n"),
        "{text}"
    );
}

#[test]
fn a_name_that_looks_like_several_people_is_reported() {
    let paper =
        |name: &str| format!(r#"[{{"id": "a", "title": "T", "type": "book", "issued": "2013", "author": [{name}]}}]"#);
    for name in [
        r#"{"family": "Montoya", "given": "Pedro J.; Maria"}"#,
        r#"{"literal": "Ada One; Bea Two"}"#,
        r#"{"family": "Two", "given": "Ada One and Bea"}"#,
        r#"{"family": "One & Two", "given": "Ada"}"#,
    ] {
        let (_, text) = said(&paper(name));
        assert!(text.starts_with("warning[several-people]: this name looks like several people\n"), "{name}: {text}");
    }
    for name in [
        r#"{"literal": "Barnes & Noble"}"#,
        r#"{"literal": "Physics and Astronomy"}"#,
        r#"{"family": "Ferdinand", "given": "A."}"#,
    ] {
        assert_eq!(said(&paper(name)).1, "x.json: 1 entry; no problems\n", "{name}");
    }
}

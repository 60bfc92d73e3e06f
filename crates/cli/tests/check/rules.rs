//! What the rules find in members and words, as it is drawn.

use crate::support::said;

#[test]
fn a_misspelt_member() {
    let source = r##"[
{"id": "a", "title": "A", "autor": [{"given": "Ada", "family": "Byron"}], "issued": "2013"}
]"##;
    let drawn = r##"warning[missing-author]: this entry has no author
 --> x.json:2:8
  |
2 | {"id": "a", "title": "A", "autor": [{"given": "Ada", "family": "Byron"}], "issued": "2013"}
  |        ^^^ no `author`
  |
  = note: entry 1 (`a`), field `author`
  = help: Add "author": [{"given": "Ada", "family": "Lovelace"}].

warning[unknown-member]: `autor` has no meaning here
 --> x.json:2:28
  |
2 | {"id": "a", "title": "A", "autor": [{"given": "Ada", "family": "Byron"}], "issued": "2013"}
  |                            ^^^^^ did you mean `author`?
  |
  = note: entry 1 (`a`), field `autor`
  = help: Rename it to `author`.

x.json: 1 entry; 2 warnings
"##;
    assert_eq!(said(source), (0, drawn.to_owned()));
}

#[test]
fn a_member_of_the_envelope() {
    let source = r##"{"publicatons": [], "publications": [
{"id": "a", "title": "A", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013"}
],
"sections": [{"name": "papers"}]}"##;
    let drawn = r##"warning[unknown-member]: `publicatons` has no meaning here
 --> x.json:1:3
  |
1 | {"publicatons": [], "publications": [
  |   ^^^^^^^^^^^ not known
  |
  = note: field `publicatons`
  = help: Remove it, or use one of $schema, title, introduction, sections, people, group, publications, abstracts.

error[missing]: `sections[0].id` is missing or empty
 --> x.json:4:14
  |
4 | "sections": [{"name": "papers"}]}
  |              ^^^^^^^^^^^^^^^^^^ needed here
  |
  = note: field `sections[0].id`; this value is left out, the rest stays
  = help: Fill it, or remove it.

warning[unknown-member]: `sections[0].name` has no meaning here
 --> x.json:4:16
  |
4 | "sections": [{"name": "papers"}]}
  |                ^^^^ not known
  |
  = note: field `sections[0].name`
  = help: Remove it, or use one of id, title.

x.json: 1 entry; 1 error, 2 warnings
"##;
    assert_eq!(said(source), (1, drawn.to_owned()));
}

#[test]
fn a_member_given_twice() {
    let source = r##"[
{"id": "a", "title": "A", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013", "title": "B"}
]"##;
    let drawn = r##"error[repeated-member]: `title` is given twice
 --> x.json:2:95
  |
2 | …"family": "Byron"}], "issued": "2013", "title": "B"}
  |                                          ^^^^^ this one counts
  |
  = note: entry 1 (`a`), field `title`; `offprint fmt` and `offprint import --into` refuse the file
  = help: Remove one of the two.

x.json: 1 entry; 1 error
"##;
    assert_eq!(said(source), (1, drawn.to_owned()));
}

#[test]
fn a_type_of_bibtex() {
    let source = r##"[
{"id": "a", "title": "A", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013", "type": "inproceedings"}
]"##;
    let drawn = r##"warning[unknown-type]: `inproceedings` is no type of CSL
 --> x.json:2:102
  |
2 | …": "Byron"}], "issued": "2013", "type": "inproceedings"}
  |                                          ^^^^^^^^^^^^^^^ did you mean `paper-conference`?
  |
  = note: entry 1 (`a`), field `type`
  = help: Write `paper-conference`.

x.json: 1 entry; 1 warning
"##;
    assert_eq!(said(source), (0, drawn.to_owned()));
}

#[test]
fn a_language_that_is_no_tag() {
    let source = r##"[
{"id": "a", "title": "A", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013", "language": "English"}
]"##;
    let drawn = r##"warning[language]: `English` is no language tag
 --> x.json:2:106
  |
2 | …Byron"}], "issued": "2013", "language": "English"}
  |                                          ^^^^^^^^^ passed over
  |
  = note: entry 1 (`a`), field `language`
  = help: Write a BCP 47 tag such as `en`, `de` or `zh-Hant`.

x.json: 1 entry; 1 warning
"##;
    assert_eq!(said(source), (0, drawn.to_owned()));
}

#[test]
fn an_entry_without_a_year_or_an_author() {
    let source = r##"[
{"id": "a", "title": "A"}
]"##;
    let drawn = r##"warning[missing-year]: this entry has no year
 --> x.json:2:8
  |
2 | {"id": "a", "title": "A"}
  |        ^^^ no `issued`
  |
  = note: entry 1 (`a`), field `issued`
  = help: Add "issued": {"date-parts": [[2013, 4]]}, or a `status` such as "forthcoming".

warning[missing-author]: this entry has no author
 --> x.json:2:8
  |
2 | {"id": "a", "title": "A"}
  |        ^^^ no `author`
  |
  = note: entry 1 (`a`), field `author`
  = help: Add "author": [{"given": "Ada", "family": "Lovelace"}].

x.json: 1 entry; 2 warnings
"##;
    assert_eq!(said(source), (0, drawn.to_owned()));
}

#[test]
fn a_section_that_is_not_there() {
    let source = r##"{"sections": [{"id": "papers"}], "publications": [
{"id": "a", "title": "A", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013", "custom": {"section": "paper"}}
]}"##;
    let drawn = r##"warning[unknown-section]: `sections` has no section `paper`
 --> x.json:2:116
  |
2 | …"issued": "2013", "custom": {"section": "paper"}}
  |                                          ^^^^^^^ did you mean `papers`?
  |
  = note: entry 1 (`a`), field `custom.section`
  = help: Write `papers`.

x.json: 1 entry; 1 warning
"##;
    assert_eq!(said(source), (0, drawn.to_owned()));
}

//! What the rules find in links and in entries given twice, as it is drawn.

use crate::support::said;

#[test]
fn a_title_twice() {
    let source = r##"[
{"id": "a", "title": "The Title", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013"},
{"id": "b", "title": "The <i>title</i>", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013"}
]"##;
    let drawn = r##"warning[same-title]: entry 1 (`a`, line 2) has the same title and year
 --> x.json:3:22
  |
3 | {"id": "b", "title": "The <i>title</i>", "author": [{"given": "Ada", "family": "Byron"}], "issued": …
  |                      ^^^^^^^^^^^^^^^^^^ again
  |
 ::: x.json:2:22
  |
2 | {"id": "a", "title": "The Title", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013"}…
  |                      ----------- entry 1
  |
  = note: entry 2 (`b`), field `title`
  = help: Keep one of the two: add the links of the other and, to `custom.aliases`, its id.

x.json: 2 entries; 1 warning
"##;
    assert_eq!(said(source), (0, drawn.to_owned()));
}

#[test]
fn a_link_to_no_entry() {
    let source = r##"[
{"id": "hotcloud", "title": "HOTCLOUD", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013", "abstract": "See <a href=\"#hotcluod\">this</a>."}
]"##;
    let drawn = r##"error[broken-reference]: no entry has the id or alias `hotcluod`
 --> x.json:2:135
  |
2 | …ed": "2013", "abstract": "See <a href=\"#hotcluod\">this</a>."}
  |                                          ^^^^^^^^^ did you mean `#hotcloud`?
  |
  = note: entry 1 (`hotcloud`), field `abstract`
  = help: Write `#hotcloud`.

x.json: 1 entry; 1 error
"##;
    assert_eq!(said(source), (1, drawn.to_owned()));
}

#[test]
fn a_doi_that_is_none() {
    let source = r##"[
{"id": "a", "title": "A", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013", "DOI": "10.1145"}
]"##;
    let drawn = r##"warning[odd-doi]: `10.1145` does not look like a DOI
 --> x.json:2:101
  |
2 | …y": "Byron"}], "issued": "2013", "DOI": "10.1145"}
  |                                          ^^^^^^^^^ no DOI
  |
  = note: entry 1 (`a`), field `DOI`
  = help: A DOI is `10.`, four to nine digits, a slash and a name: 10.1145/2541883.

x.json: 1 entry; 1 warning
"##;
    assert_eq!(said(source), (0, drawn.to_owned()));
}

#[test]
fn a_doi_twice() {
    let source = r##"[
{"id": "a", "title": "A", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013", "DOI": "10.1145/1"},
{"id": "b", "title": "B", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013", "DOI": "https://doi.org/10.1145/1"}
]"##;
    let drawn = r##"warning[same-doi]: entry 1 has this DOI already
 --> x.json:3:101
  |
3 | …y": "Byron"}], "issued": "2013", "DOI": "https://doi.org/10.1145/1"}
  |                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ again
  |
 ::: x.json:2:101
  |
2 | …y": "Byron"}], "issued": "2013", "DOI": "10.1145/1"},
  |                                          ----------- entry 1
  |
  = note: entry 2 (`b`), field `DOI`
  = help: Correct the DOI, or keep one of the two entries.

x.json: 2 entries; 1 warning
"##;
    assert_eq!(said(source), (0, drawn.to_owned()));
}

#[test]
fn a_former_url_of_a_doi() {
    let source = r##"[
{"id": "a", "title": "A", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013", "URL": "http://dx.doi.org/10.1145/1"}
]"##;
    let drawn = r##"warning[former-doi-address]: this is a former URL of a DOI
 --> x.json:2:101
  |
2 | …y": "Byron"}], "issued": "2013", "URL": "http://dx.doi.org/10.1145/1"}
  |                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ redirects
  |
  = note: entry 1 (`a`), field `URL`
  = help: Write https://doi.org/10.1145/1.

x.json: 1 entry; 1 warning
"##;
    assert_eq!(said(source), (0, drawn.to_owned()));
}

#[test]
fn a_file_of_abstracts_that_is_missing() {
    let source = r##"{"abstracts": "abstracts.json", "publications": []}"##;
    let drawn = r##"error[abstracts-file]: `abstracts.json` cannot be read: No such file or directory (os error 2)
 --> x.json:1:15
  |
1 | {"abstracts": "abstracts.json", "publications": []}
  |               ^^^^^^^^^^^^^^^^ no abstracts
  |
  = note: field `abstracts`
  = help: Put the file beside this one, or correct its name.

x.json: 0 entries; 1 error
"##;
    assert_eq!(said(source), (1, drawn.to_owned()));
}

//! What reading finds, as it is drawn.

use crate::support::said;

#[test]
fn an_id_used_twice() {
    let source = r##"[
{"id": "a", "title": "A", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013"},
{"id": "a", "title": "B", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013"}
]"##;
    let drawn = r##"error[duplicate-id]: entry 1 has this id already
 --> x.json:3:8
  |
3 | {"id": "a", "title": "B", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013"}
  |        ^^^ used again
  |
 ::: x.json:2:8
  |
2 | {"id": "a", "title": "A", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013"},
  |        --- entry 1 has it
  |
  = note: entry 2 (`a`), field `id`; the entry is left out
  = help: Give this entry an id of its own.

x.json: 1 entry read, 1 left out; 1 error
"##;
    assert_eq!(said(source), (1, drawn.to_owned()));
}

#[test]
fn an_alias_that_is_taken() {
    let source = r##"[
{"id": "a", "title": "A", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013"},
{"id": "b", "title": "B", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013", "custom": {"aliases": ["old", "a"]}}
]"##;
    let drawn = r##"error[alias-taken]: this alias is the id or an alias of entry 1 already
 --> x.json:3:124
  |
3 | …: "2013", "custom": {"aliases": ["old", "a"]}}
  |                                          ^^^ taken already
  |
 ::: x.json:2:8
  |
2 | {"id": "a", "title": "A", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013"},
  |        --- entry 1 has it
  |
  = note: entry 2 (`b`), field `custom.aliases[1]`; this value is left out, the rest stays
  = help: Remove the alias from one of the two entries.

x.json: 2 entries; 1 error
"##;
    assert_eq!(said(source), (1, drawn.to_owned()));
}

#[test]
fn a_missing_title() {
    let source = r##"[
{"id": "a", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013"}
]"##;
    let drawn = r##"error[missing]: `title` is missing or empty
 --> x.json:2:1
  |
2 | {"id": "a", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013"}
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ needed here
  |
  = note: entry 1 (`a`), field `title`; the entry is left out
  = help: Give every entry an id and a title.

x.json: 0 entries read, 1 left out; 1 error
"##;
    assert_eq!(said(source), (1, drawn.to_owned()));
}

#[test]
fn a_value_of_another_type() {
    let source = r##"[
{"id": "a", "title": "A", "issued": "2013", "author": [{"family": 7}, {"family": "Byron"}]}
]"##;
    let drawn = r##"error[wrong-type]: `author[0].family`: expected a text, found a number
 --> x.json:2:67
  |
2 | {"id": "a", "title": "A", "issued": "2013", "author": [{"family": 7}, {"family": "Byron"}]}
  |                                                                   ^ this is a number
  |
  = note: entry 1 (`a`), field `author[0].family`; this value is left out, the rest stays
  = help: Write the value as CSL-JSON describes it, or remove the field.

x.json: 1 entry; 1 error
"##;
    assert_eq!(said(source), (1, drawn.to_owned()));
}

#[test]
fn no_json() {
    let source = r##"[
{"id": "a" "title": "A"}
]"##;
    let drawn = r##"error[syntax]: this is not JSON
 --> x.json:2:8
  |
2 | {"id": "a" "title": "A"}
  |        ^ not expected here
  |
  = note: entry 1, field `id`; the entry is left out
  = help: Look for a missing comma, quote or bracket at this place.

x.json: 0 entries read, 1 left out; 1 error
"##;
    assert_eq!(said(source), (1, drawn.to_owned()));
}

#[test]
fn a_file_that_is_cut_short() {
    let source = r##"[
{"id": "a", "title": "A", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013"},
{"id": "b", "title": "A file that"##;
    let drawn = r##"error[cut-short]: the file ends here, before the list is complete
 --> x.json:3:34
  |
3 | {"id": "b", "title": "A file that
  |                                  ^ the file ends
  |
  = note: entry 2; everything from here on is left out
  = help: Copy or export the file again; it may have been cut off on its way.

x.json: 1 entry; 1 error
"##;
    assert_eq!(said(source), (1, drawn.to_owned()));
}

#[test]
fn a_date_without_a_year() {
    let source = r##"[
{"id": "a", "title": "A", "author": ["Ada Byron"], "issued": "soon"}
]"##;
    let drawn = r##"error[no-year]: no year can be read from this date
 --> x.json:2:62
  |
2 | {"id": "a", "title": "A", "author": ["Ada Byron"], "issued": "soon"}
  |                                                              ^^^^^^ no year in it
  |
  = note: entry 1 (`a`), field `issued`; this value is left out, the rest stays
  = help: Write the date as {"date-parts": [[2013, 4]]} or "2013-04".

x.json: 1 entry; 1 error
"##;
    assert_eq!(said(source), (1, drawn.to_owned()));
}

#[test]
fn a_day_that_is_not_in_the_calendar() {
    let source = r##"[
{"id": "a", "title": "A", "author": ["Ada Byron"], "issued": {"date-parts": [[2013, 40]]}}
]"##;
    let drawn = r##"error[not-in-calendar]: the month or day is not in the calendar
 --> x.json:2:62
  |
2 | {"id": "a", "title": "A", "author": ["Ada Byron"], "issued": {"date-parts": [[2013, 40]]}}
  |                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no such day
  |
  = note: entry 1 (`a`), field `issued`; this value is left out, the rest stays
  = help: Write months from 1 to 12 and days from 1 to 31.

x.json: 1 entry; 1 error
"##;
    assert_eq!(said(source), (1, drawn.to_owned()));
}

#[test]
fn an_unknown_kind_of_link() {
    let source = r##"[
{"id": "a", "title": "A", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013", "custom": {"links": [{"kind": "film", "url": "https://a.example"}]}}
]"##;
    let drawn = r##"error[unknown-word]: “film” is not known here
 --> x.json:2:124
  |
2 | …: "2013", "custom": {"links": [{"kind": "film", "url": "https://a.example"}]}}
  |                                          ^^^^^^ not known
  |
  = note: entry 1 (`a`), field `custom.links[0].kind`; this value is left out, the rest stays
  = help: Use one of the words that publications.schema.json lists.

x.json: 1 entry; 1 error
"##;
    assert_eq!(said(source), (1, drawn.to_owned()));
}

#[test]
fn an_unsafe_url() {
    let source = r##"[
{"id": "a", "title": "A", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013", "URL": "javascript:alert(1)"}
]"##;
    let drawn = r##"error[unsafe-link]: URLs that begin with `javascript:` are not followed; use http, https, mailto, #anchor or a relative URL
 --> x.json:2:101
  |
2 | …y": "Byron"}], "issued": "2013", "URL": "javascript:alert(1)"}
  |                                          ^^^^^^^^^^^^^^^^^^^^^ not followed
  |
  = note: entry 1 (`a`), field `URL`; this value is left out, the rest stays
  = help: Use a URL that starts with https:, http:, mailto: or #, or a relative one.

x.json: 1 entry; 1 error
"##;
    assert_eq!(said(source), (1, drawn.to_owned()));
}

#[test]
fn an_unsafe_link_deep_in_an_abstract() {
    let source = r##"[
{"id": "a", "title": "A", "author": [{"given": "Ada", "family": "Byron"}], "issued": "2013", "abstract": "We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. We do. <a href=\"javascript:alert(1)\">here</a> And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more. And more."}
]"##;
    let drawn = r##"error[unsafe-link]: the link to `javascript:alert(1)` was left out: URLs that begin with `javascript:` are not followed; use http, https, mailto, #anchor or a relative URL
 --> x.json:2:537
  |
2 | …. We do. We do. We do. We do. <a href=\"javascript:alert(1)\">here</a> And more. And more. And more…
  |                                          ^^^^^^^^^^^^^^^^^^^ not followed
  |
  = note: entry 1 (`a`), field `abstract`; the words stay, without the link
  = help: Use a URL that starts with https:, http:, mailto: or #, or a relative one.

x.json: 1 entry; 1 error
"##;
    assert_eq!(said(source), (1, drawn.to_owned()));
}

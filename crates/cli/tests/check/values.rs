//! What the rules find in dates, ids and URLs.

use crate::support::{entry_with, found, said};

#[test]
fn a_day_that_its_month_does_not_have() {
    let source = r##"[
{"id": "a", "title": "A", "author": ["Ada Byron"], "issued": {"date-parts": [[2020, 2, 30]]}}
]"##;
    let drawn = r##"warning[impossible-date]: the calendar has no 2020-02-30
 --> x.json:2:62
  |
2 | {"id": "a", "title": "A", "author": ["Ada Byron"], "issued": {"date-parts": [[2020, 2, 30]]}}
  |                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no such day
  |
  = note: entry 1 (`a`), field `issued`
  = help: Correct the day, or leave it out.

x.json: 1 entry; 1 warning
"##;
    assert_eq!(said(source), (0, drawn.to_owned()));
}

#[test]
fn dates_that_cannot_be() {
    for (date, code) in [
        (r#"{"date-parts": [[2020, 2, 29]]}"#, None),
        (r#"{"date-parts": [[2010, 4, 13], [2010, 4, 16]]}"#, None),
        (r#"{"date-parts": [[2010]], "season": 2}"#, None),
        (r#""2004-06/2004""#, None),
        (r#""2010/..""#, None),
        (r#""-0500""#, None),
        (r#""circa 1998""#, None),
        (r#""2021-02-29""#, Some("impossible-date")),
        (r#"{"date-parts": [[2010, 4, 13], [2010, 4, 31]]}"#, Some("impossible-date")),
        (r#"{"date-parts": [[2010, 4, 13], [2010, 14]]}"#, Some("impossible-date")),
        (r#"{"date-parts": [[20139]]}"#, Some("far-year")),
        (r#"{"date-parts": [["2010"], [2913]]}"#, Some("far-year")),
        (r#""2931-04""#, Some("far-year")),
        (r#""circa 2931""#, Some("far-year")),
        (r#""2006-08/2004-06""#, Some("backwards-range")),
        (r#"{"date-parts": [[2010, 4, 16], [2010, 4, 13]]}"#, Some("backwards-range")),
    ] {
        let expected: Vec<String> = code.map(|code| format!("warning {code} 1:63")).into_iter().collect();
        assert_eq!(found(&entry_with(&format!("\"issued\": {date}"))), expected, "from {date}");
    }
    let other = entry_with(r#""issued": "2013", "event-date": "2013-06-31""#);
    assert_eq!(found(&other), ["warning impossible-date 1:85"]);
}

#[test]
fn ids_that_the_page_cannot_use() {
    let with =
        |id: &str| found(&format!(r#"[{{"id": "{id}", "title": "A", "author": ["Ada Byron"], "issued": "2013"}}]"#));
    assert_eq!(with("offprint-results"), ["error own-id 1:9"]);
    assert_eq!(with("offprint"), [""; 0]);
    assert_eq!(with(&"a".repeat(80)), [""; 0]);
    assert_eq!(with(&"a".repeat(81)), ["warning long-id 1:9"]);
    assert_eq!(with(&"é".repeat(13)), [""; 0]);
    assert_eq!(with(&"é".repeat(14)), ["warning long-id 1:9"]);
    let alias = entry_with(r#""issued": "2013", "custom": {"aliases": ["old", "offprint-list"]}"#);
    assert_eq!(found(&alias), ["error own-id 1:101"]);
}

#[test]
fn urls_with_spaces() {
    let links = entry_with(
        r#""issued": "2013", "URL": " https://a.example/ ", "custom": {"venue-url": "https://a.example/b c",
"links": [{"kind": "pdf", "url": "a b.pdf"}, {"kind": "pdf", "url": "https://a.example/%20x"}]}"#,
    );
    assert_eq!(found(&links), ["warning space-in-address 1:126", "warning space-in-address 2:34"]);
    let people = r#"{"people": [{"name": "Ada", "url": "https://a.example/ada byron"}], "publications": []}"#;
    assert_eq!(found(people), ["warning space-in-address 1:36"]);
}

#[test]
fn what_labs_say_of_an_entry_has_its_shape() {
    let custom = |member: &str| said(&entry_with(&format!("\"issued\": \"2013\", \"custom\": {{{member}}}"))).1;
    for good in [
        r#""award": "Best paper""#,
        r#""award": ["Best paper", "Test of time"]"#,
        r#""selected": true"#,
        r#""others": false"#,
        r#""image": { "url": "images/a.png", "alt": "" }"#,
    ] {
        assert_eq!(custom(good), "x.json: 1 entry; no problems\n", "{good}");
    }
    for (wrong, field, message) in [
        (r#""award": { "name": "Best paper" }"#, "custom.award", "expected a text, found an object"),
        (r#""award": ["Best paper", 2]"#, "custom.award[1]", "expected a text, found a number"),
        (r#""selected": "yes""#, "custom.selected", "expected true or false, found a text"),
        (r#""others": "true""#, "custom.others", "expected true or false, found a text"),
        (r#""image": "a.png""#, "custom.image", "expected an object, found a text"),
        (r#""image": { "url": "a.png" }"#, "custom.image.alt", "`custom.image.alt` is missing or empty"),
        (r#""image": { "alt": "A camel" }"#, "custom.image.url", "`custom.image.url` is missing or empty"),
        (r##""image": { "url": "#a", "alt": "A camel" }"##, "custom.image.url", "expected the URL of a picture"),
        (r#""image": { "url": "a.png", "alt": "A", "width": 3 }"#, "custom.image.width", "width"),
    ] {
        let said = custom(wrong);
        assert!(said.contains(&format!("field `{field}`")) && said.contains(message), "{wrong}: {said}");
    }
    let list = |group: &str| said(&format!(r#"{{ "group": {group}, "publications": [] }}"#)).1;
    assert!(list("\"author\"").contains("“author” is not known here"), "{}", list("\"author\""));
}

#[test]
fn a_formula_that_cannot_be_converted_is_reported() {
    let title = |title: &str| {
        said(&format!(
            r#"[{{"id": "a", "title": {}, "author": ["Ada Byron"], "issued": "2013"}}]"#,
            serde_json::json!(title)
        ))
        .1
    };
    assert!(title(r"On $O(n \log n)$ and $5").ends_with("no problems\n"), "{}", title(r"On $O(n \log n)$ and $5"));
    for formula in [r"$\frac{1}$", r"$x^{$", r"\(\nonsense\)"] {
        let said = title(&format!("On {formula}"));
        assert!(said.contains("warning[formula]: the formula") && said.contains(formula), "{formula}: {said}");
    }
}

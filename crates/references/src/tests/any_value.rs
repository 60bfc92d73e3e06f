//! No value of any member stops the formatter.

use std::rc::Rc;

use proptest::prelude::*;

use super::{check, publications};
use crate::Formatter;

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        r#"[ -~]{0,12}"#.prop_map(|text| text.replace(['"', '\\'], "")),
        r#"[0-9a-zA-Z–, &/.-]{0,12}"#,
        r#"(10\.[0-9]{4}/x|https://a\.example/[a-z]*|[0-9]{1,12}|[0-9]{1,3}-[0-9]{1,3}|[ivxlcIVXLC]{1,6}|-?[0-9]{1,20})"#,
        r#"\PC{0,6}"#.prop_map(|text| text.replace(['"', '\\'], "")),
    ]
}

fn value() -> impl Strategy<Value = String> {
    let number = "-?(0|[1-9][0-9]{0,19})(\\.5|e99)?";
    let date = prop::collection::vec(prop_oneof![number, words().prop_map(|word| format!("\"{word}\""))], 0..4)
        .prop_map(|parts| format!("[{}]", parts.join(",")));
    let dates = (prop::collection::vec(date, 0..3), words(), -1..30).prop_map(|(dates, words, season)| {
        format!("{{\"date-parts\": [{}], \"literal\": \"{words}\", \"season\": {season}}}", dates.join(","))
    });
    let name = (words(), words(), words(), words()).prop_map(|(given, family, particle, suffix)| {
        format!("{{\"given\": \"{given}\", \"family\": \"{family}\", \"dropping-particle\": \"{particle}\", \"non-dropping-particle\": \"{particle}\", \"suffix\": \"{suffix}\"}}")
    });
    let literal = words().prop_map(|name| format!("{{\"literal\": \"{name}\"}}"));
    let names = prop::collection::vec(prop_oneof![name, literal, words().prop_map(|name| format!("\"{name}\""))], 0..4)
        .prop_map(|names| format!("[{}]", names.join(",")));
    prop_oneof![number, words().prop_map(|word| format!("\"{word}\"")), dates, names, Just("true".to_owned())]
}

/// Members that styles ask for.
const MEMBERS: [&str; 30] = [
    "author",
    "editor",
    "translator",
    "container-author",
    "collection-editor",
    "director",
    "issued",
    "accessed",
    "event-date",
    "original-date",
    "submitted",
    "page",
    "volume",
    "issue",
    "number",
    "edition",
    "number-of-pages",
    "number-of-volumes",
    "collection-number",
    "chapter-number",
    "container-title",
    "event-title",
    "event-place",
    "publisher",
    "publisher-place",
    "genre",
    "version",
    "DOI",
    "URL",
    "language",
];

const TYPES: [&str; 12] = [
    "article-journal",
    "paper-conference",
    "book",
    "chapter",
    "thesis",
    "report",
    "webpage",
    "dataset",
    "software",
    "patent",
    "speech",
    "entry-encyclopedia",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_value_stops_the_formatter(
        members in prop::collection::vec((prop::sample::select(&MEMBERS[..]), value()), 0..6),
        kind in prop::sample::select(&TYPES[..]),
        title in words(),
    ) {
        let members: String = members.iter().map(|(member, value)| format!(", \"{member}\": {value}")).collect();
        let source = format!("[{{\"id\": \"a\", \"type\": \"{kind}\", \"title\": \"T {title}\"{members}}}]");
        let formatter = FORMATTER.with(Rc::clone);
        for publication in publications(&source) {
            check(&formatter, &publication);
        }
    }
}

thread_local! {
    static FORMATTER: Rc<Formatter> = Rc::new(Formatter::new());
}

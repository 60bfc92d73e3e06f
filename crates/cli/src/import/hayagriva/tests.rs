//! The story of a file of Hayagriva's.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::read;
use crate::import::item::Item;
use crate::import::report::Report;
use crate::import::source::Source;

fn import(text: &str) -> (Vec<Item>, Report) {
    let mut report = Report::default();
    let items = read(&Source::decode("a.yml".to_owned(), text.as_bytes()), &mut report);
    (items, report)
}

const GOOD: &str = r#"
# A comment
rise:
    type: Article
    title: { value: "Unikernels: {Rise}", short: Unikernels }
    author: ["Madhavapeddy, Anil", { name: Berg, prefix: van, given-name: Anna }, The MirageOS Team]
    date: 2014-01
    page-range: 61–69
    serial-number: { doi: 10.1145/2541883, arxiv: "1301.0001", tm: 5 }
    url: { value: "https://a.example/", date: 2020-09-17 }
    parent:
        - type: Periodical
          title: { value: Communications of the ACM, short: CACM }
          volume: 57
          issue: 1
bad: { title: [
good:
    type: Book
    title: Real World OCaml
    publisher: { name: O'Reilly, location: Sebastopol }
    date: soon
"#;

#[test]
fn entries_come_over_with_their_parents() {
    let (items, report) = import(GOOD);
    assert_eq!(
        Value::Object(items[0].members.clone()),
        json!({
            "type": "article-journal", "title": "Unikernels: Rise", "title-short": "Unikernels",
            "author": [
                { "given": "Anil", "family": "Madhavapeddy" },
                { "given": "Anna", "non-dropping-particle": "van", "family": "Berg" },
                { "literal": "The MirageOS Team" }
            ],
            "issued": { "date-parts": [[2014, 1]] }, "page": "61-69", "DOI": "10.1145/2541883",
            "custom": { "links": [{ "kind": "preprint", "url": "https://arxiv.org/abs/1301.0001" }] },
            "URL": "https://a.example/", "accessed": { "date-parts": [[2020, 9, 17]] },
            "container-title": "Communications of the ACM", "container-title-short": "CACM", "volume": "57", "issue": "1",
        })
    );
    assert_eq!(items.iter().filter_map(|item| item.key.as_deref()).collect::<Vec<_>>(), ["rise", "good"]);
    assert_eq!(items[1].text("publisher-place"), Some("Sebastopol"));
    let fields: Vec<_> = report.findings.iter().map(|finding| (finding.place.line, finding.field.as_str())).collect();
    assert_eq!(fields[0], (3, "serial-number.tm"));
    assert_eq!((report.counts.read, report.left_out()), (3, 1));
}

#[test]
fn other_readers_find_the_same_entries() {
    let text = GOOD.replace("bad: { title: [\n", "").replace("date: soon", "date: 2013").replace("tm: 5", "serial: 5");
    let theirs = ::hayagriva::io::from_yaml_str(&text).expect("hayagriva reads it");
    let (ours, _) = import(&text);
    assert_eq!(
        ours.iter().filter_map(|item| item.key.as_deref()).collect::<Vec<_>>(),
        theirs.keys().collect::<Vec<_>>()
    );
}

#[test]
fn an_article_is_in_a_periodical_unless_its_parent_says_otherwise() {
    let kind = |parent: &str| {
        import(&format!("a:\n  type: Article\n  title: T\n{parent}")).0[0].text("type").map(str::to_owned)
    };
    assert_eq!(kind("  parent:\n    title: Physical Review B\n").as_deref(), Some("article-journal"));
    assert_eq!(kind("  parent:\n    type: Proceedings\n    title: P\n").as_deref(), Some("paper-conference"));
    assert_eq!(kind("").as_deref(), Some("article"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn any_text_is_read_without_a_panic(text in "(a: |\ntitle: |\n  |- |[{}\\[\\]&*!|>'\"%@`]|\\PC){0,40}") {
        import(&text);
    }

    #[test]
    fn a_cut_keeps_every_entry_that_is_before_it(cut in GOOD.find("bad:").expect("it")..GOOD.len()) {
        prop_assume!(GOOD.is_char_boundary(cut));
        let (items, _) = import(&GOOD[..cut]);
        prop_assert_eq!(items[0].key.as_deref(), Some("rise"));
    }
}

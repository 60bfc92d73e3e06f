//! What holds of any `.bib` file.

use proptest::prelude::*;
use serde_json::json;

use super::read;
use super::tests::{GOOD, import, keys};
use crate::import::report::Report;
use crate::import::source::Source;

fn kinds() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "article",
        "inproceedings",
        "book",
        "inbook",
        "phdthesis",
        "techreport",
        "misc",
        "patent",
        "odd",
    ])
}

fn names() -> impl Strategy<Value = &'static str> {
    const NAMES: &str = "title subtitle shorttitle author editor translator journal journaltitle fjournal booktitle \
                         booksubtitle maintitle mainsubtitle journalsubtitle series volume number issue pages chapter \
                         edition publisher school institution organization address location howpublished note addendum \
                         abstract keywords doi url pdf eprint isbn issn type language annote month year date urldate \
                         eventtitle venue file ids zettel owner titleaddon pubstate day";
    prop::sample::select(NAMES.split(' ').collect::<Vec<_>>())
}

/// Returns a number that is in no other value.
fn digits(number: u16) -> String {
    (70_000 + u32::from(number)).to_string()
}

/// Returns a value of the form that the field has; those that must have a certain form are faulty ones, and must be
/// told.
fn value(name: &str, number: u16) -> String {
    let digits = digits(number);
    match name {
        "doi" => format!("10.1000/{digits}"),
        "url" | "pdf" => format!("https://a.example/{digits}"),
        "author" | "editor" | "translator" => format!("Given Family{digits}"),
        _ => format!("x{digits}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn any_text_is_read_without_a_panic(text in "([@{}\",=#\\\\$ \n%()]|[a-z]{1,4}|@article\\{|title = |\\PC){0,80}") {
        import(&text);
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let mut report = Report::default();
        read(&Source::decode("a.bib".to_owned(), &bytes), &mut report);
    }

    #[test]
    fn no_field_is_lost_without_a_word(kind in kinds(), fields in prop::collection::btree_map(names(), 1_u16..999, 1..12)) {
        let text: String = fields.iter().map(|(name, number)| format!(", {name} = {{{}}}", value(name, *number))).collect();
        let (items, report) = import(&format!("@{kind}{{k{text}}}"));
        let shown = items.first().map(|item| json!(item.members).to_string()).unwrap_or_default();
        for (name, number) in &fields {
            let is_told = report.findings.iter().any(|finding| finding.field == *name || finding.message.contains(name));
            let is_entry_lost = items.is_empty() && report.left_out() == 1;
            prop_assert!(is_entry_lost || is_told || shown.contains(&digits(*number)), "{name}: {shown} {:?}", report.findings);
        }
    }

    #[test]
    fn a_cut_keeps_every_entry_that_is_before_it(cut in 0..GOOD.len()) {
        prop_assume!(GOOD.is_char_boundary(cut));
        let (items, report) = import(&GOOD[..cut]);
        let ends = [("rise", "OCaml},\n}"), ("asplos", "others\"\n)"), ("proc", "Vivek}}")];
        for (key, end) in ends {
            if cut >= GOOD.find(end).expect(end) + end.len() {
                prop_assert!(keys(&items).contains(&key), "{key} of {:?}", keys(&items));
            }
        }
        let is_within = cut > GOOD.find("@article").expect("it") + 12 && items.len() < 3;
        prop_assert!(!is_within || items.len() + report.left_out() > 0);
    }
}

//! The story of a `.ris` file.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::read;
use crate::import::item::Item;
use crate::import::report::Report;
use crate::import::source::Source;

fn import(text: &str) -> (Vec<Item>, Report) {
    let mut report = Report::default();
    let items = read(&Source::decode("a.ris".to_owned(), text.as_bytes()), &mut report);
    (items, report)
}

#[test]
fn an_entry_comes_over_with_all_that_it_has() {
    let text = "\u{feff}TY  - JOUR\r\nID  - cacm\r\nTI  - Unikernels: <i>Rise</i> & p < q\r\nAU  - Madhavapeddy, Anil\r\n\
        AU  - King, Martin, Jr.\r\nA1  - The MirageOS Team\r\nJO  - Communications of the ACM\r\nJA  - CACM\r\nPY  - 2014\r\n\
        DA  - 2014/01/15/\r\nVL  - 57\r\nIS  - 1\r\nSP  - 61\r\nEP  - 69\r\nDO  - https://doi.org/10.1145/2541883\r\n\
        UR  - https://doi.org/10.1145/2541883\r\nL1  - http://a.example/x.pdf\r\nSN  - 0001-0782\r\nKW  - cloud\r\nKW  - OCaml\r\n\
        AB  - First line\r\n      goes on.\r\nLA  - eng\r\nER  - \r\n";
    let (items, report) = import(text);
    assert_eq!(
        Value::Object(items[0].members.clone()),
        json!({
            "type": "article-journal", "title": "Unikernels: <i>Rise</i> & p < q",
            "author": [
                { "given": "Anil", "family": "Madhavapeddy" }, { "given": "Martin", "family": "King", "suffix": "Jr." },
                { "literal": "The MirageOS Team" }
            ],
            "container-title": "Communications of the ACM", "container-title-short": "CACM",
            "issued": { "date-parts": [[2014, 1, 15]] }, "volume": "57", "issue": "1", "page": "61-69",
            "DOI": "10.1145/2541883", "custom": { "links": [{ "kind": "pdf", "url": "http://a.example/x.pdf" }] },
            "ISSN": "0001-0782", "keyword": "cloud, OCaml", "abstract": "First line goes on.", "language": "en",
        })
    );
    assert_eq!((items[0].key.as_deref(), report.has_losses()), (Some("cacm"), false), "{:?}", report.findings);
}

#[test]
fn entries_are_by_themselves() {
    let (items, report) = import(
        "Provider: x\nTY  - BOOK\nTI  - One\nTY - CHAP\nT1 - Two\nBT - Book\nXX - other\nZZZ\nER  -\nER  - \nTY  - GEN\nER  - \nTY  - ODD\nTI  - Three",
    );
    let titles: Vec<_> = items.iter().filter_map(|item| item.text("title")).collect();
    assert_eq!(titles, ["One", "Two", "Three"]);
    assert_eq!((report.counts.read, report.left_out()), (4, 1));
}

#[test]
fn a_last_entry_without_its_end_is_lost_only_without_a_title() {
    for (text, is_lost) in [("TY  - THES\nTI  - Typen\nN1  - Nice\n", false), ("TY  - THES\nAU  - Klein, E", true)] {
        let (items, report) = import(text);
        assert_eq!((items.is_empty(), report.has_losses()), (is_lost, is_lost), "{:?}", report.findings);
        assert!(report.findings.iter().any(|finding| finding.message.contains("line ER")));
    }
}

#[test]
fn a_space_in_a_url_belongs_to_it() {
    let (items, report) = import(
        "TY  - CONF\nTI  - A\nL1  - https://example.org/a b.pdf\nUR  - https://a.example/1 https://a.example/2;http://a.example/3\nER  - \n",
    );
    assert_eq!(items[0].text("URL"), Some("https://a.example/1"));
    assert_eq!(
        items[0].members["custom"]["links"],
        json!([
            { "kind": "pdf", "url": "https://example.org/a%20b.pdf" },
            { "kind": "website", "url": "https://a.example/2" },
            { "kind": "website", "url": "http://a.example/3" },
        ])
    );
    assert!(!report.has_losses(), "{:?}", report.findings);
}

const TAGS: &str = "ID T1 CT A1 AU A2 A3 A4 AB N2 N1 KW PY DA Y2 DO UR L1 L2 L3 LA SN JO JF JA J1 J2 T2 T3 BT ST VL IS CP SP EP \
                    PB CY ET M3 NV SE CN TT M1 C1 C2 C7 DB AD U1 AN";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn any_text_is_read_without_a_panic(text in "((TY|ER|AU|PY|SP|DO|UR|T2|SN|LA)  - |\\PC{0,6}|\r?\n| ){0,60}") {
        import(&text);
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        read(&Source::decode("a.ris".to_owned(), &bytes), &mut Report::default());
    }

    #[test]
    fn no_line_is_lost_without_a_word(tags in prop::collection::vec(prop::sample::select(TAGS.split(' ').collect::<Vec<_>>()), 1..12)) {
        let value = |tag: &str, number: usize| match tag {
            "DO" => format!("10.1000/7{number:04}"),
            "UR" | "L1" | "L2" | "LK" => format!("https://a.example/7{number:04}"),
            _ => format!("x7{number:04}"),
        };
        let lines: String = tags.iter().enumerate().map(|(at, tag)| format!("{tag}  - {}\n", value(tag, at))).collect();
        let (items, report) = import(&format!("TY  - JOUR\nTI  - T\n{lines}ER  - \n"));
        let shown = json!(items[0].members).to_string() + items[0].key.as_deref().unwrap_or_default();
        for (at, tag) in tags.iter().enumerate() {
            let is_told = report.findings.iter().any(|finding| finding.field == *tag);
            prop_assert!(is_told || shown.contains(&format!("7{at:04}")), "{tag}: {shown} {:?}", report.findings);
        }
    }
}

#[test]
fn the_proceedings_are_no_conference() {
    for (lines, container, event) in [
        ("T2  - Big Conference 2017\nC3  - Proceedings of it", Some("Proceedings of it"), Some("Big Conference 2017")),
        ("C3  - Proceedings of it\nT2  - Big Conference 2017", Some("Proceedings of it"), Some("Big Conference 2017")),
        ("T2  - Proceedings of it\nC3  - Proceedings of it", Some("Proceedings of it"), None),
        ("T2  - Proceedings of it", Some("Proceedings of it"), None),
    ] {
        let (items, _) = import(&format!("TY  - CONF\nTI  - Talk\n{lines}\nER  - \n"));
        assert_eq!((items[0].text("container-title"), items[0].text("event-title")), (container, event), "{lines}");
    }
}

#[test]
fn several_people_in_one_line_are_several() {
    let (items, _) =
        import("TY  - JOUR\nTI  - T\nAU  - Sanchez-Cordon, Pedro J.; Montoya, Maria\nAU  - Reis, Ana\nER  - \n");
    let families: Vec<_> =
        items[0].members["author"].as_array().into_iter().flatten().map(|name| name["family"].clone()).collect();
    assert_eq!(families, ["Sanchez-Cordon", "Montoya", "Reis"]);
    let (_, report) = import("TY  - JOUR\nTI  - T\nAU  - Barnes & Noble\nER  - \n");
    assert!(report.in_order().iter().any(|finding| finding.to_string().contains("one name or two people?")));
}

#[test]
fn a_report_whose_sort_is_preprint_is_a_preprint() {
    for (sort, genre) in [("Preprint", None), ("Preprint: Working paper", Some("Working paper"))] {
        let (items, _) = import(&format!("TY  - RPRT\nTI  - T\nM3  - {sort}\nER  - \n"));
        assert_eq!(items[0].members["type"], "article");
        assert_eq!(items[0].members.get("genre").and_then(Value::as_str), genre);
    }
}

#[test]
fn awards_are_taken_out_of_notes() {
    let (items, _) = import("TY  - JOUR\nTI  - T\nN1  - Award: Best paper\nN1  - Long.\nER  - \n");
    assert_eq!(items[0].members["custom"]["award"], "Best paper");
    assert_eq!(items[0].members["note"], "Long.");
}

#[test]
fn dates_are_read_with_the_words_behind_the_numbers() {
    for (written, issued) in [
        ("2010///2010/2012", json!("2010/2012")),
        ("1998/04//circa April 1998", json!("1998-04~")),
        ("2013///Summer", json!({ "date-parts": [[2013]], "season": 2 })),
        ("2013/04/16/spring issue", json!({ "date-parts": [[2013, 4, 16]] })),
    ] {
        let (items, _) = import(&format!("TY  - JOUR\nTI  - T\nPY  - {}\nDA  - {written}\nER  - \n", &written[..4]));
        assert_eq!(items[0].members["issued"], issued, "{written}");
    }
}

#[test]
fn a_talk_keeps_its_event_and_a_program_its_version() {
    let (items, _) =
        import("TY  - SLIDE\nTI  - T\nT2  - QCon\nC1  - London\nER  - \nTY  - COMP\nTI  - P\nET  - 1.2\nER  - \n");
    assert_eq!(items[0].members["event-title"], "QCon");
    assert_eq!(items[0].members["event-place"], "London");
    assert_eq!(items[1].members["version"], "1.2");
}

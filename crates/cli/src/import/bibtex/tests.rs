//! The story of a `.bib` file.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::read;
use crate::import::item::Item;
use crate::import::report::Report;
use crate::import::source::Source;

fn import(text: &str) -> (Vec<Item>, Report) {
    let mut report = Report::default();
    let items = read(&Source::decode("a.bib".to_owned(), text.as_bytes()), &mut report);
    (items, report)
}

fn keys(items: &[Item]) -> Vec<&str> {
    items.iter().filter_map(|item| item.key.as_deref()).collect()
}

const GOOD: &str = r#"
Junk at the head, as CVS writes it: $Id$ and mail@example.org
@comment{jabref-meta: databaseType:biblatex;}
@string{cacm = "Communications of the {ACM}"}
@String(q = {Queue})

@article{rise,
  author = {Anil Madhavapeddy and David J. Scott},
  title = "Unikernels: the Rise of the {Virtual} Library {OS}",
  journal = cacm # " and " # q,
  year = 2014, month = jan # "~15",
  volume = 57, number = {1}, pages = {61--69},
  doi = {https://doi.org/10.1145/2541883.2541895},
  keywords = {unikernels, OCaml},
}
@inproceedings(asplos,
  title = {Unikernels},
  crossref = "proc",
  author = "Madhavapeddy, Anil and others"
)
@proceedings{proc, title = {ASPLOS '13}, publisher = {ACM}, year = {2013}, editor = {Sarkar, Vivek}}
"#;

#[test]
fn entries_come_over_with_all_that_they_have() {
    let (items, report) = import(GOOD);
    assert_eq!(keys(&items), ["rise", "asplos", "proc"]);
    assert_eq!(
        Value::Object(items[0].members.clone()),
        json!({
            "type": "article-journal",
            "title": "Unikernels: the Rise of the Virtual Library OS",
            "container-title": "Communications of the ACM and Queue",
            "issued": { "date-parts": [[2014, 1, 15]] },
            "author": [{ "given": "Anil", "family": "Madhavapeddy" }, { "given": "David J.", "family": "Scott" }],
            "volume": "57", "issue": "1", "page": "61-69", "keyword": "unikernels, OCaml", "DOI": "10.1145/2541883.2541895",
        })
    );
    assert_eq!(items[1].text("container-title"), Some("ASPLOS '13"));
    assert_eq!(items[1].text("publisher"), Some("ACM"));
    assert_eq!(items[1].members["issued"], json!({ "date-parts": [[2013]] }));
    assert!(!report.has_losses(), "{:?}", report.findings);
}

#[test]
fn one_faulty_entry_never_costs_another() {
    for (faulty, kept) in [
        ("@misc{b, title = {B {b}, year = 2000}\n", vec!["a", "b", "c"]),
        ("@misc{b,\n title = {B {b},\n year = 2000\n}\n", vec!["a", "c"]),
        ("@misc{b,\n title = {B},\n note = {x {y},\n year = 2000\n}\n", vec!["a", "b", "c"]),
        ("@misc{b, title = {B}, year = 2000\n", vec!["a", "b", "c"]),
        ("@misc{b, title = {B}}, year = 2000}\n", vec!["a", "b", "c"]),
        ("@misc{b, title = \"B \"b\" b\", year = 2000}\n", vec!["a", "b", "c"]),
        ("@misc{b title = {B}}\n", vec!["a", "c"]),
        ("@misc{b\n title = {B}\n year = 2000}\n", vec!["a", "b", "c"]),
        ("@misc{b, title = {B}, two words = {x}}\n", vec!["a", "b", "c"]),
        ("@misc{b, title = {B}, year = , month = }\n", vec!["a", "b", "c"]),
        ("@misc{b, title = {B}, x}\n", vec!["a", "b", "c"]),
        ("@misc{b, year = 2000}\n", vec!["a", "c"]),
        ("@misc\n@{}\n@ @@ }{ \"\n", vec!["a", "c"]),
        ("@comment{ no end\n", vec!["a", "c"]),
        ("@string{x = {no end\n", vec!["a", "c"]),
    ] {
        let text = format!("@misc{{a, title = {{A}}}}\n{faulty}@misc{{c, title = {{C}}}}\n");
        let (items, report) = import(&text);
        assert_eq!(keys(&items), kept, "from {faulty:?}: {:#?}", report.findings);
    }
}

#[test]
fn a_field_is_lost_by_itself_and_said_with_its_place() {
    let (items, report) = import("@misc{a,\n  title = {A},\n  note = {x {y},\n  year = 2000,\n  zotero = {1}\n}\n");
    assert_eq!(items[0].members["issued"], json!({ "date-parts": [[2000]] }));
    let told: Vec<String> = report.findings.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "a.bib:3:3: lost: a: note: this value has no end; look for a missing brace or quote",
            "a.bib:5:3: lost: a: zotero: it has no place in CSL-JSON and is left out; if it matters, add it by hand",
        ]
    );
}

#[test]
fn addresses_find_their_places() {
    let (items, report) = import(
        r"@misc{a, title={A}, url={https://dx.doi.org/10.1145/1}, pdf={https://a.example/a\_b.pdf}, eprint={1301.00001},
          archiveprefix={arXiv}, howpublished={\url{http://a.example/}}, file={:/home/a.pdf:PDF}}
          @misc{b, title={B}, url={www.b.example}, slides={talk.pdf}, abbr={ICFP}, year={in press}, langid={ngerman}}",
    );
    assert_eq!(items[0].text("DOI"), Some("10.1145/1"));
    assert_eq!(items[0].text("URL"), Some("http://a.example/"));
    assert_eq!(
        items[0].members["custom"]["links"],
        json!([
            { "kind": "preprint", "url": "https://arxiv.org/abs/1301.00001" },
            { "kind": "pdf", "url": "https://a.example/a_b.pdf" },
        ])
    );
    assert_eq!(items[1].text("URL"), Some("http://www.b.example"));
    assert_eq!(items[1].text("container-title-short"), Some("ICFP"));
    assert_eq!(items[1].text("status"), Some("in press"));
    assert_eq!(items[1].text("language"), Some("de"));
    assert!(report.has_losses(), "the slides are lost");
}

#[test]
fn circles_and_swarms_of_names_come_to_an_end() {
    let mut text = String::from("@string{a = {xxxxxxxxxx}}\n");
    for _ in 0..40 {
        text.push_str("@string{a = a # a # a}\n");
    }
    text.push_str("@misc{x, title = {X}, note = a, crossref = {y}}\n@misc{y, title = {Y}, crossref = {x}}");
    assert_eq!(import(&text).0.len(), 2);
}

#[test]
fn other_readers_find_the_same_entries() {
    // The crate takes the address in the first line for an entry, and knows braces only.
    let text = GOOD[GOOD.find("@comment").expect("it")..].replace("(q = {Queue})", "{q = {Queue}}");
    let text = text.replace("@inproceedings(", "@inproceedings{").replace("others\"\n)", "others\"\n}");
    let theirs = biblatex::Bibliography::parse(&text).expect("biblatex reads it");
    let (ours, _) = import(GOOD);
    for entry in theirs.iter() {
        let ours = ours.iter().find(|item| item.key.as_deref() == Some(entry.key.as_str())).expect("we have it");
        let families: Vec<String> = entry.author().unwrap_or_default().into_iter().map(|person| person.name).collect();
        let authors = ours.members.get("author").and_then(Value::as_array).into_iter().flatten();
        let ours: Vec<&str> = authors.filter_map(|name| name["family"].as_str()).collect();
        assert_eq!(ours, families.iter().filter(|name| *name != "others").collect::<Vec<_>>());
    }
}

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
    prop::sample::select(vec![
        "title",
        "subtitle",
        "shorttitle",
        "author",
        "editor",
        "translator",
        "journal",
        "journaltitle",
        "fjournal",
        "booktitle",
        "booksubtitle",
        "maintitle",
        "mainsubtitle",
        "journalsubtitle",
        "series",
        "volume",
        "number",
        "issue",
        "pages",
        "chapter",
        "edition",
        "publisher",
        "school",
        "institution",
        "organization",
        "address",
        "location",
        "howpublished",
        "note",
        "addendum",
        "abstract",
        "keywords",
        "doi",
        "url",
        "pdf",
        "eprint",
        "isbn",
        "issn",
        "type",
        "language",
        "annote",
        "month",
        "year",
        "date",
        "urldate",
        "eventtitle",
        "venue",
        "file",
        "ids",
        "zettel",
        "owner",
        "titleaddon",
        "pubstate",
        "day",
    ])
}

/// A number that stands in no other value.
fn digits(number: u16) -> String {
    (70_000 + u32::from(number)).to_string()
}

/// A value of the form that the field has; those that must have a certain form are faulty ones, and must be told.
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
    fn a_cut_keeps_every_entry_that_stands_before_it(cut in 0..GOOD.len()) {
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

//! The story of a `.bib` file.

use offprint_core::problem::Loss;
use serde_json::{Value, json};

use super::read;
use crate::import::item::Item;
use crate::import::report::Report;
use crate::import::source::Source;

pub(super) fn import(text: &str) -> (Vec<Item>, Report) {
    let mut report = Report::default();
    let items = read(&Source::decode("a.bib".to_owned(), text.as_bytes()), &mut report);
    (items, report)
}

pub(super) fn keys(items: &[Item]) -> Vec<&str> {
    items.iter().filter_map(|item| item.key.as_deref()).collect()
}

pub(super) const GOOD: &str = r#"
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
        ("@misc{b,\n title = {B {b},\n year = 2000\n}\n", vec!["a", "b", "c"]),
        ("@misc{b,\n title = {{},\n journal = {J},\n year = 2000\n}\n", vec!["a", "c"]),
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
fn a_title_without_an_end_is_its_first_line_and_no_other_field() {
    for (line, title) in [
        ("title = {A Title with a {Missing Brace},", Some("A Title with a Missing Brace")),
        ("title = {No End, {XXL} it,", Some("No End, XXL it")),
        ("title = {{Two {XXL},", Some("Two XXL")),
        ("title = \"A quote,", Some("A quote")),
        ("title = {Two on {One Line}, volume = {7},", Some("Two on One Line")),
        ("title = {\n  Two {lines,", None),
        ("title {No sign},", None),
    ] {
        let text = format!("@article{{a,\n  {line}\n  journal = {{Journal of Lost Braces}},\n  year = {{2017}},\n}}\n");
        let (items, report) = import(&text);
        assert_eq!(items.first().and_then(|item| item.text("title")), title, "{line}: {:#?}", report.findings);
        assert_eq!((report.has_losses(), report.left_out()), (true, usize::from(title.is_none())), "{line}");
        if title.is_some() {
            assert_eq!(items[0].text("container-title"), Some("Journal of Lost Braces"));
        }
    }
}

#[test]
fn a_month_that_the_year_has_no_place_for_is_no_loss() {
    for (year, month, issued) in [
        ("{2012--2013}", "12", Some(json!({ "date-parts": [[2012], [2013]] }))),
        ("{in press}", "mar", None),
        ("{c. 1998}", "mar", Some(json!({ "literal": "c. 1998" }))),
    ] {
        let (items, report) = import(&format!("@misc{{a, title = {{A}}, year = {year}, month = {month}}}"));
        assert_eq!(items[0].members.get("issued"), issued.as_ref(), "{year}");
        assert!(!report.has_losses(), "{year}: {:?}", report.findings);
        assert!(report.findings.iter().any(|finding| finding.field == "month"), "{year}");
    }
    assert!(import("@misc{a, title = {A}, year = 2013, month = {soon}}").1.has_losses());
}

#[test]
fn an_arxiv_preprint_is_an_article_that_names_its_number_and_url() {
    let arxiv = "eprint = {2101.00001}, archivePrefix = {arXiv}, primaryClass = {cs.PL}";
    for kind in ["misc", "online", "unpublished", "article"] {
        let (items, report) = import(&format!("@{kind}{{a, title = {{A}}, year = 2021, {arxiv}}}"));
        assert_eq!(
            Value::Object(items[0].members.clone()),
            json!({
                "type": "article", "title": "A", "issued": { "date-parts": [[2021]] }, "number": "arXiv:2101.00001",
                "URL": "https://arxiv.org/abs/2101.00001",
                "custom": { "links": [{ "kind": "preprint", "url": "https://arxiv.org/abs/2101.00001" }] },
            })
        );
        assert!(!report.has_losses(), "{kind}: {:?}", report.findings);
    }
    for published in ["@article{a, journal = {J}", "@inproceedings{a, booktitle = {B}"] {
        let (items, _) = import(&format!("{published}, title = {{A}}, {arxiv}}}"));
        assert_ne!(items[0].text("type"), Some("article"), "{published}");
        assert_eq!((items[0].text("number"), items[0].text("URL")), (None, None), "{published}");
        assert_eq!(items[0].members["custom"]["links"][0]["kind"], "preprint", "{published}");
    }
}

#[test]
fn urls_find_their_places() {
    let (items, report) = import(
        r"@misc{a, title={A}, url={https://dx.doi.org/10.1145/1}, pdf={https://a.example/a\_b.pdf}, eprint={1301.00001},
          archiveprefix={arXiv}, howpublished={\url{http://a.example/}}, file={:/home/a.pdf:PDF}}
          @misc{b, title={B}, url={www.b.example}, slides={C:\talk.pdf}, poster={papers/b.pdf}, abbr={ICFP}, year={in press}, langid={ngerman}}",
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
    assert_eq!(items[1].members["custom"]["links"], json!([{ "kind": "poster", "url": "papers/b.pdf" }]));
    let lost: Vec<_> = report.findings.iter().filter(|finding| finding.loss == Loss::Field).collect();
    assert!(lost.len() == 1 && lost[0].field == "slides", "{lost:#?}");
    assert!(lost[0].message.contains("beside the list"), "{lost:#?}");
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
    // The crate takes the URL in the first line for an entry, and knows braces only.
    let text = GOOD[GOOD.find("@comment").expect("it")..].replace("(q = {Queue})", "{q = {Queue}}");
    let text = text.replace("@inproceedings(", "@inproceedings{").replace("others\"\n)", "others\"\n}");
    let theirs = biblatex::Bibliography::parse(&text).expect("biblatex reads it");
    let (ours, _) = import(GOOD);
    for entry in theirs.iter() {
        let ours = ours.iter().find(|item| item.key.as_deref() == Some(entry.key.as_str())).expect("we have it");
        let families: Vec<String> = entry.author().unwrap_or_default().into_iter().map(|person| person.name).collect();
        let authors = ours.members.get("author").and_then(Value::as_array).into_iter().flatten();
        let ours: Vec<&str> = authors.filter_map(|name| name["family"].as_str()).collect();
        assert_eq!(
            ours.into_iter().filter(|name| *name != "others").collect::<Vec<_>>(),
            families.iter().filter(|name| *name != "others").collect::<Vec<_>>()
        );
    }
}

#[test]
fn the_number_at_arxiv_is_no_venue() {
    let text = r"
        @article{a, author={A One}, title={A}, journal={arXiv preprint arXiv:1706.03762}, year=2017}
        @misc{b, author={A One}, title={B}, howpublished={arXiv:1706.03763 [cs.CL]}, year=2017}
        @article{c, author={A One}, title={C}, journal={CoRR}, volume={abs/1706.03764}, year=2017}
        @article{d, author={A One}, title={D}, journal={arXiv Reviews}, year=2017}";
    let (items, _) = import(text);
    let link = |item: &Item| item.members["custom"]["links"][0]["url"].clone();
    let urls: Vec<_> = items[..3].iter().map(link).collect();
    assert_eq!(
        urls,
        [1706.03762, 1706.03763, 1706.03764].map(|number| json!(format!("https://arxiv.org/abs/{number:.5}")))
    );
    let venues: Vec<_> = items.iter().map(|item| item.text("container-title")).collect();
    assert_eq!(venues, [None, None, Some("CoRR"), Some("arXiv Reviews")]);
    assert_eq!(items[0].text("type"), Some("article"));
    assert_eq!(items[2].text("volume"), None);
}

#[test]
fn keys_of_biblatex_become_words_and_sets_are_named() {
    let text = r"
        @set{s, entryset={p,q}}
        @patent{p, title={P}, author={A B}, type={patreqfr}, number={1}, year=2001}
        @article{q, title={Q}, author={A B}, journal={\apjs}, series={newseries}, year=2001}";
    let (items, report) = import(text);
    assert_eq!(items[0].text("genre"), Some("French patent request"));
    assert_eq!(items[1].text("collection-title"), Some("new series"));
    assert_eq!(items[1].text("container-title"), Some("ApJS"));
    assert!(report.in_order().iter().any(|finding| finding.to_string().contains("a @set is no publication")));
}

#[test]
fn the_place_of_the_conference_is_not_the_publishers() {
    let (items, _) =
        import("@inproceedings{a, title={T}, author={A B}, location={San Jose}, publisher={ACM}, address={New York}}");
    assert_eq!((items[0].text("publisher-place"), items[0].text("event-place")), (Some("New York"), Some("San Jose")));
    let (items, _) = import("@inproceedings{a, title={T}, author={A B}, location={San Jose}, publisher={ACM}}");
    assert_eq!(items[0].text("publisher-place"), Some("San Jose"));
}

#[test]
fn what_biblatex_writes_of_a_web_page_is_read_back() {
    let (items, _) = import(
        "@online{a, title={T}, titleaddon={Blog}, addendum={2013/45}}\n@book{b, title={T}, titleaddon={Blog}, edition={Third}}",
    );
    assert_eq!(items[0].members["container-title"], "Blog");
    assert_eq!(items[0].members["number"], "2013/45");
    assert_eq!(items[1].members["note"], "Blog");
    assert_eq!(items[1].members["edition"], "3");
}

#[test]
fn awards_are_read_from_the_fields_that_people_use() {
    let (items, _) = import(
        "@book{a, title={T}, award={Best paper; Test of time}, note={Long. Award: Best paper; Test of time}}\n\
         @book{b, title={T}, award_name={Best \\& first}}",
    );
    assert_eq!(items[0].members["custom"]["award"], json!(["Best paper", "Test of time"]));
    assert_eq!(items[0].members["note"], "Long.");
    assert_eq!(items[1].members["custom"]["award"], "Best & first");
}

#[test]
fn selected_entries_and_previews_of_al_folio_are_read() {
    let (items, report) = import(
        "@book{a, preview={camel.png}, title={On {\\'E}mile}, selected={true}}\n@book{b, title={T}, selected={false}}\n\
         @book{c, title={T}, selected={perhaps}}",
    );
    assert_eq!(items[0].members["custom"]["selected"], true);
    assert_eq!(items[0].members["custom"]["image"], json!({ "url": "camel.png", "alt": "On Émile" }));
    assert_eq!(items[1].members.get("custom"), None);
    let findings: Vec<_> = report.findings.iter().map(|finding| (&*finding.field, finding.loss)).collect();
    assert_eq!(findings, [("selected", Loss::Field)]);
}

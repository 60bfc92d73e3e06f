//! References of known works, and of whatever a file may hold.

mod any_value;
mod citeproc;
mod closest;
mod names;

use offprint_core::publication::Publication;
use offprint_core::read;
use offprint_core::rich::RichText;

use offprint_core::format::{StoredReferences, Style, csl_json};

use super::{Formatter, files, format_json};

fn publications(source: &str) -> Vec<Publication> {
    read::read(source.as_bytes()).unwrap().publications
}

fn seed() -> Vec<Publication> {
    publications(include_str!("../../../../data/publications.json"))
}

#[test]
fn references_are_those_of_the_manuals() {
    let (formatter, list) = (Formatter::new(), seed());
    let unikernels = "<i>Proceedings of the 18th International Conference on Architectural Support for Programming \
                      Languages and Operating Systems</i>";
    let cases = [
        (
            "cacm",
            [
                "Madhavapeddy, A., &amp; Scott, D. (2014). Unikernels: Rise of the Virtual Library Operating System. <i>Communications of the ACM</i>.",
                "A. Madhavapeddy and D. Scott, “Unikernels: Rise of the Virtual Library Operating System,” <i>CACM</i>, Jan. 2014.",
                "Anil Madhavapeddy and David Scott. 2014. Unikernels: Rise of the Virtual Library Operating System. <i>CACM</i> (January 2014).",
                "Madhavapeddy, Anil, and David Scott. 2014. “Unikernels: Rise of the Virtual Library Operating System.” <i>Communications of the ACM</i>, January.",
                "Madhavapeddy, Anil, and David Scott. “Unikernels: Rise of the Virtual Library Operating System.” <i>Communications of the ACM</i>, Jan. 2014.",
                "Madhavapeddy, A. and Scott, D. (2014) ‘Unikernels: Rise of the Virtual Library Operating System’, <i>Communications of the ACM</i>.",
                "Madhavapeddy A, Scott D. Unikernels: Rise of the Virtual Library Operating System. CACM. 2014 Jan.",
            ]
            .map(str::to_owned),
        ),
        (
            "asplos",
            [
                format!(
                    "Madhavapeddy, A., Mortier, R., Rotsos, C., Scott, D., Singh, B., Gazagnaire, T., Smith, S., Hand, S., &amp; Crowcroft, J. (2013, April). Unikernels: library operating systems for the cloud. {unikernels}. ASPLOS ’13."
                ),
                format!(
                    "A. Madhavapeddy <i>et al.</i>, “Unikernels: library operating systems for the cloud,” in {unikernels}, Apr. 2013."
                ),
                format!(
                    "Anil Madhavapeddy, Richard Mortier, Charalampos Rotsos, David Scott, Balraj Singh, Thomas Gazagnaire, Steven Smith, Steven Hand, and Jon Crowcroft. 2013. Unikernels: library operating systems for the cloud. In {unikernels}, April 2013."
                ),
                format!(
                    "Madhavapeddy, Anil, Richard Mortier, Charalampos Rotsos, et al. 2013. “Unikernels: Library Operating Systems for the Cloud.” Paper presented at ASPLOS ’13. {unikernels}, April."
                ),
                format!(
                    "Madhavapeddy, Anil, et al. “Unikernels: Library Operating Systems for the Cloud.” {unikernels}, 2013, ASPLOS ’13."
                ),
                format!(
                    "Madhavapeddy, A. <i>et al.</i> (2013) ‘Unikernels: library operating systems for the cloud’, {unikernels}."
                ),
                "Madhavapeddy A, Mortier R, Rotsos C, Scott D, Singh B, Gazagnaire T, et al. Unikernels: library operating systems for the cloud. In: Proceedings of the 18th International Conference on Architectural Support for Programming Languages and Operating Systems. 2013.".to_owned(),
            ],
        ),
        (
            "mainname",
            [
                "Deegan, T. (2006). <i>The Main Name System</i> [PhD thesis, University of Cambridge]. http://www.tjd.phlegethon.org/words/thesis.pdf",
                "T. Deegan, “The Main Name System,” PhD thesis, University of Cambridge, 2006. [Online]. Available: http://www.tjd.phlegethon.org/words/thesis.pdf",
                "Tim Deegan. 2006. The Main Name System. PhD thesis. University of Cambridge. Retrieved from http://www.tjd.phlegethon.org/words/thesis.pdf",
                "Deegan, Tim. 2006. “The Main Name System.” PhD thesis, University of Cambridge. http://www.tjd.phlegethon.org/words/thesis.pdf.",
                "Deegan, Tim. <i>The Main Name System</i>. 2006, http://www.tjd.phlegethon.org/words/thesis.pdf. University of Cambridge, PhD thesis.",
                "Deegan, T. (2006) <i>The Main Name System</i>. PhD thesis. University of Cambridge. Available at: http://www.tjd.phlegethon.org/words/thesis.pdf.",
                "Deegan T. The Main Name System [PhD thesis] [Internet]. University of Cambridge; 2006. Available from: http://www.tjd.phlegethon.org/words/thesis.pdf",
            ]
            .map(str::to_owned),
        ),
    ];
    for (id, expected) in cases {
        let publication = list.iter().find(|publication| &*publication.id == id).unwrap();
        for ((reference, expected), style) in formatter.all(publication).into_iter().zip(expected).zip(Style::ALL) {
            assert_eq!(reference.unwrap().html, expected, "{id} in {}", style.label());
        }
    }
}

#[test]
fn words_keep_the_capitals_inside_them() {
    let list = publications(r#"[{"id": "a", "type": "book", "title": "a book on OCaml, <i>ML</i> and iPads"}]"#);
    let reference = Formatter::new().one(&list[0], Style::Mla).unwrap();
    assert_eq!(reference.html, "<i>A Book on OCaml, ML and iPads</i>.");
    assert_eq!(reference.plain, "A Book on OCaml, ML and iPads.");
    let list = publications(r#"[{"id": "a", "type": "book", "title": "A DOI", "DOI": "10.1000/ab"}]"#);
    assert_eq!(Formatter::new().one(&list[0], Style::Apa).unwrap().plain, "A DOI. (n.d.). https://doi.org/10.1000/ab");
}

#[test]
fn a_lone_greek_letter_stays_small() {
    let list = publications(
        r#"[{"id": "a", "type": "book", "title": "λ-calculus, µ and Σ: ϵ"}, {"id": "b", "type": "book", "title": "αβ"}]"#,
    );
    let written = |at: usize| Formatter::new().one(&list[at], Style::Mla).map(|reference| reference.plain);
    assert_eq!(written(0).as_deref(), Some("λ-Calculus, µ and Σ: ϵ."));
    assert_eq!(written(1).as_deref(), Some("Αβ."));
}

#[test]
fn no_stop_follows_a_question() {
    let source = r#"[{"id": "a", "type": "article-journal", "title": "what comes next?", "container-title": "Go!",
        "author": [{"given": "Ada", "family": "Byron"}], "issued": "2012"},
        {"id": "b", "type": "book", "title": "wait?...", "URL": "https://a.example/?.x"}]"#;
    let (formatter, list) = (Formatter::new(), publications(source));
    for (style, expected) in [
        (Style::Apa, "Byron, A. (2012). what comes next? <i>Go!</i>"),
        (Style::Chicago, "Byron, Ada. 2012. “What Comes Next?” <i>Go!</i>"),
        (Style::Vancouver, "Byron A. what comes next? Go! 2012."),
    ] {
        assert_eq!(formatter.one(&list[0], style).unwrap().html, expected, "{}", style.label());
    }
    let plain = formatter.one(&list[1], Style::Apa).unwrap().plain;
    assert!(plain.starts_with("wait?...") && plain.contains("https://a.example/?.x"), "{plain}");
}

#[test]
fn a_preprint_is_found_from_its_reference() {
    let links = r#""custom": {"links": [{"kind": "slides", "url": "https://a.example/s"}, {"kind": "pdf", "url": "https://a.example/p.pdf"},
        {"kind": "publisher", "url": "local.html"}, {"kind": "preprint", "url": "HTTPS://arxiv.org/abs/1234.5678"}]}"#;
    let formatter = Formatter::new();
    for (members, url) in [
        (r#""type": "article", "#, Some("HTTPS://arxiv.org/abs/1234.5678")),
        ("", Some("HTTPS://arxiv.org/abs/1234.5678")),
        (r#""type": "report", "URL": "https://a.example/own", "#, Some("https://a.example/own")),
        (r#""type": "dataset", "DOI": "10.1000/ab", "#, Some("https://doi.org/10.1000/ab")),
        (r#""type": "paper-conference", "#, None),
        (r#""type": "book", "#, None),
    ] {
        let list = publications(&format!(r#"[{{"id": "a", "title": "T", {members}{links}}}]"#));
        let plain = formatter.one(&list[0], Style::Apa).unwrap().plain;
        match url {
            Some(url) => assert!(plain.contains(url), "{members}: {plain}"),
            None => assert!(!plain.contains("://"), "{members}: {plain}"),
        }
    }
}

#[test]
fn a_year_alone_has_no_comma_behind_it() {
    let source = r#"[{"id": "a", "type": "paper-conference", "title": "T", "container-title": "C", "issued": "2012",
        "author": [{"given": "Ada", "family": "Byron"}]}]"#;
    let (formatter, list) = (Formatter::new(), publications(source));
    let written = |style| formatter.one(&list[0], style).map(|reference| reference.html).unwrap_or_default();
    assert_eq!(written(Style::Apa), "Byron, A. (2012). T. <i>C</i>.");
    assert_eq!(written(Style::Chicago), "Byron, Ada. 2012. “T.” <i>C</i>.");
}

#[test]
fn dates_are_written_as_exactly_as_they_are_given() {
    let formatter = Formatter::new();
    for (issued, apa) in [
        (r#"{"date-parts": [[2013, 4, 16]]}"#, "T. (2013, April 16). <i>C</i>."),
        (r#"{"date-parts": [[2013, 4], [2014, 1]]}"#, "T. (2013, April). <i>C</i>."),
        (r#"{"date-parts": [[2013]], "season": 3}"#, "T. (2013). <i>C</i>."),
        (r#"{"literal": "circa 1998"}"#, "T. (ca. 1998). <i>C</i>."),
        (r#"{"date-parts": [[1998]], "circa": true}"#, "T. (ca. 1998). <i>C</i>."),
        (r#""2013-04""#, "T. (2013, April). <i>C</i>."),
        (r#""soon""#, "T. (n.d.). <i>C</i>."),
    ] {
        let source = format!(
            r#"[{{"id": "a", "type": "article-magazine", "title": "T", "container-title": "C", "issued": {issued}}}]"#
        );
        let reference = formatter.one(&publications(&source)[0], Style::Apa).unwrap();
        assert_eq!(reference.html, apa, "{issued}");
    }
}

#[test]
fn each_file_has_a_hundred_and_every_style() {
    let entries: Vec<String> = (0..101).map(|id| format!("{{\"id\": \"{id}\", \"title\": \"T\"}}")).collect();
    let list = publications(&format!("[{}]", entries.join(",")));
    let formatter = Formatter::new();
    let written = |list: &[Publication]| files(&formatter, list).collect::<Result<Vec<_>, _>>().unwrap();
    let files = written(&list);
    assert_eq!(files.len(), 2);
    assert_eq!(files[1].0, "references/1.json");
    let json: serde_json::Value = serde_json::from_str(&files[1].1).unwrap();
    assert_eq!(json["styles"][1], "IEEE");
    assert_eq!(json["references"]["100"].as_array().map(Vec::len), Some(1 + Style::ALL.len()));
    assert_eq!(files[1].1, written(&list[100..])[0].1);
    let stored: StoredReferences = serde_json::from_str(&files[1].1).unwrap();
    assert_eq!(stored.of(&list[100]), Some(&formatter.html(&list[100])[..]));
    let changed = publications(r#"[{"id": "100", "title": "U"}]"#);
    assert_eq!((stored.of(&list[0]), stored.of(&changed[0])), (None, None));
}

#[test]
fn stored_references_are_found_for_entries_handed_over_as_text() {
    let (formatter, list) = (Formatter::new(), seed());
    let file = files(&formatter, &list).next().unwrap().unwrap().1;
    let stored: StoredReferences = serde_json::from_str(&file).unwrap();
    let texts: Vec<String> = list.iter().map(csl_json).collect();
    let found = texts.iter().map(|text| stored.of(&read::entry(text).unwrap()).map(<[String]>::to_vec));
    let formatted: Vec<Vec<String>> = serde_json::from_str(&format_json(&texts).unwrap()).unwrap();
    assert_eq!(found.collect::<Option<Vec<_>>>(), Some(formatted));
}

#[test]
fn each_entry_has_a_text_for_every_style() {
    let entries = [r#"{"id": "a"}"#, r#"{"id": "b", "title": "T", "type": "book"}"#].map(str::to_owned);
    let formatted: Vec<Vec<String>> = serde_json::from_str(&format_json(&entries).unwrap()).unwrap();
    assert_eq!(formatted[0], vec![String::new(); Style::ALL.len()]);
    assert_eq!(formatted[1][Style::Apa as usize], "<i>T</i>. (n.d.).");
}

#[test]
fn every_fixture_is_formatted() {
    let formatter = Formatter::new();
    let fixtures = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures")).unwrap();
    for file in fixtures.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()) {
        let bytes = std::fs::read(file).unwrap();
        let list = read::read(&bytes).map(|reading| reading.publications).unwrap_or_default();
        list.iter().for_each(|publication| check(&formatter, publication));
    }
}

/// The HTML of every reference means its plain text.
fn check(formatter: &Formatter, publication: &Publication) {
    for reference in formatter.all(publication).into_iter().flatten() {
        let read = RichText::parse_inline(&reference.html).0.plain();
        assert_eq!(read.replace('\u{a0}', " "), reference.plain.replace('\u{a0}', " "), "{}", reference.html);
    }
}

#[test]
fn straight_quotation_marks_become_those_of_print() {
    let source = r#"[{"id": "a", "type": "article-journal", "title": "The \"best\" of O'Reilly's '90s", "container-title": "C"}]"#;
    let (formatter, list) = (Formatter::new(), publications(source));
    let written = |style| formatter.one(&list[0], style).unwrap().plain;
    assert_eq!(written(Style::Apa), "The “best” of O’Reilly’s ’90s. (n.d.). C.");
    assert!(written(Style::Ieee).starts_with("“The ‘best’ of O’Reilly’s ’90s,”"), "{}", written(Style::Ieee));
}

#[test]
fn only_a_preprint_is_called_one() {
    let formatter = Formatter::new();
    for (kind, is_preprint) in [("article-journal", false), ("article", true)] {
        let list = publications(&format!(
            r#"[{{"id": "a", "type": "{kind}", "title": "T", "container-title": "C", "issued": "2013"}}]"#
        ));
        let plain = formatter.one(&list[0], Style::Harvard).unwrap().plain;
        assert_eq!(plain.contains("[Preprint]"), is_preprint, "{plain}");
    }
}
